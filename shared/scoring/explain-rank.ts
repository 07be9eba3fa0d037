import type { ExplainableBlock } from './explain-block.ts';
import type { ExplainedRank, RankNeighbour } from './explain-model.ts';
import { compareRatio } from './index-value.ts';
import type { Ratio } from './model.ts';

/**
 * Where a rank comes from: under `competition` it is 1 + the units with a higher index, under `dense` 1 + their
 * different indexes, under `fields` 1 + those higher + those equal that stand before.
 */
export function explainRank(computed: ExplainableBlock, u: number): ExplainedRank {
  const { members, result, settings } = computed;
  const ranked = Array.from(result.order).filter((row) => result.rank[row]! > 0);
  const index = (row: number): Ratio => ratioOf(computed, row);
  const compared = new Map(ranked.map((row) => [row, compareRatio(index(row), index(u))]));
  const isIn = result.rank[u]! > 0;
  const higher = ranked.filter((row) => compared.get(row)! > 0);
  const tied = isIn ? ranked.filter((row) => row !== u && compared.get(row) === 0) : [];
  const position = ranked.indexOf(u);
  return {
    rank: isIn ? result.rank[u]! : null,
    why: whyOf(computed, u),
    tiePolicy: settings.tiePolicy.kind,
    rankedUnits: ranked.length,
    higher: higher.length,
    higherIndexes: higher.filter((row, i) => i === 0 || compareRatio(index(row), index(higher[i - 1]!)) !== 0).length,
    tiedWith: tied.map((row) => members[row]!.unit.code),
    tiedBefore: tied.filter((row) => ranked.indexOf(row) < position).length,
    above: isIn ? neighbourOf(computed, higher.at(-1)) : null,
    below: isIn
      ? neighbourOf(
          computed,
          ranked.find((row) => compared.get(row)! < 0),
        )
      : null,
  };
}

/** Why a unit has a rank or has none. */
export function whyOf({ members, result }: ExplainableBlock, u: number): ExplainedRank['why'] {
  if (!members[u]!.cycleUnit.ranked) return 'notRanked';
  if (result.blocked[u] === 1) return 'blocked';
  return result.applicableMicro[u] === 0 ? 'nothingApplicable' : 'ranked';
}

export function ratioOf({ result }: ExplainableBlock, u: number): Ratio {
  return { numeratorMicro: result.totalMicro[u]!, denominatorMicro: result.applicableMicro[u]! };
}

function neighbourOf(computed: ExplainableBlock, row: number | undefined): RankNeighbour | null {
  if (row === undefined) return null;
  const { code, name } = computed.members[row]!.unit;
  return { code, name, rank: computed.result.rank[row]!, index: ratioOf(computed, row) };
}
