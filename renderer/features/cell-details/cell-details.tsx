/**
 * Chi tiết ô: declared data, comments, documents, explanations and history of the cell that has the focus, beside the sheet. Shown by
 * the screens Nhập điểm and Thẩm định as a chunk of its own; it must not load any grid. It writes through the client;
 * what it wrote comes back to the sheet as the event every window gets.
 */
import { useEffect, useRef, useState, type JSX, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stage } from '#shared/domain/entities.ts';
import { isPending } from '#shared/domain/explanation-states.ts';
import type { BlockStore } from '#renderer/features/scoring/block-store.ts';
import type { ExplanationStore } from '#renderer/features/explanations/explanation-store.ts';
import { ExplanationTab } from '#renderer/features/explanations/explanation-tab.tsx';
import type { UnitDetails } from '#renderer/features/scoring/unit-details.ts';
import { CommentsTab } from './comments-tab.tsx';
import { DeclaredTab } from './declared-tab.tsx';
import { DETAILS_TABS, type DetailsTab } from './details-tab.ts';
import { EvidenceTab } from './evidence-tab.tsx';
import { HistoryTab } from './history-tab.tsx';
import { useEvidenceDrop, type SheetDrop } from './use-evidence-drop.ts';
import './cell-details.css';

export interface CellDetailsProps {
  readonly store: BlockStore;
  readonly details: UnitDetails | null;
  readonly explanations: ExplanationStore;
  readonly u: number;
  /** Leaf with the focus; null when none has. */
  readonly l: number | null;
  readonly stage: Stage;
  readonly tab: DetailsTab;
  /** Grows each time the keyboard should go into the tab; 0 leaves it where it is. */
  readonly focusSerial: number;
  /** Files dropped on a cell of the sheet, until `onDropTaken`. */
  readonly dropped: SheetDrop | null;
  readonly onDropTaken: () => void;
  readonly onTab: (tab: DetailsTab) => void;
  /** Back to the sheet. */
  readonly onLeave: () => void;
  readonly onClose: () => void;
}

export function CellDetails(props: CellDetailsProps): JSX.Element {
  const { store, details, explanations, u, l, stage, tab, focusSerial, dropped, onDropTaken } = props;
  const { onTab, onLeave, onClose } = props;
  const { t } = useTranslation();
  const body = useRef<HTMLDivElement>(null);
  const unit = store.shape.units[u];
  const leaf = l === null ? undefined : store.shape.set.leaves[l];
  const shown = details?.cycleUnitId === unit?.id ? details : null;
  const documents = (leaf && shown?.evidence.get(leaf.id)) || [];
  const cell = (leaf && shown?.cells.get(leaf.id)) ?? null;
  const place = unit && leaf && l !== null ? { store, u, l, unit, leaf, stage, cell } : null;
  const placeKey = place ? `${place.unit.id}:${place.leaf.id}` : '';
  const at = place && { cycleUnitId: place.unit.id, leafId: place.leaf.id };
  const drop = useEvidenceDrop(at, () => onTab('evidence'), dropped, onDropTaken);
  const [isReady, setReady] = useState(0);

  const isLoaded = shown !== null;

  useEffect(() => {
    if (focusSerial === 0) return;
    const field = body.current?.querySelector<HTMLElement>('[data-first], input, textarea, select, button');
    (field ?? body.current)?.focus();
  }, [focusSerial, isReady]);

  // The record may come after the panel got the keyboard; from there it goes on to the first field, from nowhere else.
  useEffect(() => {
    if (!isLoaded || document.activeElement !== body.current) return;
    body.current?.querySelector<HTMLElement>('[data-first], input, textarea, select, button')?.focus();
  }, [isLoaded]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onLeave();
  }

  function onTabKey(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = DETAILS_TABS[(DETAILS_TABS.indexOf(tab) + step + DETAILS_TABS.length) % DETAILS_TABS.length];
    if (step === 0 || !next) return;
    event.preventDefault();
    onTab(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab=${next}]`)?.focus();
  }

  function label(each: DetailsTab): string {
    const name = t(`cellDetails.tabs.${each}`);
    if (each === 'evidence' && documents.length > 0) {
      return t('cellDetails.tabCount', { tab: name, count: documents.length });
    }
    return name;
  }

  const hasOpenThread = place !== null && store.hasComment(place.u, place.l);
  const explained = place && explanations.factOf(place.unit.id, place.leaf.id);
  const hasDot: Partial<Record<DetailsTab, boolean>> = {
    comments: hasOpenThread,
    explanation: explained !== null && isPending(explained.state),
  };
  return (
    <aside
      className="cell-details"
      aria-label={t('scoring.panel')}
      data-testid="side-panel"
      data-drop={drop.isOver || undefined}
      onKeyDown={onKeyDown}
      {...(place && drop.handlers)}
    >
      <header className="details-head">
        <div role="tablist" className="details-tabs" aria-label={t('scoring.panel')} onKeyDown={onTabKey}>
          {DETAILS_TABS.map((each) => (
            <button
              key={each}
              type="button"
              role="tab"
              id={`details-tab-${each}`}
              aria-selected={tab === each}
              aria-controls="details-body"
              tabIndex={tab === each ? 0 : -1}
              className="score-tab"
              data-tab={each}
              data-testid={`side-tab-${each}`}
              onClick={() => onTab(each)}
            >
              {label(each)}
              {hasDot[each] && <span className="details-dot" aria-hidden="true" />}
            </button>
          ))}
        </div>
        <button
          type="button"
          className="icon-button"
          aria-label={t('scoring.closePanel')}
          title={t('scoring.closePanel')}
          onClick={onClose}
        >
          ×
        </button>
      </header>
      <div
        ref={body}
        className="details-body"
        role="tabpanel"
        id="details-body"
        aria-labelledby={`details-tab-${tab}`}
        tabIndex={-1}
      >
        {!place ? (
          <p className="score-quiet">{t('cellDetails.pick')}</p>
        ) : (
          <>
            <p className="details-cell" title={`${place.leaf.name} · ${place.unit.name}`}>
              <b>{place.leaf.code}</b> · {place.unit.code} {place.unit.name}
            </p>
            {tab === 'declared' && <DeclaredTab key={placeKey} place={place} isLoaded={shown !== null} />}
            {tab === 'comments' && (
              <CommentsTab key={placeKey} place={place} onReady={() => setReady((count) => count + 1)} />
            )}
            {tab === 'evidence' && <EvidenceTab key={placeKey} place={place} documents={documents} drop={drop} />}
            {tab === 'explanation' && <ExplanationTab key={placeKey} place={place} explanations={explanations} />}
            {tab === 'history' && <HistoryTab key={placeKey} place={place} />}
          </>
        )}
      </div>
      {drop.isOver && place && (
        <div className="details-drop" data-testid="drop-now">
          {t('cellDetails.evidence.dropNow')}
        </div>
      )}
    </aside>
  );
}
