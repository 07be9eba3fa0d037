import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXPLANATION_STATES } from '../domain/explanation-states.ts';
import { STAGES } from '../domain/entities.ts';
import { HAS_EVIDENCE, NOT_APPLICABLE } from '../scoring/model.ts';
import { CELL_FILTERS, isCut, isFilled, isGrant, lacksEvidence, passesFilter, type CellFacts } from './cell-rules.ts';

const BLANK: CellFacts = {
  selfMicro: NaN,
  appraisedMicro: NaN,
  finalMicro: NaN,
  flags: HAS_EVIDENCE,
  section: 0,
  evidencePolicy: 0,
  isSurvey: false,
  explanation: null,
};

const points = fc.oneof(fc.constant(NaN), fc.integer({ min: 0, max: 4 }));
const explanation = fc.record({ state: fc.constantFrom(...EXPLANATION_STATES), isOverdue: fc.boolean() });
const anyCell: fc.Arbitrary<CellFacts> = fc.record({
  selfMicro: points,
  appraisedMicro: points,
  finalMicro: points,
  flags: fc.integer({ min: 0, max: 15 }),
  section: fc.integer({ min: 0, max: 2 }),
  evidencePolicy: fc.integer({ min: 0, max: 3 }),
  isSurvey: fc.boolean(),
  explanation: fc.option(explanation),
});

const shown = (changes: Partial<CellFacts>): readonly string[] =>
  CELL_FILTERS.filter((filter) => passesFilter(filter, { ...BLANK, ...changes }));

describe('what a cell waits for', () => {
  it('follows it from the unit to the reviewer and back', () => {
    expect(shown({})).toEqual(['all', 'missing', 'open']);
    expect(shown({ isSurvey: true })).toEqual(['all', 'open']);
    expect(shown({ section: 1 })).toEqual(['all']);
    expect(shown({ selfMicro: 3 })).toEqual(['all', 'open']);
    expect(shown({ selfMicro: 3, appraisedMicro: 3 })).toEqual(['all']);
    const cut = { selfMicro: 3, appraisedMicro: 2 };
    expect(shown(cut)).toEqual(['all', 'cut', 'differs', 'toExplain']);
    const item = (state: 'open' | 'answered' | 'accepted' | 'rejected', isOverdue = false) => ({ state, isOverdue });
    expect(shown({ ...cut, explanation: item('open') })).toEqual(['all', 'cut', 'differs', 'awaitingAnswer']);
    expect(shown({ ...cut, explanation: item('open', true) })).toContain('overdue');
    expect(shown({ ...cut, explanation: item('answered') })).toEqual(['all', 'cut', 'differs', 'answered']);
    expect(shown({ ...cut, finalMicro: 3, explanation: item('accepted') })).toEqual(['all', 'cut', 'differs']);
    // Final points taken away again by hand: the cut stands unsettled.
    expect(shown({ ...cut, explanation: item('rejected') })).toContain('toExplain');
    expect(shown({ ...cut, flags: NOT_APPLICABLE })).toEqual(['all']);
    expect(shown({ selfMicro: 3, flags: 0 })).toEqual(['all', 'open', 'noEvidence']);
    expect(shown({ selfMicro: 0, flags: 0 })).toEqual(['all', 'open']);
    expect(shown({ selfMicro: 3, flags: 0, evidencePolicy: 3 })).toEqual(['all', 'open']);
  });

  it('never asks anything of an excused cell', () => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        const excused = { ...cell, flags: cell.flags | NOT_APPLICABLE };
        expect(CELL_FILTERS.filter((filter) => passesFilter(filter, excused))).toEqual(['all']);
        for (const stage of STAGES) expect(lacksEvidence(stage, excused)).toBe(false);
      }),
    );
  });

  it('is one thing at a time where a cut is explained', () => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        const steps = (['toExplain', 'awaitingAnswer', 'answered'] as const).filter((filter) =>
          passesFilter(filter, cell),
        );
        expect(steps.length).toBeLessThanOrEqual(1);
        if (passesFilter('toExplain', cell)) expect(passesFilter('cut', cell)).toBe(true);
      }),
    );
  });

  it('is over when the final points are there, and the board agrees', () => {
    fc.assert(
      fc.property(anyCell, fc.integer({ min: 0, max: 4 }), (cell, finalMicro) => {
        const settled = { ...cell, finalMicro };
        expect(isFilled('final', settled)).toBe(true);
        expect(passesFilter('toExplain', settled)).toBe(false);
        if (isFilled('final', cell) && isNaN(cell.finalMicro)) expect(isCut(cell)).toBe(false);
      }),
    );
  });
});

it('grants only more than the appraiser left, as long as there is a cut', () => {
  fc.assert(
    fc.property(points, points, fc.integer({ min: 0, max: 4 }), (selfMicro, appraisedMicro, granted) => {
      const isAllowed = isGrant({ selfMicro, appraisedMicro }, granted);
      if (isAllowed && !isNaN(appraisedMicro)) expect(granted).toBeGreaterThanOrEqual(appraisedMicro);
      if (isAllowed && appraisedMicro < selfMicro) expect(granted).toBeGreaterThan(appraisedMicro);
      if (!isNaN(selfMicro) && selfMicro >= appraisedMicro)
        expect(isGrant({ selfMicro, appraisedMicro }, selfMicro)).toBe(true);
    }),
  );
});
