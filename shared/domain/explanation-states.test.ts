import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROLES } from './entities.ts';
import {
  EXPLANATION_MOVES,
  EXPLANATION_STATES,
  isPending,
  moveExplanation,
  type ExplanationMove,
  type ExplanationState,
} from './explanation-states.ts';

const MOVES = Object.keys(EXPLANATION_MOVES) as ExplanationMove[];

/** One cell led through moves as the service does: an answer is kept, a refused move changes nothing. */
function walk(moves: readonly ExplanationMove[]): { state: ExplanationState; hasAnswer: boolean; taken: number } {
  let state: ExplanationState = 'open';
  let hasAnswer = false;
  let taken = 0;
  for (const move of moves) {
    const next = moveExplanation(state, move, hasAnswer);
    if (!next.ok) continue;
    state = next.value;
    hasAnswer ||= move === 'answer';
    taken++;
  }
  return { state, hasAnswer, taken };
}

describe('the states of an explanation', () => {
  it('are all reached from the first one, and none is a trap while the round is open', () => {
    const reached = new Set<ExplanationState>(['open']);
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      for (const { from, to } of Object.values(EXPLANATION_MOVES))
        if (from.some((each) => reached.has(each))) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...EXPLANATION_STATES].sort());
    for (const state of EXPLANATION_STATES) {
      expect(MOVES.some((move) => moveExplanation(state, move, true).ok)).toBe(true);
    }
  });

  it('never grant points for what nobody explained, whatever is tried in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...MOVES), { maxLength: 30 }), (moves) => {
        const { state, hasAnswer } = walk(moves);
        if (state === 'accepted' || state === 'answered') expect(hasAnswer).toBe(true);
        if (!moves.includes('answer')) expect(['open', 'rejected']).toContain(state);
      }),
    );
  });

  it('end in what the last allowed move says', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...MOVES), { maxLength: 20 }), fc.constantFrom(...MOVES), (moves, last) => {
        const before = walk(moves);
        const after = walk([...moves, last]);
        if (after.taken > before.taken) expect(after.state).toBe(EXPLANATION_MOVES[last].to);
        else expect(after.state).toBe(before.state);
      }),
    );
  });

  it('say why a move is refused', () => {
    expect(moveExplanation('open', 'accept', false)).toEqual({ ok: false, error: 'explanationState' });
    expect(moveExplanation('rejected', 'accept', false)).toEqual({ ok: false, error: 'answerMissing' });
    expect(moveExplanation('accepted', 'answer', true)).toEqual({ ok: false, error: 'explanationState' });
    expect(EXPLANATION_STATES.filter(isPending)).toEqual(['open', 'answered']);
  });

  it('name roles that exist, and let no single role both answer and decide', () => {
    for (const { roles } of Object.values(EXPLANATION_MOVES)) for (const role of roles) expect(ROLES).toContain(role);
    const decides: readonly string[] = [...EXPLANATION_MOVES.accept.roles, ...EXPLANATION_MOVES.reject.roles];
    expect(EXPLANATION_MOVES.answer.roles.filter((role) => decides.includes(role))).toEqual([]);
  });
});
