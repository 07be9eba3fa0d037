import { useEffect, useRef, useState } from 'react';
import { planReplace, type FindOptions } from '#renderer/grid/range/find-cells.ts';
import type { CellPlan } from '#renderer/grid/range/cell-plan.ts';
import { isSelected, isSingleCell, selectCell, type Selection } from '#renderer/grid/range/selection.ts';
import type { CellRef } from '#renderer/grid/range/sheet-view.ts';
import type { SheetOptions } from '#renderer/grid/sheet.ts';
import type { BlockStore } from '../block-store.ts';
import { runInSlices } from '../run-in-slices.ts';
import type { SheetKind } from '../score-layout.ts';
import type { ScoreTools } from './create-score-tools.ts';
import { findHits, hitAt, nextHit, scopeOf, type FindHit, type FindOrder, type FindScope } from './find-hits.ts';
import { namedPlaces } from './named-places.ts';

export interface FindWish extends FindOptions {
  readonly query: string;
  readonly replacement: string;
  readonly scope: FindScope;
  readonly order: FindOrder;
}

export interface FindParts {
  readonly tools: ScoreTools;
  readonly store: BlockStore;
  readonly kind: SheetKind;
  readonly options: SheetOptions;
  /** Shows another unit or leaf than the one in the sheet. */
  readonly showPlace: (place: { readonly u?: number; readonly l?: number }) => void;
  /** Grows when the bar is called again, with another selection perhaps. */
  readonly serial: number;
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

interface Found {
  readonly hits: readonly FindHit[];
  /** Place of the shown hit; −1 before the first. */
  readonly at: number;
}

const NOTHING: Found = { hits: [], at: -1 };
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

/** What a search depends on, besides the cells. */
function searchKey({ query, scope, order, wholeCell, matchCase, ignoreDiacritics }: FindWish, isReplacing: boolean) {
  return JSON.stringify([query, scope, order, wholeCell, matchCase, ignoreDiacritics, isReplacing]);
}

/** The find bar's state: searches as one types, walks through the hits, replaces by the same way as typing. */
export function useFind(parts: FindParts): Find {
  const { tools, store, kind, options, showPlace, serial, isReplacing } = parts;
  const sheet = tools.target()?.sheet ?? null;
  // What was selected when the bar was opened: walking through the hits moves the active cell inside it.
  const [selection, setSelection] = useState<Selection | null>(() => sheet?.selection() ?? null);
  const canSearchSelection = selection !== null && !isSingleCell(selection);
  const [wish, setWish] = useState<FindWish>(() => ({
    ...remembered,
    scope: canSearchSelection ? 'selection' : 'sheet',
  }));
  const [{ hits, at }, setFound] = useState<Found>(NOTHING);
  /** The same, at once: keys come faster than renders. */
  const latest = useRef<Found>(NOTHING);
  const [isSearching, setSearching] = useState(false);
  const [replaced, setReplaced] = useState<number | null>(null);
  const [round, setRound] = useState(0);
  /** Steps asked for while a search for other words was still on its way. */
  const waitingSteps = useRef(0);
  const searchedFor = useRef('');
  const shown = useRef<FindHit | null>(null);

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

  const called = useRef(serial);
  useEffect(() => {
    if (called.current === serial) return;
    called.current = serial;
    const now = sheet?.selection() ?? null;
    setSelection(now);
    setWish((before) => ({ ...before, scope: now && !isSingleCell(now) ? 'selection' : 'sheet' }));
  }, [serial, sheet]);

  function found(next: Found): void {
    latest.current = next;
    setFound(next);
  }

  useEffect(() => {
    if (!sheet) return;
    const wanted = searchKey(wish, isReplacing);
    // A search for the same words, because cells changed, leaves the hits in reach until it is done.
    if (wanted !== searchedFor.current) setSearching(true);
    const stop = runInSlices(
      findHits({
        query: wish.query,
        options: wish,
        view: sheet.view(),
        selection: scope,
        order: wish.order,
        textsOf,
        names: isReplacing ? [] : namedPlaces(store.shape, kind),
      }),
      (result) => {
        searchedFor.current = wanted;
        setSearching(false);
        found({ hits: result, at: placeOfShown(result) });
        for (; waitingSteps.current !== 0; waitingSteps.current -= Math.sign(waitingSteps.current)) {
          walk(waitingSteps.current > 0 ? 1 : -1);
        }
      },
    );
    return stop;
    // The replacement text finds nothing else.
  }, [sheet, scope, wish.query, wish.order, wish.wholeCell, wish.matchCase, wish.ignoreDiacritics, isReplacing, round]);

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

  /** The hit shown last while it is one and the person stands there; else the one the person stands on. */
  function placeOfShown(among: readonly FindHit[]): number {
    const active = sheet?.selection()?.active ?? null;
    const last = shown.current;
    const isThere =
      last !== null &&
      (last.kind === 'unit' ||
        last.kind === 'leaf' ||
        (last.columnId === active?.columnId && (last.kind === 'column' || last.rowId === active.rowId)));
    const wanted = JSON.stringify(last);
    const known = isThere ? among.findIndex((hit) => JSON.stringify(hit) === wanted) : -1;
    return known >= 0 ? known : hitAt(among, active);
  }

  function walk(step: 1 | -1): void {
    if (!sheet) return;
    const now = latest.current;
    const next = nextHit(
      now.hits,
      placeOfShown(now.hits),
      sheet.selection()?.active ?? null,
      sheet.view(),
      wish.order,
      step,
    );
    found({ hits: now.hits, at: next });
    const hit = now.hits[next];
    shown.current = hit ?? null;
    if (hit) show(hit);
  }

  function show(hit: FindHit): void {
    if (!sheet) return;
    if (hit.kind === 'unit') return showPlace({ u: hit.u });
    if (hit.kind === 'leaf') return showPlace({ l: hit.l });
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
    const isForOther = searchedFor.current !== searchKey(wish, isReplacing);
    if (isForOther) waitingSteps.current += step;
    else walk(step);
  }

  function replace(cells: readonly CellRef[]): void {
    if (!sheet || cells.length === 0) return;
    let plan: CellPlan | null = null;
    const { cells: target } = options;
    target.change({
      step: 'replace',
      *plan(answers) {
        const input = {
          view: sheet.view(),
          cellInfo: target.info,
          needsReason: target.needsReason,
          textOf: (rowId: string, columnId: string) => editText({ rowId, columnId }),
          ...(answers.answers && { answers: answers.answers }),
        };
        const planned = yield* planReplace(input, cells, wish.query, wish.replacement, wish);
        plan = planned;
        return planned;
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
      if (next && next !== hit) {
        shown.current = next;
        show(next);
      }
    },
    replaceAll: () => replace(hits.filter((hit) => hit.kind === 'cell')),
    replaced,
  };
}
