import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rule } from '#shared/domain/rules.ts';
import { isSameData } from '#shared/util/is-same-data.ts';
import { soundRule } from '#shared/criteria/testing/random-rule.ts';
import { readRule, ruleDraftOf, startingRule, withRow, type RuleDraft } from './rule-draft.ts';

const MAX = 2_000_000;
const KINDS = ['yes_no', 'choice', 'step', 'ratio', 'count_step', 'deduct', 'survey', 'manual'] as const;

function draftOf(rule: Rule, change: (draft: RuleDraft) => RuleDraft): readonly string[] {
  return readRule(change(ruleDraftOf(rule, 'vi')), MAX).problems.map(
    ({ row, name, problem }) =>
      `${row ?? '*'}.${name} ${problem.kind === 'text' ? problem.reason : problem.problem.reason}`,
  );
}

const steps = startingRule('step', MAX);
const row = (at: number, texts: Partial<RuleDraft['rows'][number]>) => (draft: RuleDraft) => ({
  ...draft,
  rows: draft.rows.map((old, i) => (i === at ? { ...old, ...texts } : old)),
});

describe('a rule while it is typed', () => {
  it('reads back what it shows, for every sound rule and both decimal signs', () => {
    fc.assert(
      fc.property(soundRule(MAX), fc.constantFrom('vi' as const, 'en' as const), (rule, locale) => {
        const read = readRule(ruleDraftOf(rule, locale), MAX);
        // An event or option without words is the one thing the form asks for and the engine does not.
        fc.pre(!read.problems.some(({ name }) => name === 'label'));
        expect(read.problems).toEqual([]);
        expect(isSameData(read.rule, trimmed(rule))).toBe(true);
      }),
    );
  });

  it('begins with something sound but for the words', () => {
    for (const kind of KINDS) {
      const { problems } = readRule(ruleDraftOf(startingRule(kind, MAX), 'vi'), MAX);
      expect(problems.filter(({ name }) => name !== 'label')).toEqual([]);
    }
  });

  it.each([
    ['letters', row(1, { points: 'hai' }), ['1.points notANumber']],
    ['nothing', row(1, { points: '' }), ['1.points empty']],
    ['a dot that may be a thousand', row(1, { from: '1.234' }), ['1.from ambiguousNumber']],
    ['negative points', row(0, { points: '-1' }), ['0.points negative']],
    ['points above the maximum', row(1, { points: '2,5' }), ['1.points pointsAboveMax']],
    ['overlapping intervals', row(1, { from: '60' }), ['1.from stepsOverlap']],
    ['a gap', row(1, { from: '80' }), ['1.from stepsGap']],
    ['an open end', row(1, { to: '100' }), ['1.to stepsOpen']],
  ] as const)('says %s at the figure', (_, change, expected) => {
    expect(draftOf(steps, change)).toEqual(expected);
  });

  it('wants whole counts, words for options, and a floor in range', () => {
    expect(draftOf(startingRule('count_step', MAX), row(0, { atLeast: '1,5' }))).toEqual(['0.atLeast notWhole']);
    expect(draftOf(startingRule('choice', MAX), row(0, { label: 'Đủ' }))).toEqual(['1.label labelMissing']);
    const floor = (text: string) => (draft: RuleDraft) => ({ ...draft, floor: text });
    expect(draftOf(startingRule('ratio', MAX), floor('101'))).toEqual(['*.floor floorOutOfRange']);
    expect(draftOf(startingRule('ratio', MAX), floor('-1'))).toEqual(['*.floor negative']);
  });

  it('adds rows whose codes stay apart, an interval where the last one ends', () => {
    let draft = ruleDraftOf(startingRule('choice', MAX), 'vi');
    for (let i = 0; i < 30; i++) draft = withRow(draft);
    expect(new Set(draft.rows.map(({ code }) => code)).size).toBe(32);
    const closed = row(1, { to: '90' })(ruleDraftOf(steps, 'vi'));
    expect(withRow(closed).rows.at(-1)?.from).toBe('90');
  });

  it('holds points against no maximum while that is not understood', () => {
    const draft = row(1, { points: '99' })(ruleDraftOf(steps, 'vi'));
    expect(readRule(draft, null).problems).toEqual([]);
  });
});

/** Labels lose the spaces around them. */
function trimmed(rule: Rule): Rule {
  if (rule.kind === 'choice') return { ...rule, options: rule.options.map((o) => ({ ...o, label: o.label.trim() })) };
  if (rule.kind === 'deduct') return { ...rule, events: rule.events.map((e) => ({ ...e, label: e.label.trim() })) };
  return rule;
}
