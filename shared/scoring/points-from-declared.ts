/**
 * From declared data (số liệu kê khai) to points by the leaf's rule (kiểu chấm). Called when a unit declares, when an
 * appraiser corrects what was declared, and by the sample year, which types no points. The rule is assumed sound
 * (compileSet has checked it); the declared data is not.
 */
import type { Section } from '../domain/entities.ts';
import type { Declared, Rule, Step, ZeroDenominator } from '../domain/rules.ts';
import { assertNever } from '../util/assert-never.ts';
import { err, ok, type Result } from '../util/result.ts';
import { HUNDRED_PERCENT } from './check-rule.ts';
import { compareProducts, mulDiv } from './exact.ts';

export type DeclaredOutcome =
  | { readonly kind: 'points'; readonly pointsMicro: number }
  | { readonly kind: 'notApplicable' }
  | { readonly kind: 'missing' };

export type DeclaredErrorReason =
  | 'declaredMismatch'
  | 'declaredOutOfRange'
  | 'unknownOption'
  | 'unknownEvent'
  | 'outsideSteps'
  | 'numeratorExceedsDenominator'
  | 'overMax'
  | 'negative';

export interface DeclaredError {
  readonly reason: DeclaredErrorReason;
  readonly params?: Readonly<Record<string, string | number>>;
}

type Outcome = Result<DeclaredOutcome, DeclaredError>;
type RuleOf<K extends Rule['kind']> = Extract<Rule, { kind: K }>;
type DeclaredOf<K extends Declared['kind']> = Extract<Declared, { kind: K }>;

/**
 * Points (10⁻⁶ point) the rule gives for the declared data; nothing declared is `missing`. Ratios and survey indexes
 * are exact and rounded half-up once, at 10⁻⁶ point. A share above 100 % is an error, because it means swapped or
 * mistyped figures, except where a step rule itself speaks of more than 100 %.
 */
export function pointsFromDeclared(rule: Rule, declared: Declared | null, maxMicro: number, section: Section): Outcome {
  if (declared === null) return ok({ kind: 'missing' });
  const outcome = apply(rule, declared, maxMicro, section);
  if (!outcome.ok || outcome.value.kind !== 'points') return outcome;
  const { pointsMicro } = outcome.value;
  if (pointsMicro < 0) return err({ reason: 'negative', params: { pointsMicro } });
  if (pointsMicro > maxMicro) return err({ reason: 'overMax', params: { pointsMicro, maxMicro } });
  return outcome;
}

function apply(rule: Rule, declared: Declared, maxMicro: number, section: Section): Outcome {
  switch (rule.kind) {
    case 'yes_no':
      return declared.kind === 'yes_no' ? points(declared.yes ? maxMicro : 0) : mismatch(rule, declared);
    case 'choice': {
      if (declared.kind !== 'choice') return mismatch(rule, declared);
      const option = rule.options.find(({ code }) => code === declared.option);
      if (!option) return err({ reason: 'unknownOption', params: { option: declared.option } });
      return points(option.pointsMicro);
    }
    case 'step':
      return declared.kind === rule.input ? pointsByStep(rule, declared, maxMicro) : mismatch(rule, declared);
    case 'ratio':
      return declared.kind === 'ratio' ? pointsByRatio(rule, declared, maxMicro) : mismatch(rule, declared);
    case 'count_step': {
      if (declared.kind !== 'count') return mismatch(rule, declared);
      if (!isCount(declared.count)) return outOfRange(declared.count);
      const reached = rule.steps.filter(({ atLeast }) => declared.count >= atLeast);
      return points(reached.reduce((best, step) => (step.atLeast > best.atLeast ? step : best), NOTHING).pointsMicro);
    }
    case 'deduct':
      return declared.kind === 'events' ? pointsByEvents(rule, declared, maxMicro, section) : mismatch(rule, declared);
    case 'survey':
      if (declared.kind !== 'survey') return mismatch(rule, declared);
      if (!isCount(declared.indexMicroPercent) || declared.indexMicroPercent > HUNDRED_PERCENT) {
        return outOfRange(declared.indexMicroPercent);
      }
      return points(mulDiv(declared.indexMicroPercent, maxMicro, HUNDRED_PERCENT, true));
    case 'manual':
      return mismatch(rule, declared);
    default:
      return assertNever(rule);
  }
}

const NOTHING = { atLeast: -1, pointsMicro: 0 };

function pointsByRatio(rule: RuleOf<'ratio'>, declared: DeclaredOf<'ratio'>, maxMicro: number): Outcome {
  const { numeratorMicro: n, denominatorMicro: d } = declared;
  const problem = ratioProblem(n, d);
  if (problem) return problem;
  if (n > d) return exceeds(n, d);
  if (d === 0) return whenNothingArose(rule.onZeroDenominator, maxMicro);
  // p ≥ floor, multiplied out: a floor of 70 % must hold for 7/10 and fail for 699999/1000000.
  if (compareProducts(n, HUNDRED_PERCENT, rule.floorMicroPercent, d) < 0) return points(0);
  return points(mulDiv(n, maxMicro, d, true));
}

function pointsByStep(rule: RuleOf<'step'>, declared: DeclaredOf<'ratio' | 'value'>, maxMicro: number): Outcome {
  if (declared.kind === 'value') {
    if (!Number.isSafeInteger(declared.valueMicro)) return outOfRange(declared.valueMicro);
    return pointsOfStep(rule.steps, (bound) => Math.sign(declared.valueMicro - bound));
  }
  const { numeratorMicro: n, denominatorMicro: d } = declared;
  const problem = ratioProblem(n, d);
  if (problem) return problem;
  const speaksOfMore = rule.steps.some(({ from, to }) => Math.max(from ?? 0, to ?? 0) > HUNDRED_PERCENT + 1);
  if (n > d && (d === 0 || !speaksOfMore)) return exceeds(n, d);
  if (d === 0) return whenNothingArose(rule.onZeroDenominator, maxMicro);
  return pointsOfStep(rule.steps, (bound) => compareProducts(n, HUNDRED_PERCENT, bound, d));
}

/** The step [from, to) that holds the declared value; `compareTo` gives the sign of value − bound. */
function pointsOfStep(steps: readonly Step[], compareTo: (bound: number) => number): Outcome {
  const step = steps.find(
    ({ from, to }) => (from === null || compareTo(from) >= 0) && (to === null || compareTo(to) < 0),
  );
  return step ? points(step.pointsMicro) : err({ reason: 'outsideSteps' });
}

function pointsByEvents(
  rule: RuleOf<'deduct'>,
  declared: DeclaredOf<'events'>,
  maxMicro: number,
  section: Section,
): Outcome {
  let sumMicro = 0;
  for (const [code, count] of Object.entries(declared.counts)) {
    const event = rule.events.find((candidate) => candidate.code === code);
    if (!event) return err({ reason: 'unknownEvent', params: { option: code } });
    if (!isCount(count)) return outOfRange(count);
    // Capping at the maximum after every event keeps the sum exact however large the counts are.
    sumMicro = Math.min(sumMicro + Math.min(event.eachMicro * count, event.capMicro ?? Infinity), maxMicro);
  }
  if (section !== 'core') return points(sumMicro);
  return points(Math.max(maxMicro - sumMicro, rule.floorMicro));
}

function whenNothingArose(policy: ZeroDenominator, maxMicro: number): Outcome {
  switch (policy) {
    case 'max':
      return points(maxMicro);
    case 'zero':
      return points(0);
    case 'notApplicable':
      return ok({ kind: 'notApplicable' });
    case 'missing':
      return ok({ kind: 'missing' });
    default:
      return assertNever(policy);
  }
}

function ratioProblem(n: number, d: number): Outcome | null {
  if (!isCount(n)) return outOfRange(n);
  return isCount(d) ? null : outOfRange(d);
}

function exceeds(n: number, d: number): Outcome {
  return err({ reason: 'numeratorExceedsDenominator', params: { numeratorMicro: n, denominatorMicro: d } });
}

function outOfRange(value: number): Outcome {
  return err({ reason: 'declaredOutOfRange', params: { value } });
}

function mismatch(rule: Rule, declared: Declared): Outcome {
  return err({ reason: 'declaredMismatch', params: { rule: rule.kind, declared: declared.kind } });
}

function points(pointsMicro: number): Outcome {
  return ok({ kind: 'points', pointsMicro });
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
