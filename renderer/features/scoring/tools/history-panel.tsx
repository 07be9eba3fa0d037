/** Lịch sử bước: the person's own steps, and the way back or forward to any of them. */
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useId, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/contract/errors.ts';
import { wordLabel } from '#shared/wording/word-label.ts';
import { useCall } from '#renderer/app/hooks/use-call.ts';
import { useWriteRefusal } from '#renderer/app/hooks/use-can-write.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { useEvent } from '#renderer/app/hooks/use-event.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { formatInstant } from '#renderer/ui/format-time.ts';
import type { ScoreTools } from './create-score-tools.ts';
import { historyLines } from './history-list.ts';
import './tool-panel.css';

/** More steps than one looks back over; the service allows 500. */
const LIMIT = 300;

export function HistoryPanel({ tools }: { readonly tools: ScoreTools }): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  const refusal = useWriteRefusal('changes.jump');
  const canWrite = refusal === null;
  const { data, error: readError, reload } = useCall('changes.steps', { limit: LIMIT });
  useEvent('changes.committed', reload);
  const [chosen, setChosen] = useState<number | null>(null);
  const [isJumping, setJumping] = useState(false);
  const [stopped, setStopped] = useState<{ readonly taken: number; readonly error: AppError } | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const listId = useId();

  const lines = data ? historyLines(data) : [];
  const isWhole = (data?.undo.length ?? 0) < LIMIT;
  const here = lines.findIndex(({ jump }) => jump === 0);
  // The line below all steps: as the file was before any of them.
  const startJump = -(data?.undo.length ?? 0);
  const count = lines.length + (isWhole ? 1 : 0);
  const at = Math.min(chosen ?? (here < 0 ? lines.length : here), count - 1);

  useEffect(() => list.current?.focus(), []);

  async function jump(steps: number): Promise<void> {
    if (steps === 0 || isJumping || !canWrite) return;
    setJumping(true);
    setStopped(null);
    const answer = await client.call('changes.jump', { steps });
    setJumping(false);
    setChosen(null);
    if (!answer.ok) setStopped({ taken: 0, error: answer.error });
    else if (answer.value.stoppedBy) setStopped({ taken: answer.value.taken, error: answer.value.stoppedBy });
    reload();
  }

  function close(): void {
    tools.close('panel');
    tools.target()?.sheet.takeFocus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') setChosen(Math.min(count - 1, at + 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(0, at - 1));
    else if (event.key === 'Home') setChosen(0);
    else if (event.key === 'End') setChosen(count - 1);
    else if (event.key === 'Enter') void jump(lines[at]?.jump ?? startJump);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <section className="tool-panel" aria-label={t('tools.history.title')} data-testid="history-panel">
      <header className="tool-panel-head">
        <h2>{t('tools.history.title')}</h2>
        <button
          type="button"
          className="icon-button"
          aria-label={t('tools.close')}
          title={`${t('tools.close')} (Esc)`}
          data-testid="history-close"
          onClick={close}
        >
          <DismissRegular />
        </button>
      </header>
      <p className="score-quiet tool-panel-hint">{t(refusal ? `shell.refusal.${refusal}` : 'tools.history.hint')}</p>
      {readError && <ErrorNotice error={readError} language={language} />}
      {stopped && (
        <div data-testid="history-stopped">
          {stopped.taken !== 0 && <p>{t('tools.history.stopped', { taken: stopped.taken })}</p>}
          <ErrorNotice error={stopped.error} language={language} />
        </div>
      )}
      <div
        ref={list}
        id={listId}
        role="listbox"
        tabIndex={0}
        aria-label={t('tools.history.title')}
        aria-activedescendant={count > 0 ? `${listId}-${at}` : undefined}
        aria-busy={isJumping}
        className="tool-panel-list"
        data-testid="history-list"
        onKeyDown={onKeyDown}
      >
        {lines.map(({ step, isDone, jump: steps }, i) => (
          <div
            key={`${step.seq}-${isDone}`}
            id={`${listId}-${i}`}
            role="option"
            aria-selected={i === at}
            aria-current={steps === 0 ? 'step' : undefined}
            className="history-line"
            data-done={isDone}
            data-testid="history-line"
            ref={i === at ? (element) => element?.scrollIntoView({ block: 'nearest' }) : null}
            onClick={() => void jump(steps)}
          >
            <span aria-hidden="true">{steps === 0 ? '▶' : isDone ? '✓' : '○'}</span>
            <span>{wordLabel(step.label, language)}</span>
            <span className="score-quiet history-when">
              {formatInstant(step.at)} · {t('tools.history.changes', { count: step.changeCount })}
              {steps === 0 && ` · ${t('tools.history.here')}`}
              {!isDone && ` · ${t('tools.history.undone')}`}
            </span>
          </div>
        ))}
        {data && isWhole && (
          <div
            id={`${listId}-${lines.length}`}
            role="option"
            aria-selected={at === lines.length}
            aria-current={here < 0 ? 'step' : undefined}
            className="history-line"
            data-done="true"
            data-testid="history-start"
            onClick={() => void jump(startJump)}
          >
            <span aria-hidden="true">{here < 0 ? '▶' : '■'}</span>
            <span>{t(lines.length === 0 ? 'tools.history.empty' : 'tools.history.start')}</span>
          </div>
        )}
      </div>
      {data && !isWhole && <p className="score-quiet tool-panel-hint">{t('tools.history.more', { count: LIMIT })}</p>}
    </section>
  );
}
