/**
 * Kỳ mới từ bảng điểm: choose files, look at what would come of them, write it as one undoable batch. Opened by the
 * shell (empty state, cycle picker, palette). Reading and checking happen in the data process.
 */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  ProgressBar,
  Select,
} from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useController } from '#renderer/app/hooks/use-controller.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { useToast } from '#renderer/app/hooks/use-toast.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import '#renderer/ui/side-panel.css';
import { FileField } from './file-field.tsx';
import { ImportResult } from './import-result.tsx';
import './imports.css';
import { useImport, type ImportSource } from './use-import.ts';
import { useImportForm } from './use-import-form.ts';

type Dot = 'ask' | 'thousands' | 'decimal';

/** The import dialog. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const controller = useController();
  const toast = useToast();
  const job = useImport();
  const { fields, change, problems, source } = useImportForm((year) => t('imports.defaultName', { year }), job.forget);
  const isBusy = job.running !== null;
  const asksAboutDot =
    job.error?.reason === 'ambiguousNumber' ||
    job.preview?.problems.some(({ reason }) => reason === 'ambiguousNumber') === true;

  async function commit(): Promise<void> {
    const receipt = source && (await job.runCommit(source));
    if (!receipt) return;
    toast.show({ intent: 'success', title: t('imports.done', { name: fields.name, units: receipt.preview.units }) });
    await controller.refresh(receipt.cycleId);
    onClose();
  }

  function close(): void {
    if (job.running === 'commit') return;
    job.cancel();
    onClose();
  }

  return (
    <Dialog open onOpenChange={close}>
      <DialogSurface className="import-dialog" data-testid="import-dialog">
        <DialogBody>
          <DialogTitle>{t('imports.title')}</DialogTitle>
          <DialogContent className="import-content">
            <p className="import-lead">{t('imports.lead')}</p>
            <div className="import-grid">
              <FileField
                label={t('imports.scores')}
                hint={t('imports.scoresHint')}
                purpose="importScores"
                file={fields.scores}
                disabled={isBusy}
                onChange={(scores) => change({ scores })}
              />
              <FileField
                label={t('imports.criteria')}
                hint={t('imports.criteriaHint')}
                purpose="importCriteria"
                file={fields.criteria}
                disabled={isBusy}
                onChange={(criteria) => change({ criteria })}
              />
              <Field
                label={t('imports.name')}
                required
                {...(problems.name && { validationMessage: t('imports.nameNeeded') })}
              >
                <Input
                  value={fields.name}
                  maxLength={200}
                  disabled={isBusy}
                  onChange={(_, { value }) => change({ name: value })}
                />
              </Field>
              <Field
                label={t('imports.year')}
                required
                {...(problems.year && { validationMessage: t('imports.yearInvalid') })}
              >
                <Input
                  value={fields.year}
                  inputMode="numeric"
                  maxLength={4}
                  disabled={isBusy}
                  onChange={(_, { value }) => change({ year: value })}
                />
              </Field>
              <Field label={t('imports.blanks')}>
                <Select
                  value={fields.blanks}
                  disabled={isBusy}
                  onChange={(_, { value }) => change({ blanks: value as ImportSource['blanks'] })}
                >
                  <option value="missing">{t('imports.blanksMissing')}</option>
                  <option value="notApplicable">{t('imports.blanksNotApplicable')}</option>
                  <option value="zero">{t('imports.blanksZero')}</option>
                </Select>
              </Field>
              <Field label={t('imports.dot')} {...(asksAboutDot && { validationMessage: t('imports.dotQuestion') })}>
                <Select
                  value={fields.ambiguousDot ?? 'ask'}
                  disabled={isBusy}
                  data-testid="ambiguous-dot"
                  onChange={(_, { value }) =>
                    change({ ambiguousDot: (value as Dot) === 'ask' ? null : (value as Exclude<Dot, 'ask'>) })
                  }
                >
                  <option value="ask">{t('imports.dotAsk')}</option>
                  <option value="thousands">{t('imports.dotThousands')}</option>
                  <option value="decimal">{t('imports.dotDecimal')}</option>
                </Select>
              </Field>
              <Field label={t('imports.ties')}>
                <Select
                  value={fields.ties}
                  disabled={isBusy}
                  data-testid="ties"
                  onChange={(_, { value }) => change({ ties: value as typeof fields.ties })}
                >
                  <option value="competition">{t('imports.tiesCompetition')}</option>
                  <option value="dense">{t('imports.tiesDense')}</option>
                </Select>
              </Field>
            </div>
            {problems.files && <p className="import-need">{t('imports.fileNeeded')}</p>}
            {isBusy && (
              <div role="status" className="import-busy">
                {t(job.running === 'commit' ? 'imports.committing' : 'imports.previewing')}
                <ProgressBar aria-label={t(job.running === 'commit' ? 'imports.committing' : 'imports.previewing')} />
              </div>
            )}
            {job.error && <ErrorNotice error={job.error} language={language} />}
            {job.preview && <ImportResult preview={job.preview} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={close} disabled={job.running === 'commit'}>
              {t('imports.cancel')}
            </Button>
            <Button
              appearance={job.preview?.acceptable ? 'secondary' : 'primary'}
              disabledFocusable={!source || isBusy}
              data-testid="import-run-preview"
              onClick={() => source && void job.runPreview(source)}
            >
              {t('imports.preview')}
            </Button>
            <Button
              appearance="primary"
              disabledFocusable={!source || isBusy || job.preview?.acceptable !== true}
              data-testid="import-commit"
              onClick={() => void commit()}
            >
              {t('imports.commit')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
