/**
 * Trạng thái giải trình: how one cut cell of an explanation round moves, and who may move it, as data. The contract
 * takes its roles from here, the data service asks `moveExplanation` before it writes, the window offers what the table
 * allows. Must not know how points are written.
 */
import { err, ok, type Result } from '../util/result.ts';
import type { Role } from './entities.ts';

/** Chờ đơn vị giải trình · đã giải trình · chấp nhận · không chấp nhận. */
export const EXPLANATION_STATES = ['open', 'answered', 'accepted', 'rejected'] as const;
export type ExplanationState = (typeof EXPLANATION_STATES)[number];

interface Move {
  readonly from: readonly ExplanationState[];
  readonly to: ExplanationState;
  readonly roles: readonly Role[];
  /** Only a cell somebody explained can be granted points. */
  readonly needsAnswer: boolean;
}

/**
 * What may happen to a cell while its round is open. A decision can be taken again until the round closes, and a unit
 * that was refused may explain once more.
 */
export const EXPLANATION_MOVES = {
  /** The secretary records what the unit wrote. */
  answer: { from: ['open', 'answered', 'rejected'], to: 'answered', roles: ['secretary'], needsAnswer: false },
  accept: {
    from: ['answered', 'accepted', 'rejected'],
    to: 'accepted',
    roles: ['reviewer'],
    needsAnswer: true,
  },
  /** Also of a cell nobody explained: the deadline is over. */
  reject: { from: ['open', 'answered', 'accepted'], to: 'rejected', roles: ['reviewer'], needsAnswer: false },
} as const satisfies Readonly<Record<string, Move>>;
export type ExplanationMove = keyof typeof EXPLANATION_MOVES;

/** Who may open and close a round as a whole. */
export const ROUND_ROLES = {
  open: ['secretary', 'reviewer'],
  close: ['reviewer'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

/** Waits for somebody: the unit (open) or the reviewer (answered). */
export function isPending(state: ExplanationState): boolean {
  return state === 'open' || state === 'answered';
}

export type MoveRefusal = 'explanationState' | 'answerMissing';

/** The state after a move; errors: `explanationState` from a state the move does not start at, `answerMissing`. */
export function moveExplanation(
  state: ExplanationState,
  move: ExplanationMove,
  hasAnswer: boolean,
): Result<ExplanationState, MoveRefusal> {
  const { from, to, needsAnswer }: Move = EXPLANATION_MOVES[move];
  if (!from.includes(state)) return err('explanationState');
  return needsAnswer && !hasAnswer ? err('answerMissing') : ok(to);
}
