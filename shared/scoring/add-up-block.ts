/**
 * The pass over all cells of a block: sums by criterion, field, section and unit. The engine's only hot loop, hence
 * typed arrays in locals, sums kept in registers and one write per criterion.
 */
import { HAS_EVIDENCE, NOT_APPLICABLE, type BlockResult, type BlockScores, type CompiledSet } from './model.ts';

/** Columns of the result that come straight from adding up; bonus and penalty before their caps. */
export type BlockSums = Pick<
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

const ZERO = 1;
const BLOCK = 2;
const NO_EVIDENCE_ASKED = 3;
const CORE = 0;
const PENALTY = 2;

/** Add up every unit's cells. */
export function addUpBlock(set: CompiledSet, scores: BlockScores): BlockSums {
  const { unitCount, leafCount, points, flags } = scores;
  const { maxMicro, evidencePolicyOfLeaf, fieldOfLeaf, criterionOfLeaf, sectionOfLeaf } = set;
  const fieldCount = set.fields.length;
  const criterionCount = set.criteria.length;
  const coreMicro = new Float64Array(unitCount);
  const bonusMicro = new Float64Array(unitCount);
  const penaltyMicro = new Float64Array(unitCount);
  const applicableMicro = new Float64Array(unitCount);
  const fieldMicro = new Float64Array(unitCount * fieldCount);
  const fieldApplicableMicro = new Float64Array(unitCount * fieldCount);
  const criterionMicro = new Float64Array(unitCount * criterionCount);
  const criterionApplicableMicro = new Float64Array(unitCount * criterionCount);
  const missing = new Int32Array(unitCount);
  const missingEvidence = new Int32Array(unitCount);
  const blocked = new Uint8Array(unitCount);

  /** By section number. */
  const sectionMicro = [coreMicro, bonusMicro, penaltyMicro];
  fillApplicable(set, applicableMicro, fieldApplicableMicro, criterionApplicableMicro);
  // A leaf that asks for no evidence is treated as having it, so that one comparison finds the usual cell.
  const excused = evidencePolicyOfLeaf.map((policy) => (policy === NO_EVIDENCE_ASKED ? HAS_EVIDENCE : 0));

  /** What a cell counts that is not simply points within the maximum with their evidence. */
  function unusual(u: number, l: number, flag: number, value: number): number {
    const section = sectionOfLeaf[l]!;
    const max = maxMicro[l]!;
    if ((flag & NOT_APPLICABLE) !== 0) {
      if (section !== CORE) return 0;
      applicableMicro[u]! -= max;
      if (fieldOfLeaf[l]! >= 0) fieldApplicableMicro[u * fieldCount + fieldOfLeaf[l]!]! -= max;
      if (criterionOfLeaf[l]! >= 0) criterionApplicableMicro[u * criterionCount + criterionOfLeaf[l]!]! -= max;
      return 0;
    }
    if (value !== value) {
      if (section === CORE) missing[u]!++;
      return 0;
    }
    if (value <= 0) return 0;
    if ((flag & HAS_EVIDENCE) === 0) {
      missingEvidence[u]!++;
      const policy = evidencePolicyOfLeaf[l]!;
      if (policy === BLOCK) blocked[u] = 1;
      // A deduction stands without its paper: nobody gains by not attaching it.
      else if (policy === ZERO && section !== PENALTY) return 0;
    }
    return value > max ? max : value;
  }

  const { runEnd, runCriterion, groupEnd, groupSection, groupField } = layOut(set);
  const groupCount = groupEnd.length;
  for (let u = 0; u < unitCount; u++) {
    const firstCell = u * leafCount;
    for (let g = 0, r = 0, l = 0; g < groupCount; g++) {
      let groupSum = 0;
      for (const lastRun = groupEnd[g]!; r < lastRun; r++) {
        let sum = 0;
        for (const lastLeaf = runEnd[r]!; l < lastLeaf; l++) {
          const flag = flags[firstCell + l]! | excused[l]!;
          const value = points[firstCell + l]!;
          if (flag === HAS_EVIDENCE && value >= 0 && value <= maxMicro[l]!) sum += value;
          else sum += unusual(u, l, flag, value);
        }
        groupSum += sum;
        if (runCriterion[r]! >= 0) criterionMicro[u * criterionCount + runCriterion[r]!] = sum;
      }
      sectionMicro[groupSection[g]!]![u]! += groupSum;
      if (groupField[g]! >= 0) fieldMicro[u * fieldCount + groupField[g]!] = groupSum;
    }
  }
  return {
    coreMicro,
    bonusMicro,
    penaltyMicro,
    applicableMicro,
    fieldMicro,
    fieldApplicableMicro,
    criterionMicro,
    criterionApplicableMicro,
    missing,
    missingEvidence,
    blocked,
  };
}

/** Start from everything applicable; cells that are not take their maximum away again. */
function fillApplicable(set: CompiledSet, unit: Float64Array, field: Float64Array, criterion: Float64Array): void {
  const fieldRow = new Float64Array(set.fields.length);
  const criterionRow = new Float64Array(set.criteria.length);
  let total = 0;
  set.maxMicro.forEach((max, l) => {
    if (set.sectionOfLeaf[l] !== CORE) return;
    total += max;
    if (set.fieldOfLeaf[l]! >= 0) fieldRow[set.fieldOfLeaf[l]!]! += max;
    if (set.criterionOfLeaf[l]! >= 0) criterionRow[set.criterionOfLeaf[l]!]! += max;
  });
  unit.fill(total);
  repeatRow(fieldRow, field);
  repeatRow(criterionRow, criterion);
}

function repeatRow(row: Float64Array, column: Float64Array): void {
  if (column.length === 0) return;
  column.set(row);
  for (let filled = row.length; filled < column.length; filled *= 2) {
    column.copyWithin(filled, 0, Math.min(filled, column.length - filled));
  }
}

/**
 * The leaves cut into runs (a criterion's leaves), the runs into groups (a field's runs). Leaves are in printed
 * order, so every criterion is one run and every field one group; each ends where the next begins.
 */
interface Layout {
  readonly runEnd: Int32Array;
  readonly runCriterion: Int32Array;
  readonly groupEnd: Int32Array;
  readonly groupSection: Uint8Array;
  readonly groupField: Int32Array;
}

function layOut(set: CompiledSet): Layout {
  const { sectionOfLeaf, fieldOfLeaf, criterionOfLeaf } = set;
  const leafCount = sectionOfLeaf.length;
  const sameGroup = (a: number, b: number) =>
    sectionOfLeaf[a] === sectionOfLeaf[b] && fieldOfLeaf[a] === fieldOfLeaf[b];
  const runs = startsOf(leafCount, (a, b) => sameGroup(a, b) && criterionOfLeaf[a] === criterionOfLeaf[b]);
  const groups = startsOf(runs.length, (a, b) => sameGroup(runs[a]!, runs[b]!));
  return {
    runEnd: Int32Array.from(runs, (_, r) => runs[r + 1] ?? leafCount),
    runCriterion: Int32Array.from(runs, (leaf) => criterionOfLeaf[leaf]!),
    groupEnd: Int32Array.from(groups, (_, g) => groups[g + 1] ?? runs.length),
    groupSection: Uint8Array.from(groups, (run) => sectionOfLeaf[runs[run]!]!),
    groupField: Int32Array.from(groups, (run) => fieldOfLeaf[runs[run]!]!),
  };
}

/** Positions that do not continue the one before. */
function startsOf(count: number, continues: (before: number, at: number) => boolean): number[] {
  return Array.from({ length: count }, (_, i) => i).filter((i) => i === 0 || !continues(i - 1, i));
}
