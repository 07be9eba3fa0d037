import type { CycleStructure } from '#shared/contract/outputs.ts';
import type { ProposedExplanation } from '#shared/contract/outputs-explanations.ts';
import type { CycleUnitId } from '#shared/domain/ids.ts';

export interface UnitCuts {
  readonly id: CycleUnitId;
  readonly code: string;
  readonly name: string;
  /** Cut cells. */
  readonly count: number;
  /** Points cut off altogether (10⁻⁶ point). */
  readonly cutMicro: number;
}

/** Units with cuts, in the order in which the cuts come. */
export function cutsByUnit(
  cuts: readonly ProposedExplanation[],
  { cycleUnits, units }: Pick<CycleStructure, 'cycleUnits' | 'units'>,
): readonly UnitCuts[] {
  const unitOf = new Map(cycleUnits.map(({ id, unitId }) => [id, unitId]));
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const sums = new Map<CycleUnitId, { count: number; cutMicro: number }>();
  for (const { cycleUnitId, selfMicro, appraisedMicro } of cuts) {
    const sum = sums.get(cycleUnitId) ?? { count: 0, cutMicro: 0 };
    sum.count++;
    sum.cutMicro += selfMicro - appraisedMicro;
    sums.set(cycleUnitId, sum);
  }
  return [...sums].map(([id, sum]) => {
    const unit = byId.get(unitOf.get(id)!);
    return { id, code: unit?.code ?? '', name: unit?.name ?? '', ...sum };
  });
}
