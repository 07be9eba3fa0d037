import type { GridApi } from 'ag-grid-community';
import { paintCells } from './range/selection-cells.ts';
import { rectsOf, type Selection } from './range/selection.ts';
import type { Rect, SheetView } from './range/sheet-view.ts';
import type { SelectionModel } from './selection-model.ts';
import type { SheetRow } from './sheet.ts';

const SELECTED = 1;
const ACTIVE = 2;
const HANDLE = 4;
/** Class of each bit; a cell's look is one number, so that comparing costs nothing. */
const CLASSES = [
  'sheet-selected',
  'sheet-active',
  'sheet-handle',
  ...['top', 'right', 'bottom', 'left'].map((side) => `sheet-edge-${side}`),
  ...['top', 'right', 'bottom', 'left'].map((side) => `sheet-cut-${side}`),
  ...['top', 'right', 'bottom', 'left'].map((side) => `sheet-target-${side}`),
] as const;
const EDGES = 3;
const CUTS = 7;
const TARGETS = 11;

export interface SelectionPainter {
  /** Paints what changed since the last time, in the cells that are in the document. */
  readonly paint: () => void;
  /** Paints again when scrolling went past the rows looked at; to be called while scrolling. */
  readonly keepUp: () => void;
  /** Classes a cell is born with, when scrolling brings it in. */
  readonly classesOf: (rowId: string, columnId: string) => string[];
  /** Dashed lines around the source of a copy or cut; null takes them away. */
  readonly setSource: (selection: Selection | null) => void;
  /** Dotted lines around where the fill handle would fill; null takes them away. */
  readonly setTarget: (target: Rect | null) => void;
}

/**
 * Paints selections by toggling classes on the cells in the document, never by a refresh of the grid: a moving mouse
 * touches only the cells whose look changed. Cells that scrolling brings in get their classes when they are made.
 */
export function createSelectionPainter(
  api: GridApi<SheetRow>,
  frame: HTMLElement,
  model: SelectionModel,
  /** Whether the fill handle is offered: one range, and somebody may write. */
  hasHandle: () => boolean,
): SelectionPainter {
  let source: Selection | null = null;
  let target: Rect | null = null;
  let looks = new Map<string, Map<string, number>>();
  const painted = new WeakMap<Element, number>();
  /** Rows the looks were computed for. */
  let reserve: Rect | null = null;

  function compute(): void {
    looks = new Map();
    const view = model.view();
    const window = windowOf(view);
    reserve = window;
    const selection = model.get();
    if (!window) return;
    if (selection) {
      for (const cell of paintCells(selection, view, window)) {
        const edges =
          Number(cell.top) | (Number(cell.right) << 1) | (Number(cell.bottom) << 2) | (Number(cell.left) << 3);
        add(cell.rowId, cell.columnId, SELECTED | (cell.isActive ? ACTIVE : 0) | (edges << EDGES));
      }
      const [only, ...more] = rectsOf(selection, view);
      const rowId = only && view.rowIds[only.bottom];
      const columnId = only && view.columnIds[only.right];
      if (rowId !== undefined && columnId !== undefined && more.length === 0 && hasHandle())
        add(rowId, columnId, HANDLE);
    }
    if (source) {
      for (const rect of rectsOf(source, view)) frameRect(rect, view, window, CUTS);
    }
    if (target) frameRect(target, view, window, TARGETS);
  }

  function frameRect(rect: Rect, view: SheetView, window: Rect, shift: number): void {
    for (let row = Math.max(rect.top, window.top); row <= Math.min(rect.bottom, window.bottom); row++) {
      for (let column = Math.max(rect.left, window.left); column <= Math.min(rect.right, window.right); column++) {
        const sides =
          Number(row === rect.top) |
          (Number(column === rect.right) << 1) |
          (Number(row === rect.bottom) << 2) |
          (Number(column === rect.left) << 3);
        const rowId = view.rowIds[row];
        const columnId = view.columnIds[column];
        if (sides && rowId !== undefined && columnId !== undefined) add(rowId, columnId, sides << shift);
      }
    }
  }

  function add(rowId: string, columnId: string, bits: number): void {
    let row = looks.get(rowId);
    if (!row) looks.set(rowId, (row = new Map<string, number>()));
    row.set(columnId, (row.get(columnId) ?? 0) | bits);
  }

  /** Places of the rows in the document; all columns, because frozen ones are always there. */
  function windowOf(view: SheetView): Rect | null {
    if (view.rowIds.length === 0 || view.columnIds.length === 0) return null;
    // A page of reserve on both sides: rows that come in before the next paint are born right.
    const first = api.getFirstDisplayedRowIndex();
    const last = api.getLastDisplayedRowIndex();
    const page = Math.max(40, last - first);
    return {
      top: Math.max(0, first - page),
      bottom: Math.min(view.rowIds.length - 1, last + page),
      left: 0,
      right: view.columnIds.length - 1,
    };
  }

  function paint(): void {
    compute();
    for (const row of frame.querySelectorAll('.ag-row[row-id]')) {
      const columns = looks.get(row.getAttribute('row-id') ?? '');
      for (const cell of row.querySelectorAll('.ag-cell')) {
        const next = columns?.get(cell.getAttribute('col-id') ?? '') ?? 0;
        const before = painted.get(cell) ?? readBits(cell);
        if (next !== before) toggle(cell, before, next);
        painted.set(cell, next);
      }
    }
  }

  return {
    paint,
    keepUp() {
      const first = api.getFirstDisplayedRowIndex();
      const last = api.getLastDisplayedRowIndex();
      if (reserve && (first < reserve.top || last > reserve.bottom)) paint();
    },
    classesOf(rowId, columnId) {
      const bits = looks.get(rowId)?.get(columnId) ?? 0;
      return bits === 0 ? [] : CLASSES.filter((_, at) => bits & (1 << at));
    },
    setSource(selection) {
      source = selection;
    },
    setTarget(rect) {
      target = rect;
    },
  };
}

function readBits(cell: Element): number {
  return CLASSES.reduce((bits, name, at) => (cell.classList.contains(name) ? bits | (1 << at) : bits), 0);
}

function toggle(cell: Element, before: number, next: number): void {
  const changed = before ^ next;
  CLASSES.forEach((name, at) => {
    if (changed & (1 << at)) cell.classList.toggle(name, (next & (1 << at)) !== 0);
  });
}
