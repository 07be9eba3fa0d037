import type { CycleStructure } from '#shared/contract/outputs.ts';
import type { CriteriaNode, CycleUnit } from '#shared/domain/entities.ts';

/** Where a cell is, as its leaf and the code of its unit. */
export interface NamedCell {
  readonly leaf: CriteriaNode;
  readonly unitCode: string;
}

/** Finds cells of a cycle by their ids; undefined where the leaf is not one of the unit's criteria set. */
export function cellPlacesOf(
  structure: CycleStructure,
): (cycleUnitId: string, leafId: string) => NamedCell | undefined {
  const units = new Map<string, CycleUnit>(structure.cycleUnits.map((unit) => [unit.id, unit]));
  const codes = new Map<string, string>(structure.units.map((unit) => [unit.id, unit.code]));
  const setOfBlock = new Map(structure.blocks.map((block) => [block.id, block.criteriaSetId]));
  const leavesOfSet = new Map(
    structure.criteriaSets.map((set) => [
      set.id,
      new Map<string, CriteriaNode>(set.nodes.filter((node) => node.rule).map((node) => [node.id, node])),
    ]),
  );
  return (cycleUnitId, leafId) => {
    const unit = units.get(cycleUnitId);
    const setId = unit && setOfBlock.get(unit.blockId);
    const leaf = setId && leavesOfSet.get(setId)?.get(leafId);
    return unit && leaf ? { leaf, unitCode: codes.get(unit.unitId) ?? '' } : undefined;
  };
}
