/** One block on the screen: command bar, formula strip, sheet, results, details beside it, status below. */
import {
  lazy,
  Suspense,
  useEffect,
  useMemo,
  useReducer,
  useState,
  useSyncExternalStore,
  type JSX,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { STAGES, type Role, type Stage } from '#shared/domain/entities.ts';
import { mayWriteStage } from '#shared/domain/stage-rights.ts';
import { SheetHost } from '#renderer/grid/sheet-host.tsx';
import type { CellAddress } from '#renderer/grid/sheet.ts';
import { useCanWrite, useWriteRefusal } from '#renderer/app/hooks/use-can-write.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { useCommands } from '#renderer/app/hooks/use-commands.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { useRoles } from '#renderer/app/hooks/use-roles.ts';
import type { Target } from '#renderer/app/stores/app-state.ts';
import type { DetailsTab } from '#renderer/features/cell-details/details-tab.ts';
import type { SheetDrop } from '#renderer/features/cell-details/use-evidence-drop.ts';
import { lazyView } from '#renderer/ui/lazy-view.tsx';
import { useAfterPaint } from '#renderer/ui/use-after-paint.ts';
import type { BlockStore } from './block-store.ts';
import { FormulaStrip } from './formula-strip.tsx';
import type { Movement } from './movement.ts';
import { rememberedView } from './remembered-view.ts';
import { ResultStrip } from './result-strip.tsx';
import type { CellAt, Question } from './score-entry.ts';
import { matrixLayout, unitLayout, type ScoreView, type SheetFocus } from './score-layout.ts';
import { FilterBox, FoldButton, StagePicker, UnitPicker, type Orientation } from './score-toolbar.tsx';
import { SelectionSums } from './selection-sums.tsx';
import { StatusLine } from './status-line.tsx';
import { detailsKey } from './details-key.ts';
import { createUnitDetails } from './unit-details.ts';
import { useScoreFilter } from './use-score-filter.ts';
import { useScoreSheet } from './use-score-sheet.ts';
import { useScoreTarget } from './use-score-target.ts';
import { WorkStrip } from './work-strip.tsx';
import { cellMenuEntries, type CellCommand } from './tools/cell-menu-entries.ts';
import { preloadScoreTools, SheetMenu, ToolsAbove, ToolsBeside } from './tools/score-tool-views.tsx';
import { ToolButtons } from './tools/tool-buttons.tsx';
import { useScoreTools } from './tools/use-score-tools.ts';

// Dialogs and menus bring most of Fluent with them; the sheet must not wait for that.
const loadReasonDialog = () => import('./reason-dialog.tsx').then((m) => ({ default: m.ReasonDialog }));
const cellDetails = lazyView(() =>
  import('#renderer/features/cell-details/cell-details.tsx').then((m) => m.CellDetails),
);
const milestones = lazyView(() =>
  import('#renderer/features/appraisal/milestone-dialog.tsx').then((m) => m.MilestoneDialog),
);
const loadPlanDialog = () => import('./plan-dialog.tsx').then((m) => ({ default: m.PlanDialog }));
const ReasonDialog = lazy(loadReasonDialog);
const PlanDialog = lazy(loadPlanDialog);

export interface ScoreBoardProps {
  readonly store: BlockStore;
  readonly blockName: string;
  readonly orientation: Orientation;
  readonly target: Target | null;
  readonly picker: ReactNode;
}

interface CellMenuAt {
  /** Null for a cell nobody types points into. */
  readonly at: CellAt | null;
  readonly cell: CellAddress;
  readonly x: number;
  readonly y: number;
}

/** Width from which the details stand open by themselves. */
const WIDE_PX = 1600;

export function ScoreBoard({ store, blockName, orientation, target, picker }: ScoreBoardProps): JSX.Element {
  const { t } = useTranslation();
  const client = useClient();
  const canAttach = useCanWrite('evidence.attach');
  const refusal = useWriteRefusal('scores.setCells');
  const roles = useRoles();
  const language = useLanguage();
  const [view] = useState<ScoreView>(() => placeIn(store, roles));
  const [, rerender] = useReducer((count: number) => count + 1, 0);
  const [focus, setFocus] = useState<SheetFocus>({ u: view.u, node: null, stage: view.stage });
  const [moved, setMoved] = useState<{
    readonly movement: Movement;
    readonly u: number;
    readonly serial: number;
  } | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const [menu, setMenu] = useState<CellMenuAt | null>(null);
  const [isStale, setStale] = useState(false);
  const [isPanelOpen, setPanelOpen] = useState(() => window.innerWidth >= WIDE_PX);
  const [tab, setTab] = useState<DetailsTab>('declared');
  const [detailsFocus, setDetailsFocus] = useState(0);
  const [dropped, setDropped] = useState<SheetDrop | null>(null);
  const [isMilestoneOpen, setMilestoneOpen] = useState(false);
  const details = useMemo(() => createUnitDetails(client), [client]);
  const shownDetails = useSyncExternalStore(details.subscribe, details.get);
  const afterPaint = useAfterPaint();
  useEffect(() => store.subscribe(() => afterPaint(rerender)), [store, afterPaint]);
  const { shape } = store;
  const isMatrix = orientation === 'matrix';
  const unit = shape.units[view.u];
  const label = isMatrix
    ? t('scoring.gridMatrix', { block: blockName })
    : t('scoring.gridUnit', { unit: unit?.name ?? '' });

  const layout = useMemo(
    () => (isMatrix ? matrixLayout(store, view, t, language) : unitLayout(store, view, details, t, language)),
    [isMatrix, store, view, details, t, language],
  );
  const scoreSheet = useScoreSheet(store, layout, label, {
    onFocus: onFocus,
    onMoved: (movement, u) =>
      afterPaint(() => setMoved((before) => movement && { movement, u, serial: (before?.serial ?? 0) + 1 })),
    onQuestion: setQuestion,
    onOrderStale: setStale,
    onMenu: (at, cell, x, y) => setMenu({ at, cell, x, y }),
    onHeaderMenu: (columnId, x, y) => tools.openPopup('header', columnId, x, y),
    onFiles: canAttach ? takeFiles : undefined,
    onCommand: (command) => tools.obey(command),
  });
  const { sheet, entry, asked, answerStep } = scoreSheet;
  const shownAs = isMatrix ? view.stage : view.u;
  const tools = useScoreTools({ store, blockCode: shape.blockId, orientation, layout, sheet, shownAs });
  const filter = useScoreFilter(store, orientation, sheet && tools.box);

  useEffect(() => () => details.dispose(), [details]);
  useEffect(() => {
    if (!sheet) return;
    // Fetched once the sheet is painted, so that a question follows its key press at once.
    const idle = requestIdleCallback(() => {
      preloadScoreTools();
      void Promise.all([loadReasonDialog(), loadPlanDialog()]);
    });
    return () => cancelIdleCallback(idle);
  }, [sheet]);
  useEffect(() => {
    const first = shape.units[view.u];
    if (first) details.show(first.id);
  }, [details, shape, view]);
  useEffect(() => {
    const stopEvents = client.on('changes.committed', ({ cells, marksChanged }) => {
      afterPaint(() => details.apply(cells));
      if (marksChanged) details.reload();
    });
    const stopResync = client.onResync(() => details.reload());
    return () => {
      stopEvents();
      stopResync();
    };
  }, [client, details, afterPaint]);
  useEffect(() => () => remember(store, view), [store, view]);
  useEffect(() => {
    if (!sheet || !isMatrix) return;
    return sheet.onLook(() => rememberedView.folded.set(shape.blockId, sheet.foldedGroups()));
  }, [sheet, isMatrix, shape]);
  useScoreTarget(target, store, orientation, sheet, view, showUnit);

  function onFocus(next: SheetFocus): void {
    view.u = next.u;
    afterPaint(() => setFocus(next));
    const focused = shape.units[next.u];
    if (focused) details.show(focused.id);
  }

  function showUnit(u: number): void {
    view.u = u;
    const next = shape.units[u];
    if (next) details.show(next.id);
    setMoved(null);
    setFocus((before) => ({ ...before, u }));
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

  function focusCell(at: CellAt): void {
    if (!isMatrix && at.u !== view.u) showUnit(at.u);
    if (isMatrix && at.stage !== view.stage) showStage(at.stage);
    const address = scoreSheet.addressOf(at);
    if (address) sheet?.focus(address.rowId, address.columnId);
  }

  function closeQuestion(reason: string | null): void {
    if (!question) return;
    setQuestion(null);
    if (reason === null) entry.giveUp(question);
    else entry.answer(question, reason);
    const here = sheet?.focusedCell();
    if (reason === null || !here) focusCell(question);
    else sheet?.focus(here.row.id, here.columnId);
  }

  function pick(at: CellAt, command: CellCommand): void {
    const address = scoreSheet.addressOf(at);
    if (!address || !sheet) return;
    switch (command) {
      case 'edit':
        return sheet.edit(address.rowId, address.columnId);
      case 'notApplicable':
        return entry.askNotApplicable(at);
      case 'liftNotApplicable':
        entry.liftNotApplicable(at);
        return focusCell(at);
      case 'declared':
      case 'comments':
        focusCell(at);
        return openDetails(command);
      case 'history':
      case 'evidence':
        setTab(command);
        setPanelOpen(true);
        return focusCell(at);
    }
  }

  /** What is dropped on a cell goes to its documents. */
  function takeFiles({ u, node }: SheetFocus, files: readonly File[]): void {
    const [of, on] = [shape.units[u], node === null ? undefined : shape.tree[node]];
    const into = on?.isLeaf ? shape.set.leaves[on.leafFrom] : undefined;
    if (!of || !into) return;
    setTab('evidence');
    setPanelOpen(true);
    setDropped({ cycleUnitId: of.id, leafId: into.id, files });
  }

  /** Opens the details with the keyboard in them; Esc comes back. */
  function openDetails(next: DetailsTab): void {
    setTab(next);
    setPanelOpen(true);
    setDetailsFocus((serial) => serial + 1);
  }

  function leaveDetails(): void {
    const here = sheet?.focusedCell();
    if (here) sheet?.focus(here.row.id, here.columnId);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const wanted = detailsKey(event);
    if (!wanted) return;
    event.preventDefault();
    event.stopPropagation();
    openDetails(wanted);
  }

  const commands = useMemo(
    () => [
      { id: 'milestone', label: t('appraisal.milestones.command'), run: () => setMilestoneOpen(true) },
      { id: 'declared', label: t('scoring.menu.declared'), shortcut: 'Alt+K', run: () => openDetails('declared') },
      { id: 'comments', label: t('scoring.menu.comments'), shortcut: 'Shift+F2', run: () => openDetails('comments') },
    ],
    [t],
  );
  useCommands(commands);

  const stage = isMatrix ? view.stage : focus.stage;
  const focusedNode = focus.node === null ? undefined : shape.tree[focus.node];
  const focusedLeaf = focusedNode?.isLeaf ? focusedNode.leafFrom : null;
  const knownReason = question ? reasonOf(question) : '';

  function reasonOf({ kind, u, l }: Question): string {
    const leaf = shape.set.leaves[l];
    const isShown = shownDetails?.cycleUnitId === shape.units[u]?.id;
    return (kind === 'cutReason' && isShown && leaf && shownDetails?.cells.get(leaf.id)?.cutReason) || '';
  }

  return (
    <div className="scoring" data-testid="scoring-screen" data-ready={sheet !== null} onKeyDownCapture={onKeyDown}>
      <div className="score-bar">
        {picker}
        {isMatrix ? (
          <StagePicker stage={view.stage} onStage={showStage} />
        ) : (
          <UnitPicker units={shape.units} u={view.u} onUnit={showUnit} />
        )}
        {isMatrix && sheet && <FoldButton sheet={sheet} />}
        <FilterBox text={filter.text} onText={filter.setText} found={filter.found} />
        {isStale && (
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
        <span className="score-gap" />
        <ToolButtons tools={tools} />
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
        <button
          type="button"
          className="score-toggle"
          aria-pressed={isPanelOpen}
          data-testid="panel-toggle"
          onClick={() => setPanelOpen(!isPanelOpen)}
        >
          {t('scoring.panel')}
        </button>
      </div>
      {refusal && <div className="score-note">{t(`shell.refusal.${refusal}`)}</div>}
      <FormulaStrip
        store={store}
        details={shownDetails}
        u={view.u}
        node={focus.node}
        stage={stage}
        onDeclared={() => openDetails('declared')}
      />
      <ToolsAbove
        tools={tools}
        store={store}
        orientation={orientation}
        options={scoreSheet.options}
        showUnit={showUnit}
      />
      <div className="score-middle">
        <SheetHost options={scoreSheet.options} onSheet={scoreSheet.onSheet} testId={`score-grid-${orientation}`} />
        <WorkStrip work={scoreSheet.work} />
        <ToolsBeside tools={tools} store={store} options={scoreSheet.options} />
        {isPanelOpen && (
          <div className="score-details">
            <cellDetails.View
              store={store}
              details={shownDetails}
              u={isMatrix ? focus.u : view.u}
              l={focusedLeaf}
              stage={stage}
              tab={tab}
              focusSerial={detailsFocus}
              dropped={dropped}
              onDropTaken={() => setDropped(null)}
              onTab={setTab}
              onLeave={leaveDetails}
              onClose={() => {
                setPanelOpen(false);
                leaveDetails();
              }}
            />
          </div>
        )}
      </div>
      <ResultStrip store={store} stage={isMatrix ? view.stage : 'final'} u={view.u} moved={moved} />
      <StatusLine
        store={store}
        stage={isMatrix ? view.stage : 'final'}
        unit={isMatrix ? null : view.u}
        sums={sheet && <SelectionSums store={store} sheet={sheet} options={scoreSheet.options} />}
        onShowProblem={() => {
          const [first] = store.problemCells();
          if (first) focusCell(first);
        }}
      />
      {isMilestoneOpen && <milestones.View onClose={() => setMilestoneOpen(false)} />}
      {menu && (
        <SheetMenu
          label={t('scoring.menu.label')}
          x={menu.x}
          y={menu.y}
          groups={cellMenuEntries({
            tools,
            cell: menu.cell,
            entry,
            refusal: refusal && t(`shell.refusal.${refusal}`),
            isNotApplicable: menu.at && store.isNotApplicable(menu.at.u, menu.at.l),
            place: menu,
            onPick: (command) => menu.at && pick(menu.at, command),
            t,
          })}
          onClose={() => setMenu(null)}
          onLeave={() => sheet?.takeFocus()}
        />
      )}
      <Suspense fallback={null}>
        {asked && <PlanDialog store={store} asked={asked} onAnswer={answerStep} />}
        {question && (
          <ReasonDialog
            key={`${question.u}:${question.l}:${question.stage}`}
            store={store}
            question={question}
            known={knownReason}
            onAnswer={closeQuestion}
            onGiveUp={() => closeQuestion(null)}
          />
        )}
      </Suspense>
    </div>
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
