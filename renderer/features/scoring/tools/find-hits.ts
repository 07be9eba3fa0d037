/**
 * What the find bar finds: cells by their text, and names of units and criteria one can jump to. Pure; the search is a
 * generator so that a sheet of 10.600 × 88 cells is read in slices and the window never stands still.
 */
import { createFinder, type FindOptions } from '#renderer/grid/range/find-cells.ts';
import { isSelected, isSingleCell, type Selection } from '#renderer/grid/range/selection.ts';
import { placeOf, type CellRef, type SheetView } from '#renderer/grid/range/sheet-view.ts';

/** A name outside the cells, and the cell or unit it leads to. */
export interface NamedPlace {
  /** Code, name and both together: "whole cell" may mean any of them. */
  readonly texts: readonly string[];
  readonly to:
    | { readonly kind: 'column'; readonly columnId: string }
    | { readonly kind: 'unit'; readonly u: number }
    | { readonly kind: 'leaf'; readonly l: number };
}

export type FindHit = ({ readonly kind: 'cell' } & CellRef) | NamedPlace['to'];

export type FindScope = 'sheet' | 'selection';
export type FindOrder = 'rows' | 'columns';

export interface FindInput {
  readonly query: string;
  readonly options: FindOptions;
  readonly view: SheetView;
  /** Null searches the whole sheet. */
  readonly selection: Selection | null;
  readonly order: FindOrder;
  /** Texts of a cell, any of which may match; none when the cell is not looked into. */
  readonly textsOf: (cell: CellRef) => readonly string[];
  readonly names: readonly NamedPlace[];
}

/** Searches row by row and yields after each; returns names first, then cells in the order asked for. */
export function* findHits(input: FindInput): Generator<undefined, readonly FindHit[]> {
  const { view, selection, order, textsOf } = input;
  const finder = createFinder(input.query, input.options);
  if (!finder) return [];
  const matches = (text: string) => finder.matches(text);
  const names = selection ? [] : input.names.filter(({ texts }) => texts.some(matches)).map(({ to }) => to);
  const cells: ({ readonly kind: 'cell' } & CellRef)[] = [];
  for (const rowId of view.rowIds) {
    for (const columnId of view.columnIds) {
      const cell = { rowId, columnId };
      if (selection && !isSelected(selection, view, cell)) continue;
      if (textsOf(cell).some(matches)) cells.push({ kind: 'cell', ...cell });
    }
    yield;
  }
  if (order === 'columns') cells.sort((a, b) => compare(placeKey(view, a, order), placeKey(view, b, order)));
  return [...names, ...cells];
}

/** What "in the selection" means: only more than one cell is a selection, as in Excel. */
export function scopeOf(selection: Selection | null, scope: FindScope): Selection | null {
  return scope === 'selection' && selection && !isSingleCell(selection) ? selection : null;
}

/**
 * Which hit comes next, going round at the ends: after the hit shown last while the person stays there, else after the
 * active cell. −1 when nothing was found.
 */
export function nextHit(
  hits: readonly FindHit[],
  current: number,
  active: CellRef | null,
  view: SheetView,
  order: FindOrder,
  step: 1 | -1,
): number {
  if (hits.length === 0) return -1;
  if (current >= 0 && current < hits.length) return (current + step + hits.length) % hits.length;
  const here = active && placeOf(view, active) ? placeKey(view, active, order) : null;
  if (!here) return step > 0 ? 0 : hits.length - 1;
  const isBeyond = (hit: FindHit): boolean =>
    hit.kind === 'cell' && compare(placeKey(view, hit, order), here) * step > 0;
  const found = step > 0 ? hits.findIndex(isBeyond) : hits.findLastIndex(isBeyond);
  return found >= 0 ? found : step > 0 ? 0 : hits.length - 1;
}

/** Position of the hit at this cell; −1 when it is none. */
export function hitAt(hits: readonly FindHit[], cell: CellRef | null): number {
  if (!cell) return -1;
  return hits.findIndex((hit) => hit.kind === 'cell' && hit.rowId === cell.rowId && hit.columnId === cell.columnId);
}

type PlaceKey = readonly [major: number, minor: number];

function placeKey(view: SheetView, cell: CellRef, order: FindOrder): PlaceKey {
  const row = view.rowAt.get(cell.rowId) ?? 0;
  const column = view.columnAt.get(cell.columnId) ?? 0;
  return order === 'rows' ? [row, column] : [column, row];
}

function compare(a: PlaceKey, b: PlaceKey): number {
  return a[0] - b[0] || a[1] - b[1];
}
