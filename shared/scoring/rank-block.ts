/** Xếp hạng: order of a block by the exact index, ranks under the block's tie policy, and marks for ties. */
import type { TiePolicy } from '../domain/entities.ts';
import type { BlockSums } from './add-up-block.ts';
import { compareRatio } from './index-value.ts';
import type { BlockResult, CompiledSet, UnitFacts } from './model.ts';

interface RankInput {
  readonly set: CompiledSet;
  readonly sums: BlockSums;
  readonly totalMicro: Float64Array;
  /** Index as printed: equal numbers print equal. */
  readonly printed: Float64Array;
  readonly units: readonly UnitFacts[];
  /** Rows that take part, in input order; each has something applicable. */
  readonly rankable: readonly number[];
  readonly tiePolicy: TiePolicy;
}

type Compare = (a: number, b: number) => number;

/**
 * Rank a block. `competition` gives 1,2,2,4, `dense` 1,2,2,3, `fields` decides ties by the listed fields' indexes and
 * at last by unit code, so that nobody shares a rank. A field with nothing applicable is below any index; a field code
 * the set does not have decides nothing.
 */
export function rankBlock(input: RankInput): Pick<BlockResult, 'rank' | 'tied' | 'tiedInPrint' | 'order'> {
  const { totalMicro, printed, tiePolicy } = input;
  const unitCount = totalMicro.length;
  const byIndex = indexComparison(input);
  const withinTie = tieComparison(input);
  const sorted = sortByIndex(input, (a, b) => byIndex(b, a) || withinTie(a, b));
  const rank = new Int32Array(unitCount);
  const tied = new Uint8Array(unitCount);
  const tiedInPrint = new Uint8Array(unitCount);
  let groups = 0;
  for (let start = 0, end = 1; start < sorted.length; start = end, end = start + 1) {
    while (end < sorted.length && byIndex(sorted[start]!, sorted[end]!) === 0) end++;
    groups++;
    for (let i = start; i < end; i++) {
      const u = sorted[i]!;
      rank[u] = tiePolicy.kind === 'fields' ? i + 1 : tiePolicy.kind === 'dense' ? groups : start + 1;
      if (end - start > 1) tied[u] = 1;
    }
  }
  for (let start = 0, end = 1; start < sorted.length; start = end, end = start + 1) {
    while (end < sorted.length && printed[sorted[start]!] === printed[sorted[end]!]) end++;
    // Sorted, so units that print alike hold two different indexes exactly when the first and the last differ.
    if (end - start === 1 || byIndex(sorted[start]!, sorted[end - 1]!) === 0) continue;
    for (let i = start; i < end; i++) tiedInPrint[sorted[i]!] = 1;
  }
  return { rank, tied, tiedInPrint, order: withUnranked(sorted, rank) };
}

function indexComparison({ totalMicro, sums: { applicableMicro } }: RankInput): Compare {
  return (a, b) => {
    const aMax = applicableMicro[a]!;
    const bMax = applicableMicro[b]!;
    if (aMax === bMax) return totalMicro[a]! - totalMicro[b]!;
    return compareRatio(
      { numeratorMicro: totalMicro[a]!, denominatorMicro: aMax },
      { numeratorMicro: totalMicro[b]!, denominatorMicro: bMax },
    );
  };
}

/** Order among units with exactly the same index: the policy's fields, then unit code, then input order. */
function tieComparison({ set, sums, units, tiePolicy }: RankInput): Compare {
  const fieldCount = set.fields.length;
  const fields =
    tiePolicy.kind === 'fields'
      ? tiePolicy.fieldCodes.map((code) => set.fields.findIndex((field) => field.code === code)).filter((f) => f >= 0)
      : [];
  function fieldIndex(u: number, f: number) {
    const at = u * fieldCount + f;
    return { numeratorMicro: sums.fieldMicro[at]!, denominatorMicro: sums.fieldApplicableMicro[at]! };
  }
  return (a, b) => {
    for (const f of fields) {
      const order = compareRatio(fieldIndex(b, f), fieldIndex(a, f));
      if (order !== 0) return order;
    }
    const aCode = units[a]?.code ?? '';
    const bCode = units[b]?.code ?? '';
    return aCode < bCode ? -1 : aCode > bCode ? 1 : a - b;
  };
}

/**
 * Rows from the highest index down. Every row becomes one number, the inverted index cut to the bits the row number
 * leaves free, because a native sort of numbers is several times faster than one that calls back; cutting keeps the
 * order, so only rows with the same number are left to `compare`.
 */
function sortByIndex(input: RankInput, compare: Compare): Int32Array {
  const { rankable, totalMicro, sums } = input;
  const count = rankable.length;
  const rowSpace = 2 ** Math.ceil(Math.log2(count + 1));
  const steps = 2 ** 52 / rowSpace;
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const u = rankable[i]!;
    const cut = Math.floor((totalMicro[u]! / sums.applicableMicro[u]!) * steps);
    keys[i] = (steps - cut) * rowSpace + i;
  }
  keys.sort();
  const sorted = new Int32Array(count);
  for (let start = 0, end = 1; start < count; start = end, end = start + 1) {
    const cut = Math.floor(keys[start]! / rowSpace);
    sorted[start] = rankable[keys[start]! - cut * rowSpace]!;
    while (end < count && Math.floor(keys[end]! / rowSpace) === cut) {
      sorted[end] = rankable[keys[end]! - cut * rowSpace]!;
      end++;
    }
    if (end - start > 1) sorted.subarray(start, end).sort(compare);
  }
  return sorted;
}

function withUnranked(sorted: Int32Array, rank: Int32Array): Int32Array {
  const order = new Int32Array(rank.length);
  order.set(sorted);
  let next = sorted.length;
  for (let u = 0; u < rank.length; u++) if (rank[u] === 0) order[next++] = u;
  return order;
}
