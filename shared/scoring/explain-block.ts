/** A block computed for explaining: the engine's result with what it was computed from, all by row number. */
import type { Block, CycleUnit, Unit } from '../domain/entities.ts';
import { err, ok, type Result } from '../util/result.ts';
import { compileSet } from './compile-set.ts';
import { computeBlock } from './compute-block.ts';
import { effectiveColumn } from './effective-points.ts';
import type { BlockResult, CompiledSet } from './model.ts';
import type { RankColumns, RankStructure } from './ranking-model.ts';
import type { SetProblem } from './set-problem.ts';

export interface ExplainableBlock {
  readonly block: Block;
  readonly set: CompiledSet;
  readonly settings: RankStructure['cycle']['settings'];
  readonly columns: RankColumns;
  readonly effective: Float64Array;
  readonly result: BlockResult;
  readonly members: readonly { readonly cycleUnit: CycleUnit; readonly unit: Unit }[];
}

/** Computes a block as rankCycle does; fails when its criteria set does not add up. */
export function explainableBlock(
  structure: RankStructure,
  block: Block,
  columns: RankColumns,
): Result<ExplainableBlock, readonly SetProblem[]> {
  const criteria = structure.criteriaSets.find(({ id }) => id === block.criteriaSetId);
  const compiled = compileSet(criteria ?? { scaleMicro: 0, nodes: [] });
  if (!compiled.ok) return err(compiled.error);
  const set = compiled.value;
  const units = new Map(structure.units.map((unit) => [unit.id, unit]));
  const cycleUnits = new Map(structure.cycleUnits.map((each) => [each.id, each]));
  const members = columns.cycleUnitIds.map((id) => {
    const cycleUnit = cycleUnits.get(id)!;
    return { cycleUnit, unit: units.get(cycleUnit.unitId)! };
  });
  const effective = effectiveColumn(columns.self, columns.appraised, columns.final);
  const { settings } = structure.cycle;
  const result = computeBlock(
    set,
    { unitCount: members.length, leafCount: set.leaves.length, points: effective, flags: columns.flags },
    members.map(({ cycleUnit, unit }) => ({ code: unit.code, ranked: cycleUnit.ranked, cap: cycleUnit.cap })),
    settings,
  );
  return ok({ block, set, settings, columns, effective, result, members });
}
