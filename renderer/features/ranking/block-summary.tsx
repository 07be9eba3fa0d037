import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RankedBlock, Ranking } from '#shared/contract/outputs.ts';
import type { CycleSettings } from '#shared/domain/entities.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { lazyView } from '#renderer/ui/lazy-view.tsx';
import { ClassMark } from './class-mark.tsx';
import { binsOf, printedText } from './figures.ts';

const chart = lazyView(() => import('./distribution-chart.tsx').then((m) => m.DistributionChart));

interface Props {
  readonly block: RankedBlock;
  readonly classCounts: Ranking['classCounts'];
  readonly settings: CycleSettings;
  readonly onExplain: () => void;
}

/** Mean, class counts and distribution of a block, as figures first and as a picture beside them. */
export function BlockSummary({ block, classCounts, settings, onExplain }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const bins = useMemo(() => binsOf(block.rows, settings.classes), [block, settings]);
  const ranked = block.rows.filter(({ rank }) => rank !== null).length;
  const alternative = bins
    .map(({ fromPercent, toPercent, count }) => t('ranking.chartBin', { from: fromPercent, to: toPercent, count }))
    .join('; ');
  return (
    <div className="summary">
      <dl className="summary-mean">
        <dt>{t('ranking.mean')}</dt>
        <dd data-testid="block-mean">{block.meanText === '' ? '—' : `${printedText(block.meanText, language)} %`}</dd>
        <dd className="summary-note">{t('ranking.unitsRanked', { count: ranked })}</dd>
        <dd>
          <button type="button" className="link-button" onClick={onExplain} data-testid="explain-mean">
            {t('explain.openMean')}
          </button>
        </dd>
      </dl>
      <table className="summary-classes" data-testid="class-counts">
        <thead>
          <tr>
            <th scope="col">{t('ranking.classes')}</th>
            <th scope="col">{t('ranking.thisBlock')}</th>
            <th scope="col">{t('ranking.allClasses')}</th>
          </tr>
        </thead>
        <tbody>
          {classCounts.map(({ code, label, count }) => (
            <tr key={code ?? ''}>
              <th scope="row">
                <ClassMark code={code} label={label} settings={settings} />
              </th>
              <td>{block.rows.filter((row) => row.classCode === code && row.classLabel !== '').length}</td>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="summary-chart" role="img" aria-label={t('ranking.chartAlt', { text: alternative })}>
        <p aria-hidden="true">{t('ranking.chart')}</p>
        <chart.View bins={bins} settings={settings} />
      </div>
    </div>
  );
}
