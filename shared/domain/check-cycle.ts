/**
 * What can be wrong with a year's name, dates and settings before anything is saved. Asked by the form on every key
 * and by the data service before it writes; pure. Words: shared/wording/problems.
 */
import { CYCLE_STATES, type CapRule, type Cycle, type CycleSettings } from './entities.ts';

/** Everything that can be wrong; `shared/wording` has a sentence for each. */
export const CYCLE_PROBLEM_REASONS = [
  'nameMissing',
  'yearOutOfRange',
  'dateMissing',
  'datesReversed',
  'deadlineBeforeStart',
  'deadlinesReversed',
  'classesMissing',
  'codeMissing',
  'labelMissing',
  'duplicateCode',
  'thresholdOutOfRange',
  'thresholdsNotDescending',
  'classInUse',
  'fieldsMissing',
  'unknownField',
  'duplicateField',
  'figureOutOfRange',
  'unknownClass',
] as const;
export type CycleProblemReason = (typeof CYCLE_PROBLEM_REASONS)[number];

/** One problem: the place in the form ("classes.2.min"), why, and the figures or words that disagree. */
export interface CycleProblem {
  readonly at: string;
  readonly reason: CycleProblemReason;
  readonly params: Readonly<Record<string, string | number>>;
}

export type CycleFields = Pick<Cycle, 'name' | 'year' | 'periodStart' | 'periodEnd' | 'settings'>;

/** What the rest of the year must still find in the settings. */
export interface CycleFacts {
  /** Codes of the fields of every criteria set of the year; null when there is none yet. */
  readonly fieldCodes: readonly string[] | null;
  /** Classes that caps already decided name. */
  readonly usedClassCodes: readonly string[];
}

const WHOLE_MICRO_PERCENT = 100_000_000;
/** Bonus and penalty stand outside a scale of 100; ten times that is a slip of the keyboard. */
const MAX_CAP_MICRO = 1_000_000_000;
const MAX_DECIMALS = 6;

/** All problems of a year as it would be saved, in the order of the form; empty when it may be saved. */
export function checkCycle(fields: CycleFields, facts: CycleFacts): readonly CycleProblem[] {
  const { settings } = fields;
  return [
    ...(fields.name.trim() === '' ? [problem('name', 'nameMissing')] : []),
    ...(isWithin(fields.year, 1990, 2200) ? [] : [problem('year', 'yearOutOfRange', { from: 1990, to: 2200 })]),
    ...periodProblems(fields),
    ...deadlineProblems(fields),
    ...classProblems(settings, facts),
    ...tieProblems(settings, facts),
    ...figureProblems(settings),
    ...settings.capRules.flatMap((rule, i) => capRuleProblems(rule, i, settings)),
  ];
}

function periodProblems({ periodStart, periodEnd }: CycleFields): CycleProblem[] {
  const missing = [
    ...(periodStart === '' ? [problem('periodStart', 'dateMissing')] : []),
    ...(periodEnd === '' ? [problem('periodEnd', 'dateMissing')] : []),
  ];
  if (missing.length > 0) return missing;
  // ISO days sort as text.
  return periodStart < periodEnd ? [] : [problem('periodEnd', 'datesReversed')];
}

/** Deadlines follow the states: none before the period begins, none before the deadline of an earlier state. */
function deadlineProblems({ periodStart, settings: { deadlines } }: CycleFields): CycleProblem[] {
  const problems: CycleProblem[] = [];
  let latest = '';
  for (const state of CYCLE_STATES) {
    const day = deadlines[state];
    if (day === undefined) continue;
    const at = `deadlines.${state}`;
    if (periodStart !== '' && day < periodStart) problems.push(problem(at, 'deadlineBeforeStart'));
    else if (day < latest) problems.push(problem(at, 'deadlinesReversed'));
    if (day > latest) latest = day;
  }
  return problems;
}

function classProblems({ classes, unclassifiedLabel }: CycleSettings, facts: CycleFacts): CycleProblem[] {
  const codes = classes.map(({ code }) => code.trim());
  const lost = facts.usedClassCodes.filter((code) => !codes.includes(code));
  return [
    ...(classes.length === 0 ? [problem('classes', 'classesMissing')] : []),
    ...classes.flatMap(({ code, label, minMicroPercent }, i) => {
      const before = classes[i - 1];
      const isOut = !isWithin(minMicroPercent, 0, WHOLE_MICRO_PERCENT);
      const isAbove = before !== undefined && minMicroPercent >= before.minMicroPercent;
      return [
        ...codeProblems(`classes.${i}.code`, code, codes.slice(0, i)),
        ...(label.trim() === '' ? [problem(`classes.${i}.label`, 'labelMissing')] : []),
        ...(isOut ? [problem(`classes.${i}.min`, 'thresholdOutOfRange')] : []),
        ...(!isOut && isAbove
          ? [problem(`classes.${i}.min`, 'thresholdsNotDescending', { class: before.label || before.code })]
          : []),
      ];
    }),
    ...(unclassifiedLabel.trim() === '' ? [problem('unclassifiedLabel', 'labelMissing')] : []),
    ...[...new Set(lost)].map((code) => problem('classes', 'classInUse', { code })),
  ];
}

function tieProblems({ tiePolicy }: CycleSettings, { fieldCodes }: CycleFacts): CycleProblem[] {
  if (tiePolicy.kind !== 'fields') return [];
  const codes = tiePolicy.fieldCodes;
  return [
    ...(codes.length === 0 ? [problem('tiePolicy', 'fieldsMissing')] : []),
    ...codes.flatMap((code, i) => {
      const at = `tiePolicy.${i}`;
      if (codes.indexOf(code) !== i) return [problem(at, 'duplicateField', { code })];
      return fieldCodes?.includes(code) === false ? [problem(at, 'unknownField', { code })] : [];
    }),
  ];
}

function figureProblems(settings: CycleSettings): CycleProblem[] {
  const limits = [
    ['neighbourMicroPercent', WHOLE_MICRO_PERCENT],
    ['bonusCapMicro', MAX_CAP_MICRO],
    ['penaltyCapMicro', MAX_CAP_MICRO],
    ['printDecimals', MAX_DECIMALS],
  ] as const;
  return limits
    .filter(([name, limit]) => !isWithin(settings[name], 0, limit))
    .map(([name, limit]) =>
      problem(name, 'figureOutOfRange', name === 'printDecimals' ? { limit } : { limitMicro: limit }),
    );
}

function capRuleProblems(rule: CapRule, i: number, { capRules, classes }: CycleSettings): CycleProblem[] {
  const at = `capRules.${i}`;
  const earlier = capRules.slice(0, i).map(({ code }) => code.trim());
  const isKnown = rule.classCode === null || classes.some(({ code }) => code === rule.classCode);
  return [
    ...codeProblems(`${at}.code`, rule.code, earlier),
    ...(rule.label.trim() === '' ? [problem(`${at}.label`, 'labelMissing')] : []),
    ...(isKnown ? [] : [problem(`${at}.class`, 'unknownClass', { code: rule.classCode ?? '' })]),
  ];
}

function codeProblems(at: string, code: string, earlier: readonly string[]): CycleProblem[] {
  if (code.trim() === '') return [problem(at, 'codeMissing')];
  return earlier.includes(code.trim()) ? [problem(at, 'duplicateCode', { code: code.trim() })] : [];
}

function isWithin(value: number, from: number, to: number): boolean {
  return Number.isSafeInteger(value) && value >= from && value <= to;
}

function problem(at: string, reason: CycleProblemReason, params: CycleProblem['params'] = {}): CycleProblem {
  return { at, reason, params };
}
