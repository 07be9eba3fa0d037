import { memo, type JSX, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stage } from '#shared/domain/entities.ts';
import type { BlockStore } from './block-store.ts';
import { completeness } from './completeness.ts';

const LEGEND = [
  'missing',
  'inherited',
  'notApplicable',
  'noEvidence',
  'locked',
  'comment',
  'changed',
  'pending',
  'failed',
] as const;

export interface StatusLineProps {
  readonly store: BlockStore;
  readonly stage: Stage;
  /** Set when the sheet shows one unit. */
  readonly unit: number | null;
  /** Figures of the selection; the legend makes room for them. */
  readonly sums: ReactNode;
  readonly onShowProblem: () => void;
}

/** The line below the sheet: how complete the block is, what is not on disk, and what the marks mean. */
export function StatusLine({ store, stage, unit, sums, onShowProblem }: StatusLineProps): JSX.Element {
  const { t } = useTranslation();
  const result = store.result(stage);
  const block = completeness(store.shape.set, result);
  const own = unit === null ? null : completeness(store.shape.set, result, unit);
  const problems = store.problemCells().length;
  const pending = store.pendingCount;
  return (
    <footer className="score-status" data-testid="score-status">
      {own && <span>{t('scoring.status.unitScored', { done: own.done, all: own.all })}</span>}
      <span data-testid="completeness">
        {t('scoring.status.scored', { done: block.done, all: block.all })} ·{' '}
        {t('scoring.status.missingEvidence', { count: block.missingEvidence })}
      </span>
      {pending > 0 && <span data-testid="pending-count">{t('scoring.status.pending', { count: pending })}</span>}
      {problems > 0 && (
        <span className="score-status-problem" role="alert">
          {t('scoring.status.problems', { count: problems })}{' '}
          <button type="button" className="link-button" onClick={onShowProblem} data-testid="show-problem">
            {t('scoring.status.showProblem')}
          </button>
        </span>
      )}
      {sums}
      <Legend />
    </footer>
  );
}

/** What the marks mean; never changes while the language stays. */
const Legend = memo(function Legend(): JSX.Element {
  const { t } = useTranslation();
  return (
    <ul className="score-legend" aria-label={t('scoring.legend')}>
      {LEGEND.map((mark) => (
        <li key={mark}>
          <span className={`score-key score-key-${mark}`} aria-hidden="true" />
          {t(`scoring.marks.${mark}`)}
        </li>
      ))}
    </ul>
  );
});
