import { useState, type FormEvent, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import {
  DocumentFields,
  EMPTY_DOCUMENT,
  readDocument,
  type EvidenceRecord,
} from '#renderer/features/cell-details/document-fields.tsx';

export interface AnswerFormProps {
  /** What is recorded already, to be corrected. */
  readonly known: string;
  readonly isBusy: boolean;
  /** True when it was written. */
  readonly onSend: (text: string, document: EvidenceRecord | null) => Promise<boolean>;
}

/** The secretary records what a unit wrote, with the document it sent. */
export function AnswerForm({ known, isBusy, onSend }: AnswerFormProps): JSX.Element {
  const { t } = useTranslation();
  const [text, setText] = useState(known);
  const [draft, setDraft] = useState(EMPTY_DOCUMENT);
  const [isAsked, setAsked] = useState(false);
  const document = readDocument(draft);

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    setAsked(true);
    if (text.trim() === '' || document === 'badDate' || isBusy) return;
    const isWritten = await onSend(text.trim(), document);
    if (isWritten) setDraft(EMPTY_DOCUMENT);
  }

  return (
    <form className="details-form" data-testid="answer-form" onSubmit={(event) => void send(event)}>
      <label className="details-field">
        {t('explanations.answer.text')}
        <textarea
          className="details-input"
          rows={4}
          maxLength={2000}
          value={text}
          aria-invalid={isAsked && text.trim() === ''}
          data-testid="answer-text"
          data-first
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {isAsked && text.trim() === '' && (
        <p className="details-problem" role="alert">
          {t('explanations.answer.needed')}
        </p>
      )}
      <details className="details-closed">
        <summary>{t('explanations.answer.document')}</summary>
        <div className="details-fields">
          <DocumentFields
            draft={draft}
            isDateBad={isAsked && document === 'badDate'}
            onChange={setDraft}
            testPrefix="answer"
          />
        </div>
      </details>
      <div className="details-actions">
        <button type="submit" className="details-button details-primary" disabled={isBusy} data-testid="answer-send">
          {t(known === '' ? 'explanations.answer.send' : 'explanations.answer.sendAgain')}
        </button>
      </div>
    </form>
  );
}
