/** The pass over the cells of one unit: sums by criterion, field and section. The engine's only hot loop. */
import { HAS_EVIDENCE, NOT_APPLICABLE, type BlockResult, type BlockScores, type CompiledSet } from './model.ts';

/** Columns of the result that come straight from adding up. */
export type UnitSums = Pick<
  BlockResult,
  | 'coreMicro'
  | 'bonusMicro'
  | 'penaltyMicro'
  | 'applicableMicro'
  | 'fieldMicro'
  | 'fieldApplicableMicro'
  | 'criterionMicro'
  | 'criterionApplicableMicro'
  | 'missing'
  | 'missingEvidence'
  | 'blocked'
>;

/** Neighbouring leaves that add up to the same criterion, field and section. */
interface LeafRun {
  readonly start: number;
  readonly end: number;
  readonly section: number;
  readonly field: number;
  readonly criterion: number;
  readonly maxMicro: number;
}

const ZERO = 1;
const BLOCK = 2;
const NO_EVIDENCE_ASKED = 3;
const CORE = 0;
const BONUS = 1;
const PENALTY = 2;

/** Cut the leaves into runs, so that the loop keeps sums in registers and writes once per criterion. */
export function leafRuns(set: CompiledSet): readonly LeafRun[] {
  const runs: LeafRun[] = [];
  const count = set.leaves.length;
  for (let start = 0, end = 1; start < count; start = end, end = start + 1) {
    let maxMicro = set.maxMicro[start]!;
    while (end < count && sameRun(set, start, end)) maxMicro += set.maxMicro[end++]!;
    const section = set.sectionOfLeaf[start]!;
    runs.push({
      start,
      end,
      section,
      field: set.fieldOfLeaf[start]!,
      criterion: set.criterionOfLeaf[start]!,
      maxMicro,
    });
  }
  return runs;
}

function sameRun(set: CompiledSet, a: number, b: number): boolean {
  return (
    set.sectionOfLeaf[a] === set.sectionOfLeaf[b] &&
    set.criterionOfLeaf[a] === set.criterionOfLeaf[b] &&
    set.fieldOfLeaf[a] === set.fieldOfLeaf[b]
  );
}

/** Add up one unit's cells into its row of every column. */
export function addUpUnit(
  runs: readonly LeafRun[],
  set: CompiledSet,
  scores: BlockScores,
  u: number,
  sums: UnitSums,
): void {
  const { points, flags, leafCount } = scores;
  const { maxMicro, evidencePolicyOfLeaf } = set;
  const cells = u * leafCount;
  const fields = u * set.fields.length;
  const criteria = u * set.criteria.length;
  let core = 0;
  let coreApplicable = 0;
  let missing = 0;
  let missingEvidence = 0;
  for (let r = 0; r < runs.length; r++) {
    const run = runs[r]!;
    const { section, start, end } = run;
    let sum = 0;
    let applicable = run.maxMicro;
    for (let l = start; l < end; l++) {
      const flag = flags[cells + l]!;
      const max = maxMicro[l]!;
      if ((flag & NOT_APPLICABLE) !== 0) {
        applicable -= max;
        continue;
      }
      const value = points[cells + l]!;
      if (value > 0) {
        const policy = evidencePolicyOfLeaf[l]!;
        if ((flag & HAS_EVIDENCE) === 0 && policy !== NO_EVIDENCE_ASKED) {
          missingEvidence++;
          if (policy === BLOCK) sums.blocked[u] = 1;
          // A deduction stands without its paper: nobody gains by not attaching it.
          else if (policy === ZERO && section !== PENALTY) continue;
        }
        sum += value > max ? max : value;
      } else if (value !== value && section === CORE) {
        missing++;
      }
    }
    if (section === BONUS) sums.bonusMicro[u]! += sum;
    else if (section === PENALTY) sums.penaltyMicro[u]! += sum;
    else {
      core += sum;
      coreApplicable += applicable;
      if (run.field >= 0) {
        sums.fieldMicro[fields + run.field]! += sum;
        sums.fieldApplicableMicro[fields + run.field]! += applicable;
      }
      if (run.criterion >= 0) {
        sums.criterionMicro[criteria + run.criterion]! += sum;
        sums.criterionApplicableMicro[criteria + run.criterion]! += applicable;
      }
    }
  }
  sums.coreMicro[u] = core;
  sums.applicableMicro[u] = coreApplicable;
  sums.missing[u] = missing;
  sums.missingEvidence[u] = missingEvidence;
}
