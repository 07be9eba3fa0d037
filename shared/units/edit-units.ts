/**
 * Single units of the registry: added, corrected, renamed from a day on, removed. Each takes a registry and gives the
 * next one, or every reason why not. Corrections change what always was wrong; a rename keeps the former name with its
 * last day.
 */
import type { FormerNameId, UnitId } from '../domain/ids.ts';
import { dayBefore } from '../util/calendar-day.ts';
import { err } from '../util/result.ts';
import type { Registry, RegistryUnit, UnitNames } from './registry.ts';
import { settle, type RegistryResult } from './settle.ts';
import { unitProblem, type UnitProblemReason } from './unit-problem.ts';

export interface UnitFacts extends UnitNames {
  readonly aliases: readonly string[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface Rename extends UnitNames {
  readonly unitId: UnitId;
  /** First day of the new name. */
  readonly effectiveOn: string;
  readonly legalBasis: string;
}

/** A new unit at the end of the registry. */
export function addUnit(registry: Registry, id: UnitId, facts: UnitFacts): RegistryResult {
  return settle(registry, { ...registry, units: [...registry.units, newUnit(id, facts)] });
}

export function newUnit(id: UnitId, facts: UnitFacts): RegistryUnit {
  return { ...facts, id, formerNames: [], version: 0 };
}

/** Sửa: the present code, names, aliases and days as they should have been written. */
export function editUnit(registry: Registry, unitId: UnitId, facts: UnitFacts): RegistryResult {
  return replaceUnit(registry, unitId, (unit) => ({ ...unit, ...facts }));
}

/**
 * Đổi tên, đổi mã from a day on: the present name becomes a former one that ends the day before. Refused on or before
 * the first day of the present name, and when nothing changes.
 */
export function renameUnit(registry: Registry, rename: Rename, id: FormerNameId): RegistryResult {
  const unit = registry.units.find((candidate) => candidate.id === rename.unitId);
  if (!unit) return refuse('', 'unitUnknown');
  const { code, name, shortName, effectiveOn, legalBasis } = rename;
  if (unit.code === code && unit.name === name && unit.shortName === shortName) {
    return refuse(unit.code, 'unitNothingChanges');
  }
  const validTo = dayBefore(effectiveOn);
  const lastEnd = unit.formerNames.at(-1)?.validTo;
  if (lastEnd !== undefined && validTo <= lastEnd) {
    return refuse(unit.code, 'unitRenameTooEarly', { endDay: lastEnd, onDay: effectiveOn });
  }
  const former = { id, code: unit.code, name: unit.name, shortName: unit.shortName, validTo, legalBasis };
  return replaceUnit(registry, unit.id, (known) => ({
    ...known,
    code,
    name,
    shortName,
    formerNames: [...known.formerNames, former],
  }));
}

/** Removes a unit that no reorganisation names. */
export function removeUnit(registry: Registry, unitId: UnitId): RegistryResult {
  const unit = registry.units.find(({ id }) => id === unitId);
  if (!unit) return refuse('', 'unitUnknown');
  if (registry.successions.some(({ fromId, toId }) => fromId === unitId || toId === unitId)) {
    return refuse(unit.code, 'unitHasSuccession');
  }
  return settle(registry, { ...registry, units: registry.units.filter(({ id }) => id !== unitId) });
}

function replaceUnit(registry: Registry, unitId: UnitId, change: (unit: RegistryUnit) => RegistryUnit): RegistryResult {
  if (!registry.units.some(({ id }) => id === unitId)) return refuse('', 'unitUnknown');
  const units = registry.units.map((unit) => (unit.id === unitId ? change(unit) : unit));
  return settle(registry, { ...registry, units });
}

function refuse(at: string, reason: UnitProblemReason, params: Readonly<Record<string, string>> = {}): RegistryResult {
  return err([unitProblem(at, reason, params)]);
}
