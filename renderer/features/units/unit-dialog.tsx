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
  Textarea,
} from '@fluentui/react-components';
import { useState, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/contract/errors.ts';
import type { RegistryUnit } from '#shared/units/registry.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { useToast } from '#renderer/app/hooks/use-toast.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { badFields, EMPTY_FIELDS, factsOf, fieldsOf, type UnitField } from './unit-form.ts';

interface Props {
  /** The unit to correct; null adds one. */
  readonly unit: RegistryUnit | null;
  readonly onClose: () => void;
}

/** Thêm, sửa đơn vị. Enter writes, Esc gives up; a refusal stays in the dialog with what was typed. */
export function UnitDialog({ unit, onClose }: Props): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const client = useClient();
  const toast = useToast();
  const [fields, setFields] = useState(unit ? fieldsOf(unit) : EMPTY_FIELDS);
  const [isAsked, setAsked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<AppError | null>(null);
  const bad = badFields(fields);

  async function write(): Promise<void> {
    setAsked(true);
    if (bad.length > 0 || isBusy) return;
    setBusy(true);
    const facts = factsOf(fields);
    const answer = unit
      ? await client.call('units.edit', { unitId: unit.id, expectedVersion: unit.version, ...facts })
      : await client.call('units.add', facts);
    setBusy(false);
    if (!answer.ok) return setFailed(answer.error);
    toast.show({ intent: 'success', title: t(unit ? 'units.edited' : 'units.added', { unit: facts.name }) });
    onClose();
  }

  function textField(name: Exclude<UnitField, 'aliases'>, label: string, hint?: string): JSX.Element {
    const isDay = name === 'validFrom' || name === 'validTo';
    const message = isAsked && bad.includes(name) ? t(isDay ? 'units.dayBad' : 'units.required') : undefined;
    return (
      <Field
        label={label}
        required={name === 'code' || name === 'name'}
        className={`unit-field-${name}`}
        {...(hint && { hint })}
        {...(message && { validationMessage: message })}
      >
        <Input
          autoFocus={name === 'code'}
          value={fields[name]}
          maxLength={isDay ? 10 : 300}
          data-testid={`unit-${name}`}
          onChange={(_, { value }) => setFields({ ...fields, [name]: value })}
        />
      </Field>
    );
  }

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className="unit-dialog" data-testid="unit-dialog">
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void write();
          }}
        >
          <DialogBody>
            <DialogTitle>{unit ? t('units.editTitle', { unit: unit.name }) : t('units.addTitle')}</DialogTitle>
            <DialogContent className="unit-dialog-content">
              {unit && <p className="unit-hint">{t('units.editHint')}</p>}
              <div className="unit-fields">
                {textField('code', t('units.code'))}
                {textField('shortName', t('units.shortName'))}
                {textField('name', t('units.unit'))}
                {textField('validFrom', t('units.from'), t('units.dayOptional'))}
                {textField('validTo', t('units.to'), t('units.dayOptional'))}
                <Field label={t('units.aliases')} hint={t('units.aliasesHint')} className="unit-field-name">
                  <Textarea
                    rows={3}
                    value={fields.aliases}
                    data-testid="unit-aliases"
                    onChange={(_, { value }) => setFields({ ...fields, aliases: value })}
                  />
                </Field>
              </div>
              {failed && <ErrorNotice error={failed} language={language} />}
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabledFocusable={isBusy} data-testid="unit-save">
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
