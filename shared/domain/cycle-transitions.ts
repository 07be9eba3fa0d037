/**
 * The year as a state machine, as data: which state may follow which, who may say so, what must hold before. Read by
 * the data service (which enforces it), the screen "Kỳ đánh giá" (which shows it) and the tests (which walk all of it).
 *
 * Source: domain.md §6, the steps of the year. Going back and reopening are ours: nothing is published about them. An
 * administrator looks after people and files and moves no year.
 */
import { CYCLE_STATES, type CycleState, type Role } from './entities.ts';

/**
 * What can be asked of a year before it moves on. A name is evaluated by db/service/cycle-preconditions.ts and worded in
 * shared/wording/problems; the compiler asks for both.
 */
export const PRECONDITIONS = [
  /** Every block has units. */
  'everyBlockHasUnits',
  /** No core leaf of any unit is blank. */
  'everyCellScored',
  /** Every leaf with points has the evidence it asks for. */
  'evidenceComplete',
  /** Every survey leaf has points. */
  'surveyFilled',
  /** No unit's result is withheld for lack of evidence that blocks. */
  'noneWithheld',
] as const;
export type PreconditionName = (typeof PRECONDITIONS)[number];

export interface CycleTransition {
  readonly kind: 'advance' | 'goBack' | 'reopen';
  readonly from: CycleState;
  readonly to: CycleState;
  readonly roles: readonly Role[];
  /** Another person than the one who brought the year to `from` (for a reopening: than the one who asked for it). */
  readonly secondPerson: boolean;
  readonly reason: boolean;
  /** Without these the step is refused. */
  readonly needs: readonly PreconditionName[];
  /** Said before the step; the person decides. */
  readonly warns: readonly PreconditionName[];
}

type Step = Pick<CycleTransition, 'from' | 'to' | 'roles'> &
  Partial<Pick<CycleTransition, 'secondPerson' | 'needs' | 'warns'>>;

const STEPS: readonly Step[] = [
  {
    from: 'entered',
    to: 'received',
    roles: ['secretary'],
    needs: ['everyBlockHasUnits'],
    warns: ['everyCellScored', 'evidenceComplete'],
  },
  {
    from: 'received',
    to: 'appraised',
    roles: ['reviewer'],
    needs: ['everyBlockHasUnits'],
    warns: ['everyCellScored', 'evidenceComplete'],
  },
  { from: 'appraised', to: 'explained', roles: ['reviewer'], warns: ['evidenceComplete'] },
  { from: 'explained', to: 'surveyed', roles: ['secretary'], warns: ['surveyFilled'] },
  {
    from: 'surveyed',
    to: 'synthesised',
    roles: ['secretary', 'reviewer'],
    needs: ['everyBlockHasUnits'],
    warns: ['everyCellScored', 'surveyFilled', 'noneWithheld'],
  },
  {
    from: 'synthesised',
    to: 'approved',
    roles: ['approver'],
    secondPerson: true,
    needs: ['everyBlockHasUnits', 'noneWithheld'],
    warns: ['everyCellScored'],
  },
  {
    from: 'approved',
    to: 'sealed',
    roles: ['approver'],
    needs: ['everyBlockHasUnits', 'noneWithheld'],
    warns: ['everyCellScored'],
  },
  { from: 'sealed', to: 'published', roles: ['secretary', 'approver'] },
];

/** States a sealed year must have been reopened for; before them one may simply go back. */
const OPEN_STATES = CYCLE_STATES.slice(0, CYCLE_STATES.indexOf('sealed'));

/** Every way from one state to another; what is not here cannot be done. */
export const CYCLE_TRANSITIONS: readonly CycleTransition[] = [
  ...STEPS.map((step): CycleTransition => ({
    kind: 'advance',
    secondPerson: false,
    reason: false,
    needs: [],
    warns: [],
    ...step,
  })),
  ...OPEN_STATES.flatMap((from, i) =>
    OPEN_STATES.slice(0, i).map((to): CycleTransition => ({
      kind: 'goBack',
      from,
      to,
      roles: from === 'approved' ? ['approver'] : ['reviewer', 'approver'],
      secondPerson: false,
      reason: true,
      needs: [],
      warns: [],
    })),
  ),
  ...(['sealed', 'published'] as const).map((from): CycleTransition => ({
    kind: 'reopen',
    from,
    to: 'approved',
    roles: ['approver'],
    secondPerson: true,
    reason: true,
    needs: [],
    warns: [],
  })),
];

/** The transition between two states, or undefined when there is none. */
export function findTransition(from: CycleState, to: CycleState): CycleTransition | undefined {
  return CYCLE_TRANSITIONS.find((transition) => transition.from === from && transition.to === to);
}
