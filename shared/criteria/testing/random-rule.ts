/** Rules for property tests: sound ones of every kind for a maximum, and any at all. */
import fc from 'fast-check';
import type { Rule, Step, ZeroDenominator } from '../../domain/rules.ts';

const HUNDRED = 100_000_000;
const zeroDenominator = fc.constantFrom<ZeroDenominator>('max', 'zero', 'notApplicable', 'missing');

function steps(cuts: readonly number[], points: readonly number[], end: number | null): readonly Step[] {
  const inner = [...new Set(cuts)].sort((a, b) => a - b);
  const bounds: (number | null)[] = [null, ...inner, end];
  return bounds
    .slice(0, -1)
    .map((from, i) => ({ from, to: bounds[i + 1] ?? null, pointsMicro: points[i % points.length] ?? 0 }));
}

/** A rule the engine accepts for a leaf of this maximum. */
export function soundRule(maxMicro: number): fc.Arbitrary<Rule> {
  const points = fc.integer({ min: 0, max: maxMicro });
  const codes = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 1, maxLength: 4 });
  const label = fc.stringMatching(/^[A-Za-zđ ,;"=+-]{0,12}$/);
  const several = fc.array(points, { minLength: 1, maxLength: 5 });
  return fc.oneof(
    fc.constantFrom<Rule>({ kind: 'yes_no' }, { kind: 'survey' }, { kind: 'manual' }),
    fc.tuple(codes, several, label).map(([all, p, text]): Rule => ({
      kind: 'choice',
      options: all.map((code, i) => ({ code, label: `${text}${i}`, pointsMicro: p[i % p.length] ?? 0 })),
    })),
    fc
      .tuple(
        fc.constantFrom('ratio' as const, 'value' as const),
        fc.array(fc.integer({ min: 1, max: HUNDRED })),
        several,
        zeroDenominator,
      )
      .map(([input, cuts, p, onZeroDenominator]): Rule => ({
        kind: 'step',
        input,
        unit: input === 'value' ? 'ngày' : '',
        steps: steps(cuts, p, null),
        onZeroDenominator,
      })),
    fc
      .tuple(fc.integer({ min: 0, max: HUNDRED }), zeroDenominator)
      .map(([floorMicroPercent, onZeroDenominator]): Rule => ({ kind: 'ratio', floorMicroPercent, onZeroDenominator })),
    fc.tuple(fc.uniqueArray(fc.nat({ max: 20 }), { minLength: 1, maxLength: 4 }), several).map(([counts, p]): Rule => ({
      kind: 'count_step',
      steps: counts.map((atLeast, i) => ({ atLeast, pointsMicro: p[i % p.length] ?? 0 })),
    })),
    fc.tuple(codes, several, label, points).map(([all, p, text, floorMicro]): Rule => ({
      kind: 'deduct',
      events: all.map((code, i) => ({
        code,
        label: text,
        eachMicro: p[i % p.length] ?? 0,
        capMicro: i % 2 === 0 ? null : maxMicro,
      })),
      floorMicro,
    })),
  );
}

/** Rules with figures that may disagree with each other and with any maximum. */
export function anyRule(): fc.Arbitrary<Rule> {
  const figure = fc.oneof(fc.integer({ min: -2, max: 12 }), fc.constantFrom(HUNDRED, HUNDRED + 1, 0.5));
  const bound = fc.oneof(figure, fc.constant(null));
  const code = fc.constantFrom('a', 'b', 'c');
  return fc.oneof(
    fc
      .array(fc.record({ code, label: fc.constant(''), pointsMicro: figure }), { maxLength: 4 })
      .map((options): Rule => ({ kind: 'choice', options })),
    fc
      .tuple(
        fc.constantFrom('ratio' as const, 'value' as const),
        fc.array(fc.record({ from: bound, to: bound, pointsMicro: figure }), { maxLength: 4 }),
      )
      .map(([input, list]): Rule => ({ kind: 'step', input, unit: '', steps: list, onZeroDenominator: 'zero' })),
    figure.map((floorMicroPercent): Rule => ({ kind: 'ratio', floorMicroPercent, onZeroDenominator: 'zero' })),
    fc
      .array(fc.record({ atLeast: figure, pointsMicro: figure }), { maxLength: 4 })
      .map((list): Rule => ({ kind: 'count_step', steps: list })),
    fc
      .tuple(
        fc.array(fc.record({ code, label: fc.constant(''), eachMicro: figure, capMicro: bound }), { maxLength: 4 }),
        figure,
      )
      .map(([events, floorMicro]): Rule => ({ kind: 'deduct', events, floorMicro })),
  );
}
