/** Reads the registry of units, and says which rows it consists of. */
import type { CycleUnitUse } from '#shared/contract/outputs-units.ts';
import type { Row } from '#shared/changes/change.ts';
import type { Cycle, Unit } from '#shared/domain/entities.ts';
import type { CriteriaSetId, CycleId, CycleUnitId, UnitId } from '#shared/domain/ids.ts';
import type { FormerName, Registry, RegistryUnit, Succession } from '#shared/units/registry.ts';
import { existsOn, nameOn } from '#shared/units/unit-on.ts';
import { fold } from '#shared/util/vietnamese-text.ts';
import type { LoggedTables } from '#db/engine/schema.ts';
import type { Db } from './log-repo.ts';

type UnitRow = Unstamped<LoggedTables['unit']> & { readonly version?: number };
type FormerNameRow = Unstamped<LoggedTables['former_name']>;
type SuccessionRow = Unstamped<LoggedTables['succession']>;
type Unstamped<T> = Omit<T, 'version' | 'updated_at' | 'updated_by'>;

/** The rows of the three tables a registry consists of. */
export interface RegistryRows {
  readonly units: readonly UnitRow[];
  readonly formerNames: readonly FormerNameRow[];
  readonly successions: readonly SuccessionRow[];
}

/** Every unit of the file with its names and days, and every succession, in the order they were written. */
export async function getRegistry(db: Db): Promise<Registry> {
  return toRegistry({
    units: await db.selectFrom('unit').selectAll().orderBy('id').execute(),
    formerNames: await db.selectFrom('former_name').selectAll().execute(),
    successions: await db.selectFrom('succession').selectAll().orderBy('effective_on').orderBy('id').execute(),
  });
}

/** The registry some rows stand for, stored or about to be. */
export function toRegistry({ units, formerNames, successions }: RegistryRows): Registry {
  const names = namesByUnit(formerNames);
  return {
    units: units.map((unit) => toRegistryUnit(unit, names.get(unit.id) ?? [])),
    successions: successions.map(toSuccession),
  };
}

/** Former names by unit, oldest first. */
function namesByUnit(rows: readonly FormerNameRow[]): ReadonlyMap<string, readonly FormerName[]> {
  const sorted = [...rows].sort((a, b) => (a.valid_to < b.valid_to ? -1 : a.valid_to > b.valid_to ? 1 : 0));
  const byUnit = new Map<string, FormerName[]>();
  for (const row of sorted) {
    const known = byUnit.get(row.unit_id);
    if (known) known.push(toFormerName(row));
    else byUnit.set(row.unit_id, [toFormerName(row)]);
  }
  return byUnit;
}

/** These units, in their order, under the names they had on that day. */
export function toUnitsOn(units: readonly UnitRow[], formerNames: readonly FormerNameRow[], onDay: string): Unit[] {
  const names = namesByUnit(formerNames);
  return units.map((row) => {
    const unit = toRegistryUnit(row, names.get(row.id) ?? []);
    return { id: unit.id, ...nameOn(unit, onDay), aliases: unit.aliases };
  });
}

/** The units of an office file by code, as an import of a cycle must see them. */
export interface KnownUnits {
  /** By the code they had on the day asked about, under the name of that day. */
  readonly byCode: ReadonlyMap<string, Unit>;
  /** Codes that were given to a unit, but not on that day. */
  readonly otherDays: ReadonlyMap<string, RegistryUnit>;
}

/** What the file knows of units on that day: an import meets them again and must not make a second one. */
export async function findKnownUnits(db: Db, onDay: string): Promise<KnownUnits> {
  const { units } = await getRegistry(db);
  const byCode = new Map<string, Unit>();
  const otherDays = new Map<string, RegistryUnit>();
  for (const unit of units) {
    const names = nameOn(unit, onDay);
    const isThere = existsOn(unit, onDay);
    if (isThere) byCode.set(names.code, { id: unit.id, ...names, aliases: unit.aliases });
    const former = unit.formerNames.map(({ code }) => code);
    for (const code of [...former, unit.code]) if (!isThere || code !== names.code) otherDays.set(code, unit);
  }
  return { byCode, otherDays };
}

/** Which cycles each unit takes part in, oldest first. */
export async function listParticipations(
  db: Db,
): Promise<readonly { readonly unitId: UnitId; readonly cycleIds: readonly CycleId[] }[]> {
  const rows = await db
    .selectFrom('cycle_unit')
    .innerJoin('cycle', 'cycle.id', 'cycle_unit.cycle_id')
    .select(['unit_id', 'cycle_id'])
    .orderBy('cycle.period_end')
    .orderBy('cycle.id')
    .execute();
  const byUnit = new Map<UnitId, CycleId[]>();
  for (const { unit_id: unitId, cycle_id: cycleId } of rows) {
    const known = byUnit.get(unitId as UnitId);
    if (known) known.push(cycleId as CycleId);
    else byUnit.set(unitId as UnitId, [cycleId as CycleId]);
  }
  return [...byUnit].map(([unitId, cycleIds]) => ({ unitId, cycleIds }));
}

/** What hangs on each unit of a cycle, by the criteria set it was entered under. Units of which nothing is known are missing. */
export async function listCycleUnitUse(db: Db, cycleId: string): Promise<readonly CycleUnitUse[]> {
  const uses = new Map<string, CycleUnitUse>();
  for (const table of ['score', 'evidence', 'comment'] as const) {
    const rows = await db
      .selectFrom(table)
      .innerJoin('cycle_unit', 'cycle_unit.id', `${table}.cycle_unit_id`)
      .innerJoin('criteria_node', 'criteria_node.id', `${table}.leaf_id`)
      .where('cycle_unit.cycle_id', '=', cycleId)
      .select(['cycle_unit.id as unit', 'criteria_node.set_id as set'])
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .groupBy(['cycle_unit.id', 'criteria_node.set_id'])
      .execute();
    for (const { unit, set, n } of rows) {
      const key = `${unit} ${set}`;
      const ids = { cycleUnitId: unit as CycleUnitId, criteriaSetId: set as CriteriaSetId };
      const known = uses.get(key) ?? { ...ids, cells: 0, notes: 0 };
      uses.set(key, table === 'score' ? { ...known, cells: n } : { ...known, notes: known.notes + n });
    }
  }
  return [...uses.values()];
}

/** Every cycle with its state and last day. */
export async function listPeriods(db: Db): Promise<readonly Pick<Cycle, 'id' | 'name' | 'state' | 'periodEnd'>[]> {
  const rows = await db.selectFrom('cycle').select(['id', 'name', 'state', 'period_end']).execute();
  return rows.map((row) => ({
    id: row.id as CycleId,
    name: row.name,
    state: row.state as Cycle['state'],
    periodEnd: row.period_end,
  }));
}

function toRegistryUnit(row: UnitRow, formerNames: readonly FormerName[]): RegistryUnit {
  return {
    id: row.id as UnitId,
    code: row.code,
    name: row.name,
    shortName: row.short_name,
    aliases: row.aliases === null ? [] : (JSON.parse(row.aliases) as string[]),
    validFrom: row.valid_from,
    validTo: row.valid_to,
    formerNames,
    version: row.version ?? 0,
  };
}

function toFormerName(row: FormerNameRow): FormerName {
  return {
    id: row.id as FormerName['id'],
    code: row.code,
    name: row.name,
    shortName: row.short_name,
    validTo: row.valid_to,
    legalBasis: row.legal_basis,
  };
}

function toSuccession(row: SuccessionRow): Succession {
  return {
    id: row.id as Succession['id'],
    eventId: row.event_id as Succession['eventId'],
    kind: row.kind as Succession['kind'],
    effectiveOn: row.effective_on,
    fromId: row.from_unit_id as UnitId,
    toId: row.to_unit_id as UnitId,
    shareMicro: row.share_micro,
    legalBasis: row.legal_basis,
  };
}

/** The stored columns of a unit, without bookkeeping. */
export function toUnitRow(unit: RegistryUnit): Row {
  const { id, code, name, shortName, aliases, formerNames, validFrom, validTo } = unit;
  const former = formerNames.flatMap((one) => [one.code, one.name, one.shortName]);
  return {
    id,
    code,
    name,
    short_name: shortName,
    folded: fold([...new Set([code, name, shortName, ...aliases, ...former])].join(' ')),
    aliases: aliases.length === 0 ? null : JSON.stringify(aliases),
    valid_from: validFrom,
    valid_to: validTo,
  };
}

export function toFormerNameRow(unitId: UnitId, former: FormerName): Row {
  const { id, code, name, shortName, validTo, legalBasis } = former;
  return { id, unit_id: unitId, code, name, short_name: shortName, valid_to: validTo, legal_basis: legalBasis };
}

export function toSuccessionRow(line: Succession): Row {
  return {
    id: line.id,
    event_id: line.eventId,
    kind: line.kind,
    effective_on: line.effectiveOn,
    from_unit_id: line.fromId,
    to_unit_id: line.toId,
    share_micro: line.shareMicro,
    legal_basis: line.legalBasis,
  };
}
