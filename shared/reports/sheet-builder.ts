/**
 * Lays out one worksheet row by row, top to bottom (nothing is ever inserted above, so addresses handed out stay
 * right), measuring wrapped text for the row heights. Used by every annex builder.
 */
import type { Area, CellModel, PrintSetup, RowModel, SheetModel, StyleKey } from './sheet-model.ts';
import { STYLE_FONTS } from './style-fonts.ts';
import { lineCount, rowHeightPt, usableWidthPt } from './text-measure.ts';

/** A cell and how many columns it covers; `rows` of them share its height when it will be merged downwards. */
export interface Spanned {
  readonly cell: CellModel;
  readonly span: number;
  readonly rows: number;
}

export interface SheetBuilder {
  /** Number the next row will have. */
  readonly nextRow: number;
  /** Append a row; a number skips that many columns. Gives the row's number. */
  addRow(cells: readonly (CellModel | Spanned | number)[], minimumHeightPt?: number): number;
  /** Join cells of rows already added, for headings that cover several rows. */
  merge(area: Area): void;
  build(name: string, rest: Pick<SheetModel, 'frozen'> & { readonly print: Omit<PrintSetup, 'area'> }): SheetModel;
}

/** Start a worksheet with columns of these widths (points). */
export function sheetBuilder(columns: readonly number[]): SheetBuilder {
  const rows: RowModel[] = [];
  const merges: Area[] = [];

  function addRow(parts: readonly (CellModel | Spanned | number)[], minimumHeightPt = 0): number {
    const number = rows.length + 1;
    const cells: (CellModel | null)[] = [];
    let heightPt = minimumHeightPt;
    for (const part of parts) {
      if (typeof part === 'number') {
        for (let i = 0; i < part; i++) cells.push(null);
        continue;
      }
      const { cell, span, rows: sharing } = 'cell' in part ? part : { cell: part, span: 1, rows: 1 };
      const left = cells.length + 1;
      heightPt = Math.max(heightPt, neededHeightPt(cell, columns.slice(left - 1, left - 1 + span)) / sharing);
      cells.push(cell);
      for (let i = 1; i < span; i++) cells.push({ kind: 'blank', style: cell.style });
      if (span > 1) merges.push({ top: number, left, bottom: number, right: left + span - 1 });
    }
    rows.push({ heightPt: heightPt > 0 ? heightPt : null, cells });
    return number;
  }

  return {
    get nextRow() {
      return rows.length + 1;
    },
    addRow,
    merge: (area) => void merges.push(area),
    build: (name, { frozen, print }) => ({
      name,
      columns,
      rows,
      merges,
      frozen,
      print: { ...print, area: { top: 1, left: 1, bottom: rows.length, right: columns.length } },
    }),
  };
}

/** A text cell. */
export function text(style: StyleKey, value: string): CellModel {
  return { kind: 'text', style, text: value };
}

/** A number cell; `decimals` only for points, percentages and signed values. */
export function number(style: StyleKey, value: number, decimals?: number): CellModel {
  return { kind: 'number', style, value, ...(decimals !== undefined && { decimals }) };
}

/** A live formula with the engine's result. */
export function formula(style: StyleKey, source: string, result: number | string, decimals?: number): CellModel {
  return { kind: 'formula', style, formula: source, result, ...(decimals !== undefined && { decimals }) };
}

/** An empty cell with borders. */
export function blank(style: StyleKey): CellModel {
  return { kind: 'blank', style };
}

/** The same cell over several columns. */
export function over(span: number, cell: CellModel): Spanned {
  return { cell, span, rows: 1 };
}

/** A heading that will be merged with the row below it (see SheetBuilder.merge). */
export function overTwoRows(cell: CellModel): Spanned {
  return { cell, span: 1, rows: 2 };
}

function neededHeightPt(cell: CellModel, widths: readonly number[]): number {
  const font = STYLE_FONTS[cell.style];
  const content =
    cell.kind === 'text' ? cell.text : cell.kind === 'runs' ? cell.runs.map((run) => run.text).join('') : '';
  const shown = cell.kind === 'formula' && typeof cell.result === 'string' ? cell.result : content;
  const widthPt = usableWidthPt(widths.reduce((sum, width) => sum + width, 0));
  return rowHeightPt(lineCount(shown, font, widthPt), font);
}
