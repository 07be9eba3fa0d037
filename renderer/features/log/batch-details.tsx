import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogChange, LogEntry } from '#shared/contract/outputs.ts';
import { wordLabel } from '#shared/wording/word-label.ts';
import { wordChange, wordColumn, wordTable } from '#shared/wording/word-record.ts';
import { useCall } from '#renderer/app/hooks/use-call.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { formatInstant } from '#renderer/ui/format-time.ts';

/** An import can hold a million changes; a person reads the first. */
const MAX_SHOWN = 300;

interface Props {
  readonly entry: LogEntry;
  readonly onClose: () => void;
}

/** One changed field, or a whole record that came or went. */
function ChangeRow({ change }: { readonly change: LogChange }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { column, old, subject, table } = change;
  const values = wordChange(column, old, change.new, { language, instant: formatInstant });
  const where = (
    <th scope="row">
      {subject}
      <small>{wordTable(table, language)}</small>
    </th>
  );
  if (column === null) {
    return (
      <tr>
        {where}
        <td colSpan={3}>
          <strong>{t(old === null ? 'log.recordAdded' : 'log.recordRemoved')}</strong>
          {`\n${values.old || values.new}`}
        </td>
      </tr>
    );
  }
  return (
    <tr>
      {where}
      <td>{wordColumn(column, language)}</td>
      <td>{values.old || t('log.blank')}</td>
      <td>{values.new || t('log.blank')}</td>
    </tr>
  );
}

/** Every change of a batch: where, which field, before and after. */
export function BatchDetails({ entry, onClose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data, error } = useCall('changes.batch', { batchId: entry.batchId });
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <aside
      className="side-panel log-details"
      aria-label={t('log.details', { seq: entry.seq })}
      data-testid="batch-details"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header>
        <h2 ref={title} tabIndex={-1}>
          {wordLabel(entry.label, language)}
        </h2>
        <button type="button" className="icon-button" aria-label={t('log.closeDetails')} onClick={onClose}>
          <DismissRegular />
        </button>
      </header>
      <p>
        {formatInstant(entry.at)} · {entry.actor}
      </p>
      <p className="log-hash">
        {t('log.hash')}: <code>{entry.hash}</code>
      </p>
      {error && <ErrorNotice error={error} language={language} />}
      {data && data.length > MAX_SHOWN && (
        <p>{t('log.detailsShown', { shown: MAX_SHOWN, count: entry.changeCount })}</p>
      )}
      <table className="panel-table">
        <thead>
          <tr>
            <th scope="col">{t('log.subject')}</th>
            <th scope="col">{t('log.column')}</th>
            <th scope="col">{t('log.old')}</th>
            <th scope="col">{t('log.new')}</th>
          </tr>
        </thead>
        <tbody>
          {data?.slice(0, MAX_SHOWN).map((change, i) => (
            // The changes of a batch never change their order.
            <ChangeRow key={i} change={change} />
          ))}
        </tbody>
      </table>
    </aside>
  );
}
