import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '#shared/contract/outputs.ts';
import { wordProblem } from '#shared/wording/word-problem.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';

const MAX_SHOWN = 500;

/** What a preview found: counts per block, then every bad cell by address, errors first. */
export function ImportResult({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { cells } = preview;
  const counts = [
    [t('imports.units'), preview.units],
    [t('imports.leaves'), preview.leaves],
    [t('imports.points'), cells.points],
    [t('imports.blank'), cells.blank],
    [t('imports.notApplicable'), cells.notApplicable],
    [t('imports.rounded'), cells.rounded],
  ] as const;
  const problems = [...preview.problems].sort(
    (a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'),
  );
  return (
    <section className="import-result" aria-labelledby="import-result-title" data-testid="import-preview">
      <h3 id="import-result-title">{t('imports.result')}</h3>
      <dl className="import-counts">
        {counts.map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <ul className="import-blocks">
        {preview.blocks.map(({ code, units, leaves, scale }) => (
          <li key={code}>{t('imports.block', { code, units, leaves, scale })}</li>
        ))}
      </ul>
      <p role="status" className="import-verdict" data-acceptable={preview.acceptable}>
        {t(preview.acceptable ? 'imports.acceptable' : 'imports.rejected')}
      </p>
      {problems.length > 0 && (
        <>
          <h4>{t('imports.problems', { count: problems.length })}</h4>
          {problems.length > MAX_SHOWN && (
            <p>{t('imports.problemsShown', { shown: MAX_SHOWN, count: problems.length })}</p>
          )}
          <div className="import-problems" tabIndex={0} role="region" aria-label={t('imports.what')}>
            <table className="panel-table">
              <thead>
                <tr>
                  <th scope="col">{t('imports.severity')}</th>
                  <th scope="col">{t('imports.at')}</th>
                  <th scope="col">{t('imports.what')}</th>
                </tr>
              </thead>
              <tbody>
                {problems.slice(0, MAX_SHOWN).map((problem, i) => (
                  // The list of one preview never changes its order.
                  <tr key={i} data-severity={problem.severity}>
                    <td>{t(problem.severity === 'error' ? 'imports.error' : 'imports.warning')}</td>
                    <th scope="row">{problem.at}</th>
                    <td>{wordProblem(problem, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}
