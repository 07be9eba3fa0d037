import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetKind } from '../score-layout.ts';
import '../tools/filter-strip.css';
import type { CellFilterState } from './use-cell-filter.ts';

export interface CellFilterStripProps {
  readonly state: CellFilterState;
  readonly kind: SheetKind;
}

/** Says that only rows with waiting cells are shown, and how to get the others back. */
export function CellFilterStrip({ state, kind }: CellFilterStripProps): JSX.Element | null {
  const { t } = useTranslation();
  const { filter, shown, isStale, apply } = state;
  if (!shown) return null;
  const words = { what: t(`appraisal.filters.${filter}`), count: shown.size };
  return (
    <div className="filter-strip" data-testid="work-filter">
      <b role="status">{t(kind === 'unit' ? 'scoring.shownOnly.rows' : 'scoring.shownOnly.units', words)}</b>
      <button type="button" className="plain-button" data-testid="work-filter-off" onClick={() => apply('all')}>
        {t('scoring.shownOnly.off')}
      </button>
      {isStale && (
        <button
          type="button"
          className="plain-button"
          title={t('appraisal.refilterHint')}
          onClick={() => apply(filter)}
        >
          {t('appraisal.refilter')}
        </button>
      )}
    </div>
  );
}
