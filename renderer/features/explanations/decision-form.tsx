import { useState, type FormEvent, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { isGrant } from '#shared/appraisal/cell-rules.ts';
import { parsePoints } from '#shared/scoring/check-points.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { PhraseInput } from '#renderer/features/cell-details/phrase-input.tsx';
import { formatPoints } from '#renderer/features/scoring/points-text.ts';

export interface AcceptFormProps {
  /** The cell as it is now, and its maximum (10⁻⁶ point). */
  readonly selfMicro: number;
  readonly appraisedMicro: number;
  readonly maxMicro: number;
  readonly isBusy: boolean;
  readonly onAccept: (pointsMicro: number, reason: string) => void;
}

/** Grants points: the self-scored ones unless the reviewer types others. */
export function AcceptForm({ selfMicro, appraisedMicro, maxMicro, isBusy, onAccept }: AcceptFormProps): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const [text, setText] = useState(() => formatPoints(selfMicro, language));
  const [note, setNote] = useState('');
  const [isAsked, setAsked] = useState(false);
  const points = parsePoints(text, maxMicro);
  const isEnough = points.ok && isGrant({ selfMicro, appraisedMicro }, points.value.micro);
  const words = { appraised: formatPoints(appraisedMicro, language), max: formatPoints(maxMicro, language) };

  function accept(event: FormEvent): void {
    event.preventDefault();
    setAsked(true);
    if (points.ok && isEnough && !isBusy) onAccept(points.value.micro, note.trim());
  }

  return (
    <form className="details-form" data-testid="accept-form" onSubmit={accept}>
      <label className="details-field">
        {t('explanations.accept.points')}
        <input
          className="details-input details-number"
          inputMode="decimal"
          value={text}
          aria-invalid={isAsked && !isEnough}
          data-testid="accept-points"
          data-first
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {isAsked && !isEnough && (
        <p className="details-problem" role="alert" data-testid="accept-problem">
          {t('explanations.accept.range', words)}
        </p>
      )}
      <label className="details-field">
        {t('explanations.accept.note')}
        <input
          className="details-input"
          maxLength={2000}
          value={note}
          data-testid="accept-note"
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
      <div className="details-actions">
        <button type="submit" className="details-button details-primary" disabled={isBusy} data-testid="accept-send">
          {t('explanations.accept.send')}
        </button>
      </div>
    </form>
  );
}

export interface RejectFormProps {
  readonly isBusy: boolean;
  /** What the button says, where more than refusing happens. */
  readonly send?: string;
  readonly onReject: (reason: string) => void;
}

/** Stands by the appraised points, with the reason. */
export function RejectForm({ isBusy, send, onReject }: RejectFormProps): JSX.Element {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const isMissing = isAsked && reason.trim() === '';

  function reject(): void {
    setAsked(true);
    if (reason.trim() !== '' && !isBusy) onReject(reason.trim());
  }

  return (
    <form
      className="details-form"
      data-testid="reject-form"
      onSubmit={(event) => {
        event.preventDefault();
        reject();
      }}
    >
      <div className="details-field">
        <span>{t('explanations.reject.reason')}</span>
        <PhraseInput
          label={t('explanations.reject.reason')}
          value={reason}
          onChange={setReason}
          onEnter={reject}
          isInvalid={isMissing}
          offers
          testId="reject-reason"
        />
      </div>
      {isMissing && (
        <p className="details-problem" role="alert">
          {t('explanations.reject.needed')}
        </p>
      )}
      <div className="details-actions">
        <button type="submit" className="details-button" disabled={isBusy} data-testid="reject-send">
          {send ?? t('explanations.reject.send')}
        </button>
      </div>
    </form>
  );
}
