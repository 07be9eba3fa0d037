import { err, ok, type Result } from '#shared/util/result.ts';
import type { ClipboardGrid } from './clipboard-grid.ts';
import { readClipboardHtml } from './read-clipboard-html.ts';
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
export function readClipboard({ text, html }: ClipboardForms): Result<ClipboardGrid, ClipboardError> {
  if (html !== '') {
    const table = readClipboardHtml(html);
    if (table.ok || table.error !== 'noTable') return table;
  }
  const rows = parseTsv(text);
  return rows.ok ? ok(rows.value.map((row) => row.map((cell) => ({ text: cell, value: null })))) : err(rows.error);
}
