import { useEffect, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenFile } from '#shared/contract/desktop.ts';
import type { AppError } from '#shared/contract/errors.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { useToast } from '#renderer/app/hooks/use-toast.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import type { CellPlace } from './cell-place.ts';
import { DocumentFields, EMPTY_DOCUMENT, readDocument } from './document-fields.tsx';

const EMPTY_RECORD = { documentNo: '', documentDate: '', signer: '', summary: '' };

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
  const [fields, setFields] = useState(EMPTY_DOCUMENT);
  const [files, setFiles] = useState(dropped);
  const [isAsked, setAsked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<AppError | null>(null);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const read = readDocument(fields);
  const isEmpty = files.length === 0 && fields.number.trim() === '' && fields.summary.trim() === '';

  async function choose(): Promise<void> {
    const file = await window.desktop.chooseFile('attachEvidence');
    if (file) setFiles([file]);
  }

  async function attach(): Promise<void> {
    setAsked(true);
    if (isEmpty || read === 'badDate' || isBusy) return;
    setBusy(true);
    const record = read ?? EMPTY_RECORD;
    const { unit, leaf } = place;
    let left: readonly ChosenFile[] = files;
    for (const file of files.length > 0 ? files : [null]) {
      const answer = await client.call('evidence.attach', {
        cycleUnitId: unit.id,
        leafId: leaf.id,
        // Several files at once: each is told by its own name until somebody writes more.
        record: files.length > 1 && record.summary === '' ? { ...record, summary: file?.name ?? '' } : record,
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
      <DocumentFields
        draft={fields}
        isDateBad={isAsked && read === 'badDate'}
        onChange={setFields}
        testPrefix="evidence"
        first={first}
      />
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
