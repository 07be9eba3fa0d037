/** One block on the screen Nhập điểm: the board with its pickers, the results of the block and the status line. */
import { useEffect, useMemo, useReducer, useState, type JSX, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { STAGES, type Role, type Stage } from '#shared/domain/entities.ts';
import { mayWriteStage } from '#shared/domain/stage-rights.ts';
import { useWriteRefusal } from '#renderer/app/hooks/use-can-write.ts';
import { useCommands } from '#renderer/app/hooks/use-commands.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { useRoles } from '#renderer/app/hooks/use-roles.ts';
import type { Target } from '#renderer/app/stores/app-state.ts';
import { useExplanations } from '#renderer/features/explanations/use-explanations.ts';
import { lazyView } from '#renderer/ui/lazy-view.tsx';
import { useAfterPaint } from '#renderer/ui/use-after-paint.ts';
import type { BlockStore } from './block-store.ts';
import { BoardFrame } from './board/board-frame.tsx';
import { CellFilterStrip } from './board/cell-filter-strip.tsx';
import { useBoard } from './board/use-board.ts';
import { useBoardTarget } from './board/use-board-target.ts';
import { useCellFilter } from './board/use-cell-filter.ts';
import { useUnitDetails } from './board/use-unit-details.ts';
import type { Movement } from './movement.ts';
import { rememberedView } from './remembered-view.ts';
import { ResultStrip } from './result-strip.tsx';
import type { CellAt } from './score-entry.ts';
import { matrixLayout, unitLayout, type ScoreView } from './score-layout.ts';
import { FilterBox, FoldButton, StagePicker, UnitPicker, type Orientation } from './score-toolbar.tsx';
import { SelectionSums } from './selection-sums.tsx';
import { StatusLine } from './status-line.tsx';
import { useScoreFilter } from './use-score-filter.ts';

const milestones = lazyView(() =>
  import('#renderer/features/appraisal/milestone-dialog.tsx').then((m) => m.MilestoneDialog),
);

export interface ScoreBoardProps {
  readonly store: BlockStore;
  readonly blockName: string;
  readonly orientation: Orientation;
  readonly target: Target | null;
  readonly picker: ReactNode;
}

export function ScoreBoard({ store, blockName, orientation, target, picker }: ScoreBoardProps): JSX.Element {
  const { t } = useTranslation();
  const language = useLanguage();
  const refusal = useWriteRefusal('scores.setCells');
  const roles = useRoles();
  const [view] = useState<ScoreView>(() => placeIn(store, roles));
  const [, rerender] = useReducer((count: number) => count + 1, 0);
  const [moved, setMoved] = useState<{
    readonly movement: Movement;
    readonly u: number;
    readonly serial: number;
  } | null>(null);
  const [isMilestoneOpen, setMilestoneOpen] = useState(false);
  const afterPaint = useAfterPaint();
  useEffect(() => store.subscribe(() => afterPaint(rerender)), [store, afterPaint]);
  const { shape } = store;
  const explanations = useExplanations(shape.cycleId);
  const details = useUnitDetails(store);
  const isMatrix = orientation === 'matrix';
  const unit = shape.units[view.u];
  const layout = useMemo(
    () => (isMatrix ? matrixLayout(store, view, t, language) : unitLayout(store, view, details.store, t, language)),
    [isMatrix, store, view, details.store, t, language],
  );
  const board = useBoard({
    store,
    kind: orientation,
    viewName: orientation,
    shownAs: isMatrix ? view.stage : view.u,
    view,
    layout,
    label: isMatrix ? t('scoring.gridMatrix', { block: blockName }) : t('scoring.gridUnit', { unit: unit?.name ?? '' }),
    details,
    firstTab: 'declared',
    refusal: refusal && t(`shell.refusal.${refusal}`),
    reveal,
    onMoved: (movement, u) =>
      afterPaint(() => setMoved((before) => movement && { movement, u, serial: (before?.serial ?? 0) + 1 })),
  });
  const { sheet, tools, panel, setFocus } = board;
  const filter = useScoreFilter(store, orientation, sheet && tools.box);
  const work = useCellFilter(store, explanations, orientation, () => ({ u: view.u, l: 0 }), tools, sheet !== null);
  useBoardTarget(target, { screen: 'scoring', board, showPlace, filter: work });
  useEffect(() => () => remember(store, view), [store, view]);
  useEffect(() => {
    if (!sheet || !isMatrix) return;
    return sheet.onLook(() => rememberedView.folded.set(shape.blockId, sheet.foldedGroups()));
  }, [sheet, isMatrix, shape]);

  function showUnit(u: number): void {
    view.u = u;
    details.show(u);
    setMoved(null);
    setFocus((before) => ({ ...before, u }));
    if (!isMatrix && work.filter !== 'all') work.apply(work.filter);
    sheet?.hideBubble();
    sheet?.repaint();
  }

  function showStage(stage: Stage): void {
    view.stage = stage;
    setMoved(null);
    setFocus((before) => ({ ...before, stage }));
    sheet?.hideBubble();
    sheet?.repaint();
    rerender();
  }

  function showPlace({ u }: { readonly u?: number }): void {
    if (!isMatrix && u !== undefined && u !== view.u) showUnit(u);
  }

  function reveal(at: CellAt): void {
    showPlace(at);
    if (isMatrix && at.stage !== view.stage) showStage(at.stage);
  }

  const commands = useMemo(
    () => [
      { id: 'milestone', label: t('appraisal.milestones.command'), run: () => setMilestoneOpen(true) },
      { id: 'declared', label: t('scoring.menu.declared'), shortcut: 'Alt+K', run: () => panel.open('declared') },
      { id: 'comments', label: t('scoring.menu.comments'), shortcut: 'Shift+F2', run: () => panel.open('comments') },
    ],
    [t],
  );
  useCommands(commands);

  const bar = (
    <>
      {picker}
      {isMatrix ? (
        <StagePicker stage={view.stage} onStage={showStage} />
      ) : (
        <UnitPicker units={shape.units} u={view.u} onUnit={showUnit} />
      )}
      {isMatrix && sheet && <FoldButton sheet={sheet} />}
      <FilterBox text={filter.text} onText={filter.setText} found={filter.found} />
      {board.isOrderStale && (
        <button
          type="button"
          className="score-resort"
          title={t('scoring.resortHint')}
          data-testid="resort"
          onClick={() => sheet?.resort()}
        >
          {t('scoring.resort')}
        </button>
      )}
    </>
  );
  return (
    <BoardFrame
      board={board}
      explanations={explanations}
      stage={isMatrix ? view.stage : board.focus.stage}
      testId="scoring-screen"
      gridTestId={`score-grid-${orientation}`}
      bar={bar}
      actions={
        <button
          type="button"
          className="score-toggle"
          aria-haspopup="dialog"
          data-testid="milestones-open"
          onClick={() => setMilestoneOpen(true)}
          onPointerEnter={milestones.preload}
        >
          {t('appraisal.milestones.open')}
        </button>
      }
      strip={<CellFilterStrip state={work} kind={orientation} />}
      showPlace={showPlace}
      dialogs={isMilestoneOpen && <milestones.View onClose={() => setMilestoneOpen(false)} />}
    >
      <ResultStrip store={store} stage={isMatrix ? view.stage : 'final'} u={view.u} moved={moved} />
      <StatusLine
        store={store}
        stage={isMatrix ? view.stage : 'final'}
        unit={isMatrix ? null : view.u}
        sums={sheet && <SelectionSums store={store} sheet={sheet} options={board.scoreSheet.options} />}
        onShowProblem={() => {
          const [first] = store.problemCells();
          if (first) board.focusCell(first);
        }}
      />
    </BoardFrame>
  );
}

/** Stage and unit as the person left them. */
function placeIn({ shape }: BlockStore, roles: readonly Role[]): ScoreView {
  const { stage, units } = rememberedView;
  return {
    stage: stage ?? STAGES.findLast((each) => mayWriteStage(roles, each)) ?? 'final',
    u: Math.min(units.get(shape.blockId) ?? 0, Math.max(0, shape.units.length - 1)),
  };
}

function remember({ shape }: BlockStore, { stage, u }: ScoreView): void {
  rememberedView.stage = stage;
  rememberedView.units.set(shape.blockId, u);
}
