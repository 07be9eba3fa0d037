/**
 * THE computation: points of a block → totals, indexes, ranks, classes, mean. Called on every commit by the data
 * service and on every key press by the window, so the pass over the cells is one loop over typed arrays without
 * objects. Pure and total: any numbers in, no exception and no NaN out. Must not know where the points come from.
 */
import { addUpBlock, type BlockSums } from './add-up-block.ts';
import { classifyBlock } from './classify-block.ts';
import { exactMeanPicoPercent } from './exact-mean.ts';
import { clampPlaces } from './index-value.ts';
import { scaleRatio } from './exact.ts';
import type { BlockResult, BlockScores, CompiledSet, ComputeSettings, UnitFacts } from './model.ts';
import { rankBlock } from './rank-block.ts';

/**
 * Compute one block. A leaf that is not applicable leaves the denominator; a blank leaf counts 0; points outside
 * 0…maximum count as the nearer bound. Bonus and penalty stand outside the scale, each under its own cap, and the total stays
 * within 0…applicable maximum. A unit that is `ranked: false`, blocked or without any applicable leaf has no rank and
 * is not in the mean. `units` has one entry per row of `scores`.
 */
export function computeBlock(
  set: CompiledSet,
  scores: BlockScores,
  units: readonly UnitFacts[],
  settings: ComputeSettings,
): BlockResult {
  return concludeBlock(set, addUpBlock(set, scores), units, settings);
}

/**
 * The same result as `computeBlock`, from an earlier one of the same set, units and settings: only the cells of
 * `changedUnits` are added up again, everything that compares units is done anew. Other units' cells must be as they
 * were then.
 */
export function recomputeBlock(
  earlier: BlockResult,
  changedUnits: readonly number[],
  set: CompiledSet,
  scores: BlockScores,
  units: readonly UnitFacts[],
  settings: ComputeSettings,
): BlockResult {
  // Bonus and penalty of the earlier result are capped already; a cap of the capped is the same.
  const sums = copySums(earlier);
  for (const u of changedUnits) {
    const [from, to] = [u * scores.leafCount, (u + 1) * scores.leafCount];
    const own = addUpBlock(set, {
      unitCount: 1,
      leafCount: scores.leafCount,
      points: scores.points.subarray(from, to),
      flags: scores.flags.subarray(from, to),
    });
    for (const column of SUM_COLUMNS) sums[column].set(own[column], u * own[column].length);
  }
  return concludeBlock(set, sums, units, settings);
}

const SUM_COLUMNS = [
  'coreMicro',
  'bonusMicro',
  'penaltyMicro',
  'applicableMicro',
  'fieldMicro',
  'fieldApplicableMicro',
  'criterionMicro',
  'criterionApplicableMicro',
  'missing',
  'missingEvidence',
  'blocked',
] as const satisfies readonly (keyof BlockSums)[];

function copySums(of: BlockSums): BlockSums {
  return {
    coreMicro: of.coreMicro.slice(),
    bonusMicro: of.bonusMicro.slice(),
    penaltyMicro: of.penaltyMicro.slice(),
    applicableMicro: of.applicableMicro.slice(),
    fieldMicro: of.fieldMicro.slice(),
    fieldApplicableMicro: of.fieldApplicableMicro.slice(),
    criterionMicro: of.criterionMicro.slice(),
    criterionApplicableMicro: of.criterionApplicableMicro.slice(),
    missing: of.missing.slice(),
    missingEvidence: of.missingEvidence.slice(),
    blocked: of.blocked.slice(),
  };
}

/** From sums to the result: totals under the caps, ranks, classes, mean. Takes the sums over. */
function concludeBlock(
  set: CompiledSet,
  sums: BlockSums,
  units: readonly UnitFacts[],
  settings: ComputeSettings,
): BlockResult {
  const unitCount = sums.coreMicro.length;
  const totalMicro = new Float64Array(unitCount);
  const printed = new Float64Array(unitCount);
  const exponent = clampPlaces(settings.printDecimals) + 2;
  const rankable: number[] = [];
  for (let u = 0; u < unitCount; u++) {
    const bonus = Math.min(sums.bonusMicro[u]!, settings.bonusCapMicro);
    const penalty = Math.min(sums.penaltyMicro[u]!, settings.penaltyCapMicro);
    const applicable = sums.applicableMicro[u]!;
    const total = Math.round(Math.min(Math.max(sums.coreMicro[u]! + bonus - penalty, 0), applicable));
    sums.bonusMicro[u] = bonus;
    sums.penaltyMicro[u] = penalty;
    totalMicro[u] = total;
    if (applicable === 0) continue;
    printed[u] = scaleRatio(total, applicable, exponent, true);
    if (units[u]?.ranked === true && sums.blocked[u] === 0) rankable.push(u);
  }
  const ranks = rankBlock({ set, sums, totalMicro, printed, units, rankable, tiePolicy: settings.tiePolicy });
  return {
    unitCount,
    ...sums,
    totalMicro,
    ...ranks,
    ...classifyBlock({ sums, totalMicro, printed, units, settings }),
    meanPicoPercent: exactMeanPicoPercent(totalMicro, sums.applicableMicro, rankable),
  };
}
