import { useTranslation } from 'react-i18next';
import type { PresetPlan } from '#shared/units/plan-preset.ts';
import { formatDay } from '#shared/util/calendar-day.ts';

/** What the shipped reorganisation would do here, group by group. */
export function PresetView({ plan }: { readonly plan: PresetPlan }) {
  const { t } = useTranslation();
  const { renames, merges } = plan;
  const [first] = [...merges, ...renames];
  if (!first) {
    return (
      <p role="status" data-testid="preset-nothing">
        {t('units.wizard.presetNothing')}
      </p>
    );
  }
  const from = merges.reduce((sum, { units }) => sum + units.length, 0);
  return (
    <section className="preset-view" data-testid="preset-view">
      <p className="unit-hint">{t('units.wizard.presetHint', { basis: first.legalBasis })}</p>
      {merges[0] && (
        <p data-testid="preset-counts">
          {t('units.wizard.presetCounts', { from, to: merges.length, day: formatDay(merges[0].effectiveOn) })}
        </p>
      )}
      {renames.map(({ unit, name, effectiveOn }) => (
        <p key={unit.unitId}>{t('units.wizard.presetRename', { day: formatDay(effectiveOn), old: unit.name, name })}</p>
      ))}
      <div className="preset-scroll" tabIndex={0} role="region" aria-label={t('units.wizard.preset')}>
        <table className="panel-table">
          <thead>
            <tr>
              <th scope="col">{t('units.code')}</th>
              <th scope="col">{t('units.wizard.presetNew')}</th>
              <th scope="col">{t('units.wizard.presetFrom')}</th>
            </tr>
          </thead>
          <tbody>
            {merges.map(({ code, name, units, missing }) => (
              <tr key={name} data-testid="preset-row">
                <td>{code}</td>
                <th scope="row">{name}</th>
                <td>
                  {units.map((unit) => `${unit.code} ${unit.name}`).join('; ')}
                  {missing.length > 0 && <em>{t('units.wizard.presetMissing', { names: missing.join('; ') })}</em>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
