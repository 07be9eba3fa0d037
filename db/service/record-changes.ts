import type { Change, Row } from '#shared/changes/change.ts';
import type { LoggedTable } from '#db/engine/schema.ts';

/**
 * The changes from one state of a record to another: inserted where there was none, deleted where there shall be none,
 * otherwise one update per column of `after` that differs.
 */
export function recordChanges(
  table: LoggedTable,
  id: string,
  before: Row | undefined,
  after: Row | null,
): readonly Change[] {
  if (before === undefined) return after === null ? [] : [{ kind: 'insert', table, id, row: after }];
  if (after === null) return [{ kind: 'delete', table, id, row: before }];
  return Object.keys(after)
    .filter((column) => after[column] !== before[column])
    .map((column) => ({ kind: 'update', table, id, column, old: before[column] ?? null, new: after[column] ?? null }));
}
