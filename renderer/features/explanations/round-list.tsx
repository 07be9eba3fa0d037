import { useRef, useState, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/contract/errors.ts';
import { EXPLANATION_STATES } from '#shared/domain/explanation-states.ts';
import { isOverdue, type ExplanationItem, type ExplanationRound } from '#shared/domain/explanations.ts';
import { daysFrom } from '#shared/util/calendar-days.ts';
import { useCanWrite } from '#renderer/app/hooks/use-can-write.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { useToast } from '#renderer/app/hooks/use-toast.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { dayOf, formatDay } from '#renderer/ui/format-time.ts';
import { RejectForm } from './decision-form.tsx';
import { countRounds, type RoundCounts } from './round-counts.ts';

const NOTHING: RoundCounts = { open: 0, answered: 0, accepted: 0, rejected: 0 };

export interface RoundListProps {
  readonly rounds: readonly ExplanationRound[];
  readonly items: readonly ExplanationItem[];
}

/** The rounds, newest first, with how many cells stand where. */
export function RoundList({ rounds, items }: RoundListProps): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  const toast = useToast();
  const mayClose = useCanWrite('explanations.closeRound');
  const [closing, setClosing] = useState<ExplanationRound | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<AppError | null>(null);
  const holder = useRef<HTMLDivElement>(null);
  const counts = countRounds(items);
  const today = dayOf(new Date());

  async function close({ id, version, name }: ExplanationRound, unansweredReason: string | null): Promise<void> {
    setBusy(true);
    const answer = await client.call('explanations.closeRound', {
      roundId: id,
      expectedVersion: version,
      unansweredReason,
    });
    setBusy(false);
    setFailed(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    setClosing(null);
    // The button that was pressed is gone.
    holder.current?.focus();
    toast.show({ intent: 'success', title: t('explanations.done.close', { name }) });
  }

  function ask(round: ExplanationRound): void {
    setFailed(null);
    if ((counts.get(round.id) ?? NOTHING).open > 0) setClosing(round);
    else void close(round, null);
  }

  function timeLeft({ deadline, closedAt }: ExplanationRound, own: RoundCounts): string {
    if (closedAt !== null) return t('explanations.rounds.closed');
    const days = daysFrom(today, deadline);
    if (days >= 0) return t('explanations.rounds.daysLeft', { count: days });
    return own.open > 0 && isOverdue('open', deadline, today)
      ? t('explanations.rounds.overdue', { days: -days, count: own.open })
      : t('explanations.rounds.past');
  }

  return (
    <div ref={holder} className="rounds-content" tabIndex={-1}>
      <table className="rounds-table" data-testid="rounds-table">
        <thead>
          <tr>
            <th scope="col">{t('explanations.rounds.round')}</th>
            <th scope="col">{t('explanations.rounds.deadline')}</th>
            {EXPLANATION_STATES.map((state) => (
              <th key={state} scope="col" className="rounds-count">
                {t(`explanations.states.${state}`)}
              </th>
            ))}
            <th scope="col">{t('explanations.rounds.state')}</th>
            {mayClose && <td />}
          </tr>
        </thead>
        <tbody>
          {[...rounds].reverse().map((round) => {
            const own = counts.get(round.id) ?? NOTHING;
            return (
              <tr key={round.id} data-testid="round-row">
                <th scope="row">
                  {round.number}. {round.name}
                </th>
                <td>{formatDay(round.deadline)}</td>
                {EXPLANATION_STATES.map((state) => (
                  <td key={state} className="rounds-count" data-state={state}>
                    {own[state]}
                  </td>
                ))}
                <td>{timeLeft(round, own)}</td>
                {mayClose && (
                  <td>
                    {round.closedAt === null && (
                      <button
                        type="button"
                        className="link-button"
                        disabled={isBusy}
                        data-testid="round-close"
                        onClick={() => ask(round)}
                      >
                        {t('explanations.rounds.closeRound')}
                      </button>
                    )}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      {closing && (
        <div className="rounds-closing" data-testid="round-closing">
          <p>
            {t('explanations.rounds.closeQuestion', {
              name: closing.name,
              count: (counts.get(closing.id) ?? NOTHING).open,
            })}
          </p>
          <RejectForm
            isBusy={isBusy}
            send={t('explanations.rounds.closeKeeping')}
            onReject={(reason) => void close(closing, reason)}
          />
        </div>
      )}
      {failed && <ErrorNotice error={failed} language={language} />}
    </div>
  );
}
