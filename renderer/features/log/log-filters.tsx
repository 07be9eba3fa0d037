import { Button, Input, Select } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { fold } from '#shared/util/vietnamese-text.ts';
import { LABEL_KINDS } from '#shared/wording/label-kinds.ts';
import { useCall } from '#renderer/app/hooks/use-call.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { findChoice, type LogFields, type LogFilterState, type NamedChoice } from './use-log-filter.ts';

/** A list longer than this is no list to choose from: typing narrows it. */
const MAX_OFFERED = 60;

/** Fields that narrow the log: text, unit and criterion, person, kind of step, time span. */
export function LogFilters({ state }: { readonly state: LogFilterState }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const actors = useCall('changes.actors', {});
  const { fields, set } = state;
  return (
    <div className="log-filters" role="search" aria-label={t('log.filters')} data-testid="log-filters">
      <Input
        size="small"
        className="log-search"
        value={fields.search}
        contentBefore={<SearchRegular />}
        aria-label={t('log.search')}
        placeholder={t('log.searchHint')}
        onChange={(_, { value }) => set('search', value)}
      />
      <ChoiceField state={state} field="unit" choices={state.units} label={t('log.unit')} />
      <ChoiceField
        state={state}
        field="leaf"
        choices={state.leaves}
        label={t('log.leaf')}
        disabled={state.leaves.length === 0}
      />
      <Select
        size="small"
        value={fields.actor}
        aria-label={t('log.actor')}
        data-testid="log-filter-actor"
        onChange={(_, { value }) => set('actor', value)}
      >
        <option value="">{t('log.anyActor')}</option>
        {actors.data?.map((actor) => (
          <option key={actor}>{actor}</option>
        ))}
      </Select>
      <Select
        size="small"
        value={fields.kind}
        aria-label={t('log.kind')}
        data-testid="log-filter-kind"
        onChange={(_, { value }) => set('kind', value)}
      >
        <option value="">{t('log.anyKind')}</option>
        {Object.entries(LABEL_KINDS).map(([kind, word]) => (
          <option key={kind} value={kind}>
            {word[language]}
          </option>
        ))}
      </Select>
      <DayField state={state} field="from" label={t('log.from')} />
      <DayField state={state} field="to" label={t('log.to')} />
      <Button size="small" disabled={!state.isNarrowed} onClick={state.clear} data-testid="log-filter-clear">
        {t('log.clear')}
      </Button>
    </div>
  );
}

interface FieldProps {
  readonly state: LogFilterState;
  readonly field: keyof LogFields;
  readonly label: string;
}

/** A text that names one of many: typed by code, or picked from what matches so far. */
function ChoiceField({
  state,
  field,
  choices,
  label,
  disabled = false,
}: FieldProps & { readonly choices: readonly NamedChoice<string>[]; readonly disabled?: boolean }) {
  const { t } = useTranslation();
  const list = useId();
  const typed = state.fields[field];
  const wanted = fold(typed).trim();
  // What is chosen is shown alone; offering the rest again would hide the log below.
  const offered = findChoice(choices, typed) ? [] : choices.filter(({ text }) => fold(text).includes(wanted));
  const isWrong = state.wrong.has(field);
  return (
    <>
      <Input
        size="small"
        className="log-choice"
        value={typed}
        disabled={disabled}
        aria-label={label}
        aria-invalid={isWrong}
        title={isWrong ? t('log.noSuchName') : label}
        placeholder={label}
        data-testid={`log-filter-${field}`}
        input={{ list, autoComplete: 'off' }}
        onChange={(_, { value }) => state.set(field, value)}
      />
      <datalist id={list}>
        {offered.slice(0, MAX_OFFERED).map(({ id, text }) => (
          <option key={id} value={text} />
        ))}
      </datalist>
    </>
  );
}

function DayField({ state, field, label }: FieldProps) {
  const { t } = useTranslation();
  const isWrong = state.wrong.has(field);
  return (
    <Input
      size="small"
      className="log-day"
      value={state.fields[field]}
      aria-label={label}
      aria-invalid={isWrong}
      title={isWrong ? t('log.notADay') : label}
      placeholder={label}
      data-testid={`log-filter-${field}`}
      onChange={(_, { value }) => state.set(field, value)}
    />
  );
}
