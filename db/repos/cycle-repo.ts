/** Reads cycles with their blocks, criteria and units, as entities. */
import type { CycleStructure, CycleSummary } from '#shared/contract/outputs.ts';
import type { Block, CriteriaNode, CriteriaSet, Cycle, CycleUnit } from '#shared/domain/entities.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/default-settings.ts';
import type { CycleId, CycleUnitId } from '#shared/domain/ids.ts';
import type { LoggedTables } from '#db/engine/schema.ts';
import type { Db } from './log-repo.ts';
import { listUnitsOfCycle } from './unit-repo.ts';

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
  const cycle = await db.selectFrom('cycle').selectAll().where('id', '=', cycleId).executeTakeFirst();
  if (!cycle) return undefined;
  const blocks = await db.selectFrom('block').selectAll().where('cycle_id', '=', cycleId).orderBy('ord').execute();
  const sets = await db.selectFrom('criteria_set').selectAll().where('cycle_id', '=', cycleId).execute();
  const nodes = await db
    .selectFrom('criteria_node')
    .innerJoin('criteria_set', 'criteria_set.id', 'criteria_node.set_id')
    .where('criteria_set.cycle_id', '=', cycleId)
    .selectAll('criteria_node')
    .orderBy('criteria_node.ord')
    .execute();
  const cycleUnits = await db
    .selectFrom('cycle_unit')
    .selectAll()
    .where('cycle_id', '=', cycleId)
    .orderBy('ord')
    .execute();
  return {
    cycle: toCycle(cycle),
    blocks: blocks.map(toBlock),
    criteriaSets: sets.map((set) => toCriteriaSet(set, nodes.filter((node) => node.set_id === set.id).map(toNode))),
    cycleUnits: cycleUnits.map(toCycleUnit),
    // Under the names they had when the year ended: a later rename must not rewrite what was published.
    units: await listUnitsOfCycle(db, cycleId, cycle.period_end),
  };
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
