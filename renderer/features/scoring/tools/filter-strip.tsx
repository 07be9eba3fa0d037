import { useSyncExternalStore, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetKind } from '../score-layout.ts';
import type { ScoreTools } from './create-score-tools.ts';
import { keyOf } from './key-names.ts';
import './filter-strip.css';

export interface FilterStripProps {
  readonly tools: ScoreTools;
  readonly kind: SheetKind;
}

/** Says that rows are missing because of filters, and how to get them back. */
export function FilterStrip({ tools, kind }: FilterStripProps): JSX.Element | null {
  const { t } = useTranslation();
  const { shown, isFilterOld, suspended } = useSyncExternalStore(tools.state.subscribe, tools.state.get);
  if (!shown && !suspended) return null;
  return (
    <div className="filter-strip" data-testid={shown ? 'filter-state' : 'filter-suspended'}>
      {shown ? (
        <>
          <b role="status">{t(kind === 'unit' ? 'tools.filter.leaves' : 'tools.filter.units', { ...shown })}</b>
          <button
            type="button"
            className="plain-button"
            title={keyOf('toggleFilter')}
            data-testid="filter-off"
            onClick={tools.clearFilters}
          >
            {t('tools.filter.off')}
          </button>
          {isFilterOld && (
            <button
              type="button"
              className="plain-button"
              title={t('tools.filter.againHint')}
              data-testid="filter-again"
              onClick={tools.applyFilters}
            >
              {t('tools.filter.again')}
            </button>
          )}
        </>
      ) : (
        <button
          type="button"
          className="plain-button"
          data-testid="filter-resume"
          onClick={() => tools.obey('toggleFilter')}
        >
          {t('tools.filter.resume')}
        </button>
      )}
    </div>
  );
}
