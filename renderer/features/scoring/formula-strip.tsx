import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { STAGES, type Stage } from '#shared/domain/entities.ts';
import { inheritedPoints } from '#shared/scoring/effective-points.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { formatInstant } from '#renderer/ui/format-time.ts';
import type { BlockStore } from './block-store.ts';
import { declaredWords } from './declared-words.ts';
import { formatPoints } from './points-text.ts';
import type { UnitDetails } from './unit-details.ts';

export interface FormulaStripProps {
  readonly store: BlockStore;
  readonly details: UnitDetails | null;
  readonly u: number;
  /** Position of the node in the tree; null when no criterion has the focus. */
  readonly node: number | null;
  /** The value that has the focus. */
  readonly stage: Stage;
  /** Opens the editor of the declared data. */
  readonly onDeclared: () => void;
}

/** The bar above the sheet (fx): everything about the cell that has the focus, in full. */
export function FormulaStrip({ store, details, u, node, stage, onDeclared }: FormulaStripProps): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const entry = node === null ? undefined : store.shape.tree[node];
  const unit = store.shape.units[u];
  if (!entry || !unit) {
    return (
      <section className="score-fx" aria-label={t('scoring.strip.fx')} data-testid="formula-strip">
        <span className="score-fx-sign">fx</span>
        <span className="score-quiet">{t('scoring.strip.pick')}</span>
      </section>
    );
  }
  const { node: criterion, isLeaf, leafFrom: l } = entry;
  const cell = details?.cycleUnitId === unit.id ? details.cells.get(criterion.id) : undefined;
  const declared = declaredWords(cell?.declared ?? null, criterion, t, language);

  function value(of: Stage): JSX.Element {
    const typed = store.points(of, u, l);
    const takenOver = inheritedPoints(of, store.points('self', u, l), store.points('appraised', u, l));
    const source: Stage = of === 'final' && !isNaN(store.points('appraised', u, l)) ? 'appraised' : 'self';
    return (
      <span key={of} className={of === stage ? 'score-fx-value score-fx-now' : 'score-fx-value'}>
        <span className="score-quiet">{t(`scoring.stages.${of}`)}</span>{' '}
        {isNaN(typed) ? (
          takenOver === null ? (
            '–'
          ) : (
            <i title={t('scoring.strip.takenOver', { stage: t(`scoring.stages.${source}`) })}>
              {formatPoints(takenOver, language)}
            </i>
          )
        ) : (
          <b>{formatPoints(typed, language)}</b>
        )}
      </span>
    );
  }

  const reason = cell?.notApplicable
    ? t('scoring.strip.notApplicable', { reason: cell.notApplicableReason })
    : cell?.cutReason
      ? t('scoring.strip.cut', { reason: cell.cutReason })
      : '';
  const updated = cell?.updatedAt
    ? t('scoring.strip.updated', { at: formatInstant(cell.updatedAt), by: cell.updatedBy })
    : t('scoring.strip.never');
  const rule = `${t('scoring.strip.rule')}: ${criterion.ruleText}`;
  const evidence = `${t('scoring.strip.evidence')}: ${criterion.evidenceText || t('scoring.strip.noEvidence')}`;
  return (
    <section className="score-fx" aria-label={t('scoring.strip.fx')} data-testid="formula-strip">
      <span className="score-fx-sign">fx</span>
      <div className="score-fx-lines">
        <div className="score-line">
          <b className="score-fx-code">{criterion.code}</b>
          <span className="score-cut score-fx-name" title={criterion.name}>
            {criterion.name}
          </span>
          <span className="score-fx-max">
            {t('scoring.strip.max', { max: formatPoints(criterion.maxMicro, language) })}
          </span>
          <span className="score-quiet score-cut" title={unit.name}>
            {unit.code} · {unit.name}
          </span>
        </div>
        {isLeaf && (
          <>
            <div className="score-line">
              <span className="score-cut score-half" title={rule}>
                {rule}
              </span>
              <span className="score-cut score-half" title={evidence}>
                {evidence}
              </span>
            </div>
            <div className="score-line">
              {store.isNotApplicable(u, l) ? (
                <b className="score-fx-value">{t('scoring.marks.notApplicable')}</b>
              ) : (
                STAGES.map(value)
              )}
              {criterion.rule?.kind !== 'manual' && (
                <button
                  type="button"
                  className="score-cut score-fx-declared"
                  title={`${declared} (Alt+K)`}
                  data-testid="strip-declared"
                  onClick={onDeclared}
                >
                  <span className="score-quiet">{t('scoring.strip.declared')}</span>{' '}
                  {declared || t('scoring.strip.noDeclared')}
                </button>
              )}
              {reason && (
                <span className="score-cut" title={reason}>
                  {reason}
                </span>
              )}
              <span className="score-quiet score-cut score-fx-updated" title={updated}>
                {updated}
              </span>
            </div>
          </>
        )}
      </div>
    </section>
  );
}
