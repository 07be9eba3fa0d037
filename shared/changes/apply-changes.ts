import { err, ok, type Result } from '../util/result.ts';
import type { Change, ChangeConflict, Row, Tables } from './change.ts';

/**
 * Applies changes to `tables` in place. Stops at the first record that does not hold what the change expects (a row
 * that is missing, present already, or holds another old value); changes before it stay applied.
 */
export function applyChanges(tables: Tables, changes: readonly Change[]): Result<void, ChangeConflict> {
  for (const change of changes) {
    let rows = tables.get(change.table);
    if (!rows) tables.set(change.table, (rows = new Map()));
    const current = rows.get(change.id);
    const conflict = conflictOf(current, change);
    if (conflict) return err(conflict);
    if (change.kind === 'insert') rows.set(change.id, change.row);
    else if (change.kind === 'delete') rows.delete(change.id);
    else rows.set(change.id, { ...current, [change.column]: change.new });
  }
  return ok(undefined);
}

/** What stands in the way of `change` given the record's current row, or null. */
export function conflictOf(current: Row | undefined, change: Change): ChangeConflict | null {
  const at = { table: change.table, id: change.id };
  switch (change.kind) {
    case 'insert':
      return current ? { ...at, column: null } : null;
    case 'delete': {
      if (!current) return { ...at, column: null };
      const column = Object.keys(change.row).find((key) => current[key] !== change.row[key]);
      return column ? { ...at, column } : null;
    }
    case 'update':
      return !current || current[change.column] !== change.old ? { ...at, column: change.column } : null;
  }
}
