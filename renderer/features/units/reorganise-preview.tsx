import { useTranslation } from 'react-i18next';
import type { RegistryUnit } from '#shared/units/registry.ts';
import { formatDay } from '#shared/util/calendar-day.ts';
import { wordProblem } from '#shared/wording/word-problem.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import type { Preview } from './reorganise-draft.ts';

/** What the reorganisation will do, or every reason why it cannot be. */
export function ReorganisePreview({ preview }: { readonly preview: Preview | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = ({ code, name }: RegistryUnit) => `${code} · ${name}`;
  if (!preview) {
    return (
      <p className="units-quiet" data-testid="wizard-preview">
        {t('units.wizard.notYet')}
      </p>
    );
  }
  const { problems, ends, begins, lines } = preview;
  return (
    <section className="reorganise-preview" data-testid="wizard-preview" data-ok={problems.length === 0}>
      <h3>{t('units.wizard.result')}</h3>
      {problems.length > 0 ? (
        <ul role="alert" className="reorganise-problems">
          {problems.map((problem, i) => (
            <li key={i}>
              {problem.at !== '' && `${problem.at}: `}
              {wordProblem(problem, language)}
            </li>
          ))}
        </ul>
      ) : (
        <ul>
          {ends.map((unit) => (
            <li key={unit.id}>{t('units.wizard.ends', { unit: nameOf(unit), day: formatDay(unit.validTo ?? '') })}</li>
          ))}
          {begins.map((unit) => (
            <li key={unit.id}>
              {t('units.wizard.begins', { unit: nameOf(unit), day: formatDay(unit.validFrom ?? '') })}
            </li>
          ))}
          {lines.map(({ from, to }) => (
            <li key={`${from.id} ${to.id}`}>{t('units.wizard.goesInto', { from: nameOf(from), to: nameOf(to) })}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
