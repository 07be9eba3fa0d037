import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Radio,
  RadioGroup,
} from '@fluentui/react-components';
import { useState, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/contract/errors.ts';
import type { UnitRegistry } from '#shared/contract/outputs-units.ts';
import type { Successor } from '#shared/units/reorganise.ts';
import { formatDay } from '#shared/util/calendar-day.ts';
import { useCall } from '#renderer/app/hooks/use-call.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { useToast } from '#renderer/app/hooks/use-toast.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { EMPTY_DRAFT, previewOf, readDraft } from './reorganise-draft.ts';
import { PresetView } from './preset-view.tsx';
import { ReorganiseForm } from './reorganise-form.tsx';
import { ReorganisePreview } from './reorganise-preview.tsx';

const KINDS = ['merge', 'split', 'preset'] as const;
type Kind = (typeof KINDS)[number];

const KIND_LABELS = {
  merge: 'units.wizard.merge',
  split: 'units.wizard.split',
  preset: 'units.wizard.preset',
} as const;

interface Props {
  readonly registry: UnitRegistry;
  readonly onClose: () => void;
}

/** Sáp nhập, chia tách: fields on top, their result below, written as one step. */
export function ReorganiseDialog({ registry, onClose }: Props): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  const toast = useToast();
  const [kind, setKind] = useState<Kind>('merge');
  const [fields, setFields] = useState(EMPTY_DRAFT);
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<AppError | null>(null);
  const preset = useCall('units.presetPlan', kind === 'preset' ? {} : null);
  const wish = kind === 'preset' ? null : readDraft(fields, registry);
  const preview = wish && previewOf(registry, wish);
  const hasPlan = preset.data !== null && preset.data.merges.length + preset.data.renames.length > 0;
  const isReady = kind === 'preset' ? hasPlan : preview !== null && preview.problems.length === 0;

  function choose(next: Kind): void {
    setKind(next);
    setFailed(null);
    // A split takes one unit: of several chosen for a merge the first stays.
    if (next !== 'preset') setFields({ ...fields, kind: next, fromIds: fields.fromIds.slice(0, 1) });
  }

  async function write(): Promise<void> {
    if (!isReady || isBusy) return;
    setBusy(true);
    const answer = await send();
    setBusy(false);
    if (!answer.ok) return setFailed(answer.error);
    const first = preset.data?.merges[0]?.effectiveOn ?? '';
    const title =
      kind === 'preset'
        ? t('units.wizard.presetDone', { count: preset.data?.merges.length ?? 0, day: formatDay(first) })
        : t('units.wizard.done', { day: fields.effectiveOn });
    toast.show({ intent: 'success', title });
    onClose();
  }

  function send() {
    if (wish?.kind === 'merge') {
      const { fromIds, to, ...rest } = wish.merge;
      return client.call('units.merge', { ...rest, fromIds: [...fromIds], to: sendable(to) });
    }
    if (wish?.kind === 'split') {
      const { parts, ...rest } = wish.split;
      const sent = parts.map(({ to, shareMicro }) => ({ to: sendable(to), shareMicro }));
      return client.call('units.split', { ...rest, parts: sent });
    }
    return client.call('units.applyPreset', {});
  }

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className="reorganise-dialog" data-testid="reorganise-dialog">
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void write();
          }}
        >
          <DialogBody>
            <DialogTitle>{t('units.wizard.title')}</DialogTitle>
            <DialogContent className="unit-dialog-content">
              <RadioGroup
                layout="horizontal"
                value={kind}
                aria-label={t('units.wizard.kind')}
                onChange={(_, { value }) => choose(value as Kind)}
              >
                {KINDS.map((one) => (
                  <Radio key={one} value={one} label={t(KIND_LABELS[one])} data-testid={`wizard-${one}`} />
                ))}
              </RadioGroup>
              {kind === 'preset' ? (
                <>
                  {preset.error && <ErrorNotice error={preset.error} language={language} />}
                  {preset.data && <PresetView plan={preset.data} />}
                </>
              ) : (
                <>
                  <ReorganiseForm fields={fields} registry={registry} onChange={setFields} />
                  <ReorganisePreview preview={preview} />
                </>
              )}
              {failed && <ErrorNotice error={failed} language={language} />}
            </DialogContent>
            <DialogActions>
              <Button
                type="submit"
                appearance="primary"
                disabledFocusable={!isReady || isBusy}
                data-testid="wizard-write"
              >
                {t(kind === 'preset' ? 'units.wizard.presetWrite' : 'units.wizard.write')}
              </Button>
              <Button onClick={onClose}>{t('units.cancel')}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

/** The contract takes plain arrays. */
function sendable(to: Successor) {
  return to.kind === 'new' ? { ...to, aliases: [...to.aliases] } : to;
}
