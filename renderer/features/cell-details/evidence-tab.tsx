import { useEffect, useRef, useState, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/contract/errors.ts';
import type { Evidence } from '#shared/domain/entities.ts';
import { useCanWrite } from '#renderer/app/hooks/use-can-write.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { useToast } from '#renderer/app/hooks/use-toast.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { formatDay } from '#renderer/ui/format-time.ts';
import type { CellPlace } from './cell-place.ts';
import { EvidenceForm } from './evidence-form.tsx';
import { formatBytes } from './format-bytes.ts';
import type { EvidenceDrop } from './use-evidence-drop.ts';

export interface EvidenceTabProps {
  readonly place: CellPlace;
  readonly documents: readonly Evidence[];
  readonly drop: EvidenceDrop;
}

/** Tài liệu kiểm chứng of a cell: the list, and the form that adds one. */
export function EvidenceTab({ place, documents, drop }: EvidenceTabProps): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  const toast = useToast();
  const canWrite = useCanWrite('evidence.attach');
  const [isAdding, setAdding] = useState(false);
  const [failed, setFailed] = useState<AppError | null>(null);
  const { leaf } = place;
  const addButton = useRef<HTMLButtonElement>(null);
  /** The form or a removed line took the keyboard with it. */
  const isKeyboardLost = useRef(false);
  useEffect(() => {
    if (!isKeyboardLost.current || !addButton.current) return;
    isKeyboardLost.current = false;
    addButton.current.focus();
  });
  const isFormOpen = isAdding || drop.files.length > 0;

  async function remove({ id, version }: Evidence): Promise<void> {
    const answer = await client.call('evidence.remove', { evidenceId: id, expectedVersion: version });
    setFailed(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    isKeyboardLost.current = true;
    toast.show({ intent: 'info', title: t('cellDetails.evidence.removed') });
  }

  async function saveCopy({ id, file }: Evidence): Promise<void> {
    const target = await window.desktop.chooseFile('saveEvidenceCopy', file?.name);
    if (!target) return;
    const answer = await client.call('evidence.saveCopy', { evidenceId: id, fileToken: target.token });
    setFailed(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    const words = { name: target.name, size: formatBytes(answer.value.bytes, language) };
    toast.show({ intent: 'success', title: t('cellDetails.evidence.copied', words) });
  }

  function close(): void {
    isKeyboardLost.current = true;
    setAdding(false);
    drop.setFiles([]);
  }

  return (
    <>
      {leaf.evidenceText && (
        <p className="score-quiet details-rule">{t('cellDetails.evidence.asked', { text: leaf.evidenceText })}</p>
      )}
      {drop.isRefused && (
        <p className="details-problem" role="alert" data-testid="drop-refused">
          {t('cellDetails.evidence.notAFile')}
        </p>
      )}
      {failed && <ErrorNotice error={failed} language={language} />}
      {documents.length === 0 && !isFormOpen && <p>{t('cellDetails.evidence.none')}</p>}
      <ul className="score-list" data-testid="evidence-list">
        {documents.map((document) => (
          <li key={document.id} data-testid="evidence-item">
            <b>{documentTitle(document)}</b>
            {document.summary && <span>{document.summary}</span>}
            {document.signer && (
              <span className="score-quiet">{t('cellDetails.evidence.signer', { signer: document.signer })}</span>
            )}
            {document.file && (
              <span className="details-file" title={`SHA-256 ${document.file.sha256}`}>
                <span aria-hidden="true">▤</span> {document.file.name}
              </span>
            )}
            <span className="details-actions">
              {document.file && (
                <button type="button" className="link-button" onClick={() => void saveCopy(document)}>
                  {t('cellDetails.evidence.saveCopy')}
                </button>
              )}
              {canWrite && (
                <button type="button" className="link-button" onClick={() => void remove(document)}>
                  {t('cellDetails.evidence.remove')}
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {canWrite && isFormOpen && (
        <EvidenceForm
          key={drop.files.map(({ token }) => token).join()}
          place={place}
          dropped={drop.files}
          onDone={close}
        />
      )}
      {canWrite && !isFormOpen && (
        <div className="details-add">
          <button
            ref={addButton}
            type="button"
            className="details-button"
            data-first
            data-testid="evidence-add"
            onClick={() => setAdding(true)}
          >
            {t('cellDetails.evidence.add')}
          </button>
          <span className="score-quiet">{t('cellDetails.evidence.dropHint')}</span>
        </div>
      )}
    </>
  );

  function documentTitle({ documentNo, documentDate }: Evidence): string {
    const date = formatDay(documentDate);
    if (documentNo && date) return t('cellDetails.evidence.document', { number: documentNo, date });
    if (documentNo) return t('cellDetails.evidence.documentNo', { number: documentNo });
    return date ? t('cellDetails.evidence.documentDate', { date }) : t('cellDetails.evidence.untitled');
  }
}
