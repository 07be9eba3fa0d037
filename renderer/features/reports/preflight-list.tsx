import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { useTranslation } from 'react-i18next';
import type { Preflight } from '#shared/contract/outputs.ts';
import { wordProblem } from '#shared/wording/word-problem.ts';
import type { CallState } from '#renderer/app/hooks/use-call.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';

/** What stands against the export: errors block it, warnings only want to be known. */
export function PreflightList({ preflight }: { readonly preflight: CallState<Preflight> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data, error, loading } = preflight;
  const items = [...(data?.items ?? [])].sort(
    (a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'),
  );
  return (
    <section className="preflight" aria-labelledby="preflight-title" data-testid="preflight">
      <h2 id="preflight-title">{t('reports.preflight')}</h2>
      <p role="status" className="preflight-status">
        {loading
          ? t('reports.preflightRunning')
          : data && t('reports.preflightCounts', { units: data.units, sheets: data.sheets })}
      </p>
      {error && <ErrorNotice error={error} language={language} />}
      {data && items.length === 0 && (
        <p className="preflight-clean">
          <CheckmarkCircleRegular /> {t('reports.preflightClean')}
        </p>
      )}
      <ul>
        {items.map((item, i) => (
          <li key={`${item.key}-${i}`} data-severity={item.severity}>
            {item.severity === 'error' ? <ErrorCircleRegular /> : <WarningRegular />}
            <span>
              <strong>{t(item.severity === 'error' ? 'reports.error' : 'reports.warning')}.</strong>{' '}
              {wordProblem({ reason: item.key, params: item.params }, language)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
