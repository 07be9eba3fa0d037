import { countLeaf } from '../scoring/count-leaf.ts';
import type { AnnexBlock } from './annex-input.ts';

/**
 * What a cell adds to the sums of the annex, in 10⁻⁶ point, exactly as the engine counts it. Null is blank, `excused`
 * leaves the denominator.
 */
export function countedPoints(block: AnnexBlock, unit: number, leaf: number): number | null | 'excused' {
  const at = unit * block.set.leaves.length + leaf;
  const counted = countLeaf(block.set, leaf, block.points[at] ?? Number.NaN, block.flags[at] ?? 0);
  if (counted.cause === 'notApplicable') return 'excused';
  return counted.cause === 'blank' ? null : counted.countedMicro;
}
