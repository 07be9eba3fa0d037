/**
 * Declared data (số liệu kê khai) while a person types it: one text per field, and what the texts mean together. Called
 * by the editor of the cell details. Pure; it knows the rule's fields but not its arithmetic, which is in
 * shared/scoring/points-from-declared.
 */
import type { Declared, Rule } from '#shared/domain/rules.ts';
import { parseDecimal, formatMicro, type NumberLocale } from '#shared/util/decimal.ts';
import { err, ok, type Result } from '#shared/util/result.ts';

/** Texts by field key; a field that is not there is blank. */
export type DeclaredDraft = Readonly<Record<string, string>>;

/** One thing to fill in. `code` is the event of a deduction. */
export interface DeclaredField {
  readonly key: string;
  readonly kind: 'yesNo' | 'choice' | 'decimal' | 'count';
  readonly name: 'yes' | 'option' | 'numerator' | 'denominator' | 'value' | 'count' | 'event' | 'index';
  readonly label: string;
}

export type DraftProblemReason =
  'incomplete' | 'notANumber' | 'ambiguousNumber' | 'tooPrecise' | 'tooLarge' | 'negative' | 'notWhole';

export interface DraftProblem {
  readonly key: string;
  readonly reason: DraftProblemReason;
}

const MICRO = 1_000_000;
const MAX_COUNT = { count: 1e9, event: 1e6 } as const;

export const YES = 'yes';
export const NO = 'no';

/** What is asked for under this rule, in order; nothing for points typed by hand. */
export function declaredFields(rule: Rule): readonly DeclaredField[] {
  const field = (
    name: DeclaredField['name'],
    kind: DeclaredField['kind'],
    key: string = name,
    label = '',
  ): DeclaredField => ({ key, kind, name, label });
  switch (rule.kind) {
    case 'yes_no':
      return [field('yes', 'yesNo')];
    case 'choice':
      return [field('option', 'choice')];
    case 'step':
      if (rule.input === 'value') return [field('value', 'decimal', 'value', rule.unit)];
      return [field('numerator', 'decimal'), field('denominator', 'decimal')];
    case 'ratio':
      return [field('numerator', 'decimal'), field('denominator', 'decimal')];
    case 'count_step':
      return [field('count', 'count')];
    case 'deduct':
      return rule.events.map(({ code, label }) => field('event', 'count', `event:${code}`, label));
    case 'survey':
      return [field('index', 'decimal')];
    case 'manual':
      return [];
  }
}

/** The texts that would have been typed for what is declared now. */
export function draftOf(declared: Declared | null, locale: NumberLocale): DeclaredDraft {
  const number = (micro: number): string => formatMicro(micro, { locale });
  if (!declared) return {};
  switch (declared.kind) {
    case 'yes_no':
      return { yes: declared.yes ? YES : NO };
    case 'choice':
      return { option: declared.option };
    case 'value':
      return { value: number(declared.valueMicro) };
    case 'ratio':
      return { numerator: number(declared.numeratorMicro), denominator: number(declared.denominatorMicro) };
    case 'count':
      return { count: String(declared.count) };
    case 'events':
      return Object.fromEntries(Object.entries(declared.counts).map(([code, n]) => [`event:${code}`, String(n)]));
    case 'survey':
      return { index: number(declared.indexMicroPercent) };
  }
}

/**
 * What the texts declare: null while every field is blank; a problem names the first field that is not understood.
 * Blank events beside a filled one are none.
 */
export function readDraft(rule: Rule, draft: DeclaredDraft): Result<Declared | null, DraftProblem> {
  const fields = declaredFields(rule);
  const text = (key: string): string => (draft[key] ?? '').trim();
  if (fields.every(({ key }) => text(key) === '')) return ok(null);
  const values = new Map<string, number>();
  for (const field of fields) {
    if (field.kind === 'yesNo' || field.kind === 'choice') continue;
    if (text(field.key) === '') {
      if (field.name === 'event') continue;
      return err({ key: field.key, reason: 'incomplete' });
    }
    const value = readNumber(field, text(field.key));
    if (!value.ok) return err({ key: field.key, reason: value.error });
    values.set(field.key, value.value);
  }
  return ok(toDeclared(rule, draft, (key) => values.get(key) ?? 0));
}

function readNumber({ kind, name }: DeclaredField, text: string): Result<number, DraftProblemReason> {
  const parsed = parseDecimal(text);
  // A count has no decimals: the dot of "1.234" can only group thousands.
  const read =
    !parsed.ok && parsed.error === 'ambiguousNumber' && kind === 'count'
      ? parseDecimal(text, { ambiguousDot: 'thousands' })
      : parsed;
  if (!read.ok) return err(read.error === 'empty' ? 'incomplete' : read.error);
  const { micro } = read.value;
  if (micro < 0 && name !== 'value') return err('negative');
  if (kind !== 'count') return ok(micro);
  if (micro % MICRO !== 0) return err('notWhole');
  return micro / MICRO > MAX_COUNT[name === 'event' ? 'event' : 'count'] ? err('tooLarge') : ok(micro / MICRO);
}

function toDeclared(rule: Rule, draft: DeclaredDraft, value: (key: string) => number): Declared | null {
  switch (rule.kind) {
    case 'yes_no':
      return { kind: 'yes_no', yes: draft['yes'] === YES };
    case 'choice':
      return { kind: 'choice', option: draft['option'] ?? '' };
    case 'step':
      if (rule.input === 'value') return { kind: 'value', valueMicro: value('value') };
      return { kind: 'ratio', numeratorMicro: value('numerator'), denominatorMicro: value('denominator') };
    case 'ratio':
      return { kind: 'ratio', numeratorMicro: value('numerator'), denominatorMicro: value('denominator') };
    case 'count_step':
      return { kind: 'count', count: value('count') };
    case 'deduct':
      return {
        kind: 'events',
        counts: Object.fromEntries(rule.events.map(({ code }) => [code, value(`event:${code}`)])),
      };
    case 'survey':
      return { kind: 'survey', indexMicroPercent: value('index') };
    case 'manual':
      return null;
  }
}

/** Both readings of "1.234", as texts that mean only one thing; null for any other text. */
export function readingsOf(
  text: string,
  locale: NumberLocale,
): { readonly thousands: string; readonly decimal: string } | null {
  const parsed = parseDecimal(text);
  if (parsed.ok || parsed.error !== 'ambiguousNumber') return null;
  const read = (ambiguousDot: 'thousands' | 'decimal'): string => {
    const reading = parseDecimal(text, { ambiguousDot });
    return reading.ok ? formatMicro(reading.value.micro, { locale }) : '';
  };
  // Always with a comma: in English too the field reads "1.234" as a question.
  return { thousands: read('thousands'), decimal: read('decimal').replace('.', ',') };
}
