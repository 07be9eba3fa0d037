/** Finds batches of the log by what a person asks for: text, person, time, kind of step, unit and leaf. */
import { sql } from 'kysely';
import type { CycleUnitId, NodeId } from '#shared/domain/ids.ts';
import type { Db } from './log-repo.ts';
import { scoreId } from './score-repo.ts';

export interface LogQuery {
  readonly before: number | null;
  readonly limit: number;
  /** Folded; empty finds all. */
  readonly search: string;
  readonly filter: LogFilter;
}

export interface LogFilter {
  readonly cycleUnitId: CycleUnitId | null;
  readonly leafId: NodeId | null;
  readonly actor: string | null;
  /** First part of the label's key ("scores"); "undo" finds what was undone and redone. */
  readonly kind: string | null;
  /** UTC ISO instants, the first included, the second not. */
  readonly from: string | null;
  readonly until: string | null;
}

/** Newest first, with the number of all that fit. */
export async function listBatches(db: Db, query: LogQuery) {
  const records = await listRecordsOf(db, query.filter);
  let select = db.selectFrom('batch').where((eb) => eb.and(conditions()));
  const total = await select.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
  if (query.before !== null) select = select.where('seq', '<', query.before);
  const rows = await select
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(query.limit + 1)
    .execute();
  return { rows: rows.slice(0, query.limit), more: rows.length > query.limit, total: total.n };

  function conditions() {
    const { search, filter } = query;
    return [
      ...(search === '' ? [] : [contains('search', search)]),
      ...(filter.actor === null ? [] : [sql<boolean>`actor = ${filter.actor}`]),
      ...(filter.from === null ? [] : [sql<boolean>`at >= ${filter.from}`]),
      ...(filter.until === null ? [] : [sql<boolean>`at < ${filter.until}`]),
      ...(filter.kind === null ? [] : [ofKind(filter.kind)]),
      ...(filter.cycleUnitId === null ? [] : [touches(filter.cycleUnitId, filter.leafId, records)]),
    ];
  }
}

/** Everybody who ever wrote, in alphabetical order. */
export async function listActors(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom('batch').select('actor').distinct().execute();
  return rows.map(({ actor }) => actor).sort((a, b) => a.localeCompare(b, 'vi'));
}

function ofKind(kind: string) {
  if (kind === 'undo') return sql<boolean>`kind in ('undo', 'redo')`;
  // The label is JSON written by this app: key first, and the key of an undone step as parameter `of`.
  return sql<boolean>`(label like ${`{"key":"${kind}.%`} or label like ${`%"of":"${kind}.%`})`;
}

function touches(cycleUnitId: CycleUnitId, leafId: NodeId | null, records: readonly string[]) {
  // Ids of cells begin with the unit's: a range of the index instead of a walk through the log.
  const cells =
    leafId === null
      ? sql`row_id >= ${`${cycleUnitId}/`} and row_id < ${`${cycleUnitId}0`}`
      : sql`row_id = ${scoreId(cycleUnitId, leafId)}`;
  const others = records.length === 0 ? sql`` : sql` or row_id in (${sql.join(records)})`;
  return sql<boolean>`seq in (select batch_seq from change_log where ${cells}${others})`;
}

/** Ids of the records that hang on a unit or a cell besides its scores, those removed since included. */
async function listRecordsOf(db: Db, { cycleUnitId, leafId }: LogFilter): Promise<readonly string[]> {
  if (cycleUnitId === null) return [];
  const mentions = [contains('text', `"cycle_unit_id":"${cycleUnitId}"`)];
  if (leafId !== null) mentions.push(contains('text', `"leaf_id":"${leafId}"`));
  const rows = await db
    .selectFrom((eb) =>
      eb
        .selectFrom('change_log')
        .select(['row_id', sql<string>`coalesce(new, old)`.as('text')])
        .where('kind', 'in', ['insert', 'delete'])
        .where('tbl', '<>', 'score')
        .as('whole'),
    )
    .select('row_id')
    .distinct()
    .where((eb) => eb.and(mentions))
    .execute();
  const found = rows.map(({ row_id }) => row_id);
  return leafId === null ? [cycleUnitId, ...found] : found;
}

function contains(column: 'search' | 'text', text: string) {
  return sql<boolean>`${sql.ref(column)} like ${`%${text.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`;
}
