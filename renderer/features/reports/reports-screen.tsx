/**
 * Báo cáo: choose annexes and decision, see what is wrong beforehand, write the workbook, keep its receipt. The file
 * itself is made by the data process; this screen must not compute anything.
 */
import { Button, Checkbox, Field, Input, ProgressBar, Radio, RadioGroup } from '@fluentui/react-components';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnnexCode } from '#shared/contract/schemas.ts';
import { useCommands } from '#renderer/app/hooks/use-commands.ts';
import { useCycle } from '#renderer/app/hooks/use-cycle.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { useMay } from '#renderer/app/hooks/use-may.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import '#renderer/ui/side-panel.css';
import { PreflightList } from './preflight-list.tsx';
import { ReceiptCard } from './receipt-card.tsx';
import './reports.css';
import { stepKey } from './step-key.ts';
import { useAnnexForm, type AnnexForm } from './use-annex-form.ts';
import { useExport } from './use-export.ts';
import { usePreflight } from './use-preflight.ts';

const ANNEXES: readonly AnnexCode[] = ['I', 'II', 'III'];

function DecisionFields({ form }: { readonly form: AnnexForm }) {
  const { t } = useTranslation();
  const { problems } = form;
  return (
    <fieldset>
      <legend>{t('reports.decision')}</legend>
      <RadioGroup
        value={form.decisionKind}
        onChange={(_, { value }) => form.setDecisionKind(value as 'blank' | 'given')}
      >
        <Radio value="blank" label={t('reports.decisionBlank')} />
        <Radio value="given" label={t('reports.decisionGiven')} />
      </RadioGroup>
      {form.decisionKind === 'given' && (
        <div className="decision-fields">
          <Field
            label={t('reports.number')}
            hint={t('reports.numberHint')}
            {...(problems.number && { validationMessage: t('reports.numberNeeded') })}
          >
            <Input value={form.number} maxLength={60} onChange={(_, { value }) => form.setNumber(value)} />
          </Field>
          <Field label={t('reports.date')} {...(problems.date && { validationMessage: t('reports.dateInvalid') })}>
            <Input value={form.date} maxLength={10} onChange={(_, { value }) => form.setDate(value)} />
          </Field>
        </div>
      )}
    </fieldset>
  );
}

/** The reports screen. */
export function ReportsScreen() {
  const { t } = useTranslation();
  const language = useLanguage();
  const structure = useCycle();
  const cycleId = structure?.cycle.id ?? null;
  const form = useAnnexForm();
  const preflight = usePreflight(cycleId, form.request);
  const { state, start, cancel } = useExport();
  const hasErrors = preflight.data?.items.some(({ severity }) => severity === 'error') ?? false;
  const may = useMay('annexes.export');
  const canExport = may && form.request !== null && preflight.data !== null && !preflight.loading && !hasErrors;
  const isRunning = state.kind === 'running';

  const { request } = form;
  const cycle = structure?.cycle;
  const exportNow = useCallback(() => {
    if (cycle && request && canExport) void start(cycle.id, request, t('reports.fileName', { year: cycle.year }));
  }, [cycle, request, canExport, start, t]);
  useCommands(
    useMemo(
      () => [{ id: 'export', label: t('reports.export'), disabled: !canExport || isRunning, run: exportNow }],
      [t, canExport, isRunning, exportNow],
    ),
  );

  return (
    <div className="reports" data-testid="reports-screen">
      <div className="reports-column">
        <h2 className="screen-title">{t('reports.title')}</h2>
        <fieldset>
          <legend>{t('reports.annexes')}</legend>
          {ANNEXES.map((code) => (
            <Checkbox
              key={code}
              label={t(`reports.annex.${code}`)}
              checked={form.annexes.includes(code)}
              onChange={() => form.toggle(code)}
              data-testid={`annex-${code}`}
            />
          ))}
          {form.problems.annexes && (
            <p role="alert" className="form-problem">
              {t('reports.annexNeeded')}
            </p>
          )}
        </fieldset>
        <DecisionFields form={form} />
        <div className="reports-actions">
          <Button
            appearance="primary"
            disabledFocusable={!canExport || isRunning}
            onClick={exportNow}
            data-testid="export"
          >
            {t('reports.export')}
          </Button>
          {hasErrors && <span role="alert">{t('reports.blocked')}</span>}
          {!may && <span>{t('shell.refusal.role')}</span>}
        </div>
        {state.kind === 'running' && (
          <section className="export-progress" aria-label={t('reports.exporting')} data-testid="export-progress">
            <p role="status">
              {t('reports.progress', {
                step: t(stepKey(state.progress?.step ?? '')),
                done: state.progress?.done ?? 0,
                total: state.progress?.total ?? 0,
              })}
            </p>
            <ProgressBar
              aria-label={t('reports.exporting')}
              {...(state.progress && state.progress.total > 0
                ? { value: state.progress.done, max: state.progress.total }
                : {})}
            />
            <Button onClick={cancel} data-testid="export-cancel">
              {t('reports.cancel')}
            </Button>
          </section>
        )}
        {state.kind === 'failed' && (
          <section aria-label={t('reports.failed')}>
            <ErrorNotice error={state.error} language={language} />
          </section>
        )}
        {state.kind === 'done' && <ReceiptCard receipt={state.receipt} fileToken={state.fileToken} />}
      </div>
      <PreflightList preflight={preflight} />
    </div>
  );
}
