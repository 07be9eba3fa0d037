import type { CellHistoryEntry } from '#shared/contract/outputs.ts';
import type { Change } from '#shared/changes/change.ts';

/** The parts of a change a person reads in the history of a cell. */
export function columnsOf(change: Change): readonly Pick<CellHistoryEntry, 'column' | 'old' | 'new'>[] {
  const text = (value: string | number | null) => (value === null ? null : String(value));
  if (change.kind === 'update') return [{ column: change.column, old: text(change.old), new: text(change.new) }];
  return Object.entries(change.row)
    .filter(([column, value]) => !['id', 'cycle_unit_id', 'leaf_id'].includes(column) && value !== null && value !== '')
    .map(([column, value]) =>
      change.kind === 'insert' ? { column, old: null, new: text(value) } : { column, old: text(value), new: null },
    );
}
