import { describe, expect, it } from 'vitest';
import type { CriteriaNode } from '../domain/entities.ts';
import type { Rule } from '../domain/rules.ts';
import { compileSet } from './compile-set.ts';
import { micro, nodesOf, setOf, type NodeSpec } from './testing/small-set.ts';

const TREE: readonly NodeSpec[] = [
  {
    code: 'I',
    children: [
      {
        code: '1.1',
        children: [
          { code: '1.1.1', max: 1.5 },
          { code: '1.1.2', max: 2.5, evidenceText: 'Kế hoạch' },
        ],
      },
      { code: '1.2', max: 1, evidenceText: 'Báo cáo', evidencePolicy: 'block' },
    ],
  },
  { code: 'II', max: 2 },
  { code: 'B1', section: 'bonus', max: 2 },
  { code: 'P1', section: 'penalty', max: 5 },
];

function problems(nodes: readonly CriteriaNode[], scale: number) {
  const compiled = compileSet({ scaleMicro: micro(scale), nodes });
  return compiled.ok ? [] : compiled.error.map(({ at, reason }) => `${at} ${reason}`);
}

function withRule(rule: Rule, max = 1) {
  return problems(nodesOf([{ code: 'I', max, rule }]), max);
}

describe('compileSet', () => {
  it('lays out leaves in printed order, childless criteria and fields among them', () => {
    const set = setOf(TREE);
    expect(set.leaves.map((leaf) => leaf.code)).toStrictEqual(['1.1.1', '1.1.2', '1.2', 'II', 'B1', 'P1']);
    expect(set.fields.map((field) => field.code)).toStrictEqual(['I', 'II']);
    expect(set.criteria.map((criterion) => criterion.code)).toStrictEqual(['1.1', '1.2']);
    expect([...set.fieldOfLeaf]).toStrictEqual([0, 0, 0, 1, -1, -1]);
    expect([...set.criterionOfLeaf]).toStrictEqual([0, 0, 1, -1, -1, -1]);
    expect([...set.sectionOfLeaf]).toStrictEqual([0, 0, 0, 0, 1, 2]);
    expect([...set.evidencePolicyOfLeaf]).toStrictEqual([3, 0, 2, 3, 3, 3]);
    expect(set.scaleMicro).toBe(micro(7));
  });

  it('does not depend on the order of the list', () => {
    const nodes = nodesOf(TREE);
    const compiled = compileSet({ scaleMicro: micro(7), nodes: [...nodes].reverse() });
    expect(compiled.ok && compiled.value.leaves.map((leaf) => leaf.code)).toStrictEqual(
      setOf(TREE).leaves.map((leaf) => leaf.code),
    );
  });

  it('names the code and both figures when sums disagree', () => {
    const nodes = nodesOf(TREE).map((node) => (node.code === '1.1.2' ? { ...node, maxMicro: micro(2.4) } : node));
    const compiled = compileSet({ scaleMicro: micro(7), nodes });
    expect(compiled.ok).toBe(false);
    // Children 1,5 + 2,4 = 3,9 against 4; leaves 3,9 + 1 + 2 = 6,9 against 7.
    expect(!compiled.ok && compiled.error).toStrictEqual([
      { at: '1.1', reason: 'childrenSum', params: { code: '1.1', foundMicro: 3_900_000, expectedMicro: 4_000_000 } },
      { at: '', reason: 'scaleSum', params: { foundMicro: 6_900_000, expectedMicro: 7_000_000 } },
    ]);
  });

  it('finds what is wrong with the tree', () => {
    const [field, criterion, leaf] = nodesOf([
      { code: 'I', children: [{ code: '1', children: [{ code: 'a', max: 1 }] }] },
    ]);
    const tree = [field!, criterion!, leaf!];
    const replace = (i: number, part: Partial<CriteriaNode>) => tree.map((n, at) => (at === i ? { ...n, ...part } : n));
    expect(problems(tree, 1)).toStrictEqual([]);
    expect(problems(replace(2, { code: '1' }), 1)).toStrictEqual(['1 duplicateCode']);
    expect(problems(replace(2, { rule: null }), 1)).toStrictEqual(['a leafWithoutRule']);
    expect(problems(replace(1, { rule: { kind: 'manual' } }), 1)).toStrictEqual(['1 ruleOnBranch']);
    expect(problems(replace(2, { level: 'criterion' }), 1)).toStrictEqual(['a wrongLevel']);
    expect(problems(replace(2, { section: 'bonus' }), 1)).toContain('a sectionDiffers');
    expect(problems(replace(2, { maxMicro: -1 }), 1)).toContain('a maxOutOfRange');
    expect(problems(replace(2, { maxMicro: 0.5 }), 1)).toContain('a maxOutOfRange');
    expect(problems(replace(0, { parentId: leaf!.id }), 1)).toContain('I parentMissing');
    expect(problems([], 0)).toStrictEqual([' scaleOutOfRange']);
    expect(problems([], 100)).toStrictEqual([' scaleSum']);
    // Two nodes with one id must not send it round in circles.
    expect(problems(replace(1, { id: field!.id, parentId: field!.id }), 1)).not.toStrictEqual([]);
  });

  it('finds rules whose parameters cannot be meant', () => {
    const step = (steps: readonly [number | null, number | null, number][], input: 'ratio' | 'value' = 'ratio') =>
      withRule({
        kind: 'step',
        input,
        unit: '%',
        onZeroDenominator: 'zero',
        steps: steps.map(([from, to, points]) => ({
          from: from === null ? null : micro(from),
          to: to === null ? null : micro(to),
          pointsMicro: micro(points),
        })),
      });
    expect(
      step([
        [null, 20, 0],
        [20, null, 1],
      ]),
    ).toStrictEqual([]);
    expect(
      step([
        [20, null, 1],
        [0, 20, 0],
      ]),
    ).toStrictEqual([]);
    expect(
      step([
        [null, 30, 0],
        [20, null, 1],
      ]),
    ).toStrictEqual(['I stepsOverlap']);
    expect(
      step([
        [null, 20, 0],
        [30, null, 1],
      ]),
    ).toStrictEqual(['I stepsGap']);
    expect(step([[10, null, 1]])).toStrictEqual(['I stepsOpen']);
    // [0, 100) leaves 100 % itself without points.
    expect(step([[0, 100, 1]])).toStrictEqual(['I stepsOpen']);
    expect(step([[0, 365, 1]], 'value')).toStrictEqual(['I stepsOpen']);
    expect(
      step([
        [null, 20, 0],
        [20, 20, 1],
        [20, null, 1],
      ]),
    ).toStrictEqual(['I stepEmpty']);
    expect(step([[null, null, 1.1]])).toStrictEqual(['I pointsAboveMax']);
    expect(step([[null, null, -1]])).toStrictEqual(['I pointsNegative']);
    expect(step([])).toStrictEqual(['I optionsMissing']);

    const option = { code: 'a', label: 'a', pointsMicro: micro(1) };
    expect(withRule({ kind: 'choice', options: [option, option] })).toStrictEqual(['I duplicateOption']);
    expect(withRule({ kind: 'choice', options: [] })).toStrictEqual(['I optionsMissing']);
    expect(withRule({ kind: 'choice', options: [option] }, 0.5)).toStrictEqual(['I pointsAboveMax']);
    const ratio = (floorMicroPercent: number) =>
      withRule({ kind: 'ratio', floorMicroPercent, onZeroDenominator: 'max' });
    expect(ratio(100_000_000)).toStrictEqual([]);
    expect(ratio(100_000_001)).toStrictEqual(['I floorOutOfRange']);
    const counted = { atLeast: 1, pointsMicro: 1 };
    expect(withRule({ kind: 'count_step', steps: [counted, counted] })).toStrictEqual(['I countStepInvalid']);
    const event = { code: 'a', label: 'a', eachMicro: -1, capMicro: null };
    expect(withRule({ kind: 'deduct', events: [event], floorMicro: micro(2) })).toStrictEqual([
      'I eventInvalid',
      'I floorOutOfRange',
    ]);
  });
});
