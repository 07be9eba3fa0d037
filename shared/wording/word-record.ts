/**
 * Names and values of the log as a person reads them. The log keeps tables, columns and JSON; screens and messages ask
 * here. A name this version does not know (a file of a later one) is shown as it is.
 */
import { formatMicro } from '../util/decimal.ts';
import type { Language } from './language.ts';
import { COLUMNS_EN, TABLES_EN, VALUES_EN, YES_NO_EN } from './records.en.ts';
import { COLUMNS_VI, TABLES_VI, VALUES_VI, YES_NO_VI } from './records.vi.ts';

/** Columns that hold 0 or 1. */
const FLAGS: readonly string[] = ['simulated', 'ranked', 'resolved'];

export interface WordingOptions {
  readonly language: Language;
  /** A UTC ISO instant in the time of the reader; this room knows no time zone. */
  readonly instant: (iso: string) => string;
}

/** "Tài liệu kiểm chứng" for `evidence`. */
export function wordTable(table: string, language: Language): string {
  return (language === 'vi' ? TABLES_VI : TABLES_EN)[table] ?? table;
}

/** "Điểm sau giải trình" for `final_micro`. */
export function wordColumn(column: string, language: Language): string {
  return (language === 'vi' ? COLUMNS_VI : COLUMNS_EN)[column] ?? column;
}

/** A logged value of a column: points as decimals, records and structures as lines "name: value". */
export function wordStored(column: string | null, value: string | null, options: WordingOptions): string {
  return value === null ? '' : linesOf(column, value, options).join('\n');
}

/** The same for a value before and after; lines that did not change are left out of structures. */
export function wordChange(
  column: string | null,
  old: string | null,
  next: string | null,
  options: WordingOptions,
): { readonly old: string; readonly new: string } {
  const before = old === null ? [] : linesOf(column, old, options);
  const after = next === null ? [] : linesOf(column, next, options);
  const isPlain = before.length <= 1 && after.length <= 1;
  const without = (lines: readonly string[], other: readonly string[]) =>
    (isPlain ? lines : lines.filter((line) => !other.includes(line))).join('\n');
  return { old: without(before, after), new: without(after, before) };
}

function linesOf(column: string | null, value: string, options: WordingOptions): readonly string[] {
  const structure = /^[{[]/.test(value) ? parse(value) : null;
  if (structure === null) return [wordPlain(column ?? '', value, options)];
  return linesOfStructure(structure, options);
}

function linesOfStructure(structure: object, options: WordingOptions): readonly string[] {
  return Object.entries(structure).flatMap(([name, value]) => linesOfEntry(name, value, options));
}

function linesOfEntry(name: string, value: unknown, options: WordingOptions): readonly string[] {
  // Ids say nothing to a person, and what is blank goes without saying.
  if (name === 'id' || name.endsWith('_id') || value === null || value === '') return [];
  const word = wordColumn(name, options.language);
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) return [`${word}: ${value.join(', ')}`];
  if (Array.isArray(value)) {
    return value.map((item, i) => `${word} ${i + 1}: ${linesOfStructure(item as object, options).join('; ')}`);
  }
  const inner = typeof value === 'object' ? value : parse(String(value));
  if (inner !== null) return linesOfStructure(inner, options).map((line) => `${word} › ${line}`);
  return [`${word}: ${wordPlain(name, String(value), options)}`];
}

function wordPlain(column: string, value: string, { language, instant }: WordingOptions): string {
  if (/(_micro|Micro|MicroPercent)$/.test(column) && /^-?\d+$/.test(value)) {
    return formatMicro(Number(value), { locale: language });
  }
  const known = (language === 'vi' ? VALUES_VI : VALUES_EN)[column]?.[value];
  if (known !== undefined) return known;
  const answers = language === 'vi' ? YES_NO_VI : YES_NO_EN;
  if (value === 'true' || (value === '1' && FLAGS.includes(column))) return answers.yes;
  if (value === 'false' || (value === '0' && FLAGS.includes(column))) return answers.no;
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return value.split('-').reverse().join('/');
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? instant(value) : value;
}

/** The structure a logged text stands for; null when it only begins like one (a reason a person typed). */
function parse(text: string): object | null {
  if (!/^[{[]/.test(text)) return null;
  try {
    return JSON.parse(text) as object;
  } catch {
    return null;
  }
}
