/**
 * Sáp nhập and chia tách: what a decision about units does to the registry. Former units end the day before it takes
 * effect, new ones begin on that day, and one line per pair says who went into whom. Pure: ids come from the caller.
 */
import type { SuccessionEventId, SuccessionId, UnitId } from '../domain/ids.ts';
import { dayBefore } from '../util/calendar-day.ts';
import { err } from '../util/result.ts';
import { newUnit } from './edit-units.ts';
import type { Registry, RegistryUnit, Succession, UnitNames } from './registry.ts';
import { settle, type RegistryResult } from './settle.ts';
import { unitProblem, type UnitProblem } from './unit-problem.ts';

/** A unit that takes over: one that exists already, or a new one. */
export type Successor =
  | { readonly kind: 'existing'; readonly unitId: UnitId }
  | ({ readonly kind: 'new'; readonly aliases: readonly string[] } & UnitNames);

export interface Merge {
  readonly effectiveOn: string;
  readonly fromIds: readonly UnitId[];
  readonly to: Successor;
  readonly legalBasis: string;
}

export interface SplitPart {
  readonly to: Successor;
  /** Part of the former unit that goes there, in 10⁻⁶; null is not stated. */
  readonly shareMicro: number | null;
}

export interface Split {
  readonly effectiveOn: string;
  readonly fromId: UnitId;
  /** Tách: the former unit goes on with the rest. Chia: it ends. */
  readonly continues: boolean;
  readonly parts: readonly SplitPart[];
  readonly legalBasis: string;
}

/** Merge units into one; of several merges each sees what those before it did. */
export function mergeUnits(registry: Registry, merges: readonly Merge[], newId: () => string): RegistryResult {
  const problems: UnitProblem[] = [];
  let after = registry;
  for (const merge of merges) {
    if (merge.fromIds.length === 0) problems.push(unitProblem('', 'unitTooFew'));
    problems.push(...repeated(registry, merge.fromIds), ...endedProblems(after, merge.fromIds, merge.effectiveOn));
    const taken = takeOver(after, [{ to: merge.to, shareMicro: null }], merge.effectiveOn, newId);
    const event = { kind: 'merge', effectiveOn: merge.effectiveOn, legalBasis: merge.legalBasis } as const;
    const ended = endUnits(taken.units, merge.fromIds, merge.effectiveOn);
    const lines = linesOf(merge.fromIds, taken.parts, event, newId);
    after = { units: ended, successions: [...after.successions, ...lines] };
  }
  return problems.length > 0 ? err(problems) : settle(registry, after);
}

/** Split a unit: at least two parts, or one when the former unit goes on. */
export function splitUnit(registry: Registry, split: Split, newId: () => string): RegistryResult {
  const { fromId, parts, effectiveOn, continues, legalBasis } = split;
  const existing = parts.flatMap(({ to }) => (to.kind === 'existing' ? [to.unitId] : []));
  const problems = [...repeated(registry, existing), ...endedProblems(registry, [fromId], effectiveOn)];
  if (parts.length < (continues ? 1 : 2)) problems.push(unitProblem('', 'unitTooFew'));
  if (problems.length > 0) return err(problems);
  const taken = takeOver(registry, parts, effectiveOn, newId);
  const lines = linesOf([fromId], taken.parts, { kind: 'split', effectiveOn, legalBasis }, newId);
  const units = continues ? taken.units : endUnits(taken.units, [fromId], effectiveOn);
  return settle(registry, { units, successions: [...registry.successions, ...lines] });
}

/** Named here, because ending a unit would overwrite the day it really ended on. */
function endedProblems(registry: Registry, ids: readonly UnitId[], onDay: string): readonly UnitProblem[] {
  const eve = dayBefore(onDay);
  return ids.flatMap((id) => {
    const unit = registry.units.find((candidate) => candidate.id === id);
    if (!unit) return [unitProblem('', 'unitUnknown')];
    const endDay = unit.validTo;
    return endDay !== null && endDay < eve ? [unitProblem(unit.code, 'unitEndedBefore', { endDay, onDay })] : [];
  });
}

function repeated(registry: Registry, ids: readonly UnitId[]): readonly UnitProblem[] {
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
  return twice.map((id) => unitProblem(registry.units.find((unit) => unit.id === id)?.code ?? '', 'unitTwice'));
}

interface Taken {
  readonly units: readonly RegistryUnit[];
  readonly parts: readonly { readonly toId: UnitId; readonly shareMicro: number | null }[];
}

/** The registry's units with the new ones, and who takes over which part. */
function takeOver(registry: Registry, parts: readonly SplitPart[], effectiveOn: string, newId: () => string): Taken {
  const added: RegistryUnit[] = [];
  const resolved = parts.map(({ to, shareMicro }) => {
    if (to.kind === 'existing') return { toId: to.unitId, shareMicro };
    const { code, name, shortName, aliases } = to;
    const facts = { code, name, shortName, aliases, validFrom: effectiveOn, validTo: null };
    const unit = newUnit(newId() as UnitId, facts);
    added.push(unit);
    return { toId: unit.id, shareMicro };
  });
  return { units: [...registry.units, ...added], parts: resolved };
}

function endUnits(
  units: readonly RegistryUnit[],
  ids: readonly UnitId[],
  effectiveOn: string,
): readonly RegistryUnit[] {
  return units.map((unit) => (ids.includes(unit.id) ? { ...unit, validTo: dayBefore(effectiveOn) } : unit));
}

function linesOf(
  fromIds: readonly UnitId[],
  parts: Taken['parts'],
  event: Pick<Succession, 'kind' | 'effectiveOn' | 'legalBasis'>,
  newId: () => string,
): readonly Succession[] {
  const eventId = newId() as SuccessionEventId;
  return fromIds.flatMap((fromId) =>
    parts.map(({ toId, shareMicro }) => ({
      ...event,
      id: newId() as SuccessionId,
      eventId,
      fromId,
      toId,
      shareMicro,
    })),
  );
}
