import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stage } from '#shared/domain/entities.ts';
import { formatIndex, formatMean } from '#shared/scoring/index-value.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import type { BlockStore } from './block-store.ts';
import { classLabel } from './class-label.ts';
import type { Movement } from './movement.ts';
import { formatCellPoints } from './points-text.ts';

export interface ResultStripProps {
  readonly store: BlockStore;
  readonly stage: Stage;
  readonly u: number;
  /** What the latest edit moved; `serial` restarts the flash. */
  readonly moved: { readonly movement: Movement; readonly u: number; readonly serial: number } | null;
}

/** Where the unit stands now, by the points shown, and what the latest edit moved. */
export function ResultStrip({ store, stage, u, moved }: ResultStripProps): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const { settings, units } = store.shape;
  const result = store.result(stage);
  const rank = result.rank[u] ?? 0;
  const rankedCount = result.rank.reduce((count, each) => count + (each > 0 ? 1 : 0), 0);
  const index = formatIndex(
    { numeratorMicro: result.totalMicro[u] ?? 0, denominatorMicro: result.applicableMicro[u] ?? 0 },
    settings.printDecimals,
    language,
  );
  const mean = formatMean(result.meanPicoPercent, settings.printDecimals, language);
  const movedText = moved
    ? [
        moved.movement.rank && t('scoring.result.rankMoved', moved.movement.rank),
        moved.movement.mean && t('scoring.result.meanMoved', moved.movement.mean),
      ]
        .filter(Boolean)
        .join(', ')
    : '';
  const unranked = result.blocked[u] ? t('scoring.result.blocked') : t('scoring.result.unranked');
  return (
    <section className="score-results" data-testid="result-strip">
      <span className="score-cut score-results-unit" title={units[u]?.name}>
        <b>{units[u]?.code}</b> {units[u]?.name}
      </span>
      <Figure
        label={t('scoring.result.total')}
        id="total"
        text={formatCellPoints(result.totalMicro[u] ?? NaN, language)}
      />
      <Figure label={t('scoring.result.index')} id="index" text={index ? `${index} %` : '–'} />
      <Figure
        label={t('scoring.result.rank')}
        id="rank"
        text={rank > 0 ? t('scoring.result.ofCount', { rank, count: rankedCount }) : unranked}
      />
      <Figure label={t('scoring.result.class')} id="class" text={classLabel(settings, result.classFinal[u] ?? -2)} />
      <Figure label={t('scoring.result.mean')} id="mean" text={mean ? `${mean} %` : '–'} />
      {stage !== 'final' && (
        <span className="score-quiet">
          ({t('scoring.result.byStage', { stage: t(`scoring.stagesLong.${stage}`).toLowerCase() })})
        </span>
      )}
      <span role="status" className="score-moved-slot">
        {moved && movedText && (
          <span key={moved.serial} className="score-moved" data-testid="moved">
            {units[moved.u]?.code}: {movedText}
          </span>
        )}
      </span>
    </section>
  );
}

function Figure({ label, id, text }: { readonly label: string; readonly id: string; readonly text: string }) {
  return (
    <span className="score-figure">
      <span className="score-quiet">{label}</span> <b data-testid={`result-${id}`}>{text}</b>
    </span>
  );
}
