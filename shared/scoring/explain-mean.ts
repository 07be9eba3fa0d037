import type { ExplainableBlock } from './explain-block.ts';
import type { ExplainedMean } from './explain-model.ts';
import { ratioOf, whyOf } from './explain-rank.ts';
import { indexMicroPercent, meanMicroPercent } from './index-value.ts';

/**
 * Mean of a block as its parts. The mean is of the unrounded indexes; parts are shown to 10⁻⁶ percent, and what that
 * rounding lost stands in a line of its own, so that the lines add up to count × mean exactly.
 */
export function explainMean(computed: ExplainableBlock): ExplainedMean {
  const { block, members, result } = computed;
  const rows = Array.from(result.order);
  const parts = rows
    .filter((u) => result.rank[u]! > 0)
    .map((u) => {
      const { cycleUnit, unit } = members[u]!;
      const index = ratioOf(computed, u);
      return {
        cycleUnitId: cycleUnit.id,
        code: unit.code,
        name: unit.name,
        rank: result.rank[u]!,
        index,
        indexMicroPercent: indexMicroPercent(index) ?? 0,
      };
    });
  const mean = meanMicroPercent(result.meanPicoPercent);
  const sumMicroPercent = parts.reduce((sum, part) => sum + part.indexMicroPercent, 0);
  return {
    blockCode: block.code,
    blockName: block.name,
    parts,
    left: rows
      .filter((u) => result.rank[u] === 0)
      .map((u) => ({ code: members[u]!.unit.code, name: members[u]!.unit.name, why: whyOf(computed, u) })),
    count: parts.length,
    sumMicroPercent,
    roundingMicroPercent: (mean ?? 0) * parts.length - sumMicroPercent,
    meanMicroPercent: mean,
  };
}
