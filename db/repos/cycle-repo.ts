/** Reads cycles with their blocks, criteria and units, as entities. */
import type { CycleStructure, CycleSummary } from '#shared/contract/outputs.ts';
import type { Block, CriteriaNode, CriteriaSet, Cycle, CycleUnit } from '#shared/domain/entities.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/default-settings.ts';
import type { CycleId, CycleUnitId, UserId } from '#shared/domain/ids.ts';
import type { LoggedTables } from '#db/engine/schema.ts';
import type { Db } from './log-repo.ts';
import { toUnitsOn } from './unit-repo.ts';

export async function listCycles(db: Db): Promise<readonly CycleSummary[]> {
  const rows = await db
    .selectFrom('cycle')
    .select(['id', 'name', 'year', 'state', 'simulated'])
    .select((eb) =>
      eb
        .selectFrom('cycle_unit')
        .whereRef('cycle_unit.cycle_id', '=', 'cycle.id')
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('unit_count'),
    )
    .orderBy('year', 'desc')
    // Ids sort by time: of one year the cycle made last comes first.
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id as CycleId,
    name: row.name,
    year: row.year,
    state: row.state as Cycle['state'],
    simulated: row.simulated === 1,
    unitCount: row.unit_count ?? 0,
  }));
}

/** Everything of a cycle but its scores, in printed order; undefined when there is no such cycle. */
export async function findCycleStructure(db: Db, cycleId: CycleId): Promise<CycleStructure | undefined> {
  return structureOfRows(cycleId, await listStructureRows(db, cycleId));
}

/** The tables a structure is made of, parents first. */
export const STRUCTURE_TABLES = [
  'cycle',
  'criteria_set',
  'criteria_node',
  'block',
  'unit',
  'former_name',
  'cycle_unit',
] as const;

/** Records of these tables by id. */
export type StructureRows = {
  readonly [T in (typeof STRUCTURE_TABLES)[number]]: Map<string, LoggedTables[T]>;
};

/** Records a cycle's structure is made of as they are now; units of the whole file, because any may come to take part. */
export async function listStructureRows(db: Db, cycleId: CycleId): Promise<StructureRows> {
  const sets = db.selectFrom('criteria_set').select('id').where('cycle_id', '=', cycleId);
  return {
    cycle: byId(await db.selectFrom('cycle').selectAll().where('id', '=', cycleId).execute()),
    criteria_set: byId(await db.selectFrom('criteria_set').selectAll().where('cycle_id', '=', cycleId).execute()),
    criteria_node: byId(await db.selectFrom('criteria_node').selectAll().where('set_id', 'in', sets).execute()),
    block: byId(await db.selectFrom('block').selectAll().where('cycle_id', '=', cycleId).execute()),
    unit: byId(await db.selectFrom('unit').selectAll().execute()),
    former_name: byId(await db.selectFrom('former_name').selectAll().execute()),
    cycle_unit: byId(await db.selectFrom('cycle_unit').selectAll().where('cycle_id', '=', cycleId).execute()),
  };
}

/** The structure these records describe; records of other cycles are passed over. Undefined without the cycle's own. */
export function structureOfRows(cycleId: CycleId, rows: StructureRows): CycleStructure | undefined {
  const cycle = rows.cycle.get(cycleId);
  if (!cycle) return undefined;
  const own = <T extends { readonly cycle_id: string }>(all: ReadonlyMap<string, T>) =>
    [...all.values()].filter((row) => row.cycle_id === cycleId);
  const nodes = [...rows.criteria_node.values()].sort(byOrder);
  const cycleUnits = own(rows.cycle_unit).sort(byOrder);
  const units = cycleUnits.flatMap(({ unit_id: id }) => rows.unit.get(id) ?? []);
  return {
    cycle: toCycle(cycle),
    blocks: own(rows.block).sort(byOrder).map(toBlock),
    criteriaSets: own(rows.criteria_set).map((set) =>
      toCriteriaSet(set, nodes.filter((node) => node.set_id === set.id).map(toNode)),
    ),
    cycleUnits: cycleUnits.map(toCycleUnit),
    // Under the names they had when the year ended: a later rename must not rewrite what was published.
    units: toUnitsOn(units, [...rows.former_name.values()], cycle.period_end),
  };
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.id, row]));
}

interface Ordered {
  readonly ord: number;
  readonly id: string;
}

/** Places are counted within a block; of two equal ones the older record comes first. */
function byOrder(a: Ordered, b: Ordered): number {
  return a.ord - b.ord || (a.id < b.id ? -1 : 1);
}

/** Who brought the cycle into its present state, by user id; null in a single-seat file. */
export async function findStatePerson(db: Db, cycleId: CycleId): Promise<UserId | null> {
  const row = await db
    .selectFrom('change_log')
    .innerJoin('batch', 'batch.seq', 'change_log.batch_seq')
    .select('actor_id')
    .where('row_id', '=', cycleId)
    .where('tbl', '=', 'cycle')
    .where((eb) => eb.or([eb('col', '=', 'state'), eb('change_log.kind', '=', 'insert')]))
    .orderBy('change_log.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (row?.actor_id ?? null) as UserId | null;
}

export async function findCycleUnit(db: Db, id: CycleUnitId): Promise<CycleUnit | undefined> {
  const row = await db.selectFrom('cycle_unit').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toCycleUnit(row);
}

function toCycle(row: LoggedTables['cycle']): Cycle {
  return {
    id: row.id as Cycle['id'],
    name: row.name,
    year: row.year,
    periodStart: row.period_start,
    periodEnd: row.period_end,
    state: row.state as Cycle['state'],
    // A year written before a setting existed has that setting's default.
    settings: { ...DEFAULT_SETTINGS, ...(JSON.parse(row.settings) as Partial<Cycle['settings']>) },
    simulated: row.simulated === 1,
    version: row.version,
  };
}

function toBlock(row: LoggedTables['block']): Block {
  return {
    id: row.id as Block['id'],
    cycleId: row.cycle_id as Block['cycleId'],
    criteriaSetId: row.criteria_set_id as Block['criteriaSetId'],
    code: row.code,
    name: row.name,
    order: row.ord,
    version: row.version,
  };
}

function toCriteriaSet(row: LoggedTables['criteria_set'], nodes: readonly CriteriaNode[]): CriteriaSet {
  return { id: row.id as CriteriaSet['id'], name: row.name, scaleMicro: row.scale_micro, nodes };
}

function toNode(row: LoggedTables['criteria_node']): CriteriaNode {
  return {
    id: row.id as CriteriaNode['id'],
    parentId: row.parent_id as CriteriaNode['parentId'],
    level: row.level as CriteriaNode['level'],
    section: row.section as CriteriaNode['section'],
    code: row.code,
    name: row.name,
    order: row.ord,
    maxMicro: row.max_micro,
    rule: row.rule === null ? null : (JSON.parse(row.rule) as CriteriaNode['rule']),
    ruleText: row.rule_text,
    evidenceText: row.evidence_text,
    evidencePolicy: row.evidence_policy as CriteriaNode['evidencePolicy'],
  };
}

function toCycleUnit(row: LoggedTables['cycle_unit']): CycleUnit {
  return {
    id: row.id as CycleUnit['id'],
    cycleId: row.cycle_id as CycleUnit['cycleId'],
    blockId: row.block_id as CycleUnit['blockId'],
    unitId: row.unit_id as CycleUnit['unitId'],
    order: row.ord,
    ranked: row.ranked === 1,
    unrankedReason: row.unranked_reason ?? '',
    previous: row.previous === null ? null : (JSON.parse(row.previous) as CycleUnit['previous']),
    cap: row.cap === null ? null : (JSON.parse(row.cap) as CycleUnit['cap']),
    version: row.version,
  };
}
