import { useEffect, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '#shared/contract/desktop.ts';
import type { AppError } from '#shared/contract/errors.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { useToast } from '#renderer/app/hooks/use-toast.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { parseDay } from '#renderer/ui/format-time.ts';
import type { CellPlace } from './cell-place.ts';

const FIELDS = ['number', 'date', 'signerField', 'summary'] as const;
type FieldName = (typeof FIELDS)[number];

const EMPTY: Readonly<Record<FieldName, string>> = { number: '', date: '', signerField: '', summary: '' };

export interface EvidenceFormProps {
  readonly place: CellPlace;
  /** Files dropped on the cell; several become one record each. */
  readonly dropped: readonly ChosenFile[];
  readonly onDone: () => void;
}

/** Adds a document to the cell: its record, and the file if there is one. Enter attaches, Esc gives up. */
export function EvidenceForm({ place, dropped, onDone }: EvidenceFormProps): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  const toast = useToast();
  const [fields, setFields] = useState(EMPTY);
  const [files, setFiles] = useState(dropped);
  const [isAsked, setAsked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<AppError | null>(null);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const day = fields.date.trim() === '' ? '' : parseDay(fields.date);
  const isEmpty = files.length === 0 && fields.number.trim() === '' && fields.summary.trim() === '';

  async function choose(): Promise<void> {
    const file = await window.desktop.chooseFile('attachEvidence');
    if (file) setFiles([file]);
  }

  async function attach(): Promise<void> {
    setAsked(true);
    if (isEmpty || day === null || isBusy) return;
    setBusy(true);
    const record = {
      documentNo: fields.number,
      documentDate: day,
      signer: fields.signerField,
      summary: fields.summary,
    };
    const { unit, leaf } = place;
    let left: readonly ChosenFile[] = files;
    for (const file of files.length > 0 ? files : [null]) {
      const answer = await client.call('evidence.attach', {
        cycleUnitId: unit.id,
        leafId: leaf.id,
        // Several files at once: each is told by its own name until somebody writes more.
        record: files.length > 1 && record.summary.trim() === '' ? { ...record, summary: file?.name ?? '' } : record,
        fileToken: file?.token ?? null,
      });
      if (!answer.ok) {
        // What is attached already must not be attached twice by the next attempt.
        setFiles(left);
        setFailed(answer.error);
        setBusy(false);
        return;
      }
      left = left.filter((each) => each !== file);
    }
    toast.show({ intent: 'success', title: t('cellDetails.evidence.attached', { code: leaf.code }) });
    onDone();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onDone();
  }

  return (
    <form
      className="details-form"
      aria-label={t('cellDetails.evidence.addTitle')}
      data-testid="evidence-form"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void attach();
      }}
    >
      <h3>{t('cellDetails.evidence.addTitle')}</h3>
      {FIELDS.map((name) => (
        <label key={name} className="details-field">
          {t(`cellDetails.evidence.${name}`)}
          <input
            ref={name === 'number' ? first : undefined}
            className="details-input"
            autoComplete="off"
            maxLength={name === 'summary' ? 2000 : 200}
            value={fields[name]}
            data-testid={`evidence-${name}`}
            aria-invalid={name === 'date' && isAsked && day === null}
            onChange={(event) => setFields({ ...fields, [name]: event.target.value })}
          />
          {name === 'date' && isAsked && day === null && (
            <span className="details-problem" role="alert">
              {t('cellDetails.evidence.dateBad')}
            </span>
          )}
        </label>
      ))}
      <div className="details-field">
        <span>{t('cellDetails.evidence.file')}</span>
        <span className="details-actions">
          <button type="button" className="details-button" data-testid="evidence-choose" onClick={() => void choose()}>
            {t('cellDetails.evidence.choose')}
          </button>
          <span className="details-file" data-testid="evidence-file">
            {files.map(({ name }) => name).join(', ') || t('cellDetails.evidence.noFile')}
          </span>
          {files.length > 0 && (
            <button type="button" className="link-button" onClick={() => setFiles([])}>
              {t('cellDetails.evidence.unchoose')}
            </button>
          )}
        </span>
      </div>
      {isAsked && isEmpty && (
        <p className="details-problem" role="alert">
          {t('cellDetails.evidence.nothing')}
        </p>
      )}
      {failed && <ErrorNotice error={failed} language={language} />}
      <div className="details-actions">
        <button
          type="submit"
          className="details-button details-primary"
          disabled={isBusy}
          data-testid="evidence-attach"
        >
          {t('cellDetails.evidence.attach')}
        </button>
        <button type="button" className="details-button" onClick={onDone}>
          {t('cellDetails.evidence.cancel')}
        </button>
      </div>
    </form>
  );
}
