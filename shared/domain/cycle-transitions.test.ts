import { describe, expect, it } from 'vitest';
import { CYCLE_TRANSITIONS, findTransition } from './cycle-transitions.ts';
import { CYCLE_STATES, ROLES, type CycleState } from './entities.ts';

const at = (state: CycleState) => CYCLE_STATES.indexOf(state);

describe('the year as a state machine', () => {
  it('has at most one way between two states', () => {
    const pairs = CYCLE_TRANSITIONS.map(({ from, to }) => `${from} ${to}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it('moves on one state at a time, from the first to the last', () => {
    const steps = CYCLE_TRANSITIONS.filter(({ kind }) => kind === 'advance');
    expect(steps.map(({ from, to }) => [from, to])).toEqual(
      CYCLE_STATES.slice(1).map((state, i) => [CYCLE_STATES[i], state]),
    );
  });

  it('goes back only among open states, always with a reason', () => {
    for (const { from, to, reason } of CYCLE_TRANSITIONS.filter(({ kind }) => kind === 'goBack')) {
      expect(at(to)).toBeLessThan(at(from));
      expect(at(from)).toBeLessThan(at('sealed'));
      expect(reason).toBe(true);
    }
    expect(findTransition('sealed', 'synthesised')).toBeUndefined();
    expect(findTransition('published', 'sealed')).toBeUndefined();
  });

  it('leaves a sealed or published year only by reopening, with a reason and a second person', () => {
    for (const from of ['sealed', 'published'] as const) {
      const back = CYCLE_TRANSITIONS.filter((each) => each.from === from && at(each.to) < at(from));
      expect(back).toMatchObject([{ kind: 'reopen', to: 'approved', reason: true, secondPerson: true }]);
    }
  });

  it('lets nobody approve alone, and only who approves', () => {
    expect(findTransition('synthesised', 'approved')).toMatchObject({ roles: ['approver'], secondPerson: true });
  });

  it('gives every step to somebody, and none to whoever only looks', () => {
    for (const { roles } of CYCLE_TRANSITIONS) {
      expect(roles.length).toBeGreaterThan(0);
      expect(roles.every((role) => ROLES.includes(role))).toBe(true);
      expect(roles).not.toContain('viewer');
    }
  });
});
