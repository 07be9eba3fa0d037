import { rangeOf, rectOf, selectCell, type CellRange, type Selection } from './selection.ts';
import { cellAt, isSameCell, placeOf, type CellRef, type Rect, type SheetView } from './sheet-view.ts';

/**
 * The selection after rows or columns were sorted, filtered, shown or hidden.
 *
 * The rule: the same cells stay selected, less those no longer displayed; never a cell more. Two corners would enclose
 * strangers after a sort, and Delete would then clear scores nobody chose. So a range whose rows now stand apart becomes
 * several ranges, and rows that come back when a filter is lifted come back unselected. Whole rows, whole columns and
 * the whole sheet stay whole in the direction they span. When nothing is left, the nearest displayed cell below the
 * active one is selected (else above, columns alike); null only when the view is empty.
 */
export function remapSelection(selection: Selection, before: SheetView, after: SheetView): Selection | null {
  if (after.rowIds.length === 0 || after.columnIds.length === 0) return null;
  const ranges: CellRange[] = [];
  const order = selection.ranges.map((range, at) => ({ range, isActive: at === selection.activeRange }));
  let activeRange = -1;
  for (const { range, isActive } of order) {
    for (const part of remapRange(range, before, after)) {
      if (isActive && (activeRange < 0 || holds(part, selection.active, after))) activeRange = ranges.length;
      ranges.push(part);
    }
  }
  if (ranges.length === 0) {
    const nearest = nearestCell(selection.active, before, after);
    return nearest && selectCell(nearest);
  }
  const index = activeRange >= 0 ? activeRange : ranges.length - 1;
  const range = ranges[index] as CellRange;
  const active = holds(range, selection.active, after) ? selection.active : cornerOf(range, after);
  return { ranges, activeRange: index, active };
}

function cornerOf(range: CellRange, view: SheetView): CellRef {
  const rect = rectOf(view, range);
  return (rect && cellAt(view, rect.top, rect.left)) ?? range.anchor;
}

function remapRange(range: CellRange, before: SheetView, after: SheetView): readonly CellRange[] {
  const rect = rectOf(before, range);
  if (!rect) return [];
  const wholeRows = range.kind === 'rows' || range.kind === 'all';
  const wholeColumns = range.kind === 'columns' || range.kind === 'all';
  const rows = wholeColumns
    ? [[0, after.rowIds.length - 1] as const]
    : runsOf(before.rowIds, rect.top, rect.bottom, after.rowAt);
  const columns = wholeRows
    ? [[0, after.columnIds.length - 1] as const]
    : runsOf(before.columnIds, rect.left, rect.right, after.columnAt);
  const rects = rows.flatMap(([top, bottom]) => columns.map(([left, right]): Rect => ({ top, bottom, left, right })));
  const [only] = rects;
  if (rects.length === 1 && only) return [keepCorners(range, only, after)];
  return rects.map((part) => ({ ...rangeOf(after, part), kind: range.kind }));
}

/** Places in the new order of ids [from, to] of the old one, as runs without a gap. */
function runsOf(
  ids: readonly string[],
  from: number,
  to: number,
  at: ReadonlyMap<string, number>,
): readonly (readonly [number, number])[] {
  const places: number[] = [];
  for (let i = from; i <= to; i++) {
    const place = at.get(ids[i] ?? '');
    if (place !== undefined) places.push(place);
  }
  places.sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const place of places) {
    const last = runs.at(-1);
    if (last && place === last[1] + 1) last[1] = place;
    else runs.push([place, place]);
  }
  return runs;
}

/** Keeps anchor and focus when they still are the corners, so that Shift goes on extending the same way. */
function keepCorners(range: CellRange, rect: Rect, view: SheetView): CellRange {
  const same = rectOf(view, range);
  const isKept =
    same &&
    same.top === rect.top &&
    same.left === rect.left &&
    same.bottom === rect.bottom &&
    same.right === rect.right;
  const place = placeOf(view, range.anchor);
  if (isKept && place) return range;
  return { ...rangeOf(view, rect), kind: range.kind };
}

function holds(range: CellRange, cell: CellRef, view: SheetView): boolean {
  const rect = rectOf(view, range);
  const place = placeOf(view, cell);
  if (!rect || !place) return isSameCell(range.anchor, cell);
  const { row, column } = place;
  return row >= rect.top && row <= rect.bottom && column >= rect.left && column <= rect.right;
}

function nearestCell(cell: CellRef, before: SheetView, after: SheetView): CellRef | null {
  const row = nearestPlace(before.rowIds, before.rowAt.get(cell.rowId) ?? 0, after.rowAt);
  const column = nearestPlace(before.columnIds, before.columnAt.get(cell.columnId) ?? 0, after.columnAt);
  return cellAt(after, row, column);
}

function nearestPlace(ids: readonly string[], from: number, at: ReadonlyMap<string, number>): number {
  for (let i = from; i < ids.length; i++) {
    const place = at.get(ids[i] ?? '');
    if (place !== undefined) return place;
  }
  for (let i = from - 1; i >= 0; i--) {
    const place = at.get(ids[i] ?? '');
    if (place !== undefined) return place;
  }
  return 0;
}
