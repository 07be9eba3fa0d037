/**
 * What every board over the cells of a block does, whatever its layout: the sheet with its tools, the cell with the
 * focus, questions about a typed value, the menu of a cell, the details beside it. Nhập điểm and Thẩm định call it and
 * draw the answer with BoardFrame; what only one of them does stays with it.
 */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellAddress } from '#renderer/grid/sheet.ts';
import { useCanWrite } from '#renderer/app/hooks/use-can-write.ts';
import type { SheetDrop } from '#renderer/features/cell-details/use-evidence-drop.ts';
import type { DetailsTab } from '#renderer/features/cell-details/details-tab.ts';
import type { BlockStore } from '../block-store.ts';
import type { Movement } from '../movement.ts';
import type { CellAt, Question } from '../score-entry.ts';
import type { ScoreLayout, ScoreView, SheetFocus, SheetKind } from '../score-layout.ts';
import { cellMenuEntries, type CellCommand } from '../tools/cell-menu-entries.ts';
import type { MenuEntry } from '../tools/menu-entry.ts';
import { preloadScoreTools } from '../tools/score-tool-views.tsx';
import { useScoreTools } from '../tools/use-score-tools.ts';
import { useAfterPaint } from '#renderer/ui/use-after-paint.ts';
import { useScoreSheet } from '../use-score-sheet.ts';
import { preloadBoardDialogs } from './board-dialogs.ts';
import { useDetailsPanel } from './use-details-panel.ts';
import type { ShownDetails } from './use-unit-details.ts';

export interface BoardParts {
  readonly store: BlockStore;
  readonly kind: SheetKind;
  /** Name under which widths, filters and zoom of this sheet are kept. */
  readonly viewName: string;
  /** What the values belong to besides the rows: the stage of the matrix, the unit of the form, the leaf across units. */
  readonly shownAs: string | number;
  readonly view: ScoreView;
  readonly layout: ScoreLayout;
  readonly label: string;
  readonly details: ShownDetails;
  readonly firstTab: DetailsTab;
  /** Why nothing can be written on this board now; null when it can. */
  readonly refusal: string | null;
  /** Brings unit, leaf or stage of a cell into the sheet, where another one is shown. */
  readonly reveal: (at: CellAt) => void;
  /** What an edit moved in the ranking. */
  readonly onMoved?: (movement: Movement | null, u: number) => void;
}

export type Board = ReturnType<typeof useBoard>;

interface MenuAt {
  readonly groups: readonly (readonly MenuEntry[])[];
  readonly x: number;
  readonly y: number;
}

export function useBoard(parts: BoardParts) {
  const { store, kind, view, layout, details, refusal, reveal } = parts;
  const { shape } = store;
  const { t } = useTranslation();
  const afterPaint = useAfterPaint();
  const [focus, setFocus] = useState<SheetFocus>({ u: view.u, node: null, stage: view.stage });
  const [question, setQuestion] = useState<Question | null>(null);
  const [menu, setMenu] = useState<MenuAt | null>(null);
  const [isOrderStale, setOrderStale] = useState(false);
  const [dropped, setDropped] = useState<SheetDrop | null>(null);
  const canAttach = useCanWrite('evidence.attach');
  const panel = useDetailsPanel(parts.firstTab);
  const scoreSheet = useScoreSheet(store, layout, parts.label, {
    onFocus,
    onMoved: (movement, u) => parts.onMoved?.(movement, u),
    onQuestion: setQuestion,
    onOrderStale: setOrderStale,
    onMenu: openMenu,
    onHeaderMenu: (columnId, x, y) => tools.openPopup('header', columnId, x, y),
    onFiles: canAttach ? takeFiles : undefined,
    onCommand: (command) => tools.obey(command),
  });
  const { sheet, entry } = scoreSheet;
  const tools = useScoreTools({ ...parts, sheet });

  useEffect(() => {
    if (!sheet) return;
    // Fetched once the sheet is painted, so that a question follows its key press at once.
    const idle = requestIdleCallback(() => {
      preloadScoreTools();
      preloadBoardDialogs();
    });
    return () => cancelIdleCallback(idle);
  }, [sheet]);
  useEffect(() => details.show(view.u), [details.store, shape, view]);

  function onFocus(next: SheetFocus): void {
    view.u = next.u;
    afterPaint(() => setFocus(next));
    details.show(next.u);
  }

  function openMenu(at: CellAt | null, cell: CellAddress, x: number, y: number): void {
    const groups = cellMenuEntries({
      tools,
      cell,
      entry,
      refusal,
      isNotApplicable: at && store.isNotApplicable(at.u, at.l),
      place: { x, y },
      onPick: (command) => at && pick(at, command),
      t,
    });
    setMenu({ groups, x, y });
  }

  /** What is dropped on a cell goes to its documents. */
  function takeFiles({ u, node }: SheetFocus, files: readonly File[]): void {
    const [of, on] = [shape.units[u], node === null ? undefined : shape.tree[node]];
    const into = on?.isLeaf ? shape.set.leaves[on.leafFrom] : undefined;
    if (!of || !into) return;
    panel.show('evidence');
    setDropped({ cycleUnitId: of.id, leafId: into.id, files });
  }

  function focusCell(at: CellAt): void {
    reveal(at);
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
      case 'explanation':
        focusCell(at);
        return panel.open(command);
      case 'history':
      case 'evidence':
        panel.show(command);
        return focusCell(at);
    }
  }

  /** The cut reason known of the cell in question, to begin with. */
  function knownReason(): string {
    if (question?.kind !== 'cutReason') return '';
    const leaf = shape.set.leaves[question.l];
    const isShown = details.shown?.cycleUnitId === shape.units[question.u]?.id;
    return (isShown && leaf && details.shown?.cells.get(leaf.id)?.cutReason) || '';
  }

  const focusedNode = focus.node === null ? undefined : shape.tree[focus.node];
  return {
    store,
    kind,
    view,
    details,
    refusal,
    scoreSheet,
    sheet,
    tools,
    panel,
    dropped,
    forgetDropped: () => setDropped(null),
    focus,
    setFocus,
    focusedLeaf: focusedNode?.isLeaf ? focusedNode.leafFrom : null,
    focusCell,
    /** Puts the keyboard back on its cell. */
    takeFocus() {
      const here = sheet?.focusedCell();
      if (here) sheet?.focus(here.row.id, here.columnId);
    },
    question,
    knownReason: knownReason(),
    closeQuestion,
    menu,
    closeMenu: () => setMenu(null),
    isOrderStale,
  };
}
