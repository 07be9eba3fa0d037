import { err, ok, type Result } from '#shared/util/result.ts';
import type { ClipboardCell, ClipboardGrid } from './clipboard-grid.ts';
import { readClipboardHtml } from './read-clipboard-html.ts';
import { createPace, type Steps } from './steps.ts';
import { parseTsv, type ClipboardError } from './tsv.ts';

/** The two forms a spreadsheet offers; empty when it does not. */
export interface ClipboardForms {
  readonly text: string;
  readonly html: string;
}

/**
 * Reads the clipboard. A table in HTML is preferred, because it may carry exact values and keeps cells with line ends
 * whole; text otherwise. An empty clipboard is a grid without rows.
 */
export function* readClipboard({ text, html }: ClipboardForms): Steps<Result<ClipboardGrid, ClipboardError>> {
  if (html !== '') {
    const table = yield* readClipboardHtml(html);
    if (table.ok || table.error !== 'noTable') return table;
  }
  const rows = yield* parseTsv(text);
  if (!rows.ok) return err(rows.error);
  const grid: ClipboardCell[][] = [];
  const pace = createPace('read', 0);
  for (const row of rows.value) {
    grid.push(row.map((cell) => ({ text: cell, value: null })));
    const rest = pace();
    if (rest) yield rest;
  }
  return ok(grid);
}
