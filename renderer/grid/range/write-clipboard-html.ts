import { formatMicro } from '#shared/util/decimal.ts';

/** A copied cell: what it shows, and its exact points (10⁻⁶ point) when it is a number. */
export interface CopiedCell {
  readonly text: string;
  readonly micro: number | null;
  /** Decimals the sheet shows, 0–6. */
  readonly decimals?: number;
  readonly isHeader?: boolean;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
// Not allowed in HTML, not even as a reference; they stay in the text/plain form.
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g;
const SPACES = / {2,}|^ | $/g;

/**
 * Copied cells as an HTML table that spreadsheets read with the right values whatever their language: Excel takes
 * `x:num` (a dot decimal), LibreOffice `sdval` in the language named by `sdnum` (1033 is en-US). Both keep text cells
 * as text (format "@"), so "1.1" becomes no date and "=A1" no formula. A line end inside a cell is a character
 * reference and no <br>, because LibreOffice opens a new row at <br> and would shift every score below it.
 */
export function writeClipboardHtml(rows: readonly (readonly CopiedCell[])[]): string {
  const body = rows.map((row) => `<tr>${row.map(writeCell).join('')}</tr>`).join('\n');
  return (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body>' +
    `<table>\n${body}\n</table></body></html>`
  );
}

function writeCell({ text, micro, decimals = 3, isHeader = false }: CopiedCell): string {
  const tag = isHeader ? 'th' : 'td';
  const shown = escapeText(text);
  if (micro === null) {
    return text === ''
      ? `<${tag}></${tag}>`
      : `<${tag} x:str sdnum="1033;0;@" style='mso-number-format:"\\@"'>${shown}</${tag}>`;
  }
  const value = formatMicro(micro, { locale: 'en' });
  const zeros = '0'.repeat(Math.min(Math.max(decimals, 0), 6));
  const excelFormat = zeros === '' ? '0' : `0\\.${zeros}`;
  const calcFormat = zeros === '' ? '0' : `0.${zeros}`;
  return (
    `<${tag} align="right" x:num="${value}" sdval="${value}" sdnum="1033;1033;${calcFormat}"` +
    ` style='mso-number-format:"${excelFormat}"'>${shown}</${tag}>`
  );
}

function escapeText(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char)
    .replace(SPACES, (spaces) => '&nbsp;'.repeat(spaces.length))
    .replace(/\r\n|\r|\n/g, '&#10;')
    .replaceAll('\t', '&#9;');
}
