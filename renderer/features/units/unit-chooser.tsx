import { Input } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitId } from '#shared/domain/ids.ts';
import type { RegistryUnit } from '#shared/units/registry.ts';
import { formatDay } from '#shared/util/calendar-day.ts';
import { fold } from '#shared/util/vietnamese-text.ts';
import { wordsOf } from './registry-rows.ts';

/** A person finds one of more than this by typing. */
const MAX_LISTED = 200;

interface Props {
  readonly label: string;
  readonly units: readonly RegistryUnit[];
  readonly chosen: readonly UnitId[];
  readonly isMany: boolean;
  readonly testId: string;
  readonly onChange: (chosen: readonly UnitId[]) => void;
}

/** A list of units to tick, narrowed by what is typed; ticked ones stay in sight. */
export function UnitChooser({ label, units, chosen, isMany, testId, onChange }: Props) {
  const { t } = useTranslation();
  const labelId = useId();
  const [search, setSearch] = useState('');
  const listed = useMemo(() => {
    const wanted = fold(search).trim();
    return units.filter((unit) => chosen.includes(unit.id) || wordsOf(unit).includes(wanted));
  }, [units, chosen, search]);

  const codes = units.filter(({ id }) => chosen.includes(id)).map(({ code }) => code);

  function toggle(id: UnitId, isOn: boolean): void {
    if (!isMany) return onChange([id]);
    onChange(isOn ? [...chosen, id] : chosen.filter((one) => one !== id));
  }

  return (
    <fieldset className="unit-chooser" data-testid={testId} aria-labelledby={labelId}>
      <div className="unit-chooser-head">
        <span id={labelId}>{label}</span>
        <span className="units-quiet" role="status">
          {chosen.length === 0
            ? t('units.wizard.noneChosen')
            : t('units.wizard.chosen', { count: chosen.length, codes: codes.join(', ') })}
        </span>
        <Input
          size="small"
          value={search}
          contentBefore={<SearchRegular />}
          aria-label={`${label}: ${t('units.find')}`}
          placeholder={t('units.find')}
          onChange={(_, { value }) => setSearch(value)}
        />
      </div>
      <div className="unit-chooser-list">
        {listed.slice(0, MAX_LISTED).map(({ id, code, name, validFrom, validTo }) => (
          <label key={id} data-unit={code}>
            <input
              type={isMany ? 'checkbox' : 'radio'}
              name={labelId}
              checked={chosen.includes(id)}
              onChange={(event) => toggle(id, event.target.checked)}
            />
            <span className="unit-chooser-code">{code}</span>
            <span className="unit-chooser-name">{name}</span>
            <span className="units-quiet">
              {validFrom !== null && t('units.fromDay', { day: formatDay(validFrom) })}{' '}
              {validTo !== null && t('units.toDay', { day: formatDay(validTo) })}
            </span>
          </label>
        ))}
        {listed.length === 0 && <p className="units-quiet">{t('units.nothingFound')}</p>}
      </div>
    </fieldset>
  );
}
