import { useEffect, useRef, useState } from 'react';
import { planReplace, type FindOptions } from '#renderer/grid/range/find-cells.ts';
import type { CellPlan } from '#renderer/grid/range/cell-plan.ts';
import { isSelected, isSingleCell, selectCell, type Selection } from '#renderer/grid/range/selection.ts';
import type { CellRef } from '#renderer/grid/range/sheet-view.ts';
import type { SheetOptions } from '#renderer/grid/sheet.ts';
import type { BlockStore } from '../block-store.ts';
import type { Orientation } from '../score-toolbar.tsx';
import type { ScoreTools } from './create-score-tools.ts';
import { findHits, hitAt, nextHit, scopeOf, type FindHit, type FindOrder, type FindScope } from './find-hits.ts';
import { namedPlaces } from './named-places.ts';
import { runInSlices } from './run-in-slices.ts';

export interface FindWish extends FindOptions {
  readonly query: string;
  readonly replacement: string;
  readonly scope: FindScope;
  readonly order: FindOrder;
}

export interface FindParts {
  readonly tools: ScoreTools;
  readonly store: BlockStore;
  readonly orientation: Orientation;
  readonly options: SheetOptions;
  readonly showUnit: (u: number) => void;
  /** Looks only into what can be typed over, and at the text an editor would start with. */
  readonly isReplacing: boolean;
}

export interface Find {
  readonly wish: FindWish;
  readonly change: (patch: Partial<FindWish>) => void;
  readonly count: number;
  /** Place of the shown hit among the hits; −1 before the first. */
  readonly at: number;
  readonly isSearching: boolean;
  readonly canSearchSelection: boolean;
  readonly go: (step: 1 | -1) => void;
  readonly replaceOne: () => void;
  readonly replaceAll: () => void;
  /** Cells the last replacement wrote; null before there was one. */
  readonly replaced: number | null;
}

const STORE_DELAY_MS = 200;
/** What was looked for last, for F3 after the bar was closed. Lives as long as the window. */
let remembered: FindWish = {
  query: '',
  replacement: '',
  scope: 'sheet',
  order: 'rows',
  wholeCell: false,
  matchCase: false,
  ignoreDiacritics: true,
};

/** The find bar's state: searches as one types, walks through the hits, replaces by the same way as typing. */
export function useFind({ tools, store, orientation, options, showUnit, isReplacing }: FindParts): Find {
  const sheet = tools.target()?.sheet ?? null;
  // What was selected when the bar was opened: walking through the hits moves the active cell inside it.
  const [selection] = useState<Selection | null>(() => sheet?.selection() ?? null);
  const canSearchSelection = selection !== null && !isSingleCell(selection);
  const [wish, setWish] = useState<FindWish>(() => ({
    ...remembered,
    scope: canSearchSelection ? 'selection' : 'sheet',
  }));
  const [hits, setHits] = useState<readonly FindHit[]>([]);
  const [at, setAt] = useState(-1);
  const [isSearching, setSearching] = useState(false);
  const [replaced, setReplaced] = useState<number | null>(null);
  const [round, setRound] = useState(0);
  const pendingGo = useRef<1 | -1 | null>(null);

  const scope = scopeOf(selection, wish.scope);

  function editText({ rowId, columnId }: CellRef): string {
    const row = sheet?.rowOf(rowId);
    return row && options.entry.isEntry({ row, columnId }) ? options.entry.editText({ row, columnId }) : '';
  }

  function textsOf(cell: CellRef): readonly string[] {
    const target = tools.target();
    const row = target?.sheet.rowOf(cell.rowId);
    const column = target?.columns.get(cell.columnId);
    if (!row || !column) return [];
    const isTyped = column.entry === true && options.entry.isEntry({ row, columnId: cell.columnId });
    if (isReplacing) return isTyped ? [editText(cell)] : [];
    return isTyped ? [column.text(row), editText(cell)] : [column.text(row)];
  }

  useEffect(() => {
    remembered = wish;
  }, [wish]);

  useEffect(() => {
    if (!sheet) return;
    setSearching(true);
    const stop = runInSlices(
      findHits({
        query: wish.query,
        options: wish,
        view: sheet.view(),
        selection: scope,
        order: wish.order,
        textsOf,
        names: isReplacing ? [] : namedPlaces(store.shape, orientation),
      }),
      (found) => {
        setSearching(false);
        setHits(found);
        setAt(hitAt(found, sheet.selection()?.active ?? null));
        const step = pendingGo.current;
        pendingGo.current = null;
        if (step) walk(found, hitAt(found, sheet.selection()?.active ?? null), step);
      },
    );
    return stop;
    // The replacement text finds nothing else.
  }, [
    sheet,
    wish.query,
    wish.scope,
    wish.order,
    wish.wholeCell,
    wish.matchCase,
    wish.ignoreDiacritics,
    isReplacing,
    round,
  ]);

  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    function again(): void {
      clearTimeout(waiting);
      waiting = setTimeout(() => setRound((current) => current + 1), STORE_DELAY_MS);
    }
    const stopStore = store.subscribe(again);
    const stopLook = sheet?.onLook(again);
    return () => {
      stopStore();
      stopLook?.();
      clearTimeout(waiting);
    };
  }, [store, sheet]);

  function walk(found: readonly FindHit[], from: number, step: 1 | -1): void {
    if (!sheet) return;
    const next = nextHit(found, from, sheet.selection()?.active ?? null, sheet.view(), wish.order, step);
    setAt(next);
    const hit = found[next];
    if (hit) show(hit);
  }

  function show(hit: FindHit): void {
    if (!sheet) return;
    if (hit.kind === 'unit') return showUnit(hit.u);
    const view = sheet.view();
    if (hit.kind === 'column') {
      const rowId = sheet.selection()?.active.rowId ?? view.rowIds[0];
      if (rowId !== undefined) sheet.setSelection(selectCell({ rowId, columnId: hit.columnId }));
      return;
    }
    const cell = { rowId: hit.rowId, columnId: hit.columnId };
    const activeRange = scope?.ranges.findIndex((range) =>
      isSelected({ ranges: [range], activeRange: 0, active: cell }, view, cell),
    );
    if (scope && activeRange !== undefined && activeRange >= 0)
      sheet.setSelection({ ...scope, activeRange, active: cell });
    else sheet.setSelection(selectCell(cell));
  }

  function go(step: 1 | -1): void {
    setReplaced(null);
    if (isSearching) pendingGo.current = step;
    else walk(hits, at, step);
  }

  function replace(cells: readonly CellRef[]): void {
    if (!sheet || cells.length === 0) return;
    let plan: CellPlan | null = null;
    const { cells: target } = options;
    target.change({
      step: 'replace',
      plan(answers) {
        const input = {
          view: sheet.view(),
          cellInfo: target.info,
          needsReason: target.needsReason,
          textOf: (rowId: string, columnId: string) => editText({ rowId, columnId }),
          ...(answers.answers && { answers: answers.answers }),
        };
        plan = planReplace(input, cells, wish.query, wish.replacement, wish);
        return plan;
      },
      done: (isWritten) => setReplaced(isWritten ? (plan?.counts.writes ?? 0) : 0),
    });
  }

  return {
    wish,
    change: (patch) => {
      setReplaced(null);
      setWish((before) => ({ ...before, ...patch }));
    },
    count: hits.length,
    at,
    isSearching,
    canSearchSelection,
    go,
    replaceOne() {
      const hit = hits[at];
      if (hit?.kind !== 'cell') return go(1);
      replace([hit]);
      // The hit is gone once it is replaced: the next one takes its place.
      const next = hits[(at + 1) % hits.length];
      if (next && next !== hit) show(next);
    },
    replaceAll: () => replace(hits.filter((hit) => hit.kind === 'cell')),
    replaced,
  };
}
