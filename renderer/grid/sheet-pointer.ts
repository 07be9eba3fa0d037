import type { GridApi } from 'ag-grid-community';
import { findFillTarget, type FillTarget } from './range/fill-target.ts';
import {
  dragTo,
  isSelected,
  pressCell,
  pressColumn,
  pressRow,
  rectsOf,
  selectAll,
  toggleRange,
  type PressKeys,
} from './range/selection.ts';
import { placeOf, type CellRef, type Rect } from './range/sheet-view.ts';
import type { SelectionModel } from './selection-model.ts';
import type { SheetRow } from './sheet.ts';

export interface PointerHost {
  readonly model: SelectionModel;
  readonly isRowHeader: (columnId: string) => boolean;
  readonly hasHandle: () => boolean;
  /** The handle is being dragged over a target; null when it is over none. */
  readonly onTarget: (rect: Rect | null) => void;
  /** The handle was let go. */
  readonly onFill: (source: Rect, target: FillTarget, isCopy: boolean) => void;
}

/** How near to the lower right corner of the selection the handle is taken, in pixels. */
const HANDLE_PX = 7;
const EDGE_PX = 6;

/**
 * The mouse on the sheet: pressing and dragging over cells, row headers and column headers, scrolling at the edges, and
 * the fill handle. Runs before the grid's own handlers, which would move the focus on Shift and Ctrl. Answers the way
 * out.
 */
export function attachPointer(api: GridApi<SheetRow>, frame: HTMLElement, host: PointerHost): () => void {
  const { model } = host;
  let stopDrag: (() => void) | null = null;

  function cellUnder(target: EventTarget | null): CellRef | null {
    const cell = target instanceof Element ? target.closest('.ag-cell') : null;
    const rowId = cell?.closest('.ag-row')?.getAttribute('row-id');
    const columnId = cell?.getAttribute('col-id');
    return rowId && columnId ? { rowId, columnId } : null;
  }

  function isOnHandle(event: MouseEvent): boolean {
    const cell = event.target instanceof Element ? event.target.closest('.sheet-handle') : null;
    const box = cell?.getBoundingClientRect();
    return box !== undefined && box.right - event.clientX <= HANDLE_PX && box.bottom - event.clientY <= HANDLE_PX;
  }

  function onMouseDown(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : null;
    if (event.button !== 0 || !target || target.closest('.sheet-editor, button, .ag-header-cell-resize')) return;
    if (host.hasHandle() && isOnHandle(event)) return startFill(event);
    const keys = { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey };
    const cell = cellUnder(target);
    if (cell)
      return host.isRowHeader(cell.columnId) ? startRows(event, cell.rowId, keys) : startCells(event, cell, keys);
    const header = target.closest('.ag-header-cell[col-id]');
    if (header) startColumns(event, header.getAttribute('col-id') ?? '', keys);
    else selectGroup(event, target.closest('.ag-header-group-cell[col-id]'), keys);
  }

  function take(event: MouseEvent): void {
    // The grid must not move its focus, and the browser must not select text.
    event.stopPropagation();
    event.preventDefault();
  }

  function startCells(event: MouseEvent, cell: CellRef, keys: PressKeys): void {
    take(event);
    const before = model.get();
    model.set(pressCell(before, model.view(), cell, keys), 'none');
    const isOut = keys.ctrl && !keys.shift && before !== null && isSelected(before, model.view(), cell);
    drag((to) => {
      const now = model.get();
      if (!now) return;
      if (isOut) model.set(toggleRange(before, model.view(), cell, to), 'none');
      else model.set(dragTo(now, to), 'none');
    });
  }

  function startRows(event: MouseEvent, rowId: string, keys: PressKeys): void {
    take(event);
    model.set(pressRow(model.get(), model.view(), rowId, keys), 'none');
    drag(extend);
  }

  function startColumns(event: MouseEvent, columnId: string, keys: PressKeys): void {
    if (model.view().rowIds.length === 0) return;
    take(event);
    if (host.isRowHeader(columnId)) {
      const all = selectAll(model.get(), model.view());
      if (all) model.set(all, 'none');
      return;
    }
    model.set(pressColumn(model.get(), model.view(), columnId, keys), 'none');
    drag(extend);
  }

  /** A header of a group selects the columns below it. */
  function selectGroup(event: MouseEvent, header: Element | null, keys: PressKeys): void {
    const group = api.getColumnGroup(header?.getAttribute('col-id')?.replace(/_\d+$/, '') ?? '');
    const ids = group?.getDisplayedLeafColumns().map((column) => column.getColId()) ?? [];
    const known = ids.filter((id) => model.view().columnAt.has(id));
    const [first] = known;
    const last = known.at(-1);
    if (first === undefined || last === undefined || model.view().rowIds.length === 0) return;
    take(event);
    const pressed = pressColumn(model.get(), model.view(), first, { shift: false, ctrl: keys.ctrl });
    model.set(pressColumn(pressed, model.view(), last, { shift: true, ctrl: false }), 'none');
  }

  function extend(to: CellRef): void {
    const now = model.get();
    if (now) model.set(dragTo(now, to), 'none');
  }

  function startFill(event: MouseEvent): void {
    const selection = model.get();
    const [source] = selection ? rectsOf(selection, model.view()) : [];
    if (!source) return;
    take(event);
    let target: FillTarget | null = null;
    let isCopy = event.ctrlKey;
    drag(
      (to, moved) => {
        const place = placeOf(model.view(), to);
        target = place && findFillTarget(source, place.row, place.column);
        isCopy = moved?.ctrlKey ?? isCopy;
        host.onTarget(target?.rect ?? null);
      },
      () => {
        host.onTarget(null);
        if (target) host.onFill(source, target, isCopy);
      },
    );
  }

  /** Follows the pointer until the button is let go, also outside the sheet, where it scrolls. */
  function drag(onCell: (to: CellRef, event: MouseEvent | null) => void, onEnd?: () => void): void {
    stopDrag?.();
    let point: { readonly x: number; readonly y: number } | null = null;
    let last: CellRef | null = null;
    let timer = 0;

    function visit(event: MouseEvent | null): void {
      const at = point && nearestCell(point.x, point.y);
      if (!at || (last?.rowId === at.rowId && last.columnId === at.columnId)) return;
      last = at;
      onCell(at, event);
    }
    function onMove(event: MouseEvent): void {
      point = { x: event.clientX, y: event.clientY };
      visit(event);
      if (timer === 0) timer = requestAnimationFrame(scroll);
    }
    function scroll(): void {
      timer = 0;
      const viewport = frame.querySelector('.ag-grid-viewport');
      const box = bodyBox();
      if (!viewport || !point || !box) return;
      const x = beyond(point.x, box.left, box.right);
      const y = beyond(point.y, box.top, box.bottom);
      if (x === 0 && y === 0) return;
      viewport.scrollLeft += x;
      viewport.scrollTop += y;
      visit(null);
      timer = requestAnimationFrame(scroll);
    }
    function stop(): void {
      cancelAnimationFrame(timer);
      window.removeEventListener('mousemove', onMove, true);
      window.removeEventListener('mouseup', onUp, true);
      stopDrag = null;
    }
    function onUp(): void {
      stop();
      onEnd?.();
    }
    window.addEventListener('mousemove', onMove, true);
    window.addEventListener('mouseup', onUp, true);
    stopDrag = stop;
  }

  /** The part of the sheet whose cells scroll: between frozen columns, below headers. */
  function bodyBox(): DOMRect | null {
    const viewport = frame.querySelector('.ag-grid-viewport')?.getBoundingClientRect();
    if (!viewport) return null;
    const bottomOf = (selector: string) => frame.querySelector(selector)?.getBoundingClientRect();
    const top = bottomOf('.ag-grid-pinned-top-rows')?.bottom ?? viewport.top;
    const left = bottomOf('.ag-row .ag-grid-pinned-left-cells')?.right ?? viewport.left;
    const right = bottomOf('.ag-row .ag-grid-pinned-right-cells')?.left ?? viewport.right;
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, viewport.bottom - top));
  }

  /** The cell under a point, or the nearest one when the point is outside the cells. */
  function nearestCell(x: number, y: number): CellRef | null {
    const box = bodyBox();
    const viewport = frame.querySelector('.ag-grid-viewport')?.getBoundingClientRect();
    if (!box || !viewport) return null;
    const inX = Math.min(Math.max(x, viewport.left + 2), viewport.right - 2);
    const inY = Math.min(Math.max(y, box.top + 2), viewport.bottom - 2);
    const hit = document
      .elementsFromPoint(inX, inY)
      .find((element) => frame.contains(element) && element.closest('.ag-cell'));
    const cell = cellUnder(hit ?? null);
    const view = model.view();
    if (cell) return view.columnAt.has(cell.columnId) ? cell : { rowId: cell.rowId, columnId: view.columnIds[0] ?? '' };
    // Below the last row or right of the last column.
    const row = frame.querySelector(`.ag-row[row-index="${view.rowIds.length - 1}"]`);
    const isBelow = row !== null && inY > row.getBoundingClientRect().bottom;
    const rowId = isBelow ? view.rowIds.at(-1) : cellUnderRow(inY);
    const columnId = view.columnIds.at(-1);
    if (!isBelow) return rowId && columnId ? { rowId, columnId } : null;
    const above = document
      .elementsFromPoint(inX, row.getBoundingClientRect().bottom - 3)
      .find((element) => frame.contains(element) && element.closest('.ag-cell'));
    const found = cellUnder(above ?? null)?.columnId ?? columnId;
    return rowId && found ? { rowId, columnId: found } : null;
  }

  function cellUnderRow(y: number): string | undefined {
    for (const row of frame.querySelectorAll('.ag-row[row-id]')) {
      const box = row.getBoundingClientRect();
      if (y >= box.top && y < box.bottom) return row.getAttribute('row-id') ?? undefined;
    }
    return undefined;
  }

  function onMouseMove(event: MouseEvent): void {
    frame.classList.toggle('sheet-on-handle', stopDrag === null && host.hasHandle() && isOnHandle(event));
  }

  frame.addEventListener('mousedown', onMouseDown, { capture: true });
  frame.addEventListener('mousemove', onMouseMove, { passive: true });
  return () => {
    stopDrag?.();
    frame.removeEventListener('mousedown', onMouseDown, { capture: true });
    frame.removeEventListener('mousemove', onMouseMove);
  };
}

/** Pixels to scroll per frame when the pointer is near or past an edge; the further, the faster. */
function beyond(at: number, from: number, to: number): number {
  if (at > to - EDGE_PX) return Math.min(40, Math.max(4, (at - to + EDGE_PX) / 2));
  if (at < from + EDGE_PX) return -Math.min(40, Math.max(4, (from + EDGE_PX - at) / 2));
  return 0;
}
