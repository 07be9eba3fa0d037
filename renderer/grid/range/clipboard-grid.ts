/** What a paste works on: the clipboard as rows of cells, whichever form it came in. */
import type { Decimal } from '#shared/util/decimal.ts';

export interface ClipboardCell {
  /** Text as it was shown where it was copied. */
  readonly text: string;
  /** The exact value when the source said it; null when there is only text. */
  readonly value: Decimal | null;
}

/** Rows may be ragged; a cell that is missing at the end of a short row is not a blank one. */
export type ClipboardGrid = readonly (readonly ClipboardCell[])[];

/** A grid of one text, for typing one value into many cells. */
export function gridOfText(text: string): ClipboardGrid {
  return [[{ text, value: null }]];
}
