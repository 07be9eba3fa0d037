/**
 * A rule (kiểu chấm) while a person types it: texts per figure, and what they mean together. Called by the rule form.
 * Pure; whether figures agree is for shared/criteria/rule-field-problems, which asks the engine.
 */
import { ruleFieldProblems, type RuleField } from '#shared/criteria/rule-field-problems.ts';
import type { Rule, RuleKind, ZeroDenominator } from '#shared/domain/rules.ts';
import type { SetProblem } from '#shared/scoring/set-problem.ts';
import { parseDecimal, type NumberLocale } from '#shared/util/decimal.ts';
import { numberText } from './number-text.ts';

/** One option, interval, count or event; a rule kind uses the texts it needs. */
export interface RuleRow {
  /** Stands in the declared data, so it stays with its row; never shown. */
  readonly code: string;
  readonly label: string;
  readonly points: string;
  readonly from: string;
  readonly to: string;
  readonly atLeast: string;
  readonly each: string;
  readonly cap: string;
}

export interface RuleDraft {
  readonly kind: RuleKind;
  readonly input: 'ratio' | 'value';
  readonly unit: string;
  readonly onZeroDenominator: ZeroDenominator;
  readonly floor: string;
  readonly rows: readonly RuleRow[];
}

export type RuleText = Exclude<keyof RuleRow, 'code'> | 'floor' | 'rows';

export type TextProblem =
  'empty' | 'notANumber' | 'ambiguousNumber' | 'tooPrecise' | 'tooLarge' | 'negative' | 'notWhole' | 'labelMissing';

/** What is wrong with one figure: its text, or what it says beside the others. */
export interface RuleDraftProblem {
  readonly row: number | null;
  readonly name: RuleText;
  readonly problem:
    { readonly kind: 'text'; readonly reason: TextProblem } | { readonly kind: 'rule'; readonly problem: SetProblem };
}

const MICRO = 1_000_000;
const BLANK: RuleRow = { code: '', label: '', points: '', from: '', to: '', atLeast: '', each: '', cap: '' };
const EMPTY: RuleDraft = {
  kind: 'manual',
  input: 'ratio',
  unit: '',
  onZeroDenominator: 'missing',
  floor: '0',
  rows: [],
};
/** Larger than any maximum: while the maximum is not understood, no points are held against it. */
const NO_MAXIMUM = 1e15;

/** The texts that would have been typed for this rule. */
export function ruleDraftOf(rule: Rule, locale: NumberLocale): RuleDraft {
  const number = (micro: number): string => numberText(micro, locale);
  const bound = (micro: number | null): string => (micro === null ? '' : number(micro));
  switch (rule.kind) {
    case 'yes_no':
    case 'survey':
    case 'manual':
      return { ...EMPTY, kind: rule.kind };
    case 'choice': {
      const rows = rule.options.map(({ code, label, pointsMicro }) => ({
        ...BLANK,
        code,
        label,
        points: number(pointsMicro),
      }));
      return { ...EMPTY, kind: rule.kind, rows };
    }
    case 'step': {
      const { kind, input, unit, onZeroDenominator } = rule;
      const rows = rule.steps.map(({ from, to, pointsMicro }) => ({
        ...BLANK,
        from: bound(from),
        to: bound(to),
        points: number(pointsMicro),
      }));
      return { ...EMPTY, kind, input, unit, onZeroDenominator, rows };
    }
    case 'ratio':
      return {
        ...EMPTY,
        kind: rule.kind,
        floor: number(rule.floorMicroPercent),
        onZeroDenominator: rule.onZeroDenominator,
      };
    case 'count_step': {
      const rows = rule.steps.map(({ atLeast, pointsMicro }) => ({
        ...BLANK,
        atLeast: String(atLeast),
        points: number(pointsMicro),
      }));
      return { ...EMPTY, kind: rule.kind, rows };
    }
    case 'deduct': {
      const rows = rule.events.map(({ code, label, eachMicro, capMicro }) => ({
        ...BLANK,
        code,
        label,
        each: number(eachMicro),
        cap: bound(capMicro),
      }));
      return { ...EMPTY, kind: rule.kind, floor: number(rule.floorMicro), rows };
    }
  }
}

/** A rule of the kind to begin with: sound for the maximum, simple enough to be changed. */
export function startingRule(kind: RuleKind, maxMicro: number): Rule {
  const full = Math.max(maxMicro, 0);
  switch (kind) {
    case 'yes_no':
    case 'survey':
    case 'manual':
      return { kind };
    case 'choice':
      return {
        kind,
        options: [
          { code: 'a', label: '', pointsMicro: full },
          { code: 'b', label: '', pointsMicro: 0 },
        ],
      };
    case 'step':
      return {
        kind,
        input: 'ratio',
        unit: '',
        onZeroDenominator: 'missing',
        steps: [
          { from: null, to: 70 * MICRO, pointsMicro: 0 },
          { from: 70 * MICRO, to: null, pointsMicro: full },
        ],
      };
    case 'ratio':
      return { kind, floorMicroPercent: 70 * MICRO, onZeroDenominator: 'missing' };
    case 'count_step':
      return { kind, steps: [{ atLeast: 1, pointsMicro: full }] };
    case 'deduct':
      return { kind, floorMicro: 0, events: [{ code: 'a', label: '', eachMicro: 0, capMicro: null }] };
  }
}

/** One more row at the end, with a code no other row has. */
export function withRow(draft: RuleDraft): RuleDraft {
  const taken = new Set(draft.rows.map((row) => row.code));
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  let code = [...letters].find((letter) => !taken.has(letter)) ?? '';
  for (let n = 1; code === ''; n++) if (!taken.has(`x${n}`)) code = `x${n}`;
  // A new interval goes on where the last one ends.
  return { ...draft, rows: [...draft.rows, { ...BLANK, code, from: draft.rows.at(-1)?.to ?? '' }] };
}

/** The rule the texts say, or null with every figure that is wrong; `maxMicro` null is a maximum not understood. */
export function readRule(
  draft: RuleDraft,
  maxMicro: number | null,
): { readonly rule: Rule | null; readonly problems: readonly RuleDraftProblem[] } {
  const problems: RuleDraftProblem[] = [];
  const say = (row: number | null, name: RuleText, reason: TextProblem): void =>
    void problems.push({ row, name, problem: { kind: 'text', reason } });
  const rule = ruleOf(draft, say);
  if (problems.length > 0) return { rule: null, problems };
  const found = ruleFieldProblems(rule, maxMicro ?? NO_MAXIMUM);
  if (found.length === 0) return { rule, problems: [] };
  return {
    rule: null,
    problems: found.map(({ row, name, problem }) => ({ row, name: textOf(name), problem: { kind: 'rule', problem } })),
  };
}

type Say = (row: number | null, name: RuleText, reason: TextProblem) => void;

function ruleOf(draft: RuleDraft, say: Say): Rule {
  const { kind, input, unit, onZeroDenominator, rows } = draft;
  const read = (row: number | null, name: RuleText, text: string, negative = false): number => {
    const parsed = parseDecimal(text);
    if (!parsed.ok) say(row, name, parsed.error);
    else if (parsed.value.micro < 0 && !negative) say(row, name, 'negative');
    return parsed.ok ? parsed.value.micro : 0;
  };
  const points = (row: RuleRow, i: number): number => read(i, 'points', row.points);
  const bound = (i: number, name: 'from' | 'to' | 'cap', text: string): number | null =>
    text.trim() === '' ? null : read(i, name, text, name !== 'cap');
  const label = (row: RuleRow, i: number): string => {
    if (row.label.trim() === '') say(i, 'label', 'labelMissing');
    return row.label.trim();
  };
  switch (kind) {
    case 'yes_no':
    case 'survey':
    case 'manual':
      return { kind };
    case 'choice':
      return {
        kind,
        options: rows.map((row, i) => ({ code: row.code, label: label(row, i), pointsMicro: points(row, i) })),
      };
    case 'step': {
      const steps = rows.map((row, i) => ({
        from: bound(i, 'from', row.from),
        to: bound(i, 'to', row.to),
        pointsMicro: points(row, i),
      }));
      return { kind, input, unit: input === 'value' ? unit.trim() : '', steps, onZeroDenominator };
    }
    case 'ratio':
      return { kind, floorMicroPercent: read(null, 'floor', draft.floor), onZeroDenominator };
    case 'count_step':
      return {
        kind,
        steps: rows.map((row, i) => {
          const micro = read(i, 'atLeast', row.atLeast);
          if (micro % MICRO !== 0) say(i, 'atLeast', 'notWhole');
          return { atLeast: micro / MICRO, pointsMicro: points(row, i) };
        }),
      };
    case 'deduct':
      return {
        kind,
        events: rows.map((row, i) => ({
          code: row.code,
          label: label(row, i),
          eachMicro: read(i, 'each', row.each),
          capMicro: bound(i, 'cap', row.cap),
        })),
        floorMicro: read(null, 'floor', draft.floor),
      };
  }
}

/** The text a figure of the engine's check was typed as; codes are not typed. */
function textOf(name: RuleField['name']): RuleText {
  return name === 'code' ? 'label' : name;
}
