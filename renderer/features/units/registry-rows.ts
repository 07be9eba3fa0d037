/** The registry as rows of a table: who came from whom, in how many cycles, and what a search looks through. */
import type { UnitRegistry } from '#shared/contract/outputs-units.ts';
import type { UnitId } from '#shared/domain/ids.ts';
import type { RegistryUnit } from '#shared/units/registry.ts';
import { compareVietnamese, fold } from '#shared/util/vietnamese-text.ts';

/** Đang tồn tại · đã kết thúc · tất cả. */
export const SHOWN = ['present', 'ended', 'all'] as const;
export type Shown = (typeof SHOWN)[number];

export interface RegistryRow {
  readonly unit: RegistryUnit;
  readonly predecessors: readonly RegistryUnit[];
  readonly successors: readonly RegistryUnit[];
  readonly cycles: number;
  /** Codes, names and aliases, former ones included, without diacritics. */
  readonly words: string;
}

/** Every unit in the order of the codes; of one code the older unit first. */
export function registryRows(registry: UnitRegistry): readonly RegistryRow[] {
  const units = new Map(registry.units.map((unit) => [unit.id, unit]));
  const cycles = new Map(registry.takesPart.map(({ unitId, cycleIds }) => [unitId, cycleIds.length]));
  const [before, after] = [new Map<UnitId, RegistryUnit[]>(), new Map<UnitId, RegistryUnit[]>()];
  for (const { fromId, toId } of registry.successions) {
    const [from, to] = [units.get(fromId), units.get(toId)];
    if (!from || !to) continue;
    before.set(toId, [...(before.get(toId) ?? []), from]);
    after.set(fromId, [...(after.get(fromId) ?? []), to]);
  }
  const rows = registry.units.map((unit) => ({
    unit,
    predecessors: byCode(before.get(unit.id)),
    successors: byCode(after.get(unit.id)),
    cycles: cycles.get(unit.id) ?? 0,
    words: wordsOf(unit),
  }));
  return rows.sort(
    (a, b) => compareVietnamese(a.unit.code, b.unit.code) || compareVietnamese(startOf(a.unit), startOf(b.unit)),
  );
}

/** Rows that hold the text and exist (or not) on `today`. */
export function filterRows(
  rows: readonly RegistryRow[],
  text: string,
  shown: Shown,
  today: string,
): readonly RegistryRow[] {
  const wanted = fold(text).trim();
  return rows.filter(({ unit, words }) => {
    const ended = unit.validTo !== null && unit.validTo < today;
    if (shown !== 'all' && ended !== (shown === 'ended')) return false;
    return wanted === '' || words.includes(wanted);
  });
}

/** What a person may type to find the unit, without diacritics. */
export function wordsOf({ code, name, shortName, aliases, formerNames }: RegistryUnit): string {
  const former = formerNames.flatMap((one) => [one.code, one.name]);
  return fold([code, name, shortName, ...aliases, ...former].join(' '));
}

/** Lines of one decision are written in no order that means anything. */
function byCode(units: readonly RegistryUnit[] = []): readonly RegistryUnit[] {
  return [...units].sort((a, b) => compareVietnamese(a.code, b.code));
}

function startOf({ validFrom }: RegistryUnit): string {
  return validFrom ?? '';
}
