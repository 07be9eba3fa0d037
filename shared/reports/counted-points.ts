import { HAS_EVIDENCE, NOT_APPLICABLE } from '../scoring/model.ts';
import type { AnnexBlock } from './annex-input.ts';

const POLICY_ZERO = 1;
const SECTION_PENALTY = 2;

/**
 * What a cell adds to the sums of the annex, in 10⁻⁶ point, exactly as the engine counts it: bounded by 0 and the
 * maximum, and 0 where the leaf asks for evidence that is not there (a deduction stands all the same). Null is blank,
 * `excused` leaves the denominator.
 */
export function countedPoints(block: AnnexBlock, unit: number, leaf: number): number | null | 'excused' {
  const { set, points, flags } = block;
  const at = unit * set.leaves.length + leaf;
  const flag = flags[at] ?? 0;
  if ((flag & NOT_APPLICABLE) !== 0) return 'excused';
  const value = points[at] ?? Number.NaN;
  if (Number.isNaN(value)) return null;
  const lacksEvidence = (flag & HAS_EVIDENCE) === 0 && set.evidencePolicyOfLeaf[leaf] === POLICY_ZERO;
  if (lacksEvidence && set.sectionOfLeaf[leaf] !== SECTION_PENALTY) return 0;
  return Math.min(Math.max(value, 0), set.maxMicro[leaf] ?? 0);
}
