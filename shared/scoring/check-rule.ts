/** Whether a leaf's rule can be carried out: its parameters agree with each other and with the leaf's maximum. */
import type { Rule, Step } from '../domain/rules.ts';
import { assertNever } from '../util/assert-never.ts';
import type { SetProblem, SetProblemReason } from './set-problem.ts';

export const HUNDRED_PERCENT = 100_000_000;

type Params = SetProblem['params'];

/** Problems of one leaf's rule; empty when it is sound. */
export function ruleProblems(code: string, rule: Rule, maxMicro: number): readonly SetProblem[] {
  function problem(reason: SetProblemReason, params: Params = {}): SetProblem {
    return { at: code, reason, params: { code, ...params } };
  }
  function pointsOutside(items: readonly { readonly pointsMicro: number }[]): SetProblem[] {
    return items.flatMap(({ pointsMicro }) => {
      const figures = { foundMicro: pointsMicro, expectedMicro: maxMicro };
      if (!Number.isSafeInteger(pointsMicro) || pointsMicro < 0) return [problem('pointsNegative', figures)];
      return pointsMicro > maxMicro ? [problem('pointsAboveMax', figures)] : [];
    });
  }
  function duplicates(codes: readonly string[]): SetProblem[] {
    const repeated = codes.filter((option, i) => codes.indexOf(option) !== i);
    return repeated.map((option) => problem('duplicateOption', { option }));
  }

  switch (rule.kind) {
    case 'yes_no':
    case 'survey':
    case 'manual':
      return [];
    case 'choice':
      if (rule.options.length === 0) return [problem('optionsMissing')];
      return [...duplicates(rule.options.map((option) => option.code)), ...pointsOutside(rule.options)];
    case 'step':
      if (rule.steps.length === 0) return [problem('optionsMissing')];
      return [...stepProblems(rule.input, rule.steps, problem), ...pointsOutside(rule.steps)];
    case 'ratio':
      if (isWithin(rule.floorMicroPercent, HUNDRED_PERCENT)) return [];
      return [problem('floorOutOfRange', { foundMicro: rule.floorMicroPercent, expectedMicro: HUNDRED_PERCENT })];
    case 'count_step': {
      if (rule.steps.length === 0) return [problem('optionsMissing')];
      const bounds = rule.steps.map((step) => step.atLeast);
      const bad = bounds.filter((bound, i) => !isWithin(bound, Infinity) || bounds.indexOf(bound) !== i);
      return [...bad.map((bound) => problem('countStepInvalid', { found: bound })), ...pointsOutside(rule.steps)];
    }
    case 'deduct': {
      if (rule.events.length === 0) return [problem('optionsMissing')];
      const bad = rule.events.filter(
        ({ eachMicro, capMicro }) =>
          !isWithin(eachMicro, Infinity) || !(capMicro === null || isWithin(capMicro, Infinity)),
      );
      return [
        ...duplicates(rule.events.map((event) => event.code)),
        ...bad.map((event) => problem('eventInvalid', { option: event.code, foundMicro: event.eachMicro })),
        ...(isWithin(rule.floorMicro, maxMicro)
          ? []
          : [problem('floorOutOfRange', { foundMicro: rule.floorMicro, expectedMicro: maxMicro })]),
      ];
    }
    default:
      return assertNever(rule);
  }
}

function isWithin(value: number, limit: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= limit;
}

/**
 * Half-open intervals must meet end to end and cover everything that can be declared: for a percentage 0–100 %
 * (100 % itself included, so the last one ends above it), for a value everything from 0 up.
 */
function stepProblems(
  input: 'ratio' | 'value',
  steps: readonly Step[],
  problem: (reason: SetProblemReason, params?: Params) => SetProblem,
): SetProblem[] {
  const sorted = [...steps].sort((a, b) => lower(a) - lower(b));
  const problems: SetProblem[] = [];
  sorted.forEach((step, i) => {
    if (!(lower(step) < upper(step))) {
      problems.push(problem('stepEmpty', { foundMicro: upper(step), expectedMicro: lower(step) }));
    }
    const next = sorted[i + 1];
    if (next === undefined) return;
    const figures = { foundMicro: upper(step), expectedMicro: lower(next) };
    if (upper(step) > lower(next)) problems.push(problem('stepsOverlap', figures));
    if (upper(step) < lower(next)) problems.push(problem('stepsGap', figures));
  });
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first && lower(first) > 0) problems.push(problem('stepsOpen', { foundMicro: lower(first), expectedMicro: 0 }));
  if (last && last.to !== null && (input === 'value' || last.to <= HUNDRED_PERCENT)) {
    problems.push(problem('stepsOpen', { foundMicro: last.to, expectedMicro: HUNDRED_PERCENT }));
  }
  return problems;
}

function lower(step: Step): number {
  return step.from ?? -Infinity;
}

function upper(step: Step): number {
  return step.to ?? Infinity;
}
