/**
 * What a workbook is before any file format: sheets as plain data, with styles named from a closed set. Built by
 * build-annexes (and later by other reports), posted to the Excel worker, written by db/excel. Everything here survives
 * a structured clone and can be compared in a snapshot. It knows nothing of exceljs, files or the clock.
 */

/** The looks a cell can have; db/excel/cell-styles holds one frozen style for each. */
export type StyleKey =
  | 'annexLabel'
  | 'annexTitle'
  | 'annexReference'
  | 'annexRule'
  | 'simulated'
  | 'head'
  | 'text'
  | 'centred'
  | 'integer'
  | 'points'
  | 'percent'
  | 'signed'
  | 'signedInteger'
  | 'sumText'
  | 'sumInteger'
  | 'sumPoints'
  | 'sumPercent'
  | 'sumBlank'
  | 'note'
  | 'noteTitle'
  | 'endMark'
  | 'dataTitle'
  | 'dataNote'
  | 'dataHead'
  | 'dataText'
  | 'dataPoints'
  | 'dataMaximum'
  | 'dataExcused';

export type CellModel =
  | { readonly kind: 'blank'; readonly style: StyleKey }
  | { readonly kind: 'text'; readonly style: StyleKey; readonly text: string }
  | { readonly kind: 'number'; readonly style: StyleKey; readonly value: number; readonly decimals?: number }
  | {
      readonly kind: 'formula';
      readonly style: StyleKey;
      /** Without the leading "=", English function names, comma separated. */
      readonly formula: string;
      /** What the engine says the formula yields. */
      readonly result: number | string;
      readonly decimals?: number;
    }
  | { readonly kind: 'runs'; readonly style: StyleKey; readonly runs: readonly TextRun[] };

interface TextRun {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

export interface RowModel {
  /** In points; null leaves the default height. */
  readonly heightPt: number | null;
  /** From column A on; null is an untouched cell. */
  readonly cells: readonly (CellModel | null)[];
}

/** Rows and columns counted from 1, both ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface PrintSetup {
  readonly paper: 'A4' | 'A3';
  readonly landscape: boolean;
  /** The sheet is shrunk to this many pages across; annexes have one. */
  readonly pagesAcross: number;
  /** Rows repeated on every page, from–to; null repeats none. */
  readonly repeatedRows: readonly [number, number] | null;
  /** Columns from the left repeated on every page across; 0 repeats none. */
  readonly repeatedColumns: number;
  readonly area: Area;
}

export interface SheetModel {
  readonly name: string;
  /** Widths in points, one per column. */
  readonly columns: readonly number[];
  readonly rows: readonly RowModel[];
  readonly merges: readonly Area[];
  readonly frozen: { readonly rows: number; readonly columns: number } | null;
  readonly print: PrintSetup;
}

interface DefinedName {
  readonly name: string;
  readonly sheet: string;
  readonly area: Area;
}

interface WorkbookProperties {
  readonly title: string;
  readonly subject: string;
  readonly creator: string;
  readonly description: string;
  readonly keywords: string;
}

export interface WorkbookModel {
  readonly sheets: readonly SheetModel[];
  readonly definedNames: readonly DefinedName[];
  readonly properties: WorkbookProperties;
}
