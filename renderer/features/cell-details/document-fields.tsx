import type { JSX, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { parseDay } from '#renderer/ui/format-time.ts';

/** A document as `evidence.attach` takes it. */
export interface EvidenceRecord {
  readonly documentNo: string;
  readonly documentDate: string;
  readonly signer: string;
  readonly summary: string;
}

const FIELDS = ['number', 'date', 'signerField', 'summary'] as const;

/** What a person typed, before it is read. */
export type DocumentDraft = Readonly<Record<(typeof FIELDS)[number], string>>;

export const EMPTY_DOCUMENT: DocumentDraft = { number: '', date: '', signerField: '', summary: '' };

/** The record a draft stands for; null when nothing was typed, `badDate` when its date is none. */
export function readDocument({ number, date, signerField, summary }: DocumentDraft): EvidenceRecord | null | 'badDate' {
  const documentDate = date.trim() === '' ? '' : parseDay(date);
  if (documentDate === null) return 'badDate';
  const record = { documentNo: number.trim(), documentDate, signer: signerField.trim(), summary: summary.trim() };
  return Object.values(record).every((text) => text === '') ? null : record;
}

export interface DocumentFieldsProps {
  readonly draft: DocumentDraft;
  readonly isDateBad: boolean;
  readonly onChange: (draft: DocumentDraft) => void;
  /** Begins the names the tests know the fields by. */
  readonly testPrefix: 'evidence' | 'answer';
  readonly first?: Ref<HTMLInputElement>;
}

/** Fields of the record of a document; all may stay empty. */
export function DocumentFields({ draft, isDateBad, onChange, testPrefix, first }: DocumentFieldsProps): JSX.Element {
  const { t } = useTranslation();
  return (
    <>
      {FIELDS.map((name) => (
        <label key={name} className="details-field">
          {t(`cellDetails.evidence.${name}`)}
          <input
            ref={name === 'number' ? first : undefined}
            className="details-input"
            autoComplete="off"
            maxLength={name === 'summary' ? 2000 : 200}
            value={draft[name]}
            data-testid={`${testPrefix}-${name}`}
            aria-invalid={name === 'date' && isDateBad}
            onChange={(event) => onChange({ ...draft, [name]: event.target.value })}
          />
          {name === 'date' && isDateBad && (
            <span className="details-problem" role="alert">
              {t('cellDetails.evidence.dateBad')}
            </span>
          )}
        </label>
      ))}
    </>
  );
}
