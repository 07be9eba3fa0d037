/** One block under appraisal: command bar, formula strip, sheet with the three values side by side, details, progress. */
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
  type MouseEvent,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/contract/errors.ts';
import { SheetHost } from '#renderer/grid/sheet-host.tsx';
import { useCanWrite } from '#renderer/app/hooks/use-can-write.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { useLanguage } from '#renderer/app/hooks/use-language.ts';
import { useToast } from '#renderer/app/hooks/use-toast.ts';
import type { DetailsTab } from '#renderer/features/cell-details/details-tab.ts';
import type { SheetDrop } from '#renderer/features/cell-details/use-evidence-drop.ts';
import type { BlockStore } from '#renderer/features/scoring/block-store.ts';
import { detailsKey } from '#renderer/features/scoring/details-key.ts';
import { FormulaStrip } from '#renderer/features/scoring/formula-strip.tsx';
import type { Question } from '#renderer/features/scoring/score-entry.ts';
import type { SheetFocus } from '#renderer/features/scoring/score-layout.ts';
import { UnitPicker } from '#renderer/features/scoring/score-toolbar.tsx';
import { createUnitDetails } from '#renderer/features/scoring/unit-details.ts';
import { useAfterPaint } from '#renderer/ui/use-after-paint.ts';
import { useStageRefusal } from '#renderer/features/scoring/use-stage-refusal.ts';
import { useScoreSheet } from '#renderer/features/scoring/use-score-sheet.ts';
import { WorkStrip } from '#renderer/features/scoring/work-strip.tsx';
import { lazyView } from '#renderer/ui/lazy-view.tsx';
import { appraisalProgress, type AppraisalFilter } from './appraisal-facts.ts';
import { leafAppraisalLayout, PICK_COLUMN, unitAppraisalLayout, type AppraisalView } from './appraisal-layout.ts';
import { shownRows } from './appraisal-rows.ts';
import { FilterPicker, LeafPicker, type AppraisalOrientation } from './appraisal-toolbar.tsx';
import { createLeafDetails } from './leaf-details.ts';
import { planAcceptSelf, type AcceptPlan } from './plan-accept-self.ts';
import { rememberedAppraisal } from './remembered-appraisal.ts';

const loadReasonDialog = () =>
  import('#renderer/features/scoring/reason-dialog.tsx').then((m) => ({ default: m.ReasonDialog }));
const loadPlanDialog = () =>
  import('#renderer/features/scoring/plan-dialog.tsx').then((m) => ({ default: m.PlanDialog }));
const ReasonDialog = lazy(loadReasonDialog);
const PlanDialog = lazy(loadPlanDialog);
const acceptDialog = lazyView(() => import('./accept-dialog.tsx').then((m) => m.AcceptDialog));
const cellDetails = lazyView(() =>
  import('#renderer/features/cell-details/cell-details.tsx').then((m) => m.CellDetails),
);

/** Width from which the details stand open by themselves. */
const WIDE_PX = 1600;

export interface AppraisalBoardProps {
  readonly store: BlockStore;
  readonly blockName: string;
  readonly orientation: AppraisalOrientation;
  readonly picker: ReactNode;
}

export function AppraisalBoard({ store, blockName, orientation, picker }: AppraisalBoardProps): JSX.Element {
  const { t } = useTranslation();
  const client = useClient();
  const canAttach = useCanWrite('evidence.attach');
  const toast = useToast();
  const language = useLanguage();
  const refusal = useStageRefusal()('appraised');
  const { shape } = store;
  const isByUnit = orientation === 'unit';
  const [view] = useState<AppraisalView>(() => placeIn(store));
  const [picked] = useState(() => new Set<string>());
  const [, rerender] = useReducer((count: number) => count + 1, 0);
  const [focus, setFocus] = useState<SheetFocus>({ u: view.u, node: null, stage: 'appraised' });
  const [filter, setFilter] = useState<AppraisalFilter>('all');
  const [question, setQuestion] = useState<Question | null>(null);
  const [accepting, setAccepting] = useState<AcceptPlan | null>(null);
  const [isPanelOpen, setPanelOpen] = useState(() => window.innerWidth >= WIDE_PX);
  const [tab, setTab] = useState<DetailsTab>('evidence');
  const [detailsFocus, setDetailsFocus] = useState(0);
  const [dropped, setDropped] = useState<SheetDrop | null>(null);
  const unitDetails = useMemo(() => createUnitDetails(client), [client]);
  const leafDetails = useMemo(() => createLeafDetails(client, shape.blockId), [client, shape]);
  const shownDetails = useSyncExternalStore(unitDetails.subscribe, unitDetails.get);
  const afterPaint = useAfterPaint();
  useEffect(() => store.subscribe(() => afterPaint(rerender)), [store, afterPaint]);

  const leaf = shape.set.leaves[view.l];
  const unit = shape.units[view.u];
  const label = isByUnit
    ? t('appraisal.gridUnit', { unit: unit?.name ?? '' })
    : t('appraisal.gridLeaf', { leaf: leaf?.code ?? '', block: blockName });
  const layout = useMemo(() => {
    const isPicked = (rowId: string): boolean => picked.has(rowId);
    return isByUnit
      ? unitAppraisalLayout(store, view, unitDetails, isPicked, t, language)
      : leafAppraisalLayout(store, view, leafDetails, isPicked, t, language);
  }, [isByUnit, store, view, picked, unitDetails, leafDetails, t, language]);
  const scoreSheet = useScoreSheet(store, layout, label, {
    onFocus,
    onMoved: () => undefined,
    onQuestion: setQuestion,
    onOrderStale: () => undefined,
    onMenu: () => undefined,
    onFiles: canAttach ? takeFiles : undefined,
  });
  const { sheet, entry, asked, answerStep } = scoreSheet;

  // The rows stay as they are while somebody appraises: a cell that no longer fits must not vanish under the hands.
  const [shown, setShown] = useState(() => shownRows(store, orientation, 'all', view));
  const fresh = filter === 'all' ? shown : shownRows(store, orientation, filter, view);
  const isStale = filter !== 'all' && !isSameSet(shown, fresh);
  useEffect(() => {
    sheet?.setFilter(filter === 'all' ? null : ({ index }) => shown.has(index));
  }, [sheet, filter, shown]);

  useEffect(
    () => () => {
      unitDetails.dispose();
      leafDetails.dispose();
    },
    [unitDetails, leafDetails],
  );
  useEffect(() => {
    if (!sheet) return;
    const idle = requestIdleCallback(() => void Promise.all([loadReasonDialog(), loadPlanDialog()]));
    return () => cancelIdleCallback(idle);
  }, [sheet]);
  useEffect(() => {
    if (unit) unitDetails.show(unit.id);
    if (leaf && !isByUnit) leafDetails.show(leaf.id);
  }, [unitDetails, leafDetails, unit, leaf, isByUnit]);
  useEffect(() => {
    const stopEvents = client.on('changes.committed', ({ cells, marksChanged }) => {
      unitDetails.apply(cells);
      leafDetails.apply(cells);
      if (marksChanged) reload();
    });
    const stopResync = client.onResync(reload);
    return () => {
      stopEvents();
      stopResync();
    };
    function reload(): void {
      unitDetails.reload();
      leafDetails.reload();
    }
  }, [client, unitDetails, leafDetails]);
  useEffect(() => () => void rememberedAppraisal.places.set(shape.blockId, { u: view.u, l: view.l }), [shape, view]);

  function onFocus(next: SheetFocus): void {
    view.u = next.u;
    afterPaint(() => setFocus(next));
    const focused = shape.units[next.u];
    if (focused) unitDetails.show(focused.id);
  }

  function go(place: Partial<Pick<AppraisalView, 'u' | 'l'>>): void {
    Object.assign(view, place);
    picked.clear();
    const nextLeaf = shape.set.leaves[view.l];
    const nextUnit = shape.units[view.u];
    if (nextUnit) unitDetails.show(nextUnit.id);
    if (nextLeaf && !isByUnit) leafDetails.show(nextLeaf.id);
    const node = isByUnit ? focus.node : shape.tree.findIndex(({ isLeaf, leafFrom }) => isLeaf && leafFrom === view.l);
    setFocus({ ...focus, u: view.u, node });
    applyFilter(filter);
    sheet?.hideBubble();
    sheet?.repaint();
  }

  function applyFilter(next: AppraisalFilter): void {
    setFilter(next);
    setShown(shownRows(store, orientation, next, view));
  }

  function repaintPicks(): void {
    rerender();
    sheet?.repaint();
  }

  /** Rows one can choose among those shown: leaves of a unit, or units. */
  function pickable(): readonly string[] {
    return layout.rows
      .filter(({ index }) => (filter === 'all' || shown.has(index)) && (!isByUnit || shape.tree[index]?.isLeaf))
      .map(({ id }) => id);
  }

  function togglePick(): boolean {
    const cell = sheet?.focusedCell();
    if (cell?.columnId !== PICK_COLUMN || (isByUnit && !shape.tree[cell.row.index]?.isLeaf)) return false;
    if (!picked.delete(cell.row.id)) picked.add(cell.row.id);
    repaintPicks();
    return true;
  }

  function accept(): void {
    const plan = planAcceptSelf(
      layout.rows
        .filter(({ id }) => picked.has(id))
        .flatMap(({ index }) => {
          const u = isByUnit ? view.u : index;
          const l = isByUnit ? (shape.tree[index]?.leafFrom ?? 0) : view.l;
          const of = shape.units[u];
          const node = shape.set.leaves[l];
          if (!of || !node) return [];
          return {
            cycleUnitId: of.id,
            leafId: node.id,
            version: store.version(u, l),
            selfMicro: store.points('self', u, l),
            appraisedMicro: store.points('appraised', u, l),
            notApplicable: store.isNotApplicable(u, l),
            locked: store.hasPending(u, l),
          };
        }),
    );
    if (plan.typed.length > 0) setAccepting(plan);
    else if (plan.blank.length > 0) void write(plan.blank);
    else toast.show({ intent: 'info', title: t('appraisal.nothingToAccept') });
  }

  async function write(cells: AcceptPlan['blank']): Promise<void> {
    setAccepting(null);
    const answer = await client.call('scores.setCells', { cycleId: shape.cycleId, cells: [...cells], step: 'accept' });
    if (!answer.ok) return sayFailure(answer.error);
    picked.clear();
    repaintPicks();
    toast.show({ intent: 'success', title: t('appraisal.accepted', { count: cells.length }) });
  }

  function sayFailure(error: AppError): void {
    toast.error(error);
  }

  function focusCell(at: Question): void {
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

  /** What is dropped on a cell goes to its documents. */
  function takeFiles({ u, node }: SheetFocus, files: readonly File[]): void {
    const [of, on] = [shape.units[u], node === null ? undefined : shape.tree[node]];
    const into = on?.isLeaf ? shape.set.leaves[on.leafFrom] : undefined;
    if (!of || !into) return;
    setTab('evidence');
    setPanelOpen(true);
    setDropped({ cycleUnitId: of.id, leafId: into.id, files });
  }

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
    const isPick = event.key === ' ' && isInCell(event.target) && togglePick();
    if (!wanted && !isPick) return;
    event.preventDefault();
    event.stopPropagation();
    if (wanted) openDetails(wanted);
  }

  function onClick({ target }: MouseEvent): void {
    if (isInCell(target)) togglePick();
  }

  const leaves = shape.set.leaves.map((_, l) => l);
  const units = shape.units.map((_, u) => u);
  const own = isByUnit ? appraisalProgress(store, [view.u], leaves) : appraisalProgress(store, units, [view.l]);
  const whole = appraisalProgress(store, units, leaves);
  const focusedNode = focus.node === null ? undefined : shape.tree[focus.node];
  const focusedLeaf = focusedNode?.isLeaf ? focusedNode.leafFrom : null;
  const choosable = pickable();
  const isAllPicked = choosable.length > 0 && choosable.every((id) => picked.has(id));
  const pending = store.pendingCount;

  return (
    <div className="scoring" data-testid="appraisal-screen" data-ready={sheet !== null} onKeyDownCapture={onKeyDown}>
      <div className="score-bar appraisal-bar">
        {picker}
        {isByUnit ? (
          <UnitPicker units={shape.units} u={view.u} onUnit={(u) => go({ u })} />
        ) : (
          <LeafPicker leaves={shape.set.leaves} l={view.l} onLeaf={(l) => go({ l })} />
        )}
        <FilterPicker filter={filter} onFilter={applyFilter} />
        {isStale && (
          <button
            type="button"
            className="score-resort"
            title={t('appraisal.refilterHint')}
            data-testid="refilter"
            onClick={() => applyFilter(filter)}
          >
            {t('appraisal.refilter')}
          </button>
        )}
        <span className="score-gap" />
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
      {refusal && <div className="score-note">{refusal}</div>}
      <FormulaStrip
        store={store}
        details={shownDetails}
        u={isByUnit ? view.u : focus.u}
        node={focus.node}
        stage={focus.stage}
        onDeclared={() => openDetails('declared')}
      />
      <div className="score-middle appraisal-middle" onClick={onClick}>
        <SheetHost options={scoreSheet.options} onSheet={scoreSheet.onSheet} testId={`appraisal-grid-${orientation}`} />
        <WorkStrip work={scoreSheet.work} />
        {filter !== 'all' && shown.size === 0 && <p className="appraisal-empty">{t('appraisal.nothingLeft')}</p>}
        {isPanelOpen && (
          <div className="score-details">
            <cellDetails.View
              store={store}
              details={shownDetails}
              u={isByUnit ? view.u : focus.u}
              l={focusedLeaf}
              stage={focus.stage}
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
      <footer className="score-results appraisal-foot">
        <button
          type="button"
          className="appraisal-button"
          disabled={refusal !== null || choosable.length === 0}
          data-testid="pick-all"
          onClick={() => {
            picked.clear();
            if (!isAllPicked) for (const id of choosable) picked.add(id);
            repaintPicks();
          }}
        >
          {t(isAllPicked ? 'appraisal.pickNone' : 'appraisal.pickAll')}
        </button>
        <button
          type="button"
          className="appraisal-button appraisal-accept"
          disabled={refusal !== null || picked.size === 0}
          title={refusal ?? t('appraisal.acceptHint')}
          data-testid="accept-self"
          onPointerEnter={acceptDialog.preload}
          onClick={accept}
        >
          {picked.size === 0 ? t('appraisal.accept') : t('appraisal.acceptCount', { count: picked.size })}
        </button>
        {filter !== 'all' && (
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
      <Suspense fallback={null}>
        {asked && <PlanDialog store={store} asked={asked} onAnswer={answerStep} />}
        {question && (
          <ReasonDialog
            key={`${question.u}:${question.l}:${question.stage}`}
            store={store}
            question={question}
            known={reasonOf(question)}
            onAnswer={closeQuestion}
            onGiveUp={() => closeQuestion(null)}
          />
        )}
      </Suspense>
      {accepting && (
        <acceptDialog.View
          plan={accepting}
          onAccept={(cells) => void write(cells)}
          onGiveUp={() => setAccepting(null)}
        />
      )}
    </div>
  );

  function reasonOf({ kind, u, l }: Question): string {
    const node = shape.set.leaves[l];
    const isMine = shownDetails?.cycleUnitId === shape.units[u]?.id;
    return (kind === 'cutReason' && isMine && node && shownDetails?.cells.get(node.id)?.cutReason) || '';
  }
}

/** Unit and leaf as the person left them. */
function placeIn({ shape }: BlockStore): AppraisalView {
  const { u, l } = rememberedAppraisal.places.get(shape.blockId) ?? { u: 0, l: 0 };
  const within = (at: number, count: number): number => Math.min(at, Math.max(0, count - 1));
  return { stage: 'appraised', u: within(u, shape.units.length), l: within(l, shape.set.leaves.length) };
}

function isInCell(target: EventTarget): boolean {
  return target instanceof Element && !target.matches('input, textarea') && target.closest('[role=gridcell]') !== null;
}

function isSameSet(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each));
}
