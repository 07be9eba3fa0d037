/** The units of one block of a cycle as rows of a table. */
import type { CycleStructure } from '#shared/contract/outputs.ts';
import type { CycleUnitUse } from '#shared/contract/outputs-units.ts';
import type { Block, CycleUnit, Unit } from '#shared/domain/entities.ts';
import type { BlockId } from '#shared/domain/ids.ts';
import type { Registry, RegistryUnit } from '#shared/units/registry.ts';
import { existsWithin, nameOn } from '#shared/units/unit-on.ts';

export interface CycleRow {
  readonly cycleUnit: CycleUnit;
  /** As the cycle shows it. */
  readonly unit: Unit;
  /** As the registry knows it. */
  readonly entry: RegistryUnit | undefined;
  /** Cells under the criteria set of its block. */
  readonly cells: number;
  /** Anything at all hangs on it: cells of any set, documents, comments. */
  readonly isUsed: boolean;
}

/** Rows of a block in the order of the cycle. */
export function cycleRows(
  structure: CycleStructure,
  blockId: BlockId,
  registry: Registry,
  use: readonly CycleUnitUse[],
): readonly CycleRow[] {
  const setId = structure.blocks.find(({ id }) => id === blockId)?.criteriaSetId;
  const entries = new Map(registry.units.map((unit) => [unit.id, unit]));
  const units = new Map(structure.units.map((unit) => [unit.id, unit]));
  return structure.cycleUnits.flatMap((cycleUnit) => {
    const unit = units.get(cycleUnit.unitId);
    if (cycleUnit.blockId !== blockId || !unit) return [];
    const own = use.filter(({ cycleUnitId }) => cycleUnitId === cycleUnit.id);
    const cells = own.find(({ criteriaSetId }) => criteriaSetId === setId)?.cells ?? 0;
    return [{ cycleUnit, unit, entry: entries.get(unit.id), cells, isUsed: own.length > 0 }];
  });
}

/** Units that exist during the cycle and are not in it yet, under the names the cycle will show. */
export function unitsToAdd({ cycle, units }: CycleStructure, registry: Registry): readonly RegistryUnit[] {
  const present = new Set(units.map(({ id }) => id));
  return registry.units
    .filter((unit) => !present.has(unit.id) && existsWithin(unit, cycle.periodStart, cycle.periodEnd))
    .map((unit) => ({ ...unit, ...nameOn(unit, cycle.periodEnd) }));
}

/** How many cells of the unit would no longer count in that block. */
export function cellsLeftBehind(row: CycleRow, from: Block, to: Block): number {
  return from.criteriaSetId === to.criteriaSetId ? 0 : row.cells;
}
