import { Button, Checkbox, Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitRegistry } from '#shared/contract/outputs-units.ts';
import { dayBefore } from '#shared/util/calendar-day.ts';
import { existsOn } from '#shared/units/unit-on.ts';
import { parseDay } from '#renderer/ui/format-time.ts';
import { registryRows } from './registry-rows.ts';
import { EMPTY_PART, existingPart, readShare, type PartFields, type ReorganiseFields } from './reorganise-draft.ts';
import { UnitChooser } from './unit-chooser.tsx';

interface Props {
  readonly fields: ReorganiseFields;
  readonly registry: UnitRegistry;
  readonly onChange: (fields: ReorganiseFields) => void;
}

const NAMES = ['code', 'name', 'shortName'] as const;
const NAME_LABELS = { code: 'units.code', name: 'units.unit', shortName: 'units.shortName' } as const;

/** The fields of a merge or a split. Units are offered that exist on the eve of the day, once it is written. */
export function ReorganiseForm({ fields, registry, onChange }: Props) {
  const { t } = useTranslation();
  const { kind, fromIds, target } = fields;
  const effectiveOn = parseDay(fields.effectiveOn);
  const units = useMemo(() => registryRows(registry).map(({ unit }) => unit), [registry]);
  const offered = units.filter((unit) => effectiveOn === null || existsOn(unit, dayBefore(effectiveOn)));
  const takers = units.filter((unit) => effectiveOn === null || existsOn(unit, effectiveOn));
  const dayBad = fields.effectiveOn.trim() !== '' && effectiveOn === null;
  const set = (patch: Partial<ReorganiseFields>) => onChange({ ...fields, ...patch });
  return (
    <>
      <div className="reorganise-head">
        <Field
          label={t('units.wizard.effectiveOn')}
          required
          hint={t('units.dayHint')}
          {...(dayBad && { validationMessage: t('units.dayBad') })}
        >
          <Input
            value={fields.effectiveOn}
            maxLength={10}
            data-testid="wizard-day"
            onChange={(_, { value }) => set({ effectiveOn: value })}
          />
        </Field>
        <Field label={t('units.legalBasis')}>
          <Input
            value={fields.legalBasis}
            maxLength={2000}
            data-testid="wizard-basis"
            onChange={(_, { value }) => set({ legalBasis: value })}
          />
        </Field>
      </div>
      <UnitChooser
        key={kind}
        label={t(kind === 'merge' ? 'units.wizard.fromMany' : 'units.wizard.fromOne')}
        units={offered}
        chosen={fromIds}
        isMany={kind === 'merge'}
        testId="wizard-from"
        onChange={(chosen) => set({ fromIds: chosen })}
      />
      {kind === 'merge' ? (
        <>
          <Field label={t('units.wizard.into')}>
            <RadioGroup
              layout="horizontal"
              value={target}
              onChange={(_, { value }) => set({ target: value as ReorganiseFields['target'] })}
            >
              <Radio value="new" label={t('units.wizard.intoNew')} data-testid="wizard-into-new" />
              <Radio value="existing" label={t('units.wizard.intoExisting')} data-testid="wizard-into-existing" />
            </RadioGroup>
          </Field>
          {target === 'new' ? (
            <div className="reorganise-names">
              {NAMES.map((name) => (
                <Field key={name} label={t(NAME_LABELS[name])} required={name !== 'shortName'}>
                  <Input
                    value={fields.into[name]}
                    maxLength={300}
                    data-testid={`wizard-into-${name}`}
                    onChange={(_, { value }) => set({ into: { ...fields.into, [name]: value } })}
                  />
                </Field>
              ))}
            </div>
          ) : (
            <UnitChooser
              label={t('units.wizard.intoExisting')}
              units={takers}
              chosen={fields.intoId === null ? [] : [fields.intoId]}
              isMany={false}
              testId="wizard-into-list"
              onChange={([intoId]) => set({ intoId: intoId ?? null })}
            />
          )}
        </>
      ) : (
        <Parts fields={fields} registry={registry} effectiveOn={effectiveOn} onChange={set} />
      )}
    </>
  );
}

interface PartsProps {
  readonly fields: ReorganiseFields;
  readonly registry: UnitRegistry;
  readonly effectiveOn: string | null;
  readonly onChange: (patch: Partial<ReorganiseFields>) => void;
}

function Parts({ fields, registry, effectiveOn, onChange }: PartsProps) {
  const { t } = useTranslation();
  const { parts, fromIds, continues } = fields;
  function change(at: number, patch: Partial<PartFields>): void {
    onChange({ parts: parts.map((part, i) => (i === at ? { ...part, ...patch } : part)) });
  }
  return (
    <>
      <Checkbox
        checked={continues}
        label={t('units.wizard.continues')}
        data-testid="wizard-continues"
        onChange={(_, { checked }) => onChange({ continues: checked === true })}
      />
      <fieldset className="reorganise-parts">
        <legend>{t('units.wizard.parts')}</legend>
        {parts.map((part, i) => {
          const known = existingPart(part, fromIds[0], effectiveOn, registry);
          const shareBad = readShare(part.share) === undefined;
          const number = i + 1;
          return (
            // Parts have no identity but their place.
            <div key={i} className="reorganise-part" role="group" aria-label={t('units.wizard.part', { number })}>
              <Field label={t('units.code')}>
                <Input
                  value={part.code}
                  maxLength={40}
                  data-testid={`part-${number}-code`}
                  onChange={(_, { value }) => change(i, { code: value })}
                />
              </Field>
              <Field
                label={t('units.unit')}
                {...(known && { hint: t('units.wizard.partExisting', { name: known.name }) })}
              >
                <Input
                  value={known ? '' : part.name}
                  disabled={known !== undefined}
                  maxLength={300}
                  data-testid={`part-${number}-name`}
                  onChange={(_, { value }) => change(i, { name: value })}
                />
              </Field>
              <Field
                label={t('units.wizard.partShare')}
                {...(shareBad && { validationMessage: t('units.wizard.shareBad') })}
              >
                <Input
                  value={part.share}
                  inputMode="decimal"
                  maxLength={10}
                  data-testid={`part-${number}-share`}
                  onChange={(_, { value }) => change(i, { share: value })}
                />
              </Field>
              <Button
                size="small"
                disabledFocusable={parts.length === 1}
                aria-label={t('units.wizard.removePart', { number })}
                onClick={() => onChange({ parts: parts.filter((_, at) => at !== i) })}
              >
                ✕
              </Button>
            </div>
          );
        })}
        <Button size="small" data-testid="wizard-add-part" onClick={() => onChange({ parts: [...parts, EMPTY_PART] })}>
          {t('units.wizard.addPart')}
        </Button>
        <p className="units-quiet">{t('units.wizard.shareHint')}</p>
      </fieldset>
    </>
  );
}
