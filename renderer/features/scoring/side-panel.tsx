import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriteriaNode, Evidence } from '#shared/domain/entities.ts';
import { useCall } from '#renderer/app/hooks/use-call.ts';
import { useEvent } from '#renderer/app/hooks/use-event.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { formatInstant } from '#renderer/ui/format-time.ts';
import type { BlockStore } from './block-store.ts';
import { historyChange, historyLabel } from './history-words.ts';
import type { UnitDetails } from './unit-details.ts';

export type SideTab = 'evidence' | 'history';

export interface SidePanelProps {
  readonly store: BlockStore;
  readonly details: UnitDetails | null;
  readonly u: number;
  /** Leaf with the focus; null when none has. */
  readonly l: number | null;
  readonly tab: SideTab;
  readonly onTab: (tab: SideTab) => void;
  readonly onClose: () => void;
}

/** Beside the sheet: documents and history of the cell that has the focus. */
export function SidePanel({ store, details, u, l, tab, onTab, onClose }: SidePanelProps): JSX.Element {
  const { t } = useTranslation();
  const unit = store.shape.units[u];
  const leaf = l === null ? undefined : store.shape.set.leaves[l];
  const documents = (leaf && details?.cycleUnitId === unit?.id && details?.evidence.get(leaf.id)) || [];
  return (
    <aside className="score-side" aria-label={t('scoring.panel')} data-testid="side-panel">
      <header className="score-side-head">
        <div role="tablist" className="score-tabs">
          {(['evidence', 'history'] as const).map((each) => (
            <button
              key={each}
              type="button"
              role="tab"
              aria-selected={tab === each}
              className="score-tab"
              data-testid={`side-tab-${each}`}
              onClick={() => onTab(each)}
            >
              {each === 'evidence'
                ? t('scoring.side.evidenceCount', { count: documents.length })
                : t('scoring.side.history')}
            </button>
          ))}
        </div>
        <button type="button" className="icon-button" aria-label={t('scoring.closePanel')} onClick={onClose}>
          ×
        </button>
      </header>
      <div className="score-side-body" role="tabpanel" tabIndex={0}>
        {!leaf || !unit ? (
          <p className="score-quiet">{t('scoring.side.pick')}</p>
        ) : (
          <>
            <p className="score-side-cell">
              <b>{leaf.code}</b> · {unit.code}
              <br />
              <span className="score-quiet">{leaf.name}</span>
            </p>
            {tab === 'evidence' ? (
              <Documents documents={documents} asked={leaf.evidenceText} />
            ) : (
              <History cycleUnitId={unit.id} leaf={leaf} />
            )}
          </>
        )}
      </div>
    </aside>
  );
}

function Documents(props: { readonly documents: readonly Evidence[]; readonly asked: string }): JSX.Element {
  const { t } = useTranslation();
  return (
    <>
      {props.asked && (
        <p className="score-quiet">
          {t('scoring.strip.evidence')}: {props.asked}
        </p>
      )}
      {props.documents.length === 0 && <p>{t('scoring.side.noEvidence')}</p>}
      <ul className="score-list" data-testid="evidence-list">
        {props.documents.map(({ id, documentNo, documentDate, signer, summary }) => (
          <li key={id}>
            <b>
              {t('scoring.side.document', { number: documentNo, date: documentDate.split('-').reverse().join('/') })}
            </b>
            <span>{summary}</span>
            {signer && <span className="score-quiet">{t('scoring.side.signer', { signer })}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}

function History({ cycleUnitId, leaf }: { readonly cycleUnitId: string; readonly leaf: CriteriaNode }): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data, error, reload } = useCall('scores.cellHistory', { cycleUnitId, leafId: leaf.id });
  useEvent('changes.committed', ({ cells }) => {
    if (cells.some((each) => each.cycleUnitId === cycleUnitId && each.leafId === leaf.id)) reload();
  });
  if (error) return <p>{t('scoring.side.failed')}</p>;
  if (data?.length === 0) return <p>{t('scoring.side.noHistory')}</p>;
  return (
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
  );
}
