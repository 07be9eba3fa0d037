/**
 * A reorganisation shipped as data (63 → 34 provinces) held against a registry: which units it means, what it will do
 * and what it cannot find. The wizard shows the plan, the data service carries out the same plan as one step. Units are
 * known by their names, as every office codes them in its own way.
 */
import type { FormerNameId, UnitId } from '../domain/ids.ts';
import { dayBefore } from '../util/calendar-day.ts';
import { ok } from '../util/result.ts';
import { fold, normaliseName } from '../util/vietnamese-text.ts';
import { renameUnit } from './edit-units.ts';
import type { Registry, RegistryUnit } from './registry.ts';
import { mergeUnits } from './reorganise.ts';
import type { RegistryResult } from './settle.ts';
import { existsOn } from './unit-on.ts';

interface PresetStep {
  readonly effectiveOn: string;
  readonly legalBasis: string;
  readonly name: string;
  readonly shortName: string;
}

export interface ReorganisationPreset {
  /** Carried out before the merges. */
  readonly renames: readonly (PresetStep & { readonly from: string })[];
  readonly merges: readonly (PresetStep & { readonly from: readonly string[] })[];
}

interface PlannedUnit {
  readonly unitId: UnitId;
  readonly code: string;
  readonly name: string;
}

export interface PresetPlan {
  readonly renames: readonly (PresetStep & { readonly unit: PlannedUnit })[];
  readonly merges: readonly (PresetStep & {
    readonly code: string;
    readonly aliases: readonly string[];
    readonly units: readonly PlannedUnit[];
    /** Names the preset knows and the registry does not have on that day. */
    readonly missing: readonly string[];
  })[];
}

/** What the preset would do to this registry; without renames and merges there is nothing (left) to do. */
export function planPreset(registry: Registry, preset: ReorganisationPreset): PresetPlan {
  const byName = new Map<string, RegistryUnit[]>();
  for (const unit of registry.units) {
    const names = [unit.name, ...unit.aliases, ...unit.formerNames.map(({ name }) => name)];
    for (const key of new Set(names.map(nameKey))) byName.set(key, [...(byName.get(key) ?? []), unit]);
  }
  const find = (name: string, effectiveOn: string): RegistryUnit | null => {
    const unit = byName.get(nameKey(name))?.find((candidate) => existsOn(candidate, dayBefore(effectiveOn)));
    // Begun by this very reorganisation, or ended by another: nothing to do with it here.
    if (!unit || !existsOn(unit, effectiveOn)) return null;
    return unit;
  };
  const renames = preset.renames.flatMap(({ from, ...step }) => {
    const unit = find(from, step.effectiveOn);
    return unit && nameKey(unit.name) !== nameKey(step.name) ? [{ ...step, unit: planned(unit) }] : [];
  });
  const merges = preset.merges.flatMap(({ from, ...step }) => {
    const found = from.map((name) => ({ name, unit: find(name, step.effectiveOn) }));
    const units = found.flatMap(({ unit }) => (unit ? [unit] : []));
    if (units.length === 0) return [];
    const heir = units.find(({ name }) => nameKey(name) === nameKey(step.name)) ?? units[0]!;
    const missing = found.flatMap(({ name, unit }) => (unit ? [] : [name]));
    const { code, aliases } = heir;
    return [{ ...step, code, aliases, units: units.map(planned), missing }];
  });
  return { renames, merges };
}

/** The registry after the plan. */
export function applyPreset(registry: Registry, plan: PresetPlan, newId: () => string): RegistryResult {
  let renamed = registry;
  for (const { unit, effectiveOn, legalBasis, name, shortName } of plan.renames) {
    const rename = { unitId: unit.unitId, code: unit.code, name, shortName, effectiveOn, legalBasis };
    const next = renameUnit(renamed, rename, newId() as FormerNameId);
    if (!next.ok) return next;
    renamed = next.value;
  }
  const merges = plan.merges.map(({ units, code, name, shortName, aliases, effectiveOn, legalBasis }) => ({
    effectiveOn,
    legalBasis,
    fromIds: units.map(({ unitId }) => unitId),
    to: { kind: 'new' as const, code, name, shortName, aliases },
  }));
  return merges.length === 0 ? ok(renamed) : mergeUnits(renamed, merges, newId);
}

function planned({ id, code, name }: RegistryUnit): PlannedUnit {
  return { unitId: id, code, name };
}

function nameKey(name: string): string {
  return fold(normaliseName(name));
}
