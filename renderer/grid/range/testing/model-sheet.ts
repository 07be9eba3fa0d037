import type { CellInfo, CellLock, CellPlan } from '../cell-plan.ts';
import { createView, type SheetView } from '../sheet-view.ts';

/** A small sheet for tests: points by (row, column), with locks; a plan can be applied and undone. */
export interface ModelSheet {
  readonly view: SheetView;
  readonly cellInfo: (rowId: string, columnId: string) => CellInfo;
  readonly set: (rowId: string, columnId: string, micro: number | null) => void;
  readonly lock: (rowId: string, columnId: string, lock: CellLock) => void;
  readonly apply: (plan: CellPlan) => void;
  readonly undo: (plan: CellPlan) => void;
  /** Points of a row, as numbers of whole points; null for blank. */
  readonly row: (rowId: string) => readonly (number | null)[];
  readonly dump: () => string;
}

/** Rows r0, r1, … and columns c0, c1, …, every leaf with a maximum of 100 points. */
export function modelSheet(rowCount: number, columnCount: number): ModelSheet {
  const rowIds = Array.from({ length: rowCount }, (_, i) => `r${i}`);
  const columnIds = Array.from({ length: columnCount }, (_, i) => `c${i}`);
  const points = new Map<string, number | null>();
  const locks = new Map<string, CellLock>();
  const versions = new Map<string, number>();
  const key = (rowId: string, columnId: string) => `${rowId}/${columnId}`;

  function write(rowId: string, columnId: string, micro: number | null): void {
    points.set(key(rowId, columnId), micro);
    versions.set(key(rowId, columnId), (versions.get(key(rowId, columnId)) ?? 0) + 1);
  }

  return {
    view: createView(rowIds, columnIds),
    cellInfo: (rowId, columnId) => ({
      kind: 'points',
      maxMicro: 100_000_000,
      current: {
        micro: points.get(key(rowId, columnId)) ?? null,
        version: versions.get(key(rowId, columnId)) ?? 0,
      },
      lock: locks.get(key(rowId, columnId)) ?? null,
    }),
    set: write,
    lock: (rowId, columnId, lock) => void locks.set(key(rowId, columnId), lock),
    apply: ({ writes }) => writes.forEach((cell) => write(cell.rowId, cell.columnId, cell.pointsMicro)),
    undo: ({ writes }) => writes.forEach((cell) => write(cell.rowId, cell.columnId, cell.beforeMicro)),
    row: (rowId) =>
      columnIds.map((columnId) => {
        const micro = points.get(key(rowId, columnId)) ?? null;
        return micro === null ? null : micro / 1e6;
      }),
    dump: () => rowIds.map((rowId) => columnIds.map((id) => points.get(key(rowId, id)) ?? '').join(' ')).join('\n'),
  };
}
