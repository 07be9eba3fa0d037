/**
 * What a spreadsheet-like grid is to the rest of the window: rows, columns, marks and the way a cell is entered, in our
 * own words. Features describe a sheet with these types; only the files beside this one know AG Grid. A sheet never
 * owns data: it asks `value` and `text` each time it paints and hands typed text to `entry`.
 */

import type { CellInfoOf, CellPlan, NeedsReason } from './range/cell-plan.ts';
import type { SheetNames } from './range/align-clipboard.ts';
import type { KeyCommand } from './range/excel-keys.ts';
import type { PasteAlignment, PasteInput } from './range/paste-plan.ts';
import type { Selection } from './range/selection.ts';
import type { CellRef, SheetView } from './range/sheet-view.ts';
import type { Steps } from './range/steps.ts';
import type { ClipboardError } from './range/tsv.ts';
import type { CopiedCell } from './range/write-clipboard-html.ts';

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
  /** Numbers the rows (STT): a click selects the row, and the column itself is never part of a selection. */
  readonly rowHeader?: boolean;
  /** Shown only while the group around it stands open, or only while it is folded; always when absent. */
  readonly shownWhen?: 'open' | 'folded';
  /** What is compared when sorting. */
  readonly value: (row: SheetRow) => number | string | null;
  readonly text: (row: SheetRow) => string;
  /** Exact points (10⁻⁶ point) for the clipboard and for sums; NaN for none, absent where a cell holds no points. */
  readonly micro?: (row: SheetRow) => number;
}

export interface SheetGroup {
  readonly id: string;
  readonly header: string;
  readonly tooltip: string;
  readonly children: readonly (SheetColumn | SheetGroup)[];
  /** Whether it stands open at first; needs children with `shownWhen`. */
  readonly open?: boolean;
  readonly shownWhen?: 'open' | 'folded';
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

/** What the person answered about a plan; the first plan is made without answers. */
export type PlanAnswers = Pick<PasteInput, 'place' | 'answers' | 'blanks'>;

/** What a change would do; of a paste also how it placed the values. */
export type ChangePlan = CellPlan & { readonly alignment?: PasteAlignment };

/** One act on many cells: one plan, one batch, one undo step. */
export interface SheetChange {
  readonly step: 'set' | 'paste' | 'cut' | 'fill' | 'series' | 'clear' | 'replace';
  /** An earlier step this one takes the place of: that one is taken back first, so that one undo takes back both. */
  readonly instead?: SheetChange;
  /** Plans against the newest state; only a paste looks at the answers. */
  readonly plan: (answers: PlanAnswers) => Steps<ChangePlan>;
  /** Called after the plan was written or given up, for instance to take away the marks of a cut. */
  readonly done?: (isWritten: boolean) => void;
}

/** What selections, the clipboard and fills must know of cells, and where their changes go. */
export interface SheetCells {
  readonly info: CellInfoOf;
  readonly needsReason: NeedsReason;
  /** What rows and columns are called, for pasting by names. */
  readonly names: SheetNames;
  /** What a cell gives to the clipboard and to sums. */
  readonly copied: (cell: CellAddress) => CopiedCell;
  /** Works through what may be long without keeping the window waiting; what is short ends before this returns. */
  readonly run: <T>(steps: Steps<T>, done: (value: T) => void) => void;
  /** Plans in the same way; writes a plain plan at once, asks the person about any other. */
  readonly change: (change: SheetChange) => void;
  /** After the fill handle: the two things it can do ("Chép ô", "Điền dãy"), for a second thought. */
  readonly offerFill: (offer: { readonly copy: SheetChange; readonly series: SheetChange }) => void;
  /** The clipboard could not be read. */
  readonly refuseClipboard: (error: ClipboardError | 'empty' | 'severalRanges') => void;
}

/** Commands of the key table, and those that have no key. */
export type SheetCommand =
  KeyCommand | 'fillUp' | 'fillLeft' | 'fillSeries' | 'foldAll' | 'unfoldAll' | 'zoomReset' | 'history';

/** One column as it stands now. */
export interface ColumnLook {
  readonly id: string;
  /** At a zoom of 100 %. */
  readonly widthPx: number;
  readonly isShown: boolean;
  readonly pinned: 'left' | 'right' | null;
}

export interface SortWish {
  readonly columnId: string;
  readonly descending: boolean;
}

export interface SheetOptions {
  /** Accessible name. */
  readonly label: string;
  readonly rows: readonly SheetRow[];
  readonly columns: readonly (SheetColumn | SheetGroup)[];
  /** Class name → whether a cell of an entry column wears it. */
  readonly marks: Readonly<Record<string, (cell: CellAddress) => boolean>>;
  readonly entry: SheetEntry;
  readonly cells: SheetCells;
  readonly language: 'vi' | 'en';
  /** Name of the sort button in headers. */
  readonly sortLabel: string;
  /** Nonce of the content security policy for the grid's own style elements. */
  readonly styleNonce: string | undefined;
  readonly onFocus: (cell: CellAddress) => void;
  /** Rows no longer stand in the order of the chosen sort, or do again. */
  readonly onOrderStale: (stale: boolean) => void;
  readonly onContextMenu: (cell: CellAddress, x: number, y: number) => void;
  /** The button in a header: sort and filter by value. */
  readonly onHeaderMenu: (columnId: string, x: number, y: number) => void;
  /** Files dragged onto a cell from the desktop; absent where a sheet takes none. */
  readonly files?: {
    readonly accepts: (cell: CellAddress) => boolean;
    readonly onDrop: (cell: CellAddress, files: readonly File[]) => void;
  };
  /** A key of the table that is not the sheet's own business (find, go to, comment, F1 …); true when it was obeyed. */
  readonly onCommand: (command: SheetCommand) => boolean;
}

/** Remote control of a living sheet. */
export interface Sheet {
  /** Repaints these cells and nothing else. */
  readonly updateCells: (cells: readonly CellRef[]) => void;
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
  /** Says something at the active cell until the person goes on. */
  readonly say: (bubble: Bubble) => void;
  /** Rows and columns as displayed now, without row headers; a new object whenever they change places. */
  readonly view: () => SheetView;
  readonly rowOf: (rowId: string) => SheetRow | null;
  readonly selection: () => Selection | null;
  /** Selects, scrolls the active cell into sight and focuses it. */
  readonly setSelection: (selection: Selection) => void;
  /** Called after every change of the selection, also while it is dragged; returns the way out. */
  readonly onSelection: (listener: () => void) => () => void;
  /** Called after widths, visible columns, pinning, sort or open groups changed; returns the way out. */
  readonly onLook: (listener: () => void) => () => void;
  readonly scrollTo: (cell: CellRef) => void;
  /** Puts the keyboard back on the active cell, for instance after a dialog. */
  readonly takeFocus: () => void;
  /** Carries a command out as its key would; menus and the palette call this. */
  readonly run: (command: SheetCommand) => void;
  readonly columnLooks: () => readonly ColumnLook[];
  readonly setColumnLooks: (looks: readonly ColumnLook[]) => void;
  readonly sort: () => readonly SortWish[];
  readonly setSort: (wishes: readonly SortWish[]) => void;
  /** Size of text and rows in percent, 50–200. */
  readonly setZoom: (percent: number) => void;
  /** Ids of groups that are folded. */
  readonly foldedGroups: () => readonly string[];
  readonly setFolded: (groupId: string, isFolded: boolean) => void;
  readonly destroy: () => void;
}
