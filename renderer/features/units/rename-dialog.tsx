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
import type { RegistryUnit } from '#shared/units/registry.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { useToast } from '#renderer/app/hooks/use-toast.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { parseDay } from '#renderer/ui/format-time.ts';

const FIELDS = ['code', 'shortName', 'name', 'effectiveOn', 'legalBasis'] as const;
type FieldName = (typeof FIELDS)[number];

const LABELS = {
  code: 'units.code',
  shortName: 'units.shortName',
  name: 'units.unit',
  effectiveOn: 'units.renameFrom',
  legalBasis: 'units.legalBasis',
} as const;

/** Đổi tên, mã from a day on: the former name stays with its last day. */
export function RenameDialog({
  unit,
  onClose,
}: {
  readonly unit: RegistryUnit;
  readonly onClose: () => void;
}): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  const toast = useToast();
  const { code, name, shortName } = unit;
  const [fields, setFields] = useState<Readonly<Record<FieldName, string>>>({
    code,
    name,
    shortName,
    effectiveOn: '',
    legalBasis: '',
  });
  const [isAsked, setAsked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<AppError | null>(null);
  const effectiveOn = parseDay(fields.effectiveOn);

  function problemOf(field: FieldName): string | undefined {
    if (!isAsked) return undefined;
    if (field === 'effectiveOn') return effectiveOn === null ? t('units.dayBad') : undefined;
    return (field === 'code' || field === 'name') && fields[field].trim() === '' ? t('units.required') : undefined;
  }

  async function write(): Promise<void> {
    setAsked(true);
    if (effectiveOn === null || fields.code.trim() === '' || fields.name.trim() === '' || isBusy) return;
    setBusy(true);
    const seen = { unitId: unit.id, expectedVersion: unit.version };
    const answer = await client.call('units.rename', { ...fields, ...seen, effectiveOn });
    setBusy(false);
    if (!answer.ok) return setFailed(answer.error);
    toast.show({ intent: 'success', title: t('units.renamed', { unit: name, day: fields.effectiveOn }) });
    onClose();
  }

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className="unit-dialog" data-testid="rename-dialog">
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void write();
          }}
        >
          <DialogBody>
            <DialogTitle>{t('units.renameTitle', { unit: name })}</DialogTitle>
            <DialogContent className="unit-dialog-content">
              <p className="unit-hint">{t('units.renameHint')}</p>
              <div className="unit-fields">
                {FIELDS.map((field) => {
                  const problem = problemOf(field);
                  return (
                    <Field
                      key={field}
                      label={t(LABELS[field])}
                      required={field === 'code' || field === 'name' || field === 'effectiveOn'}
                      className={`unit-field-${field}`}
                      {...(field === 'effectiveOn' && { hint: t('units.dayHint') })}
                      {...(problem && { validationMessage: problem })}
                    >
                      <Input
                        autoFocus={field === 'code'}
                        value={fields[field]}
                        maxLength={field === 'legalBasis' ? 2000 : 300}
                        data-testid={`rename-${field}`}
                        onChange={(_, { value }) => setFields({ ...fields, [field]: value })}
                      />
                    </Field>
                  );
                })}
              </div>
              {failed && <ErrorNotice error={failed} language={language} />}
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabledFocusable={isBusy} data-testid="rename-save">
                {t('units.save')}
              </Button>
              <Button onClick={onClose}>{t('units.cancel')}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
