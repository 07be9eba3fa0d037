/** Đợt giải trình and the cut cells in it, as every room knows them. Dates are calendar days `yyyy-mm-dd`. */
import { daysFrom } from '../util/calendar-days.ts';
import type { ExplanationState } from './explanation-states.ts';
import type { CycleId, CycleUnitId, ExplanationItemId, ExplanationRoundId, NodeId } from './ids.ts';

/** Đợt giải trình. */
export interface ExplanationRound {
  readonly id: ExplanationRoundId;
  readonly cycleId: CycleId;
  /** 1, 2, 3… inside the cycle. */
  readonly number: number;
  readonly name: string;
  readonly openedAt: string;
  readonly openedBy: string;
  /** Last day on which a unit may answer. */
  readonly deadline: string;
  /** Null while the round is open. */
  readonly closedAt: string | null;
  readonly closedBy: string;
  readonly version: number;
}

/** One cut cell put to its unit in one round. */
export interface ExplanationItem {
  readonly id: ExplanationItemId;
  readonly roundId: ExplanationRoundId;
  readonly cycleUnitId: CycleUnitId;
  readonly leafId: NodeId;
  readonly state: ExplanationState;
  /** The cut as it was put to the unit (10⁻⁶ point) with the appraiser's reason. */
  readonly selfMicro: number;
  readonly appraisedMicro: number;
  readonly cutReason: string;
  /** What the unit wrote; empty while nobody recorded anything. */
  readonly answer: string;
  readonly answeredAt: string | null;
  /** Who recorded it. */
  readonly answeredBy: string;
  /** Points granted (10⁻⁶ point); null unless accepted. */
  readonly grantedMicro: number | null;
  readonly decisionReason: string;
  readonly decidedAt: string | null;
  readonly decidedBy: string;
  readonly version: number;
}

/** Quá hạn: the deadline is over and the unit has not answered. */
export function isOverdue(state: ExplanationState, deadline: string, today: string): boolean {
  return state === 'open' && daysFrom(today, deadline) < 0;
}
