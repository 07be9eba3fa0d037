/**
 * What a spreadsheet-like grid is to the rest of the window: rows, columns, marks and the way a cell is entered, in our
 * own words. Features describe a sheet with these types; only the files beside this one know AG Grid. A sheet never
 * owns data: it asks `value` and `text` each time it paints and hands typed text to `entry`.
 */

/** One line of a sheet. The object stays the same for the life of the sheet; `index` points into the feature's store. */
export interface SheetRow {
  readonly id: string;
  readonly index: number;
  /** Folded text (no diacritics, lower case) the filter box looks in. */
  readonly folded: string;
  /** Fixed look of the row: 0 plain, 1 and 2 are headings of the first and second level. */
  readonly level: 0 | 1 | 2;
}

export interface SheetColumn {
  readonly id: string;
  readonly header: string;
  readonly tooltip: string;
  readonly widthPx: number;
  readonly align: 'start' | 'center' | 'end';
  readonly pinned?: 'left' | 'right';
  /** Takes the width that is left over. */
  readonly grows?: boolean;
  /** A person types into this column (single cells may still be locked). */
  readonly entry?: boolean;
  readonly sortable?: boolean;
  /** Shows in bold: a total. */
  readonly total?: boolean;
  /** A change of the value flashes. */
  readonly flashes?: boolean;
  /** What is compared when sorting. */
  readonly value: (row: SheetRow) => number | string | null;
  readonly text: (row: SheetRow) => string;
}

export interface SheetGroup {
  readonly id: string;
  readonly header: string;
  readonly tooltip: string;
  readonly children: readonly (SheetColumn | SheetGroup)[];
}

/** Address of a cell by ids, which survive sorting and filtering. */
export interface CellAddress {
  readonly row: SheetRow;
  readonly columnId: string;
}

/** A message beside a cell. */
export interface Bubble {
  readonly text: string;
  readonly tone: 'error' | 'question' | 'info';
  readonly actions: readonly BubbleAction[];
}

export interface BubbleAction {
  readonly label: string;
  readonly disabled?: boolean;
  readonly run: () => void;
}

/** How a cell is entered. Every function is called with the newest state; none may be slow. */
export interface SheetEntry {
  /** False for cells nobody types into, such as sums. */
  readonly isEntry: (cell: CellAddress) => boolean;
  /** Why this cell cannot be typed into now; null when it can. */
  readonly locked: (cell: CellAddress) => Bubble | null;
  /** What the editor starts with. */
  readonly editText: (cell: CellAddress) => string;
  /**
   * Takes typed text. Null means it was taken; a bubble means it was not and the editor stays open. When the person is
   * already leaving the cell, the receiver must keep the text itself and mark the cell.
   */
  readonly commit: (cell: CellAddress, text: string, leaving: boolean) => Bubble | null;
  readonly clear: (cell: CellAddress) => Bubble | null;
  /** What is wrong with the cell, for the moment it gets the focus. */
  readonly problem: (cell: CellAddress) => Bubble | null;
  /** Esc on a cell with a problem: forget what was typed. */
  readonly dismiss: (cell: CellAddress) => void;
}

export interface SheetOptions {
  /** Accessible name. */
  readonly label: string;
  readonly rows: readonly SheetRow[];
  readonly columns: readonly (SheetColumn | SheetGroup)[];
  /** Class name → whether a cell of an entry column wears it. */
  readonly marks: Readonly<Record<string, (cell: CellAddress) => boolean>>;
  readonly entry: SheetEntry;
  readonly language: 'vi' | 'en';
  /** Nonce of the content security policy for the grid's own style elements. */
  readonly styleNonce: string | undefined;
  readonly onFocus: (cell: CellAddress) => void;
  /** Rows no longer stand in the order of the chosen sort, or do again. */
  readonly onOrderStale: (stale: boolean) => void;
  readonly onContextMenu: (cell: CellAddress, x: number, y: number) => void;
}

/** Remote control of a living sheet. */
export interface Sheet {
  /** Repaints what changed in these rows; never reorders. */
  readonly updateRows: (rows: readonly SheetRow[]) => void;
  /** Repaints everything that is visible, after the whole data set was replaced. */
  readonly repaint: () => void;
  readonly setFilter: (passes: ((row: SheetRow) => boolean) | null) => void;
  readonly showColumns: (isShown: (columnId: string) => boolean) => void;
  readonly resort: () => void;
  readonly focus: (rowId: string, columnId: string) => void;
  readonly focusedCell: () => CellAddress | null;
  /** Opens the editor of a cell, for instance from a menu. */
  readonly edit: (rowId: string, columnId: string) => void;
  /** The Delete key, from a menu. */
  readonly clear: (rowId: string, columnId: string) => void;
  /** Ends an open editor of a cell whose question was answered, and puts the focus back on it. */
  readonly closeEditor: (rowId: string, columnId: string) => void;
  readonly showBubble: (cell: CellAddress, bubble: Bubble) => void;
  readonly hideBubble: () => void;
  readonly destroy: () => void;
}
