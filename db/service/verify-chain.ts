/**
 * Checks the log against itself and the file against the log: walks the chain from the first batch, replays every
 * change, then compares each record with what the log says it must be. Names the first record that does not fit.
 * Called by `changes.verify` and the command line; only reads.
 */
import type { ChainCheck } from '#shared/contract/outputs.ts';
import { applyChanges } from '#shared/changes/apply-changes.ts';
import type { Change, Row, Tables } from '#shared/changes/change.ts';
import { LOGGED_TABLES, type BatchTable } from '#db/engine/schema.ts';
import { countChanges, getRecordedHead, walkLog, type Db } from '#db/repos/log-repo.ts';
import { listSubjects } from '#db/repos/subject-repo.ts';
import { chainHash } from './chain-hash.ts';

type Bad = Extract<ChainCheck, { ok: false }>;

export async function verifyChain(db: Db): Promise<ChainCheck> {
  const replay = new Replay();
  let last = { seq: 0, hash: '' };
  let batches = 0;
  let changeCount = 0;
  for await (const { batch, changes } of walkLog(db)) {
    batches++;
    const bad = checkLink(batch, changes, last) ?? replay.apply(batch, changes);
    if (bad) return { ...bad, batches };
    last = batch;
    changeCount += changes.length;
  }
  const place = { ok: false, batches, firstBadSeq: last.seq + 1, at: null, actor: null, subject: null } as const;
  const recorded = await getRecordedHead(db);
  if (recorded.seq > last.seq) return { ...place, reason: 'removed' };
  if (recorded.seq < last.seq || recorded.hash !== last.hash)
    return { ...place, firstBadSeq: last.seq, reason: 'altered' };
  if ((await countChanges(db)) !== changeCount) return { ...place, reason: 'inserted' };
  const different = await replay.findDifference(db);
  if (different) {
    const subject = await nameOf(db, different.table, different.row);
    return { ...place, firstBadSeq: different.seq, reason: 'stateDiffers', subject };
  }
  return { ok: true, batches, changes: changeCount, headHash: last.hash };
}

type LoggedRow = Row & { readonly id: string };

/** "score P01 · 1.1.4": the record as a person knows it. */
async function nameOf(db: Db, table: string, row: LoggedRow): Promise<string> {
  const names = await listSubjects(db, [{ kind: 'delete', table, id: row.id, row }]);
  return `${table} ${names.get(row.id) ?? row.id}`;
}

function checkLink(
  batch: BatchTable,
  changes: readonly Change[],
  last: { readonly seq: number; readonly hash: string },
): Omit<Bad, 'batches'> | null {
  const place = { ok: false, firstBadSeq: batch.seq, at: batch.at, actor: batch.actor, subject: null } as const;
  if (batch.seq !== last.seq + 1) {
    return { ...place, firstBadSeq: last.seq + 1, reason: batch.seq > last.seq + 1 ? 'removed' : 'inserted' };
  }
  if (batch.prev_hash !== last.hash) return { ...place, reason: 'reordered' };
  if (batch.change_count !== changes.length) {
    return { ...place, reason: changes.length < batch.change_count ? 'removed' : 'inserted' };
  }
  const { hash, ...unlinked } = batch;
  return chainHash(unlinked, changes) === hash ? null : { ...place, reason: 'altered' };
}

/** The file as the log describes it, bookkeeping included. */
class Replay {
  readonly #tables: Tables = new Map(LOGGED_TABLES.map((table) => [table, new Map<string, Row>()]));
  readonly #touched = new Map<string, { seq: number; version: number; at: string; actor: string }>();

  apply(batch: BatchTable, changes: readonly Change[]): Omit<Bad, 'batches'> | null {
    const applied = applyChanges(this.#tables, changes);
    const place = { ok: false, firstBadSeq: batch.seq, at: batch.at, actor: batch.actor } as const;
    if (!applied.ok) return { ...place, reason: 'altered', subject: `${applied.error.table} ${applied.error.id}` };
    for (const key of new Set(changes.map((change) => `${change.table} ${change.id}`))) {
      const before = this.#touched.get(key);
      this.#touched.set(key, { seq: batch.seq, version: (before?.version ?? 0) + 1, at: batch.at, actor: batch.actor });
    }
    for (const change of changes) {
      // A record that is gone starts counting anew, as its row does.
      const key = `${change.table} ${change.id}`;
      if (change.kind === 'delete') this.#touched.delete(key);
      else if (change.kind === 'insert') {
        this.#touched.set(key, { seq: batch.seq, version: 1, at: batch.at, actor: batch.actor });
      }
    }
    return null;
  }

  /** First record of the file that is not what the log says, with the batch that last touched it. */
  async findDifference(db: Db): Promise<{ seq: number; table: string; row: LoggedRow } | null> {
    for (const table of LOGGED_TABLES) {
      const expected = new Map(this.#tables.get(table));
      const rows = (await db.selectFrom(table).selectAll().execute()) as readonly LoggedRow[];
      for (const row of rows) {
        const key = `${table} ${row.id}`;
        const touched = this.#touched.get(key);
        const logged = expected.get(row.id);
        expected.delete(row.id);
        const stamped = touched && {
          ...logged,
          version: touched.version,
          updated_at: touched.at,
          updated_by: touched.actor,
        };
        if (!stamped || !sameRow(stamped, row)) return { seq: touched?.seq ?? 0, table, row };
      }
      const [missing] = expected.values() as Iterable<LoggedRow>;
      if (missing) return { seq: this.#touched.get(`${table} ${missing.id}`)?.seq ?? 0, table, row: missing };
    }
    return null;
  }
}

/** A column added by a later migration is missing in what the log wrote before it, and null in the record. */
function sameRow(logged: Row, stored: Row): boolean {
  return Object.keys(stored).every((column) => (logged[column] ?? null) === stored[column]);
}
