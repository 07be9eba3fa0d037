/** One block under appraisal: the board with the three values side by side, what one does to many rows, progress. */
import { useEffect, useMemo, useReducer, useState, type JSX, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCanWrite } from '#renderer/app/hooks/use-can-write.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { useCommands } from '#renderer/app/hooks/use-commands.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { useToast } from '#renderer/app/hooks/use-toast.ts';
import type { Target } from '#renderer/app/stores/app-state.ts';
import { useExplanations } from '#renderer/features/explanations/use-explanations.ts';
import type { BlockStore } from '#renderer/features/scoring/block-store.ts';
import { BoardFrame } from '#renderer/features/scoring/board/board-frame.tsx';
import { shownRows } from '#renderer/features/scoring/board/shown-rows.ts';
import { useBoard } from '#renderer/features/scoring/board/use-board.ts';
import { useBoardTarget } from '#renderer/features/scoring/board/use-board-target.ts';
import { useCellFilter } from '#renderer/features/scoring/board/use-cell-filter.ts';
import { useKeptInStep } from '#renderer/features/scoring/board/use-kept-in-step.ts';
import { useUnitDetails } from '#renderer/features/scoring/board/use-unit-details.ts';
import { UnitPicker } from '#renderer/features/scoring/score-toolbar.tsx';
import { useAfterPaint } from '#renderer/ui/use-after-paint.ts';
import { lazyView } from '#renderer/ui/lazy-view.tsx';
import { leafAppraisalLayout, unitAppraisalLayout, type AppraisalView } from './appraisal-layout.ts';
import { appraisalProgress } from './appraisal-progress.ts';
import { FilterPicker, LeafPicker, type AppraisalOrientation } from './appraisal-toolbar.tsx';
import { createLeafDetails } from './leaf-details.ts';
import { rememberedAppraisal } from './remembered-appraisal.ts';
import { useStageRefusal } from '#renderer/features/scoring/use-stage-refusal.ts';
import { useAcceptSelf } from './use-accept-self.tsx';
import { useChosenRows } from './use-chosen-rows.ts';

const roundsDialog = lazyView(() =>
  import('#renderer/features/explanations/rounds-dialog.tsx').then((m) => m.RoundsDialog),
);
const batchDialog = lazyView(() =>
  import('#renderer/features/explanations/batch-dialog.tsx').then((m) => m.BatchDialog),
);

export interface AppraisalBoardProps {
  readonly store: BlockStore;
  readonly blockName: string;
  readonly orientation: AppraisalOrientation;
  readonly target: Target | null;
  readonly picker: ReactNode;
}

export function AppraisalBoard({ store, blockName, orientation, target, picker }: AppraisalBoardProps): JSX.Element {
  const { t } = useTranslation();
  const client = useClient();
  const toast = useToast();
  const language = useLanguage();
  const refusal = useStageRefusal()('appraised');
  const mayExplain = [
    useCanWrite('explanations.openRound'),
    useCanWrite('explanations.answer'),
    useCanWrite('explanations.accept'),
  ].includes(true);
  const { shape } = store;
  const isByUnit = orientation === 'unit';
  const [view] = useState<AppraisalView>(() => placeIn(store));
  const [picked] = useState(() => new Set<string>());
  const [changes, rerender] = useReducer((count: number) => count + 1, 0);
  const [dialog, setDialog] = useState<'rounds' | 'batch' | null>(null);
  const afterPaint = useAfterPaint();
  useEffect(() => store.subscribe(() => afterPaint(rerender)), [store, afterPaint]);
  const explanations = useExplanations(shape.cycleId);
  const details = useUnitDetails(store);
  const leafDetails = useMemo(() => createLeafDetails(client, shape.blockId), [client, shape]);
  useEffect(() => () => leafDetails.dispose(), [leafDetails]);
  useKeptInStep(leafDetails);

  const leaf = shape.set.leaves[view.l];
  const unit = shape.units[view.u];
  const layout = useMemo(() => {
    const isPicked = (rowId: string): boolean => picked.has(rowId);
    return isByUnit
      ? unitAppraisalLayout(store, view, details.store, explanations, isPicked, t, language)
      : leafAppraisalLayout(store, view, leafDetails, explanations, isPicked, t, language);
  }, [isByUnit, store, view, picked, details.store, leafDetails, explanations, t, language]);
  const board = useBoard({
    store,
    kind: orientation,
    viewName: `appraisal-${orientation}`,
    shownAs: isByUnit ? view.u : view.l,
    view,
    layout,
    label: isByUnit
      ? t('appraisal.gridUnit', { unit: unit?.name ?? '' })
      : t('appraisal.gridLeaf', { leaf: leaf?.code ?? '', block: blockName }),
    details,
    firstTab: 'evidence',
    refusal,
    reveal: showPlace,
  });
  const { sheet, tools } = board;
  const work = useCellFilter(store, explanations, orientation, () => view, tools, sheet !== null);
  const { filter, shown } = work;
  useBoardTarget(target, { screen: 'appraisal', board, showPlace, filter: work });
  useEffect(() => {
    if (leaf && !isByUnit) leafDetails.show(leaf.id);
  }, [leafDetails, leaf, isByUnit]);
  useEffect(() => () => void rememberedAppraisal.places.set(shape.blockId, { u: view.u, l: view.l }), [shape, view]);

  const choosable = layout.rows.filter(
    ({ index }) => (shown === null || shown.has(index)) && (!isByUnit || shape.tree[index]?.isLeaf),
  );
  const chosen = useChosenRows(board, picked, choosable);
  const cells = chosen.rows.map(({ index }) =>
    isByUnit ? { u: view.u, l: shape.tree[index]?.leafFrom ?? 0 } : { u: index, l: view.l },
  );
  const accepting = useAcceptSelf(store, chosen.clear);

  function go(place: Partial<Pick<AppraisalView, 'u' | 'l'>>): void {
    Object.assign(view, place);
    picked.clear();
    details.show(view.u);
    const node = shape.tree.findIndex(({ isLeaf, leafFrom }) => isLeaf && leafFrom === view.l);
    board.setFocus((before) => ({ ...before, u: view.u, node: isByUnit ? before.node : node }));
    if (filter !== 'all') work.apply(filter);
    rerender();
    sheet?.hideBubble();
    sheet?.repaint();
  }

  function showPlace({ u, l }: { readonly u?: number; readonly l?: number }): void {
    if (isByUnit && u !== undefined && u !== view.u) go({ u });
    if (!isByUnit && l !== undefined && l !== view.l) go({ l });
  }

  /** The next unit or leaf; under a filter the next one with something to show. */
  function step(by: 1 | -1): void {
    const count = isByUnit ? shape.units.length : shape.set.leaves.length;
    for (let at = (isByUnit ? view.u : view.l) + by; at >= 0 && at < count; at += by) {
      const place = isByUnit ? { u: at, l: view.l } : { u: view.u, l: at };
      const isWorth = filter === 'all' || shownRows(store, explanations, orientation, filter, place).size > 0;
      if (isWorth) return go(isByUnit ? { u: at } : { l: at });
    }
    toast.show({ intent: 'info', title: t(isByUnit ? 'appraisal.noFurtherUnit' : 'appraisal.noFurtherLeaf') });
  }

  useCommands(
    useMemo(
      () => [
        { id: 'rounds', label: t('explanations.rounds.title'), run: () => setDialog('rounds') },
        {
          id: 'explanation',
          label: t('explanations.command'),
          shortcut: 'Alt+G',
          run: () => board.panel.open('explanation'),
        },
      ],
      [t],
    ),
  );

  const leaves = shape.set.leaves.map((_, l) => l);
  const units = shape.units.map((_, u) => u);
  const own = isByUnit ? appraisalProgress(store, [view.u], leaves) : appraisalProgress(store, units, [view.l]);
  // Every cell of the block is looked at, so only when one changed.
  const whole = useMemo(() => appraisalProgress(store, units, leaves), [store, changes]);
  const pending = store.pendingCount;

  const bar = (
    <>
      {picker}
      {isByUnit ? (
        <UnitPicker units={shape.units} u={view.u} onUnit={(u) => go({ u })} onStep={step} />
      ) : (
        <LeafPicker leaves={shape.set.leaves} l={view.l} onLeaf={(l) => go({ l })} onStep={step} />
      )}
      <FilterPicker filter={filter} onFilter={work.apply} />
      {work.isStale && (
        <button
          type="button"
          className="score-resort"
          title={t('appraisal.refilterHint')}
          data-testid="refilter"
          onClick={() => work.apply(filter)}
        >
          {t('appraisal.refilter')}
        </button>
      )}
    </>
  );
  return (
    <BoardFrame
      board={board}
      explanations={explanations}
      stage={board.focus.stage}
      testId="appraisal-screen"
      gridTestId={`appraisal-grid-${orientation}`}
      bar={bar}
      actions={
        <button
          type="button"
          className="score-toggle"
          aria-haspopup="dialog"
          data-testid="rounds-open"
          onClick={() => setDialog('rounds')}
          onPointerEnter={roundsDialog.preload}
        >
          {t('explanations.rounds.open')}
        </button>
      }
      empty={shown?.size === 0 ? t('appraisal.nothingLeft') : null}
      showPlace={showPlace}
      onKey={({ key, target: at }) => key === ' ' && chosen.toggle(at)}
      onSheetClick={chosen.onClick}
      dialogs={
        <>
          {accepting.dialog}
          {dialog === 'rounds' && <roundsDialog.View explanations={explanations} onClose={() => setDialog(null)} />}
          {dialog === 'batch' && (
            <batchDialog.View
              store={store}
              explanations={explanations}
              cells={cells}
              onDone={() => {
                setDialog(null);
                chosen.clear();
              }}
              onClose={() => setDialog(null)}
            />
          )}
        </>
      }
    >
      <footer className="score-results appraisal-foot">
        <button
          type="button"
          className="appraisal-button"
          disabled={choosable.length === 0}
          data-testid="pick-all"
          onClick={chosen.pickAll}
        >
          {t(chosen.isAllPicked ? 'appraisal.pickNone' : 'appraisal.pickAll')}
        </button>
        <button
          type="button"
          className="appraisal-button appraisal-accept"
          disabled={refusal !== null || cells.length === 0}
          title={refusal ?? t('appraisal.acceptHint')}
          data-testid="accept-self"
          onPointerEnter={accepting.preload}
          onClick={() => accepting.accept(cells)}
        >
          {cells.length === 0 ? t('appraisal.accept') : t('appraisal.acceptCount', { count: cells.length })}
        </button>
        <button
          type="button"
          className="appraisal-button"
          disabled={!mayExplain || cells.length === 0}
          title={t('explanations.batch.hint')}
          data-testid="explain-many"
          onPointerEnter={batchDialog.preload}
          onClick={() => setDialog('batch')}
        >
          {t('explanations.batch.open', { count: cells.length })}
        </button>
        {shown && (
          <span className="score-quiet" data-testid="appraisal-shown">
            {t('appraisal.shown', { shown: choosable.length, count: isByUnit ? leaves.length : units.length })}
          </span>
        )}
        <span className="score-gap" />
        {pending > 0 && <span data-testid="pending-count">{t('scoring.status.pending', { count: pending })}</span>}
        <span data-testid="appraisal-own">
          {t(isByUnit ? 'appraisal.progressUnit' : 'appraisal.progressLeaf', { ...own })}
        </span>
        <span data-testid="appraisal-block">{t('appraisal.progressBlock', { ...whole })}</span>
      </footer>
    </BoardFrame>
  );
}

/** Unit and leaf as the person left them. */
function placeIn({ shape }: BlockStore): AppraisalView {
  const { u, l } = rememberedAppraisal.places.get(shape.blockId) ?? { u: 0, l: 0 };
  const within = (at: number, count: number): number => Math.min(at, Math.max(0, count - 1));
  return { stage: 'appraised', u: within(u, shape.units.length), l: within(l, shape.set.leaves.length) };
}
