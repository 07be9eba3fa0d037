/**
 * What is wrong with a rule, at the figure it is wrong in: for the form that edits it. Says of a rule that it is sound
 * exactly when the engine does (shared/scoring/check-rule); only the places are finer.
 */
import type { Rule, Step } from '../domain/rules.ts';
import { ruleProblems } from '../scoring/check-rule.ts';
import type { SetProblem } from '../scoring/set-problem.ts';

/** A figure of a rule: `row` counts options, steps or events from 0; null is the rule as a whole. */
export interface RuleField {
  readonly row: number | null;
  readonly name: 'code' | 'from' | 'to' | 'points' | 'atLeast' | 'each' | 'floor' | 'rows';
}

export interface RuleFieldProblem extends RuleField {
  readonly problem: SetProblem;
}

/** Problems of one leaf's rule, each at its field; empty exactly when the engine finds none. */
export function ruleFieldProblems(rule: Rule, maxMicro: number): readonly RuleFieldProblem[] {
  // A row checked with the rest taken away tells what is wrong with the row itself.
  switch (rule.kind) {
    case 'yes_no':
    case 'survey':
    case 'manual':
      return [];
    case 'choice':
      return [
        ...whole(rule, maxMicro, ['optionsMissing']),
        ...repeated(rule, maxMicro, rule.options, 'code', (option) => option.code),
        ...rows(rule.options, 'points', (options) => ruleProblems('', { ...rule, options }, maxMicro)),
      ];
    case 'step':
      return [
        ...whole(rule, maxMicro, ['optionsMissing']),
        ...bounds(rule, maxMicro),
        ...rows(rule.steps, 'points', (steps) => ruleProblems('', { ...rule, steps }, maxMicro), POINTS),
      ];
    case 'ratio':
      return whole(rule, maxMicro, ['floorOutOfRange'], 'floor');
    case 'count_step':
      return [
        ...whole(rule, maxMicro, ['optionsMissing']),
        ...rows(rule.steps, 'atLeast', (steps) => ruleProblems('', { ...rule, steps }, maxMicro), ['countStepInvalid']),
        ...repeated(rule, maxMicro, rule.steps, 'atLeast', (step) => step.atLeast),
        ...rows(rule.steps, 'points', (steps) => ruleProblems('', { ...rule, steps }, maxMicro), POINTS),
      ];
    case 'deduct':
      return [
        ...whole(rule, maxMicro, ['optionsMissing']),
        ...repeated(rule, maxMicro, rule.events, 'code', (event) => event.code),
        ...rows(rule.events, 'each', (events) => ruleProblems('', { ...rule, events }, maxMicro), ['eventInvalid']),
        ...whole(rule, maxMicro, ['floorOutOfRange'], 'floor'),
      ];
  }
}

type Reason = SetProblem['reason'];
const POINTS: readonly Reason[] = ['pointsNegative', 'pointsAboveMax'];

function whole(
  rule: Rule,
  maxMicro: number,
  reasons: readonly Reason[],
  name: RuleField['name'] = 'rows',
): RuleFieldProblem[] {
  return ruleProblems('', rule, maxMicro)
    .filter(({ reason }) => reasons.includes(reason))
    .map((problem) => ({ row: null, name, problem }));
}

function rows<Row>(
  all: readonly Row[],
  name: RuleField['name'],
  check: (one: readonly Row[]) => readonly SetProblem[],
  reasons: readonly Reason[] = POINTS,
): RuleFieldProblem[] {
  return all.flatMap((item, row) =>
    check([item])
      .filter(({ reason }) => reasons.includes(reason))
      .map((problem) => ({ row, name, problem })),
  );
}

/** The later of two rows with the same key is the wrong one. */
function repeated<Row>(
  rule: Rule,
  maxMicro: number,
  all: readonly Row[],
  name: RuleField['name'],
  keyOf: (row: Row) => string | number,
): RuleFieldProblem[] {
  const keys = all.map(keyOf);
  const reason: Reason = rule.kind === 'count_step' ? 'countStepInvalid' : 'duplicateOption';
  const found = ruleProblems('', rule, maxMicro).filter((problem) => problem.reason === reason);
  return keys.flatMap((key, row): RuleFieldProblem[] => {
    if (keys.indexOf(key) === row) return [];
    const problem = found.find(({ params }) => params['option'] === key || params['found'] === key);
    return problem ? [{ row, name, problem }] : [];
  });
}

/** Overlaps, gaps and open ends, at the bound that would have to change: the engine reads the steps sorted. */
function bounds(rule: Extract<Rule, { kind: 'step' }>, maxMicro: number): RuleFieldProblem[] {
  const order = rule.steps.map((_, row) => row).sort((a, b) => lower(rule.steps[a]) - lower(rule.steps[b]));
  const check = (steps: readonly Step[]): readonly SetProblem[] =>
    ruleProblems('', { ...rule, steps }, maxMicro).filter(({ reason }) => !POINTS.includes(reason));
  const found: RuleFieldProblem[] = [];
  order.forEach((row, i) => {
    const step = rule.steps[row]!;
    for (const problem of check([step])) {
      if (problem.reason === 'stepEmpty') found.push({ row, name: 'to', problem });
      if (problem.reason !== 'stepsOpen') continue;
      const isLower = problem.params['expectedMicro'] === 0;
      if (isLower && i === 0) found.push({ row, name: 'from', problem });
      if (!isLower && i === order.length - 1) found.push({ row, name: 'to', problem });
    }
    const nextRow = order[i + 1];
    if (nextRow === undefined) return;
    for (const problem of check([step, rule.steps[nextRow]!])) {
      if (problem.reason === 'stepsOverlap' || problem.reason === 'stepsGap') {
        found.push({ row: nextRow, name: 'from', problem });
      }
    }
  });
  return found;
}

function lower(step: Step | undefined): number {
  return step?.from ?? -Infinity;
}
