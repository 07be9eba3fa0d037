import { useId, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule } from '#shared/domain/rules.ts';
import { formatMicro } from '#shared/util/decimal.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { NO, readingsOf, YES, type DeclaredField, type DraftProblemReason } from './declared-draft.ts';

export interface DeclaredFieldInputProps {
  readonly field: DeclaredField;
  readonly rule: Rule;
  readonly value: string;
  readonly isFirst: boolean;
  readonly isDisabled: boolean;
  readonly problem: DraftProblemReason | null;
  readonly onChange: (value: string) => void;
}

/** One field of the declared data: a pair of radio buttons, a list, or a number as officials type it. */
export function DeclaredFieldInput(props: DeclaredFieldInputProps): JSX.Element {
  const { field, rule, value, isDisabled, onChange } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const id = useId();
  const points = (micro: number): string => formatMicro(micro, { locale: language });

  if (field.kind === 'yesNo') {
    return (
      <Options
        legend={t('cellDetails.fields.yes')}
        options={[
          { value: YES, label: t('cellDetails.yes') },
          { value: NO, label: t('cellDetails.no') },
        ]}
        {...props}
      />
    );
  }
  if (field.kind === 'choice') {
    const options = (rule.kind === 'choice' ? rule.options : []).map(({ code, label, pointsMicro }) => ({
      value: code,
      label: t('cellDetails.optionPoints', { label, points: points(pointsMicro) }),
    }));
    return <Options legend={t('cellDetails.fields.option')} options={options} {...props} />;
  }
  const readings = props.problem === 'ambiguousNumber' ? readingsOf(value, language) : null;
  return (
    <div className="details-field">
      <label htmlFor={id}>{label()}</label>
      <input
        id={id}
        className="details-input details-number"
        inputMode="decimal"
        autoComplete="off"
        disabled={isDisabled}
        value={value}
        data-first={props.isFirst || undefined}
        data-testid={`declared-${field.key}`}
        aria-invalid={props.problem !== null}
        aria-describedby={props.problem ? `${id}-problem` : undefined}
        onFocus={(event) => event.target.select()}
        onChange={(event) => onChange(event.target.value)}
      />
      {props.problem && (
        <span className="details-problem" id={`${id}-problem`} role="alert">
          {t(`cellDetails.problems.${props.problem}`)}
          {readings &&
            [readings.decimal, readings.thousands].map((reading) => (
              <button key={reading} type="button" className="details-button" onClick={() => onChange(reading)}>
                {reading}
              </button>
            ))}
        </span>
      )}
    </div>
  );

  function label(): string {
    if (field.name === 'event') {
      const event = rule.kind === 'deduct' ? rule.events.find(({ code }) => field.key === `event:${code}`) : undefined;
      return t('cellDetails.eventField', { label: field.label, points: points(event?.eachMicro ?? 0) });
    }
    const name = t(`cellDetails.fields.${field.name}`);
    return field.label === '' ? name : `${name} (${field.label})`;
  }
}

interface OptionsProps extends DeclaredFieldInputProps {
  readonly legend: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

function Options({ legend, options, field, value, isFirst, isDisabled, onChange }: OptionsProps): JSX.Element {
  const name = useId();
  const isNoneChosen = options.every((option) => option.value !== value);
  return (
    <fieldset className="details-options" disabled={isDisabled}>
      <legend>{legend}</legend>
      {options.map((option, i) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            data-first={(isFirst && (option.value === value || (isNoneChosen && i === 0))) || undefined}
            data-testid={`declared-${field.key}-${option.value}`}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
