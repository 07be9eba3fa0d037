import type { TFunction } from 'i18next';
import type { ChainFault } from '#shared/contract/outputs-audit.ts';
import type { Language } from '#shared/wording/language.ts';
import { wordColumn, wordStored, wordTable } from '#shared/wording/word-record.ts';
import { formatInstant } from '#renderer/ui/format-time.ts';

/** What the chain check found, as sentences: what, where, which field, how much more. */
export function faultWords(fault: ChainFault, t: TFunction, language: Language): readonly string[] {
  const { at, actor, difference, others, reason, record } = fault;
  const when = at === null ? '' : t('log.chainWhen', { time: formatInstant(at) });
  const who = actor === null ? '' : t('log.chainWho', { actor });
  const name = record ? `${wordTable(record.table, language)} ${record.subject}` : '';
  // A fault of the log says the record after it; a fault of a record begins with it.
  const isOfLog = ['altered', 'removed', 'reordered', 'inserted', 'headAltered'].includes(reason);
  const shown = isOfLog && name !== '' ? ` (${name})` : name;
  const sentences: string[] = [t(`log.fault.${reason}`, { seq: fault.firstBadSeq, place: when + who, record: shown })];
  if (difference) {
    const value = (text: string | null) =>
      wordStored(difference.column, text, { language, instant: formatInstant }) || t('log.blank');
    sentences.push(
      t('log.chainDifference', {
        column: wordColumn(difference.column, language),
        logged: value(difference.logged),
        found: value(difference.found),
      }),
    );
  }
  if (others > 0) sentences.push(t('log.chainOthers', { count: others }));
  return [...sentences, t('log.chainAdvice')];
}
