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
} from '@fluentui/react-components';
import { useState, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/contract/errors.ts';
import { useAppState } from '#renderer/app/hooks/use-app-state.ts';
import { useCall } from '#renderer/app/hooks/use-call.ts';
import { useCanWrite } from '#renderer/app/hooks/use-can-write.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { useMay } from '#renderer/app/hooks/use-may.ts';
import { useToast } from '#renderer/app/hooks/use-toast.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { formatInstant } from '#renderer/ui/format-time.ts';
import './milestone-dialog.css';

/** Mốc: the named moments of the cycle, and the way to set one; cells changed after the newest carry a mark. */
export function MilestoneDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  const toast = useToast();
  const canWrite = useCanWrite('milestones.add');
  const cycleId = useAppState((state) => state.cycleId);
  const maySet = useMay('milestones.add');
  const { data, error } = useCall('milestones.list', cycleId ? { cycleId } : null);
  const [name, setName] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [failed, setFailed] = useState<AppError | null>(null);
  const newestFirst = [...(data ?? [])].reverse();
  const isMissing = isAsked && name.trim() === '';

  async function set(): Promise<void> {
    setAsked(true);
    if (name.trim() === '' || !cycleId) return;
    const answer = await client.call('milestones.add', { cycleId, name: name.trim() });
    if (!answer.ok) return setFailed(answer.error);
    toast.show({ intent: 'success', title: t('appraisal.milestones.done', { name: name.trim() }) });
    onClose();
  }

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface data-testid="milestone-dialog" className="milestone-dialog">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void set();
          }}
        >
          <DialogBody>
            <DialogTitle>{t('appraisal.milestones.title')}</DialogTitle>
            <DialogContent className="milestone-content">
              <p>{t('appraisal.milestones.hint')}</p>
              {maySet ? (
                <Field
                  label={t('appraisal.milestones.name')}
                  {...(isMissing && { validationMessage: t('appraisal.milestones.nameNeeded') })}
                >
                  <Input
                    autoFocus
                    maxLength={200}
                    value={name}
                    disabled={!canWrite}
                    placeholder={t('appraisal.milestones.example')}
                    data-testid="milestone-name"
                    onChange={(_, { value }) => setName(value)}
                  />
                </Field>
              ) : (
                <p>{t('appraisal.milestones.forbidden')}</p>
              )}
              {(failed ?? error) && <ErrorNotice error={(failed ?? error) as AppError} language={language} />}
              {data?.length === 0 && <p className="milestone-quiet">{t('appraisal.milestones.none')}</p>}
              <ol className="milestone-list" data-testid="milestone-list">
                {newestFirst.map((milestone, i) => (
                  <li key={milestone.id}>
                    <b>{milestone.name}</b>
                    <span className="milestone-quiet">
                      {t('appraisal.milestones.by', { at: formatInstant(milestone.at), by: milestone.by })}
                      {i === 0 && ` · ${t('appraisal.milestones.newest')}`}
                    </span>
                  </li>
                ))}
              </ol>
            </DialogContent>
            <DialogActions>
              {maySet && (
                <Button type="submit" appearance="primary" disabled={!canWrite} data-testid="milestone-set">
                  {t('appraisal.milestones.set')}
                </Button>
              )}
              <Button onClick={onClose}>{t('appraisal.milestones.close')}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
