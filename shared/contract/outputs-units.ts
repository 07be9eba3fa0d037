/** What the unit methods answer with. */
import type { CycleId, UnitId } from '../domain/ids.ts';
import type { Registry } from '../units/registry.ts';

export interface UnitRegistry extends Registry {
  /** Which cycles each unit takes part in; a unit of none is missing. */
  readonly takesPart: readonly { readonly unitId: UnitId; readonly cycleIds: readonly CycleId[] }[];
}
