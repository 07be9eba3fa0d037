/**
 * The guard of undo and redo over the registry of units: a step may be taken back only to a registry that still holds
 * together (the code may have gone to another unit meanwhile) and that no sealed cycle reads differently.
 */
import { appError, type AppError } from '#shared/contract/errors.ts';
import { applyChanges } from '#shared/changes/apply-changes.ts';
import type { Change, Row, Tables } from '#shared/changes/change.ts';
import { newProblems } from '#shared/units/check-registry.ts';
import type { Db } from '#db/repos/log-repo.ts';
import { loggedPart } from '#db/repos/record-repo.ts';
import { toRegistry, type RegistryRows } from '#db/repos/unit-repo.ts';
import { refuseSealedNames } from './refuse-sealed-names.ts';

const TABLES = ['unit', 'former_name', 'succession'] as const;

/** Why these changes must not be made to the registry; null when they leave it alone or leave it whole. */
export async function refuseBrokenRegistry(db: Db, changes: readonly Change[]): Promise<AppError | null> {
  const own = changes.filter(({ table }) => (TABLES as readonly string[]).includes(table));
  if (own.length === 0) return null;
  const tables: Tables = new Map();
  for (const table of TABLES) {
    const rows = await db.selectFrom(table).selectAll().execute();
    tables.set(table, new Map(rows.map((row) => [row.id, loggedPart(row as unknown as Record<string, unknown>)])));
  }
  const before = toRegistry(rowsOf(tables));
  // A record that is not as expected is refused by the writing itself, with the record's name.
  if (!applyChanges(tables, own).ok) return null;
  const after = toRegistry(rowsOf(tables));
  const problems = newProblems(before, after);
  if (problems.length > 0) return appError('VALIDATION', 'unitRegistry', { count: problems.length }, problems);
  return refuseSealedNames(db, before, after);
}

function rowsOf(tables: Tables): RegistryRows {
  const of = (table: string): readonly Row[] => [...(tables.get(table)?.values() ?? [])];
  const [units, formerNames, successions] = TABLES.map(of);
  return { units, formerNames, successions } as unknown as RegistryRows;
}
