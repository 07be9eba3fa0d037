/**
 * The link of a batch says that something in it was altered, not what. What comes after it still tells: a later change
 * says what it found, and the records hold what the last change left. Used by verify-chain on the first bad batch only.
 */
import { applyChanges, conflictOf } from '#shared/changes/apply-changes.ts';
import type { Change, Row, Tables, Value } from '#shared/changes/change.ts';
import { invertChanges } from '#shared/changes/invert-changes.ts';
import { LOGGED_TABLES, type LoggedTable } from '#db/engine/schema.ts';
import { listLaterChanges, type Db } from '#db/repos/log-repo.ts';
import { findRecords, loggedPart } from '#db/repos/record-repo.ts';

export interface Suspect {
  readonly table: string;
  readonly id: string;
  readonly column: { readonly name: string; readonly logged: Value; readonly found: Value } | null;
}

/**
 * The change of a bad batch that fits neither what was before nor what came after; null when all of them fit, so that
 * the batch itself (who, when, what it is called) must have been altered. `before` is the file before the batch.
 */
export async function findSuspect(
  db: Db,
  seq: number,
  changes: readonly Change[],
  before: Tables,
): Promise<Suspect | null> {
  const logged: Tables = new Map();
  for (const change of changes) {
    const current = logged.get(change.table)?.get(change.id) ?? before.get(change.table)?.get(change.id);
    const rows = logged.get(change.table) ?? new Map<string, Row>();
    logged.set(change.table, rows);
    if (current) rows.set(change.id, current);
    if (conflictOf(current, change)) return suspectOf(change, current);
    applyChanges(logged, [change]);
  }
  return compareWithAfter(db, seq, logged, changes);
}

function suspectOf(change: Change, current: Row | undefined): Suspect {
  const { table, id } = change;
  if (change.kind !== 'update') return { table, id, column: null };
  return { table, id, column: { name: change.column, logged: change.old, found: current?.[change.column] ?? null } };
}

async function compareWithAfter(
  db: Db,
  seq: number,
  logged: Tables,
  changes: readonly Change[],
): Promise<Suspect | null> {
  const ids = [...new Set(changes.map(({ id }) => id))];
  const later = await listLaterChanges(db, seq, ids);
  for (const table of new Set(changes.map((change) => change.table))) {
    if (!isLogged(table)) return { table, id: changes.find((change) => change.table === table)!.id, column: null };
    const own = changes.filter((change) => change.table === table).map(({ id }) => id);
    const after: Tables = new Map([[table, new Map()]]);
    for (const [id, row] of await findRecords(db, table, own)) after.get(table)!.set(id, loggedPart(row));
    // Back from now to just after the batch; what does not fit is left as it is, this is only a search for a hint.
    for (const change of later) if (change.table === table) applyChanges(after, invertChanges([change]));
    for (const id of own) {
      const suspect = compareRows(table, id, logged.get(table)?.get(id), after.get(table)?.get(id));
      if (suspect) return suspect;
    }
  }
  return null;
}

function compareRows(table: string, id: string, logged: Row | undefined, after: Row | undefined): Suspect | null {
  if (!logged && !after) return null;
  if (!logged || !after) return { table, id, column: null };
  const names = Object.keys({ ...after, ...logged });
  const name = names.find((column) => (logged[column] ?? null) !== (after[column] ?? null));
  if (name === undefined) return null;
  return { table, id, column: { name, logged: logged[name] ?? null, found: after[name] ?? null } };
}

function isLogged(table: string): table is LoggedTable {
  return (LOGGED_TABLES as readonly string[]).includes(table);
}
