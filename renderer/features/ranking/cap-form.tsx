import { Button, Field, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RankedUnit } from '#shared/contract/outputs.ts';
import type { CycleSettings, CycleUnit } from '#shared/domain/entities.ts';
import { useWriteRefusal } from '#renderer/app/hooks/use-can-write.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { useToast } from '#renderer/app/hooks/use-toast.ts';

/** Value of the option "không xếp loại" in the list. */
const UNCLASSIFIED = '';

interface Props {
  readonly unit: RankedUnit;
  readonly cycleUnit: CycleUnit;
  readonly settings: CycleSettings;
}

/** Khống chế xếp loại: a human decision with reason and source, logged, undoable, never silent. */
export function CapForm({ unit, cycleUnit, settings }: Props) {
  const { t } = useTranslation();
  const client = useClient();
  const toast = useToast();
  const refusal = useWriteRefusal('classification.setCap');
  const canWrite = refusal === null;
  const { cap } = cycleUnit;
  const [classCode, setClassCode] = useState(cap ? (cap.classCode ?? UNCLASSIFIED) : (settings.classes[1]?.code ?? ''));
  const [reason, setReason] = useState(cap?.reason ?? '');
  const [source, setSource] = useState(cap?.source ?? '');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const complete = reason.trim() !== '' && source.trim() !== '';
  const capLabel = settings.classes.find(({ code }) => code === cap?.classCode)?.label ?? settings.unclassifiedLabel;

  async function save(next: { classCode: string | null; reason: string; source: string } | null): Promise<void> {
    setBusy(true);
    const result = await client.call('classification.setCap', {
      cycleUnitId: cycleUnit.id,
      expectedVersion: cycleUnit.version,
      cap: next,
    });
    setBusy(false);
    setAsked(false);
    if (!result.ok) return toast.error(result.error);
    if (!next) {
      setReason('');
      setSource('');
    }
    const title = t(next ? 'ranking.capSaved' : 'ranking.capLifted', { unit: unit.name });
    toast.show({ intent: 'success', title });
  }

  function submit(): void {
    setAsked(true);
    if (complete) void save({ classCode: classCode === UNCLASSIFIED ? null : classCode, reason, source });
  }

  const needed = asked && !complete ? t('ranking.capNeeded') : undefined;
  return (
    <form
      className="cap-form"
      data-testid="cap-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h3>{t('ranking.cap')}</h3>
      <p>{cap ? t('ranking.capNow', { class: capLabel }) : t('ranking.capHint')}</p>
      {refusal && <p data-testid="cap-refusal">{t(`shell.refusal.${refusal}`)}</p>}
      <Field label={t('ranking.capClass')} size="small">
        <Select size="small" value={classCode} disabled={!canWrite} onChange={(_, { value }) => setClassCode(value)}>
          {settings.classes.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
          <option value={UNCLASSIFIED}>{settings.unclassifiedLabel}</option>
        </Select>
      </Field>
      <Field label={t('ranking.capReason')} size="small" required {...(needed && { validationMessage: needed })}>
        <Textarea
          size="small"
          value={reason}
          disabled={!canWrite}
          maxLength={2000}
          onChange={(_, { value }) => setReason(value)}
        />
      </Field>
      <Field label={t('ranking.capSource')} size="small" required>
        <Textarea
          size="small"
          rows={1}
          value={source}
          disabled={!canWrite}
          maxLength={2000}
          onChange={(_, { value }) => setSource(value)}
        />
      </Field>
      <div className="form-buttons">
        <Button type="submit" appearance="primary" size="small" disabled={!canWrite || busy}>
          {t('ranking.capSet')}
        </Button>
        {cap && (
          <Button size="small" disabled={!canWrite || busy} onClick={() => void save(null)}>
            {t('ranking.capLift')}
          </Button>
        )}
      </div>
    </form>
  );
}
