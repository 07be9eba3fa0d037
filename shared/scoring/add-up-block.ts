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

  const criteria = spansOf(criterionOfLeaf);
  const fields = spansOf(fieldOfLeaf);
  const sections = spansOf(sectionOfLeaf);
  // Sum of a unit's leaves before each leaf: a criterion is then one subtraction, which is exact among integers, and
  // the loop over cells runs straight through instead of stopping at every second leaf.
  const before = new Float64Array(leafCount + 1);
  for (let u = 0, cell = 0; u < unitCount; u++) {
    let running = 0;
    for (let l = 0; l < leafCount; l++, cell++) {
      const flag = flags[cell]! | excused[l]!;
      const value = points[cell]!;
      const max = maxMicro[l]!;
      if (flag === HAS_EVIDENCE && value >= 0) {
        running += value > max ? max : value;
      } else if ((flag & NOT_APPLICABLE) !== 0) {
        if (sectionOfLeaf[l] === CORE) {
          const field = fieldOfLeaf[l]!;
          const criterion = criterionOfLeaf[l]!;
          applicableMicro[u]! -= max;
          fieldApplicableMicro[u * fieldCount + field]! -= max;
          if (criterion >= 0) criterionApplicableMicro[u * criterionCount + criterion]! -= max;
        }
      } else if (value > 0) {
        let counts = true;
        if ((flag & HAS_EVIDENCE) === 0) {
          const policy = evidencePolicyOfLeaf[l]!;
          missingEvidence[u]!++;
          if (policy === BLOCK) blocked[u] = 1;
          // A deduction stands without its paper: nobody gains by not attaching it.
          counts = policy !== ZERO || sectionOfLeaf[l] === PENALTY;
        }
        if (counts) running += value > max ? max : value;
      } else if (value !== value && sectionOfLeaf[l] === CORE) {
        missing[u]!++;
      }
      before[l + 1] = running;
    }
    writeSpans(criteria, before, criterionMicro, u * criterionCount);
    writeSpans(fields, before, fieldMicro, u * fieldCount);
    for (let s = 0; s < sections.end.length; s++) {
      sectionMicro[sections.target[s]!]![u]! += before[sections.end[s]!]! - before[sections.start[s]!]!;
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

/** Neighbouring leaves that add up to the same place. */
interface Spans {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly target: Int32Array;
}

/** Cut the leaves into spans by target; leaves without one (−1) are left out. */
function spansOf(targetOfLeaf: Int32Array | Uint8Array): Spans {
  const starts: number[] = [];
  const ends: number[] = [];
  for (let start = 0, end = 1; start < targetOfLeaf.length; start = end, end = start + 1) {
    while (end < targetOfLeaf.length && targetOfLeaf[end] === targetOfLeaf[start]) end++;
    if (targetOfLeaf[start]! < 0) continue;
    starts.push(start);
    ends.push(end);
  }
  return {
    start: Int32Array.from(starts),
    end: Int32Array.from(ends),
    target: Int32Array.from(starts, (start) => targetOfLeaf[start]!),
  };
}

/** One span per target, because leaves come depth-first; so the sum is written, not added. */
function writeSpans(spans: Spans, before: Float64Array, column: Float64Array, firstOfUnit: number): void {
  const { start, end, target } = spans;
  for (let s = 0; s < end.length; s++) {
    column[firstOfUnit + target[s]!] = before[end[s]!]! - before[start[s]!]!;
  }
}
