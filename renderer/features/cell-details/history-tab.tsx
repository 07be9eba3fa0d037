import { useState, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { STAGES } from '#shared/domain/entities.ts';
import { useCycle } from '#renderer/app/hooks/use-cycle.ts';
import { useController } from '#renderer/app/hooks/use-controller.ts';
import { useCall } from '#renderer/app/hooks/use-call.ts';
import { useEvent } from '#renderer/app/hooks/use-event.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { historyChange, historyLabel } from '#renderer/features/scoring/history-words.ts';
import { formatPoints } from '#renderer/features/scoring/points-text.ts';
import { lazyView } from '#renderer/ui/lazy-view.tsx';
import { ErrorNotice } from '#renderer/ui/error-notice.tsx';
import { formatInstant } from '#renderer/ui/format-time.ts';
import type { CellPlace } from './cell-place.ts';
import { stageAuthors } from './stage-authors.ts';

const explainDialog = lazyView(() =>
  import('#renderer/features/explain/explain-dialog.tsx').then((m) => m.ExplainDialog),
);

/** Who wrote the three values and when, then everything that happened to the cell, newest first. */
export function HistoryTab({ place }: { readonly place: CellPlace }): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const { store, u, l, unit, leaf } = place;
  const controller = useController();
  const structure = useCycle();
  const [isExplained, setExplained] = useState(false);
  const { data, error, reload } = useCall('scores.cellHistory', { cycleUnitId: unit.id, leafId: leaf.id });
  useEvent('changes.committed', ({ cells }) => {
    if (cells.some((each) => each.cycleUnitId === unit.id && each.leafId === leaf.id)) reload();
  });
  if (error) return <ErrorNotice error={error} language={language} />;
  if (data?.length === 0) return <p>{t('cellDetails.history.none')}</p>;
  const authors = data ? stageAuthors(data) : [];
  return (
    <>
      <table className="details-authors" aria-label={t('cellDetails.history.authors')}>
        <tbody>
          {STAGES.map((stage) => {
            const points = store.points(stage, u, l);
            const author = isNaN(points) ? undefined : authors.find((each) => each.stage === stage);
            return (
              <tr key={stage} data-testid={`author-${stage}`}>
                <th scope="row">{t(`scoring.stages.${stage}`)}</th>
                <td>{isNaN(points) ? '–' : formatPoints(points, language)}</td>
                <td>
                  {author ? (
                    <>
                      {author.by}
                      <br />
                      <span className="score-quiet">{formatInstant(author.at)}</span>
                    </>
                  ) : (
                    <span className="score-quiet">{isNaN(points) ? t('cellDetails.history.notTyped') : ''}</span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <button
        type="button"
        className="link-button"
        data-testid="open-log"
        onClick={() => controller.goTo({ kind: 'log', cycleUnitId: unit.id, leafId: leaf.id })}
      >
        {t('cellDetails.history.openLog')}
      </button>
      <button type="button" className="link-button" data-testid="explain-cell" onClick={() => setExplained(true)}>
        {t('explain.open')}
      </button>
      {isExplained && structure && (
        <explainDialog.View
          structure={structure}
          subject={{ kind: 'unit', cycleUnitId: unit.id, leafId: leaf.id }}
          onClose={() => setExplained(false)}
        />
      )}
      <ol className="score-list" data-testid="cell-history">
        {data?.map((entry) => (
          <li key={`${entry.seq}-${entry.column}`}>
            <span>{historyChange(entry, leaf, t, language)}</span>
            <span className="score-quiet">
              {formatInstant(entry.at)} · {entry.actor} · {historyLabel(entry, language)}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
