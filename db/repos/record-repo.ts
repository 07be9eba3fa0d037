/**
 * Reads and writes whole records of logged tables by id, without knowing what they mean. Called by write-batch and the
 * chain check only: everything else reads through the repo of its aggregate and writes through a batch.
 */
import { sql, type Kysely } from 'kysely';
import type { Change, Row, Value } from '#shared/changes/change.ts';
import type { LoggedTable, Schema } from '#db/engine/schema.ts';

/** What the log itself says about a record; kept in the record for reading, never logged. */
export interface Stamp {
  readonly at: string;
  readonly actor: string;
}

const BOOKKEEPING = ['version', 'updated_at', 'updated_by'] as const;
/** SQLite allows 32766 parameters in a statement. */
const MAX_PARAMETERS = 30_000;

/** A record without its bookkeeping columns. */
export function loggedPart(row: Record<string, unknown>): Row {
  return Object.fromEntries(
    Object.entries(row).filter(([column]) => !(BOOKKEEPING as readonly string[]).includes(column)),
  ) as Row;
}

/** Current records by id, bookkeeping included; ids that do not exist are missing from the map. */
export async function findRecords(
  db: Kysely<Schema>,
  table: LoggedTable,
  ids: readonly string[],
): Promise<Map<string, Record<string, Value>>> {
  const found = new Map<string, Record<string, Value>>();
  for (const chunk of chunksOf(ids, 5_000)) {
    const rows = await db.selectFrom(table).selectAll().where('id', 'in', chunk).execute();
    for (const row of rows) found.set(row.id, row as unknown as Record<string, Value>);
  }
  return found;
}

/** Every record of a table, bookkeeping included. */
export async function listRecords(db: Kysely<Schema>, table: LoggedTable): Promise<readonly Row[]> {
  return (await db.selectFrom(table).selectAll().execute()) as readonly unknown[] as readonly Row[];
}

/** Carries out changes of one table; inserts and updates set the bookkeeping. */
export async function writeRecords(
  db: Kysely<Schema>,
  table: LoggedTable,
  changes: readonly Change[],
  stamp: Stamp,
): Promise<void> {
  await insertRecords(
    db,
    table,
    changes.filter((c) => c.kind === 'insert').map((c) => c.row),
    stamp,
  );
  await updateRecords(
    db,
    table,
    changes.filter((c) => c.kind === 'update'),
    stamp,
  );
  const gone = changes.filter((c) => c.kind === 'delete').map((c) => c.id);
  for (const chunk of chunksOf(gone, 5_000)) await db.deleteFrom(table).where('id', 'in', chunk).execute();
}

async function insertRecords(db: Kysely<Schema>, table: LoggedTable, rows: readonly Row[], stamp: Stamp) {
  if (rows.length === 0) return;
  const perRow = Object.keys(rows[0]!).length + BOOKKEEPING.length;
  for (const chunk of chunksOf(rows, Math.floor(MAX_PARAMETERS / perRow))) {
    const values = chunk.map((row) => ({ ...row, version: 1, updated_at: stamp.at, updated_by: stamp.actor }));
    await db
      .insertInto(table)
      .values(values as never)
      .execute();
  }
}

async function updateRecords(
  db: Kysely<Schema>,
  table: LoggedTable,
  changes: readonly Extract<Change, { kind: 'update' }>[],
  stamp: Stamp,
) {
  const byId = new Map<string, Record<string, Value>>();
  for (const change of changes) {
    const patch = byId.get(change.id) ?? {};
    patch[change.column] = change.new;
    byId.set(change.id, patch);
  }
  for (const [id, patch] of byId) {
    await db
      .updateTable(table)
      .set({ ...patch, version: sql`version + 1`, updated_at: stamp.at, updated_by: stamp.actor } as never)
      .where('id', '=', id as never)
      .execute();
  }
}

export function chunksOf<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}
