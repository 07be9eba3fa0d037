import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../domain/rules.ts';
import { ruleProblems } from '../scoring/check-rule.ts';
import { ruleFieldProblems } from './rule-field-problems.ts';
import { anyRule, soundRule } from './testing/random-rule.ts';

const PERCENT = 1_000_000;
const MAX = 2_000_000;

function steps(...list: readonly (readonly [number | null, number | null, number])[]): Rule {
  return {
    kind: 'step',
    input: 'ratio',
    unit: '',
    onZeroDenominator: 'zero',
    steps: list.map(([from, to, points]) => ({
      from: from === null ? null : from * PERCENT,
      to: to === null ? null : to * PERCENT,
      pointsMicro: points * 1e6,
    })),
  };
}

function places(rule: Rule): readonly string[] {
  return ruleFieldProblems(rule, MAX).map(({ row, name, problem }) => `${row ?? '*'}.${name} ${problem.reason}`);
}

describe('ruleFieldProblems', () => {
  it.each([
    ['sound', steps([null, 70, 0], [70, null, 2]), []],
    ['an overlap at the bound that is too low', steps([null, 70, 0], [60, null, 2]), ['1.from stepsOverlap']],
    ['a gap at the bound that is too high', steps([null, 70, 0], [80, null, 2]), ['1.from stepsGap']],
    ['an open beginning', steps([10, 70, 0], [70, null, 2]), ['0.from stepsOpen']],
    ['an open end', steps([null, 70, 0], [70, 100, 2]), ['1.to stepsOpen']],
    ['an empty interval', steps([null, 70, 0], [70, 70, 1], [70, null, 2]), ['1.to stepEmpty']],
    ['points over the maximum', steps([null, 70, 0], [70, null, 2.5]), ['1.points pointsAboveMax']],
    ['steps in any order', steps([70, null, 2], [null, 60, 0]), ['0.from stepsGap']],
    ['no steps', steps(), ['*.rows optionsMissing']],
  ] as const)('%s', (_, rule, expected) => {
    expect(places(rule)).toEqual(expected);
  });

  it('names the second of two options with one code', () => {
    const option = { code: 'a', label: '', pointsMicro: 0 };
    expect(places({ kind: 'choice', options: [option, { ...option, code: 'b' }, option] })).toEqual([
      '2.code duplicateOption',
    ]);
    const step = { atLeast: 3, pointsMicro: 0 };
    expect(places({ kind: 'count_step', steps: [step, step] })).toEqual(['1.atLeast countStepInvalid']);
  });

  it('names a floor out of range', () => {
    expect(places({ kind: 'ratio', floorMicroPercent: 101 * PERCENT, onZeroDenominator: 'max' })).toEqual([
      '*.floor floorOutOfRange',
    ]);
    const events = [{ code: 'a', label: '', eachMicro: -1, capMicro: null }];
    expect(places({ kind: 'deduct', floorMicro: 3e6, events })).toEqual([
      '0.each eventInvalid',
      '*.floor floorOutOfRange',
    ]);
  });

  it('finds something exactly when the engine does, and only in fields that are there', () => {
    fc.assert(
      fc.property(anyRule(), fc.integer({ min: 0, max: 12 }), (rule, maxMicro) => {
        const found = ruleFieldProblems(rule, maxMicro);
        const reasons = (problems: readonly { readonly reason: string }[]) => new Set(problems.map((p) => p.reason));
        expect(found.length > 0).toBe(ruleProblems('', rule, maxMicro).length > 0);
        for (const { problem } of found) expect(reasons(ruleProblems('', rule, maxMicro))).toContain(problem.reason);
        const count =
          'options' in rule
            ? rule.options.length
            : 'steps' in rule
              ? rule.steps.length
              : 'events' in rule
                ? rule.events.length
                : 0;
        for (const { row } of found) expect(row === null || row < count).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('has nothing against a sound rule', () => {
    fc.assert(
      fc.property(soundRule(MAX), (rule) => {
        expect(ruleFieldProblems(rule, MAX)).toEqual([]);
      }),
    );
  });
});
