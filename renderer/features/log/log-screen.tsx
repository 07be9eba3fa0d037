/**
 * Nhật ký: every batch that ever reached the disk, newest first, narrowed by text, cell, person, kind and time; its details;
 * the chain check. Reads only; undoing is the shell's business.
 */
import { Button, Input } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wordLabel } from '#shared/wording/word-label.ts';
import { useCommands } from '#renderer/app/hooks/use-commands.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { formatInstant } from '#renderer/ui/format-time.ts';
import '#renderer/ui/side-panel.css';
import { BatchDetails } from './batch-details.tsx';
import { parseChainCode } from './chain-code.ts';
import { ChainResult } from './chain-result.tsx';
import { LogFilters } from './log-filters.tsx';
import './log.css';
import { useChainCheck } from './use-chain-check.ts';
import { useLogFilter } from './use-log-filter.ts';
import { useLogPages } from './use-log-pages.ts';

/** The log screen. */
export function LogScreen() {
  const { t } = useTranslation();
  const language = useLanguage();
  const filter = useLogFilter();
  const [code, setCode] = useState('');
  const anchor = parseChainCode(code);
  const [chosen, setChosen] = useState<number | null>(null);
  const { entries, total, more, error, loading, loadMore } = useLogPages(filter.fields.search, filter.filter);
  const chain = useChainCheck();
  const { check } = chain;
  useCommands(useMemo(() => [{ id: 'verify', label: t('log.verify'), run: () => check(null) }], [t, check]));
  const shown = entries.find(({ seq }) => seq === chosen);
  return (
    <div className="log" data-testid="log-screen">
      <div className="log-main">
        <LogFilters state={filter} />
        <div className="log-bar">
          <span className="log-count" role="status">
            {loading ? t('shell.loading') : t('log.shown', { shown: entries.length, count: total })}
          </span>
          <Input
            size="small"
            className="log-anchor"
            value={code}
            aria-label={t('log.chainAnchor')}
            aria-invalid={anchor === 'wrong'}
            title={anchor === 'wrong' ? t('log.chainAnchorWrong') : t('log.chainAnchor')}
            placeholder={t('log.chainAnchor')}
            data-testid="chain-anchor"
            onChange={(_, { value }) => setCode(value)}
          />
          <Button
            size="small"
            disabledFocusable={chain.running || anchor === 'wrong'}
            onClick={() => anchor !== 'wrong' && check(anchor)}
            data-testid="verify-chain"
          >
            {chain.running ? t('log.verifying') : t('log.verify')}
          </Button>
        </div>
        <ChainResult result={chain.result} error={chain.error} />
        {error && <ErrorNotice error={error} language={language} />}
        <div className="log-scroll">
          <table className="log-table" data-testid="log-table">
            <thead>
              <tr>
                <th scope="col" className="log-number">
                  {t('log.seq')}
                </th>
                <th scope="col">{t('log.at')}</th>
                <th scope="col">{t('log.actor')}</th>
                <th scope="col" className="log-step">
                  {t('log.step')}
                </th>
                <th scope="col" className="log-number">
                  {t('log.changes')}
                </th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr
                  key={entry.batchId}
                  aria-selected={entry.seq === chosen}
                  data-testid="log-row"
                  onClick={() => setChosen(entry.seq)}
                >
                  <td className="log-number">{entry.seq}</td>
                  <td>{formatInstant(entry.at)}</td>
                  <td>{entry.actor}</td>
                  <th scope="row" className="log-step">
                    <button type="button" className="unit-name">
                      {wordLabel(entry.label, language)}
                    </button>
                  </th>
                  <td className="log-number">{entry.changeCount}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {!loading && entries.length === 0 && !error && (
            <p className="log-empty">{filter.isNarrowed ? t('log.nothingFound') : t('log.empty')}</p>
          )}
          {more && (
            <Button className="log-more" disabledFocusable={loading} onClick={loadMore}>
              {t('log.more')}
            </Button>
          )}
        </div>
      </div>
      {shown && <BatchDetails key={shown.batchId} entry={shown} onClose={() => setChosen(null)} />}
    </div>
  );
}
