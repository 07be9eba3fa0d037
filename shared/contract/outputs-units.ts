/** What the unit methods answer with. */
import type { CriteriaSetId, CycleId, CycleUnitId, UnitId } from '../domain/ids.ts';
import type { Registry } from '../units/registry.ts';

export interface UnitRegistry extends Registry {
  /** Which cycles each unit takes part in; a unit of none is missing. */
  readonly takesPart: readonly { readonly unitId: UnitId; readonly cycleIds: readonly CycleId[] }[];
}

/** How many cells, documents and comments a unit of a cycle has under a criteria set. */
export interface CycleUnitUse {
  readonly cycleUnitId: CycleUnitId;
  readonly criteriaSetId: CriteriaSetId;
  readonly cells: number;
  readonly notes: number;
}
