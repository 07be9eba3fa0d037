/**
 * The selected ranges and the active cell, as Excel keeps them. Pure: every act returns a new selection. Ranges are two
 * corner cells by id and are read against the view of the moment; after a sort or a filter the host must call
 * `remapSelection` (selection-remap.ts), because two corners enclose other rows in another order.
 */
import { cellAt, isSameCell, placeOf, type CellRef, type Rect, type SheetView } from './sheet-view.ts';

/** What two corners enclose. Whole rows and columns stay whole when columns or rows come and go. */
export type RangeKind = 'cells' | 'rows' | 'columns' | 'all';

export interface CellRange {
  readonly kind: RangeKind;
  /** Where the range began; stays when it is extended. */
  readonly anchor: CellRef;
  /** The corner that moves when it is extended. */
  readonly focus: CellRef;
}

export interface Selection {
  /** At least one; overlaps are allowed, cells count once. */
  readonly ranges: readonly CellRange[];
  /** The range that Shift extends and that the active cell is in. */
  readonly activeRange: number;
  /** The cell typing goes into; always inside the active range. */
  readonly active: CellRef;
}

export interface PressKeys {
  readonly shift: boolean;
  readonly ctrl: boolean;
}

/** One cell alone. */
export function selectCell(cell: CellRef): Selection {
  return { ranges: [{ kind: 'cells', anchor: cell, focus: cell }], activeRange: 0, active: cell };
}

/** One rectangle between two corners, active at the anchor. */
export function selectRange(anchor: CellRef, focus: CellRef): Selection {
  return { ranges: [{ kind: 'cells', anchor, focus }], activeRange: 0, active: anchor };
}

/** The whole sheet (Ctrl+A); the active cell stays. Null for an empty view. */
export function selectAll(selection: Selection | null, view: SheetView): Selection | null {
  const first = cellAt(view, 0, 0);
  const last = cellAt(view, view.rowIds.length - 1, view.columnIds.length - 1);
  if (!first || !last) return null;
  const active = selection && placeOf(view, selection.active) ? selection.active : first;
  return { ranges: [{ kind: 'all', anchor: first, focus: last }], activeRange: 0, active };
}

/**
 * Mouse button down on a cell: plain selects it, Shift extends the active range, Ctrl starts a new range or takes an
 * already selected cell out. The last cell cannot be taken out.
 */
export function pressCell(selection: Selection | null, view: SheetView, cell: CellRef, keys: PressKeys): Selection {
  if (!selection || (!keys.shift && !keys.ctrl)) return selectCell(cell);
  if (keys.shift) return replaceActive(selection, ({ anchor }) => ({ kind: 'cells', anchor, focus: cell }));
  return toggleRange(selection, view, cell, cell);
}

/** Mouse moved with the button down, over cells or over headers: the active range reaches to this cell. */
export function dragTo(selection: Selection, cell: CellRef): Selection {
  return replaceActive(selection, (range) => ({
    ...range,
    kind: range.kind === 'all' ? 'cells' : range.kind,
    focus: cell,
  }));
}

/**
 * Ctrl with a drag, given the selection as it was when the button went down: adds the rectangle, or takes it out when
 * it began on a selected cell.
 */
export function toggleRange(selection: Selection, view: SheetView, anchor: CellRef, focus: CellRef): Selection {
  if (!isSelected(selection, view, anchor)) return addRange(selection, { kind: 'cells', anchor, focus });
  const hole = rectOf(view, { kind: 'cells', anchor, focus });
  if (!hole) return selection;
  const left = selection.ranges.flatMap((range) => {
    const rect = rectOf(view, range);
    if (!rect || !overlaps(rect, hole)) return [range];
    return subtract(rect, hole).map((part) => rangeOf(view, part));
  });
  const last = left.at(-1);
  if (!last) return selectCell(anchor);
  const activeRange = left.findLastIndex((range) => contains(view, range, selection.active));
  if (activeRange >= 0) return { ranges: left, activeRange, active: selection.active };
  return { ranges: left, activeRange: left.length - 1, active: last.anchor };
}

/** Adds a range and makes it the active one. */
export function addRange(selection: Selection, range: CellRange): Selection {
  const ranges = [...selection.ranges, range];
  return { ranges, activeRange: ranges.length - 1, active: range.anchor };
}

/** Click on a row header, with Shift and Ctrl as on cells. */
export function pressRow(selection: Selection | null, view: SheetView, rowId: string, keys: PressKeys): Selection {
  const first = view.columnIds[0] ?? '';
  const last = view.columnIds.at(-1) ?? '';
  return pressWhole(selection, 'rows', { rowId, columnId: first }, { rowId, columnId: last }, keys);
}

/** Click on a column header, with Shift and Ctrl as on cells. */
export function pressColumn(
  selection: Selection | null,
  view: SheetView,
  columnId: string,
  keys: PressKeys,
): Selection {
  const first = view.rowIds[0] ?? '';
  const last = view.rowIds.at(-1) ?? '';
  return pressWhole(selection, 'columns', { rowId: first, columnId }, { rowId: last, columnId }, keys);
}

function pressWhole(
  selection: Selection | null,
  kind: 'rows' | 'columns',
  anchor: CellRef,
  focus: CellRef,
  keys: PressKeys,
): Selection {
  const fresh: CellRange = { kind, anchor, focus };
  if (selection && keys.shift) return replaceActive(selection, (range) => ({ kind, anchor: range.anchor, focus }));
  if (selection && keys.ctrl) return addRange(selection, fresh);
  return { ranges: [fresh], activeRange: 0, active: anchor };
}

/** Shift+Space and Ctrl+Space: the ranges grow to whole rows or columns, the active cell stays. */
export function widenTo(selection: Selection, kind: 'rows' | 'columns'): Selection {
  const ranges = selection.ranges.map((range): CellRange => {
    return range.kind === 'all' || (range.kind !== 'cells' && range.kind !== kind)
      ? { ...range, kind: 'all' }
      : { ...range, kind };
  });
  return { ...selection, ranges };
}

function replaceActive(selection: Selection, change: (range: CellRange) => CellRange): Selection {
  const ranges = selection.ranges.map((range, at) => (at === selection.activeRange ? change(range) : range));
  const active = ranges[selection.activeRange];
  // Tab may have moved the active cell off the anchor; once the range changes, typing goes where it began.
  return { ...selection, ranges, active: active?.anchor ?? selection.active };
}

/** Places of a range in this view; null when a corner is not displayed. */
export function rectOf(view: SheetView, range: CellRange): Rect | null {
  const lastRow = view.rowIds.length - 1;
  const lastColumn = view.columnIds.length - 1;
  if (lastRow < 0 || lastColumn < 0) return null;
  const wholeRows = range.kind === 'rows' || range.kind === 'all';
  const wholeColumns = range.kind === 'columns' || range.kind === 'all';
  const rows = wholeColumns ? ([0, lastRow] as const) : span(view.rowAt, range.anchor.rowId, range.focus.rowId);
  const columns = wholeRows
    ? ([0, lastColumn] as const)
    : span(view.columnAt, range.anchor.columnId, range.focus.columnId);
  return rows && columns ? { top: rows[0], bottom: rows[1], left: columns[0], right: columns[1] } : null;
}

function span(at: ReadonlyMap<string, number>, a: string, b: string): readonly [number, number] | null {
  const from = at.get(a);
  const to = at.get(b);
  return from === undefined || to === undefined ? null : [Math.min(from, to), Math.max(from, to)];
}

/** Rectangles of all ranges that are displayed, in the order they were made. */
export function rectsOf(selection: Selection, view: SheetView): readonly Rect[] {
  return selection.ranges.flatMap((range) => rectOf(view, range) ?? []);
}

/** A plain range between the corners of a rectangle of this view. */
export function rangeOf(view: SheetView, rect: Rect): CellRange {
  const anchor = cellAt(view, rect.top, rect.left);
  const focus = cellAt(view, rect.bottom, rect.right);
  if (!anchor || !focus) throw new RangeError('rectangle outside the view');
  return { kind: 'cells', anchor, focus };
}

/** True when the cell is in one of the ranges. */
export function isSelected(selection: Selection, view: SheetView, cell: CellRef): boolean {
  return selection.ranges.some((range) => contains(view, range, cell));
}

function contains(view: SheetView, range: CellRange, cell: CellRef): boolean {
  const rect = rectOf(view, range);
  const place = placeOf(view, cell);
  if (!rect || !place) return false;
  const { row, column } = place;
  return row >= rect.top && row <= rect.bottom && column >= rect.left && column <= rect.right;
}

/** True when exactly one cell is selected. */
export function isSingleCell(selection: Selection): boolean {
  const [only] = selection.ranges;
  return selection.ranges.length === 1 && only?.kind === 'cells' && isSameCell(only.anchor, only.focus);
}

function overlaps(a: Rect, b: Rect): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

/** What is left of a rectangle around a hole: up to four rectangles that do not overlap. */
function subtract(rect: Rect, hole: Rect): readonly Rect[] {
  const top = Math.max(rect.top, hole.top);
  const bottom = Math.min(rect.bottom, hole.bottom);
  const parts: Rect[] = [
    { ...rect, bottom: top - 1 },
    { top, bottom, left: rect.left, right: hole.left - 1 },
    { top, bottom, left: hole.right + 1, right: rect.right },
    { ...rect, top: bottom + 1 },
  ];
  return parts.filter((part) => part.top <= part.bottom && part.left <= part.right);
}
