/** The log: batches and their changes. Appends and reads; the tables' triggers refuse anything else. */
import type { Kysely } from 'kysely';
import type { Change, Row, Value } from '#shared/changes/change.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { OpId } from '#shared/domain/ids.ts';
import type { BatchTable, Schema } from '#db/engine/schema.ts';
import { chunksOf } from './record-repo.ts';

export type Db = Kysely<Schema>;

/** Whose history is meant. */
type Person = Pick<Caller, 'userId' | 'name'>;

export async function appendBatch(db: Db, batch: BatchTable, changes: readonly Change[]): Promise<void> {
  await db.insertInto('batch').values(batch).execute();
  for (const chunk of chunksOf(changes, 4_000)) {
    await db
      .insertInto('change_log')
      .values(chunk.map((change) => ({ batch_seq: batch.seq, ...toColumns(change) })))
      .execute();
  }
  await db
    .insertInto('meta')
    .values([
      { key: 'head_seq', value: String(batch.seq) },
      { key: 'head_hash', value: batch.hash },
    ])
    .onConflict((c) => c.column('key').doUpdateSet({ value: (eb) => eb.ref('excluded.value') }))
    .execute();
}

/** Newest batch as the chain knows it; the first batch of a file follows seq 0 and an empty hash. */
export async function getHead(db: Db): Promise<{ seq: number; hash: string; at: string | null }> {
  const head = await db
    .selectFrom('batch')
    .select(['seq', 'hash', 'at'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return head ?? { seq: 0, hash: '', at: null };
}

/** The head as written beside the log, so that cutting off the newest batches is noticed. */
export async function getRecordedHead(db: Db): Promise<{ seq: number; hash: string }> {
  const rows = await db.selectFrom('meta').selectAll().where('key', 'in', ['head_seq', 'head_hash']).execute();
  const value = (key: string) => rows.find((row) => row.key === key)?.value;
  return { seq: Number(value('head_seq') ?? 0), hash: value('head_hash') ?? '' };
}

/** `op_id` of one step of a command that takes several. */
export function stepOpId(opId: OpId, step: number): OpId {
  return `${opId}#${step}` as OpId;
}

/** The batch a command became; of a command of several steps the last one. */
export async function findBatchByOp(db: Db, opId: string): Promise<BatchTable | undefined> {
  return db
    .selectFrom('batch')
    .selectAll()
    .where((eb) =>
      eb.or([eb('op_id', '=', opId), eb.and([eb('op_id', '>', `${opId}#`), eb('op_id', '<', `${opId}$`)])]),
    )
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** How many steps of a command of several are on disk. */
export async function countStepsOf(db: Db, opId: string): Promise<number> {
  const row = await db
    .selectFrom('batch')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('op_id', '>', `${opId}#`)
    .where('op_id', '<', `${opId}$`)
    .executeTakeFirstOrThrow();
  return row.n;
}

export async function findBatchById(db: Db, id: string): Promise<BatchTable | undefined> {
  return db.selectFrom('batch').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function listChanges(db: Db, batchSeq: number): Promise<readonly Change[]> {
  const rows = await db.selectFrom('change_log').selectAll().where('batch_seq', '=', batchSeq).orderBy('seq').execute();
  return rows.map(changeOfRow);
}

/** Changes of one record with the batch each belongs to, newest first. */
export async function listRecordHistory(db: Db, table: string, rowId: string) {
  const rows = await db
    .selectFrom('change_log')
    .innerJoin('batch', 'batch.seq', 'change_log.batch_seq')
    .select(['batch.at', 'batch.actor', 'batch.label', 'change_log.batch_seq'])
    .select(['change_log.kind', 'tbl', 'row_id', 'col', 'old', 'new'])
    .where('row_id', '=', rowId)
    .where('tbl', '=', table)
    .orderBy('change_log.seq', 'desc')
    .execute();
  return rows.map((row) => ({
    seq: row.batch_seq,
    at: row.at,
    actor: row.actor,
    label: row.label,
    change: changeOfRow(row),
  }));
}

/**
 * What the person's next undos would take back, or their next redos restore, nearest first: found by walking their
 * batches backwards and letting undo and redo cancel out. Unlimited in depth; reads only as far back as needed.
 */
export async function listUndoTargets(
  db: Db,
  person: Person,
  side: 'undo' | 'redo',
  limit: number,
): Promise<readonly BatchTable[]> {
  const targets: BatchTable[] = [];
  let skip = 0;
  for (let before = Number.MAX_SAFE_INTEGER; ;) {
    const page = await db
      .selectFrom('batch')
      .selectAll()
      // Steps of a single-seat file have only a name; a person who signs in is known by id.
      .where('actor_id', person.userId === null ? 'is' : '=', person.userId)
      .$if(person.userId === null, (query) => query.where('actor', '=', person.name))
      .where('undoable', '=', 1)
      .where('seq', '<', before)
      .orderBy('seq', 'desc')
      .limit(50)
      .execute();
    for (const batch of page) {
      // Nothing can be restored across a new step.
      if (side === 'redo' && batch.kind === 'command') return targets;
      // A redo stands for the step it restored: undoing it takes that step back again.
      const cancels = side === 'undo' ? batch.kind === 'undo' : batch.kind === 'redo';
      if (cancels) skip++;
      else if (skip > 0) skip--;
      else targets.push(batch);
      if (targets.length === limit) return targets;
    }
    if (page.length < 50) return targets;
    before = page.at(-1)!.seq;
  }
}

export async function findUndoTarget(db: Db, person: Person, side: 'undo' | 'redo'): Promise<BatchTable | undefined> {
  return (await listUndoTargets(db, person, side, 1))[0];
}

/** A change as it stands in the log. */
export interface LoggedChange {
  readonly seq: number;
  readonly change: Change;
  /** False when the stored text is not what the app writes for this change. */
  readonly isCanonical: boolean;
}

/** Every batch in the order of the chain, with its changes, in pages so that a long log needs little memory. */
export async function* walkLog(db: Db): AsyncGenerator<{ batch: BatchTable; logged: readonly LoggedChange[] }> {
  for (let after: number | null = null; ;) {
    let page = db.selectFrom('batch').selectAll().orderBy('seq').limit(200);
    // No lower bound at first: a batch numbered below 1 can only come from outside the app and must be met.
    if (after !== null) page = page.where('seq', '>', after);
    const batches: readonly BatchTable[] = await page.execute();
    for (const batch of batches) yield { batch, logged: await listLoggedChanges(db, batch.seq) };
    if (batches.length < 200) return;
    after = batches.at(-1)!.seq;
  }
}

async function listLoggedChanges(db: Db, batchSeq: number): Promise<readonly LoggedChange[]> {
  const rows = await db.selectFrom('change_log').selectAll().where('batch_seq', '=', batchSeq).orderBy('seq').execute();
  return rows.map((row) => {
    const change = changeOfRow(row);
    const written = toColumns(change);
    const isCanonical = COLUMNS.every((column) => written[column] === row[column]);
    return { seq: row.seq, change, isCanonical };
  });
}

/** The first change that belongs to no batch. */
export async function findOrphanChange(db: Db): Promise<{ batchSeq: number; change: Change } | null> {
  const row = await db
    .selectFrom('change_log')
    .selectAll()
    .where('batch_seq', 'not in', (eb) => eb.selectFrom('batch').select('seq'))
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  return row ? { batchSeq: row.batch_seq, change: changeOfRow(row) } : null;
}

/** Changes of the given records in batches after `batchSeq`, newest first. */
export async function listLaterChanges(db: Db, batchSeq: number, ids: readonly string[]): Promise<readonly Change[]> {
  const rows = [];
  for (const chunk of chunksOf(ids, 5_000)) {
    rows.push(
      ...(await db
        .selectFrom('change_log')
        .selectAll()
        .where('batch_seq', '>', batchSeq)
        .where('row_id', 'in', chunk)
        .execute()),
    );
  }
  return rows.sort((a, b) => b.seq - a.seq).map(changeOfRow);
}

export async function findBatchByHash(db: Db, hash: string): Promise<BatchTable | undefined> {
  return db.selectFrom('batch').selectAll().where('hash', '=', hash).limit(1).executeTakeFirst();
}

export async function findBatchBySeq(db: Db, seq: number): Promise<BatchTable | undefined> {
  return db.selectFrom('batch').selectAll().where('seq', '=', seq).executeTakeFirst();
}

const WALK_PAGE = 5_000;

/** Changes of these tables in every batch after `after`, newest first, in pages so that a long log needs little memory. */
export async function* walkBack(db: Db, after: number, tables: readonly string[]): AsyncGenerator<Change> {
  const oldest = await firstChangeAfter(db, after);
  for (let before = Number.MAX_SAFE_INTEGER; oldest !== undefined;) {
    const rows = await db
      .selectFrom('change_log')
      .selectAll()
      .where('seq', '>=', oldest)
      .where('seq', '<', before)
      .where('tbl', 'in', tables)
      .orderBy('seq', 'desc')
      .limit(WALK_PAGE)
      .execute();
    for (const row of rows) yield changeOfRow(row);
    if (rows.length < WALK_PAGE) return;
    before = rows.at(-1)!.seq;
  }
}

/** Changes of these tables after batch `after` up to and including batch `upTo`, oldest first, with who and when. */
export async function* walkBetween(
  db: Db,
  after: number,
  upTo: number,
  tables: readonly string[],
): AsyncGenerator<{ readonly change: Change; readonly actor: string; readonly at: string }> {
  const oldest = await firstChangeAfter(db, after);
  for (let from = oldest; from !== undefined;) {
    const rows = await db
      .selectFrom('change_log')
      .innerJoin('batch', 'batch.seq', 'change_log.batch_seq')
      .select(['change_log.seq', 'change_log.kind', 'tbl', 'row_id', 'col', 'old', 'new', 'batch.actor', 'batch.at'])
      .where('change_log.seq', '>=', from)
      .where('batch_seq', '<=', upTo)
      .where('tbl', 'in', tables)
      .orderBy('change_log.seq')
      .limit(WALK_PAGE)
      .execute();
    for (const row of rows) yield { change: changeOfRow(row), actor: row.actor, at: row.at };
    if (rows.length < WALK_PAGE) return;
    from = rows.at(-1)!.seq + 1;
  }
}

/** Changes are numbered in the order of their batches, so everything later lies behind this one. */
async function firstChangeAfter(db: Db, batchSeq: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('change_log')
    .select('seq')
    .where('batch_seq', '>', batchSeq)
    .orderBy('batch_seq')
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  return row?.seq;
}

/** How many change records there are in all, those of no batch included. */
export async function countChanges(db: Db): Promise<number> {
  const row = await db
    .selectFrom('change_log')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

interface ChangeColumns {
  readonly kind: Change['kind'];
  readonly tbl: string;
  readonly row_id: string;
  readonly col: string | null;
  readonly old: string | null;
  readonly new: string | null;
}

const COLUMNS = ['kind', 'tbl', 'row_id', 'col', 'old', 'new'] as const satisfies readonly (keyof ChangeColumns)[];

function toColumns(change: Change): ChangeColumns {
  const place = { kind: change.kind, tbl: change.table, row_id: change.id };
  switch (change.kind) {
    case 'insert':
      return { ...place, col: null, old: null, new: JSON.stringify(change.row) };
    case 'delete':
      return { ...place, col: null, old: JSON.stringify(change.row), new: null };
    case 'update':
      return { ...place, col: change.column, old: JSON.stringify(change.old), new: JSON.stringify(change.new) };
  }
}

/** Anything but what the app writes is read as an update or an empty record; it then differs from its own text. */
export function changeOfRow(row: ChangeColumns): Change {
  const place = { table: row.tbl, id: row.row_id };
  switch (row.kind) {
    case 'insert':
      return { ...place, kind: 'insert', row: parseRow(row.new) };
    case 'delete':
      return { ...place, kind: 'delete', row: parseRow(row.old) };
    default:
      return {
        ...place,
        kind: 'update',
        column: row.col ?? '',
        old: parse(row.old) as Value,
        new: parse(row.new) as Value,
      };
  }
}

function parseRow(text: string | null): Row {
  const row = parse(text);
  return typeof row === 'object' && row !== null ? (row as Row) : {};
}

/** Text that is not JSON can only come from outside the app; it is kept as it is, so that the chain check sees it. */
function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return text;
  }
}
