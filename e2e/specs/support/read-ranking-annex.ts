import { readTables } from '#db/excel/read-table.ts';
import { cellText, type RawCell, type RawTable } from '#shared/reports/raw-table.ts';
import { formatMicro, microFromNumber } from '#shared/util/decimal.ts';

export interface RankingAnnex {
  readonly rows: readonly { readonly rank: number; readonly index: string; readonly className: string }[];
  readonly mean: string;
  /** Every text of the sheet, for what must be printed somewhere. */
  readonly texts: readonly string[];
}

/** Reads phụ lục I of a block out of an exported workbook: ranks, printed indexes and classes in printed order. */
export async function readRankingAnnex(path: string, block: string): Promise<RankingAnnex> {
  const read = await readTables(path);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const sheet = read.value.find(({ name }) => name === `Phụ lục I - ${block}`);
  if (sheet === undefined) throw new Error(`No annex I of ${block}`);
  const [indexAt, rankAt, classAt] = ['Chỉ số (%)', 'Hạng', 'Xếp loại'].map((head) => columnOf(sheet, head));
  // The ranking is the first run of numbered rows; the table of neighbours further down is numbered too.
  const first = sheet.rows.findIndex((row) => row[0]?.kind === 'number');
  const length = sheet.rows.slice(first).findIndex((row) => row[0]?.kind !== 'number');
  const units = sheet.rows.slice(first, first + length);
  const meanRow = sheet.rows.find((row) => cellText(row[0]).startsWith('Chỉ số trung bình'));
  return {
    rows: units.map((row) => ({
      rank: Number(cellText(row[rankAt ?? 0])),
      index: printed(row[indexAt ?? 0]),
      className: cellText(row[classAt ?? 0]),
    })),
    mean: printed(meanRow?.[indexAt ?? 0]),
    texts: sheet.rows.flatMap((row) => row.map(cellText)).filter((text) => text !== ''),
  };
}

/** First column under this heading; last year's figures stand further right. */
function columnOf(sheet: RawTable, head: string): number {
  const at = sheet.rows.map((row) => row.findIndex((cell) => cellText(cell) === head)).find((found) => found >= 0);
  if (at === undefined) throw new Error(`No column "${head}"`);
  return at;
}

/** A figure as the annex prints it: two decimals, decimal comma. */
function printed(cell: RawCell | undefined): string {
  const value = cell !== undefined && 'number' in cell ? cell.number : undefined;
  const decimal = value === undefined ? null : microFromNumber(value);
  if (decimal === null) throw new Error(`Not a number: ${cellText(cell)}`);
  return formatMicro(decimal.micro, { locale: 'vi', decimals: 2 });
}
