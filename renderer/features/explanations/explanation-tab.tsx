/**
 * Thẻ Giải trình of the cell details: what was asked of the unit about this cell, what it answered and what was decided,
 * round by round, and the forms for the next step. Loaded with the cell details; it writes through useExplain.
 */
import { useState, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { passesFilter } from '#shared/appraisal/cell-rules.ts';
import { moveExplanation, type ExplanationMove } from '#shared/domain/explanation-states.ts';
import { useCanWrite } from '#renderer/app/hooks/use-can-write.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import type { CellPlace } from '#renderer/features/cell-details/cell-place.ts';
import { cellFactsAt } from '#renderer/features/scoring/board/cell-facts.ts';
import { formatPoints } from '#renderer/features/scoring/points-text.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { dayOf, formatDay, formatInstant } from '#renderer/ui/format-time.ts';
import { AnswerForm } from './answer-form.tsx';
import { AcceptForm, RejectForm } from './decision-form.tsx';
import type { Explained, ExplanationStore } from './explanation-store.ts';
import { explanationWords } from './explanation-words.ts';
import { useExplain } from './use-explain.ts';
import './explanations.css';

export interface ExplanationTabProps {
  readonly place: CellPlace;
  readonly explanations: ExplanationStore;
}

export function ExplanationTab({ place, explanations }: ExplanationTabProps): JSX.Element {
  const { t } = useTranslation();
  const { store, u, l, unit, leaf } = place;
  const newestFirst = [...explanations.ofCell(unit.id, leaf.id)].reverse();
  const isCutUnasked = passesFilter('toExplain', cellFactsAt(store, explanations, u, l));
  return (
    <>
      {isCutUnasked && <p className="explanation-note">{t('explanations.tab.unasked')}</p>}
      {!isCutUnasked && newestFirst.length === 0 && <p>{t('explanations.tab.none')}</p>}
      {newestFirst.map((explained, i) => (
        <ExplanationCard key={explained.item.id} explained={explained} place={place} isNewest={i === 0} />
      ))}
    </>
  );
}

interface CardProps {
  readonly explained: Explained;
  readonly place: CellPlace;
  readonly isNewest: boolean;
}

function ExplanationCard({ explained, place, isNewest }: CardProps): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const { item, round } = explained;
  const points = (micro: number) => formatPoints(micro, language);
  return (
    <section className="explanation-card" data-testid="explanation-card" data-state={item.state}>
      <h3>
        <span className="explanation-mark" data-state={item.state} aria-hidden="true" />
        {explanationWords(explained, dayOf(new Date()), t, language)}
      </h3>
      <p className="score-quiet">
        {t('explanations.tab.round', { name: round.name, deadline: formatDay(round.deadline) })}
        {round.closedAt !== null && ` · ${t('explanations.rounds.closed')}`}
      </p>
      <dl className="explanation-thread">
        <dt>{t('explanations.tab.cut')}</dt>
        <dd>
          {t('explanations.tab.cutPoints', { self: points(item.selfMicro), appraised: points(item.appraisedMicro) })}
          {item.cutReason !== '' && <span className="explanation-text">{item.cutReason}</span>}
          <By at={round.openedAt} by={round.openedBy} />
        </dd>
        {item.answeredAt !== null && (
          <>
            <dt>{t('explanations.tab.answer')}</dt>
            <dd>
              <span className="explanation-text" data-testid="explanation-answer">
                {item.answer}
              </span>
              <By at={item.answeredAt} by={item.answeredBy} />
            </dd>
          </>
        )}
        {item.decidedAt !== null && (
          <>
            <dt>{t('explanations.tab.decision')}</dt>
            <dd data-testid="explanation-decision">
              {item.grantedMicro === null
                ? t('explanations.tab.rejected')
                : t('explanations.tab.granted', { points: points(item.grantedMicro) })}
              {item.decisionReason !== '' && <span className="explanation-text">{item.decisionReason}</span>}
              <By at={item.decidedAt} by={item.decidedBy} />
            </dd>
          </>
        )}
      </dl>
      {isNewest && round.closedAt === null && <NextSteps explained={explained} place={place} />}
    </section>
  );
}

function By({ at, by }: { readonly at: string; readonly by: string }): JSX.Element {
  return (
    <span className="score-quiet">
      {by} · {formatInstant(at)}
    </span>
  );
}

/** What the state table and the person's role allow now; one form at a time. */
function NextSteps({ explained, place }: Omit<CardProps, 'isNewest'>): JSX.Element | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const may = {
    answer: useCanWrite('explanations.answer'),
    accept: useCanWrite('explanations.accept'),
    reject: useCanWrite('explanations.reject'),
  };
  const { store, u, l, leaf } = place;
  const explain = useExplain(store);
  const { item } = explained;
  const cell = { ...explained, u, l };
  const moves = (['answer', 'accept', 'reject'] as const).filter(
    (move) => may[move] && moveExplanation(item.state, move, item.answer !== '').ok,
  );
  const [chosen, setChosen] = useState<ExplanationMove | null>(null);
  const isSettled = item.decidedAt !== null;
  // A settled cell shows no form by itself: changing a decision is asked for.
  const shown =
    chosen && moves.includes(chosen)
      ? chosen
      : isSettled
        ? null
        : (moves.find((move) => move === usual()) ?? moves[0] ?? null);
  if (moves.length === 0) return null;

  function usual(): ExplanationMove {
    return item.state === 'open' ? 'answer' : 'accept';
  }

  async function settle(done: Promise<boolean>): Promise<boolean> {
    const isDone = await done;
    if (isDone) setChosen(null);
    return isDone;
  }

  return (
    <div className="explanation-next">
      <div className="explanation-steps" role="group" aria-label={t('explanations.tab.next')}>
        {moves.map((move) => (
          <button
            key={move}
            type="button"
            className="details-button"
            aria-pressed={shown === move}
            data-testid={`explain-${move}`}
            onClick={() => setChosen(move)}
          >
            {t(`explanations.moves.${move}`)}
          </button>
        ))}
      </div>
      {shown === 'answer' && (
        <AnswerForm
          key={item.version}
          known={item.answer}
          isBusy={explain.isBusy}
          onSend={(text, document) => settle(explain.answer([cell], text, document))}
        />
      )}
      {shown === 'accept' && (
        <AcceptForm
          key={item.version}
          selfMicro={store.points('self', u, l)}
          appraisedMicro={store.points('appraised', u, l)}
          maxMicro={leaf.maxMicro}
          isBusy={explain.isBusy}
          onAccept={(pointsMicro, reason) => void settle(explain.accept([cell], () => pointsMicro, reason))}
        />
      )}
      {shown === 'reject' && (
        <RejectForm
          key={item.version}
          isBusy={explain.isBusy}
          onReject={(reason) => void settle(explain.reject([cell], reason))}
        />
      )}
      {explain.failed && <ErrorNotice error={explain.failed} language={language} />}
    </div>
  );
}
