/** What a paste works on: the clipboard as rows of cells, whichever form it came in. */
import type { Decimal } from '#shared/util/decimal.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import { readClipboardHtml } from './read-clipboard-html.ts';
import { parseTsv, type ClipboardError } from './tsv.ts';

export interface ClipboardCell {
  /** Text as it was shown where it was copied. */
  readonly text: string;
  /** The exact value when the source said it; null when there is only text. */
  readonly value: Decimal | null;
}

/** Rows may be ragged; a cell that is missing at the end of a short row is not a blank one. */
export type ClipboardGrid = readonly (readonly ClipboardCell[])[];

/** The two forms a spreadsheet offers; empty when it does not. */
export interface ClipboardForms {
  readonly text: string;
  readonly html: string;
}

/**
 * Reads the clipboard. A table in HTML is preferred, because it may carry exact values and keeps cells with line ends
 * whole; text otherwise. An empty clipboard is a grid without rows.
 */
export function readClipboard({ text, html }: ClipboardForms): Result<ClipboardGrid, ClipboardError> {
  if (html !== '') {
    const table = readClipboardHtml(html);
    if (table.ok || table.error !== 'noTable') return table;
  }
  const rows = parseTsv(text);
  return rows.ok ? ok(rows.value.map((row) => row.map((cell) => ({ text: cell, value: null })))) : err(rows.error);
}

/** A grid of one text, for typing one value into many cells. */
export function gridOfText(text: string): ClipboardGrid {
  return [[{ text, value: null }]];
}
