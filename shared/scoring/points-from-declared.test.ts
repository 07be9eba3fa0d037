import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Section } from '../domain/entities.ts';
import type { Declared, Rule } from '../domain/rules.ts';
import { pointsFromDeclared } from './points-from-declared.ts';
import { micro } from './testing/small-set.ts';

/** Points, "n/a", "missing" or the error's reason. */
function score(rule: Rule, declared: Declared | null, max: number, section: Section = 'core'): number | string {
  const result = pointsFromDeclared(rule, declared, micro(max), section);
  if (!result.ok) return result.error.reason;
  return result.value.kind === 'points' ? result.value.pointsMicro : result.value.kind;
}

function share(numerator: number, denominator: number): Declared {
  return { kind: 'ratio', numeratorMicro: micro(numerator), denominatorMicro: micro(denominator) };
}

describe('yes_no, choice, manual', () => {
  it('is all or nothing', () => {
    expect(score({ kind: 'yes_no' }, { kind: 'yes_no', yes: true }, 0.75)).toBe(750_000);
    expect(score({ kind: 'yes_no' }, { kind: 'yes_no', yes: false }, 0.75)).toBe(0);
  });

  it('gives the points of the chosen statement', () => {
    const options = [
      { code: 'full', label: 'đủ', pointsMicro: 750_000 },
      { code: 'part', label: 'thiếu một', pointsMicro: 375_000 },
    ];
    expect(score({ kind: 'choice', options }, { kind: 'choice', option: 'part' }, 0.75)).toBe(375_000);
    expect(score({ kind: 'choice', options }, { kind: 'choice', option: 'x' }, 0.75)).toBe('unknownOption');
    expect(score({ kind: 'choice', options }, { kind: 'choice', option: 'full' }, 0.5)).toBe('overMax');
  });

  it('has nothing to go on without declared data, and refuses data of another kind', () => {
    expect(score({ kind: 'yes_no' }, null, 1)).toBe('missing');
    expect(score({ kind: 'manual' }, null, 1)).toBe('missing');
    expect(score({ kind: 'manual' }, { kind: 'yes_no', yes: true }, 1)).toBe('declaredMismatch');
    expect(score({ kind: 'survey' }, { kind: 'yes_no', yes: true }, 1)).toBe('declaredMismatch');
  });
});

describe('ratio', () => {
  const floor70: Rule = { kind: 'ratio', floorMicroPercent: 70_000_000, onZeroDenominator: 'max' };

  it('gives p × max from the floor up, and nothing below it', () => {
    expect(score(floor70, share(20, 20), 1.5)).toBe(1_500_000);
    // 17/20 = 85 %; 0,85 × 1,5 = 1,275
    expect(score(floor70, share(17, 20), 1.5)).toBe(1_275_000);
    // 7/10 is the floor itself: 0,7 × 1,5 = 1,05
    expect(score(floor70, share(7, 10), 1.5)).toBe(1_050_000);
    // 699999/1000000 = 69,9999 % is below 70 %
    expect(score(floor70, share(699_999, 1_000_000), 1.5)).toBe(0);
    expect(score(floor70, share(0, 10), 1.5)).toBe(0);
  });

  it('rounds the exact product once, half-up', () => {
    const noFloor: Rule = { kind: 'ratio', floorMicroPercent: 0, onZeroDenominator: 'zero' };
    // 2/3 × 1 = 0,6666666… → 0,666667
    expect(score(noFloor, share(2, 3), 1)).toBe(666_667);
    // 1/8 × 0,000004 = 0,0000005 → half goes up → 0,000001
    expect(score(noFloor, share(1, 8), 0.000004)).toBe(1);
    // 999999999/10⁹ × 1000 = 999,999999 exactly; in doubles the product of micros would be 10²⁴
    expect(score(noFloor, share(999_999_999, 1_000_000_000), 1000)).toBe(999_999_999);
  });

  it('does what the rule says when nothing arose', () => {
    const when = (onZeroDenominator: 'max' | 'zero' | 'notApplicable' | 'missing') =>
      score({ kind: 'ratio', floorMicroPercent: 70_000_000, onZeroDenominator }, share(0, 0), 1.5);
    expect(when('max')).toBe(1_500_000);
    expect(when('zero')).toBe(0);
    expect(when('notApplicable')).toBe('notApplicable');
    expect(when('missing')).toBe('missing');
  });

  it('refuses more than 100 % and impossible figures', () => {
    expect(score(floor70, share(21, 20), 1.5)).toBe('numeratorExceedsDenominator');
    expect(score(floor70, share(1, 0), 1.5)).toBe('numeratorExceedsDenominator');
    expect(score(floor70, share(-1, 10), 1.5)).toBe('declaredOutOfRange');
    expect(score(floor70, share(NaN, 10), 1.5)).toBe('declaredOutOfRange');
  });
});

describe('step', () => {
  // ≥ 30 % → 1; 20–<30 % → 0,667; < 20 % → 0
  const inspected: Rule = {
    kind: 'step',
    input: 'ratio',
    unit: '%',
    onZeroDenominator: 'notApplicable',
    steps: [
      { from: 30_000_000, to: null, pointsMicro: 1_000_000 },
      { from: 20_000_000, to: 30_000_000, pointsMicro: 667_000 },
      { from: null, to: 20_000_000, pointsMicro: 0 },
    ],
  };
  // đúng hạn (0 ngày) → 0,75; chậm 1–15 ngày → 0,375; chậm hơn → 0
  const days: Rule = {
    kind: 'step',
    input: 'value',
    unit: 'ngày',
    onZeroDenominator: 'missing',
    steps: [
      { from: 0, to: micro(1), pointsMicro: 750_000 },
      { from: micro(1), to: micro(16), pointsMicro: 375_000 },
      { from: micro(16), to: null, pointsMicro: 0 },
    ],
  };

  it('includes the lower end and excludes the upper', () => {
    expect(score(inspected, share(3, 10), 1)).toBe(1_000_000);
    expect(score(inspected, share(299_999, 1_000_000), 1)).toBe(667_000);
    expect(score(inspected, share(2, 10), 1)).toBe(667_000);
    expect(score(inspected, share(199_999, 1_000_000), 1)).toBe(0);
    // 1/3 = 33,33… % and 3/10 compared by multiplying out, never as rounded percentages
    expect(score(inspected, share(1, 3), 1)).toBe(1_000_000);
    expect(score(inspected, share(10, 10), 1)).toBe(1_000_000);
    const late = (valueMicro: number) => score(days, { kind: 'value', valueMicro }, 0.75);
    expect(late(0)).toBe(750_000);
    expect(late(micro(1) - 1)).toBe(750_000);
    expect(late(micro(1))).toBe(375_000);
    expect(late(micro(16) - 1)).toBe(375_000);
    expect(late(micro(16))).toBe(0);
    expect(late(-1)).toBe('outsideSteps');
    expect(late(0.5)).toBe('declaredOutOfRange');
  });

  it('follows the zero-denominator policy and takes more than 100 % only where the steps do', () => {
    expect(score(inspected, share(0, 0), 1)).toBe('notApplicable');
    expect(score(inspected, share(11, 10), 1)).toBe('numeratorExceedsDenominator');
    const beyond: Rule = {
      ...inspected,
      steps: [
        { from: null, to: 110_000_000, pointsMicro: 0 },
        { from: 110_000_000, to: null, pointsMicro: 1_000_000 },
      ],
    };
    expect(score(beyond, share(11, 10), 1)).toBe(1_000_000);
    expect(score(beyond, share(1, 0), 1)).toBe('numeratorExceedsDenominator');
    expect(score(inspected, { kind: 'value', valueMicro: 1 }, 1)).toBe('declaredMismatch');
  });
});

describe('count_step', () => {
  const models: Rule = {
    kind: 'count_step',
    steps: [
      { atLeast: 1, pointsMicro: 750_000 },
      { atLeast: 2, pointsMicro: 1_500_000 },
    ],
  };

  it('takes the highest step reached', () => {
    const count = (n: number) => score(models, { kind: 'count', count: n }, 1.5);
    expect([count(0), count(1), count(2), count(9)]).toStrictEqual([0, 750_000, 1_500_000, 1_500_000]);
    expect(count(-1)).toBe('declaredOutOfRange');
    expect(count(1.5)).toBe('declaredOutOfRange');
  });
});

describe('deduct', () => {
  const events = [
    { code: 'kt', label: 'khiển trách', eachMicro: 750_000, capMicro: null },
    { code: 'cc', label: 'cảnh cáo', eachMicro: 1_500_000, capMicro: 2_000_000 },
  ];
  const rule: Rule = { kind: 'deduct', events, floorMicro: 0 };
  const declare = (counts: Record<string, number>): Declared => ({ kind: 'events', counts });

  it('takes events from the maximum down to the floor', () => {
    expect(score(rule, declare({}), 4.5)).toBe(4_500_000);
    // 4,5 − 2 × 0,75 = 3
    expect(score(rule, declare({ kt: 2 }), 4.5)).toBe(3_000_000);
    // 3 × 1,5 = 4,5 but capped at 2: 4,5 − 2 − 0,75 = 1,75
    expect(score(rule, declare({ cc: 3, kt: 1 }), 4.5)).toBe(1_750_000);
    expect(score(rule, declare({ kt: 1_000_000 }), 4.5)).toBe(0);
    expect(score({ ...rule, floorMicro: 500_000 }, declare({ kt: 9 }), 4.5)).toBe(500_000);
  });

  it('adds events up to the maximum outside the scale', () => {
    expect(score(rule, declare({ kt: 2 }), 5, 'penalty')).toBe(1_500_000);
    expect(score(rule, declare({ kt: 7 }), 5, 'penalty')).toBe(5_000_000);
    expect(score(rule, declare({}), 2, 'bonus')).toBe(0);
  });

  it('refuses events it does not know and impossible counts', () => {
    expect(score(rule, declare({ x: 1 }), 5)).toBe('unknownEvent');
    expect(score(rule, declare({ kt: -1 }), 5)).toBe('declaredOutOfRange');
  });
});

it('survey is index × max, rounded once', () => {
  const survey = (indexMicroPercent: number, max: number) =>
    score({ kind: 'survey' }, { kind: 'survey', indexMicroPercent }, max);
  // 88,336876 % × 10 = 8,8336876 → 8,833688
  expect(survey(88_336_876, 10)).toBe(8_833_688);
  expect(survey(100_000_000, 0.75)).toBe(750_000);
  expect(survey(100_000_001, 1)).toBe('declaredOutOfRange');
});

it('gives whole micro points within 0…max, or a reason, for anything declared', () => {
  const number = fc.oneof(fc.integer({ min: -5, max: 50 }), fc.double(), fc.integer({ min: 0, max: 1e15 }));
  const declared: fc.Arbitrary<Declared> = fc.oneof(
    fc.record({ kind: fc.constant('ratio' as const), numeratorMicro: number, denominatorMicro: number }),
    fc.record({ kind: fc.constant('value' as const), valueMicro: number }),
    fc.record({ kind: fc.constant('count' as const), count: number }),
    fc.record({ kind: fc.constant('survey' as const), indexMicroPercent: number }),
    fc.record({ kind: fc.constant('events' as const), counts: fc.dictionary(fc.constantFrom('a', 'b'), number) }),
  );
  const steps = [
    { from: null, to: 20_000_000, pointsMicro: 1 },
    { from: 20_000_000, to: null, pointsMicro: 2 },
  ];
  const events = [{ code: 'a', label: 'a', eachMicro: 1e15, capMicro: null }];
  const rule = fc.constantFrom<Rule>(
    { kind: 'ratio', floorMicroPercent: 0, onZeroDenominator: 'max' },
    { kind: 'step', input: 'ratio', unit: '', onZeroDenominator: 'max', steps },
    { kind: 'step', input: 'value', unit: '', onZeroDenominator: 'max', steps },
    { kind: 'count_step', steps: [{ atLeast: 3, pointsMicro: 3 }] },
    { kind: 'deduct', events, floorMicro: 0 },
    { kind: 'survey' },
  );
  const max = fc.integer({ min: 3, max: 1e15 });
  const section = fc.constantFrom<Section>('core', 'bonus', 'penalty');
  fc.assert(
    fc.property(rule, declared, max, section, (r, d, maxMicro, s) => {
      const result = pointsFromDeclared(r, d, maxMicro, s);
      if (!result.ok || result.value.kind !== 'points') return true;
      const { pointsMicro } = result.value;
      return Number.isSafeInteger(pointsMicro) && pointsMicro >= 0 && pointsMicro <= maxMicro;
    }),
  );
});
