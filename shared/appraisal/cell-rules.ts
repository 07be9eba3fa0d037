/**
 * What a cell still waits for: the one set of rules behind the filters of Nhập điểm and Thẩm định, the completeness
 * board and the list "Chờ tôi xử lý", so that a count and the rows it leads to never differ. Pure over numbers; blank
 * points are NaN. Must not know stores, SQL or words.
 */
import type { Stage } from '../domain/entities.ts';
import { isPending, type ExplanationState } from '../domain/explanation-states.ts';
import { HAS_EVIDENCE, NOT_APPLICABLE } from '../scoring/model.ts';

/** Value of CompiledSet.evidencePolicyOfLeaf for a leaf that asks for no documents. */
const NO_EVIDENCE_ASKED = 3;
const CORE = 0;

/** A cell with what its leaf says of it. May be one object filled anew for every cell. */
export interface CellFacts {
  readonly selfMicro: number;
  readonly appraisedMicro: number;
  readonly finalMicro: number;
  /** Bits of BlockScores.flags. */
  readonly flags: number;
  /** CompiledSet.sectionOfLeaf. */
  readonly section: number;
  /** CompiledSet.evidencePolicyOfLeaf. */
  readonly evidencePolicy: number;
  /** The survey gives its points; nobody types them as self-scored ones. */
  readonly isSurvey: boolean;
  /** The newest explanation of the cell; null when it never was in a round. */
  readonly explanation: { readonly state: ExplanationState; readonly isOverdue: boolean } | null;
}

/** Which cells to show, in the order in which a screen offers them. */
export const CELL_FILTERS = [
  'all',
  /** Chưa nhập: the unit's own points are not there. */
  'missing',
  /** Chưa thẩm định. */
  'open',
  'cut',
  'differs',
  'noEvidence',
  /** Cut, not settled, and not put to the unit yet. */
  'toExplain',
  /** Chờ đơn vị giải trình. */
  'awaitingAnswer',
  'overdue',
  /** Đã giải trình, chờ quyết định. */
  'answered',
] as const;
export type CellFilter = (typeof CELL_FILTERS)[number];

/** True when the filter shows the cell. */
export function passesFilter(filter: CellFilter, cell: CellFacts): boolean {
  if (filter === 'all') return true;
  if (!isApplicable(cell)) return false;
  const { selfMicro, appraisedMicro, finalMicro, explanation } = cell;
  switch (filter) {
    case 'missing':
      return cell.section === CORE && !cell.isSurvey && isNaN(selfMicro);
    case 'open':
      return isAwaited(cell) && isNaN(appraisedMicro);
    case 'cut':
      // Comparing with a blank (NaN) is false: what is not there cuts nothing.
      return appraisedMicro < selfMicro || finalMicro < selfMicro;
    case 'differs':
      return !isNaN(selfMicro) && !isNaN(appraisedMicro) && selfMicro !== appraisedMicro;
    case 'noEvidence':
      return lacksEvidence('appraised', cell);
    case 'toExplain':
      return isUnsettledCut(cell) && !(explanation && isPending(explanation.state));
    case 'awaitingAnswer':
      return explanation?.state === 'open';
    case 'overdue':
      return explanation?.isOverdue === true;
    case 'answered':
      return explanation?.state === 'answered';
  }
}

export function isApplicable({ flags }: Pick<CellFacts, 'flags'>): boolean {
  return (flags & NOT_APPLICABLE) === 0;
}

/** Waits for an appraiser or was appraised: every applicable core cell; bonus and penalty only where the unit scored itself. */
export function isAwaited(cell: Pick<CellFacts, 'flags' | 'section' | 'selfMicro'>): boolean {
  return isApplicable(cell) && (cell.section === CORE || !isNaN(cell.selfMicro));
}

/** Giảm điểm: appraised below the self-scored points. */
export function isCut({ selfMicro, appraisedMicro }: Pick<CellFacts, 'selfMicro' | 'appraisedMicro'>): boolean {
  return appraisedMicro < selfMicro;
}

/** A cut nobody has settled with final points. */
function isUnsettledCut(cell: Pick<CellFacts, 'selfMicro' | 'appraisedMicro' | 'finalMicro'>): boolean {
  return isCut(cell) && isNaN(cell.finalMicro);
}

/**
 * Whether the cell is done at a stage. At the final stage appraised points are enough where nothing was cut: nobody
 * types them a second time.
 */
export function isFilled(stage: Stage, cell: Pick<CellFacts, 'selfMicro' | 'appraisedMicro' | 'finalMicro'>): boolean {
  switch (stage) {
    case 'self':
      return !isNaN(cell.selfMicro);
    case 'appraised':
      return !isNaN(cell.appraisedMicro);
    case 'final':
      return !isNaN(cell.finalMicro) || (!isNaN(cell.appraisedMicro) && !isCut(cell));
  }
}

/** Points above zero count at this stage, but the evidence (TLKC) the leaf asks for is not there. */
export function lacksEvidence(stage: Stage, cell: CellFacts): boolean {
  if (cell.evidencePolicy === NO_EVIDENCE_ASKED || !isApplicable(cell) || (cell.flags & HAS_EVIDENCE) !== 0)
    return false;
  return countingMicro(stage, cell) > 0;
}

function countingMicro(stage: Stage, { selfMicro, appraisedMicro, finalMicro }: CellFacts): number {
  if (stage === 'final' && !isNaN(finalMicro)) return finalMicro;
  return stage === 'self' || isNaN(appraisedMicro) ? selfMicro : appraisedMicro;
}

/**
 * Whether accepting an explanation may give these points (10⁻⁶ point): more than the appraiser left, or it would be a
 * refusal under another name; where the cut is gone by now, at least as much.
 */
export function isGrant(cell: Pick<CellFacts, 'selfMicro' | 'appraisedMicro'>, pointsMicro: number): boolean {
  if (isNaN(cell.appraisedMicro)) return true;
  return isCut(cell) ? pointsMicro > cell.appraisedMicro : pointsMicro >= cell.appraisedMicro;
}
