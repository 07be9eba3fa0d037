import type { TFunction } from 'i18next';
import type { LogChange } from '#shared/contract/outputs.ts';
import { formatMicro } from '#shared/util/decimal.ts';
import type { Language } from '#shared/wording/language.ts';

const COLUMN_KEYS = {
  self_micro: 'log.columns.self',
  appraised_micro: 'log.columns.appraised',
  final_micro: 'log.columns.final',
  declared: 'log.columns.declared',
  not_applicable: 'log.columns.notApplicable',
  not_applicable_reason: 'log.columns.notApplicableReason',
  cut_reason: 'log.columns.cutReason',
  cap: 'log.columns.cap',
  state: 'log.columns.state',
  answer: 'log.columns.answer',
  granted_micro: 'log.columns.granted',
  decision_reason: 'log.columns.decisionReason',
} as const;

/** Name of the changed field; a field without a name of its own is shown as the log has it. */
export function wordColumn({ column, table }: LogChange, t: TFunction): string {
  if (column === null) return t('log.columns.record', { table });
  return column in COLUMN_KEYS ? t(COLUMN_KEYS[column as keyof typeof COLUMN_KEYS]) : column;
}

/** The record a logged text stands for; null when it only begins like one (a reason a person typed). */
function parse(json: string): object | null {
  try {
    return JSON.parse(json) as object;
  } catch {
    return null;
  }
}

/** A whole record as lines "field: value"; ids say nothing to a person and are left out. */
function wordRecord(json: string, language: Language): string {
  const record = parse(json);
  if (record === null) return json;
  return Object.entries(record)
    .filter(([name, value]) => name !== 'id' && !name.endsWith('_id') && value !== null && value !== '')
    .map(([name, value]) => `${name}: ${wordValue(name, String(value), language)}`)
    .join('\n');
}

/** A logged value as a person reads it: points as decimals, records line by line, the rest as it is. */
export function wordValue(column: string | null, value: string | null, language: Language): string {
  if (value === null) return '';
  if (value.startsWith('{')) return wordRecord(value, language);
  const isFigure = column?.endsWith('_micro') === true && /^-?\d+$/.test(value);
  return isFigure ? formatMicro(Number(value), { locale: language }) : value;
}
