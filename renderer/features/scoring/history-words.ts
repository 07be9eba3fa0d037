import type { BatchLabel, CellHistoryEntry } from '#shared/contract/outputs.ts';
import type { CriteriaNode } from '#shared/domain/entities.ts';
import type { Declared } from '#shared/domain/rules.ts';
import type { Language } from '#shared/wording/language.ts';
import { wordLabel } from '#shared/wording/word-label.ts';
import { declaredWords } from './declared-words.ts';
import { formatPoints } from './points-text.ts';
import type { Translate } from './translate.ts';

/** Columns of the log a person knows, and their names in the messages. */
const FIELDS: Readonly<Record<string, 'self' | 'appraised' | 'final' | 'declared' | 'notApplicable' | 'cut'>> = {
  self_micro: 'self',
  appraised_micro: 'appraised',
  final_micro: 'final',
  declared: 'declared',
  not_applicable_reason: 'notApplicable',
  cut_reason: 'cut',
};

/** One line of a cell's history: what changed, in words. */
export function historyChange(
  entry: CellHistoryEntry,
  leaf: Pick<CriteriaNode, 'rule'>,
  t: Translate,
  language: Language,
): string {
  const field = FIELDS[entry.column] ?? 'other';
  const text = (value: string | null): string => {
    if (value === null || value === '') return t('scoring.side.blank');
    if (entry.column.endsWith('_micro')) return formatPoints(Number(value), language);
    if (field !== 'declared') return value;
    const declared = parseJson(value) as Declared | null;
    return declared ? declaredWords(declared, leaf, t, language) : value;
  };
  return t('scoring.side.change', {
    column: t(`scoring.side.fields.${field}`),
    old: text(entry.old),
    new: text(entry.new),
  });
}

/** Name of the step an entry belongs to. */
export function historyLabel(entry: CellHistoryEntry, language: Language): string {
  const label = parseJson(entry.label) as BatchLabel | null;
  return label ? wordLabel(label, language) : entry.label;
}

/** The log keeps labels and declared data as JSON text; anything else is shown as it is. */
function parseJson(text: string): unknown {
  try {
    return text.startsWith('{') ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}
