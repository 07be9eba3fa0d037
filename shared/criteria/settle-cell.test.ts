import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Declared, Rule } from '../domain/rules.ts';
import { settleCell, type CellChoices, type CellContent } from './settle-cell.ts';
import { soundRule } from './testing/random-rule.ts';

const WORDS = { notApplicableReason: 'Không phát sinh', cutReason: 'Bộ tiêu chí đổi' };
const CHOICES: CellChoices = { misfit: 'keepPoints', recount: 'recompute', overMax: 'lower' };
const BLANK: CellContent = {
  selfMicro: null,
  appraisedMicro: null,
  finalMicro: null,
  declared: null,
  notApplicable: false,
  notApplicableReason: '',
  cutReason: '',
};
const leaf = (rule: Rule, max: number) => ({ rule, maxMicro: max * 1e6, section: 'core' as const });
const manual: Rule = { kind: 'manual' };
const yesNo: Rule = { kind: 'yes_no' };
const yes: Declared = { kind: 'yes_no', yes: true };

function settle(cell: Partial<CellContent>, before: ReturnType<typeof leaf>, after: typeof before, choices = CHOICES) {
  return settleCell({ ...BLANK, ...cell }, before, after, choices, WORDS);
}

describe('settleCell by example', () => {
  it('leaves a cell alone when neither rule nor maximum changed', () => {
    const cell = { ...BLANK, selfMicro: 9e6 };
    expect(settleCell(cell, leaf(manual, 2), leaf(manual, 2), CHOICES, WORDS)).toEqual({ cell, effects: [] });
  });

  it('lowers or clears what is above the new maximum, and keeps the rest', () => {
    const cell = { selfMicro: 2e6, appraisedMicro: 1e6, cutReason: 'thiếu văn bản' };
    expect(settle(cell, leaf(manual, 2), leaf(manual, 1.5))).toMatchObject({
      cell: { selfMicro: 1.5e6, appraisedMicro: 1e6, cutReason: 'thiếu văn bản' },
      effects: ['overMax'],
    });
    expect(settle(cell, leaf(manual, 2), leaf(manual, 1.5), { ...CHOICES, overMax: 'clear' }).cell).toMatchObject({
      selfMicro: null,
      appraisedMicro: 1e6,
      cutReason: '',
    });
  });

  it('says when points stay on another scale', () => {
    expect(settle({ selfMicro: 1e6 }, leaf(manual, 2), leaf(manual, 3)).effects).toEqual(['rescaled']);
    expect(settle({}, leaf(manual, 2), leaf(manual, 3)).effects).toEqual([]);
  });

  it('recomputes values that came from the declared data, and only those', () => {
    const cell = { selfMicro: 2e6, appraisedMicro: 1e6, cutReason: 'x', declared: yes };
    expect(settle(cell, leaf(yesNo, 2), leaf(yesNo, 3))).toMatchObject({
      cell: { selfMicro: 3e6, appraisedMicro: 1e6, cutReason: 'x' },
      effects: ['recount'],
    });
    expect(settle(cell, leaf(yesNo, 2), leaf(yesNo, 3), { ...CHOICES, recount: 'keep' }).cell.selfMicro).toBe(2e6);
  });

  it('gives a cut the change makes a reason', () => {
    const raised = { selfMicro: 2e6, appraisedMicro: 2.5e6, declared: yes };
    expect(settle(raised, leaf(yesNo, 2), leaf(yesNo, 3)).cell).toMatchObject({
      selfMicro: 3e6,
      appraisedMicro: 2.5e6,
      cutReason: WORDS.cutReason,
    });
  });

  it('drops declared data another rule cannot read', () => {
    const cell = { selfMicro: 2e6, declared: yes };
    const ratio: Rule = { kind: 'ratio', floorMicroPercent: 0, onZeroDenominator: 'notApplicable' };
    expect(settle(cell, leaf(yesNo, 2), leaf(ratio, 2))).toMatchObject({
      cell: { selfMicro: 2e6, declared: null },
      effects: ['misfit'],
    });
    expect(settle(cell, leaf(yesNo, 2), leaf(ratio, 2), { ...CHOICES, misfit: 'clear' }).cell).toMatchObject(BLANK);
  });

  it('follows a changed answer to "nothing arose"', () => {
    const nothing: Declared = { kind: 'ratio', numeratorMicro: 0, denominatorMicro: 0 };
    const ratio = (onZeroDenominator: 'max' | 'notApplicable'): Rule => ({
      kind: 'ratio',
      floorMicroPercent: 0,
      onZeroDenominator,
    });
    expect(
      settle({ declared: nothing, selfMicro: 2e6 }, leaf(ratio('max'), 2), leaf(ratio('notApplicable'), 2)).cell,
    ).toMatchObject({
      selfMicro: null,
      notApplicable: true,
      notApplicableReason: WORDS.notApplicableReason,
    });
    const excused = { declared: nothing, notApplicable: true, notApplicableReason: 'x' };
    expect(settle(excused, leaf(ratio('notApplicable'), 2), leaf(ratio('max'), 2)).cell).toMatchObject({
      selfMicro: 2e6,
      notApplicable: false,
    });
  });
});

describe('settleCell, whatever the change', () => {
  const points = fc.option(fc.integer({ min: 0, max: 5e6 }), { nil: null });
  const declared: fc.Arbitrary<Declared | null> = fc.oneof(
    fc.constant(null),
    fc.boolean().map((value): Declared => ({ kind: 'yes_no', yes: value })),
    fc.nat({ max: 9 }).map((count): Declared => ({ kind: 'count', count })),
    fc
      .tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 }))
      .map(([n, d]): Declared => ({ kind: 'ratio', numeratorMicro: n * 1e6, denominatorMicro: d * 1e6 })),
    fc.nat({ max: 100 }).map((p): Declared => ({ kind: 'survey', indexMicroPercent: p * 1e6 })),
  );
  const choices = fc.record<CellChoices>({
    misfit: fc.constantFrom('keepPoints', 'clear'),
    recount: fc.constantFrom('recompute', 'keep'),
    overMax: fc.constantFrom('lower', 'clear'),
  });

  it('leaves a cell its leaf can hold: within the maximum, data the rule reads, a reason for every cut', () => {
    fc.assert(
      fc.property(
        points,
        points,
        points,
        declared,
        soundRule(5e6),
        soundRule(3e6),
        choices,
        (self, appraised, final, data, was, now, chosen) => {
          const before = { ...BLANK, selfMicro: self, appraisedMicro: appraised, finalMicro: final, declared: data };
          const { cell, effects } = settleCell(
            before,
            { rule: was, maxMicro: 5e6, section: 'core' },
            { rule: now, maxMicro: 3e6, section: 'core' },
            chosen,
            WORDS,
          );
          const values = [cell.selfMicro, cell.appraisedMicro, cell.finalMicro];
          for (const value of values) expect(value === null || (value >= 0 && value <= 3e6)).toBe(true);
          const cut =
            cell.selfMicro !== null && values.slice(1).some((value) => value !== null && value < cell.selfMicro!);
          expect(cell.cutReason !== '').toBe(cut);
          // A second look finds nothing left to settle.
          const again = settleCell(
            cell,
            { rule: now, maxMicro: 3e6, section: 'core' },
            { rule: now, maxMicro: 3e6, section: 'core' },
            chosen,
            WORDS,
          );
          expect(again).toEqual({ cell, effects: [] });
          if (effects.length === 0) expect({ ...cell, cutReason: '' }).toEqual({ ...before, cutReason: '' });
        },
      ),
      { numRuns: 400 },
    );
  });
});
