/**
 * The tools around a score sheet as state and commands: filters of columns, hidden and frozen columns, sort, zoom, what
 * stands open. Made once per block and sheet by useScoreTools; no React, no words. It steers the sheet through
 * `Sheet` only and keeps the view for next time.
 */
import { createStore, type Store } from '#renderer/app/stores/create-store.ts';
import type { ColumnLook, Sheet, SheetColumn, SheetCommand, SheetRow } from '#renderer/grid/sheet.ts';
import { createHeaderMarks } from '#renderer/grid/tools/header-marks.ts';
import { rowsPassing, type ColumnFilter } from './column-filters.ts';
import { frozenUpTo } from './frozen-columns.ts';
import type { ToolBar, ToolPanel, ToolState } from './tool-state.ts';
import { clampZoom, DEFAULT_VIEW, loadView, saveView, type ViewState, type ViewStorage } from './view-state.ts';

/** What the sheet is made of. */
export interface ToolSheet {
  readonly sheet: Sheet;
  readonly rows: readonly SheetRow[];
  readonly columns: ReadonlyMap<string, SheetColumn>;
  /** Adds the headings that stay above rows that stay. */
  readonly withHeadings: (rowIds: ReadonlySet<string>) => ReadonlySet<string>;
}

export interface ScoreTools {
  readonly state: Store<ToolState>;
  /** Takes a living sheet over and lays the remembered view on it; answers the way out. */
  readonly attach: (target: ToolSheet) => () => void;
  readonly target: () => ToolSheet | null;
  /** What the filter box steers, beside the filters of columns. */
  readonly box: Pick<Sheet, 'setFilter' | 'showColumns'>;
  /** Leaves only rows with cells that wait for something; null leaves all. */
  readonly setWork: (passes: ((row: SheetRow) => boolean) | null) => void;
  /** A key that is not the sheet's own; true when it was obeyed. */
  readonly obey: (command: SheetCommand) => boolean;
  readonly openBar: (bar: ToolBar) => void;
  readonly closeBar: () => void;
  readonly togglePanel: (panel: ToolPanel) => void;
  readonly openPopup: (kind: 'filter' | 'header', columnId: string, x: number, y: number) => void;
  readonly close: (part: 'panel' | 'popup' | 'keys') => void;
  readonly setFilter: (columnId: string, filter: ColumnFilter | null) => void;
  readonly clearFilters: () => void;
  /** Evaluates the filters anew, for instance for another unit. */
  readonly applyFilters: () => void;
  /** Values may have changed. */
  readonly checkFilters: () => void;
  readonly setHidden: (hidden: ReadonlySet<string>) => void;
  readonly freeze: (columnId: string | null) => void;
  readonly sortBy: (columnId: string, descending: boolean, isFurther: boolean) => void;
  readonly clearSort: () => void;
  readonly setZoom: (percent: number) => void;
  /** Widths, hidden and frozen columns, sort and zoom as the program brings them. */
  readonly resetView: () => void;
  /** Keeps the view at once: the window is closing. */
  readonly keepView: () => void;
}

export interface ToolParts {
  readonly storage: ViewStorage;
  readonly key: string;
}

const SAVE_DELAY_MS = 300;

/** Makes the tools; what the person left behind is read at once, so that the first sheet already shows it. */
export function createScoreTools({ storage, key }: ToolParts): ScoreTools {
  const left = loadView(storage, key);
  const state = createStore<ToolState>({
    bar: null,
    barSerial: 0,
    panel: null,
    popup: null,
    isKeysOpen: false,
    filters: left.filters,
    suspended: null,
    shown: null,
    isFilterOld: false,
    hidden: new Set(left.hidden),
    frozenTo: left.frozenTo,
    zoom: left.zoom,
    findStep: null,
  });
  let target: ToolSheet | null = null;
  let boxRows: ((row: SheetRow) => boolean) | null = null;
  let workRows: ((row: SheetRow) => boolean) | null = null;
  let boxColumns: ((columnId: string) => boolean) | null = null;
  let kept: ReadonlySet<string> | null = null;
  let original: readonly ColumnLook[] = [];
  let marks: ReturnType<typeof createHeaderMarks> | null = null;
  let saving: ReturnType<typeof setTimeout> | undefined;

  function showRows(): void {
    if (!target) return;
    const { sheet, rows } = target;
    const passing = kept;
    const others = [boxRows, workRows].filter((each) => each !== null);
    const passes =
      passing || others.length > 0
        ? (row: SheetRow) => (!passing || passing.has(row.id)) && others.every((each) => each(row))
        : null;
    sheet.setFilter(passes);
    const scored = rows.filter(({ level }) => level === 0);
    const shown = passing && passes ? { shown: scored.filter(passes).length, count: scored.length } : null;
    const before = state.get().shown;
    if (before?.shown !== shown?.shown || before?.count !== shown?.count) state.set({ shown });
  }

  function showColumns(): void {
    const { hidden } = state.get();
    const box = boxColumns;
    target?.sheet.showColumns((id) => !hidden.has(id) && (!box || box(id)));
  }

  function evaluate(): ReadonlySet<string> | null {
    const { filters } = state.get();
    if (!target || Object.keys(filters).length === 0) return null;
    const { rows, columns, withHeadings } = target;
    return withHeadings(
      rowsPassing(
        filters,
        columns,
        rows.filter(({ level }) => level === 0),
      ),
    );
  }

  function applyFilters(): void {
    kept = evaluate();
    showRows();
    mark();
    state.set({ isFilterOld: false });
    save();
  }

  function mark(): void {
    marks?.set({
      filtered: Object.keys(state.get().filters),
      sorted: target?.sheet.sort().map(({ columnId }) => columnId) ?? [],
    });
  }

  function originalOf(id: string): ColumnLook | undefined {
    return original.find((look) => look.id === id);
  }

  /** Widths of `widths` over the original ones, frozen up to `frozenTo`. */
  function layColumns(widths: Readonly<Record<string, number>> | null): void {
    if (!target) return;
    const { sheet } = target;
    const { frozenTo } = state.get();
    const now = sheet.columnLooks();
    const reset = now.map((look) => ({ ...look, pinned: originalOf(look.id)?.pinned ?? null }));
    const frozen = frozenTo === null ? null : frozenUpTo(reset, frozenTo);
    sheet.setColumnLooks(
      reset.map((look) => ({
        ...look,
        ...(widths && { widthPx: widths[look.id] ?? originalOf(look.id)?.widthPx ?? look.widthPx }),
        ...(frozen?.ok && look.pinned !== 'right' && { pinned: frozen.ids.has(look.id) ? ('left' as const) : null }),
      })),
    );
    showColumns();
  }

  /** Widths a person chose, at 100 %. */
  function ownWidths(): Readonly<Record<string, number>> {
    const widths: Record<string, number> = {};
    if (!target) return widths;
    for (const { id, widthPx } of target.sheet.columnLooks()) {
      // A column that takes the width left over is as wide as the window makes it.
      if (!target.columns.get(id)?.grows && widthPx !== originalOf(id)?.widthPx) widths[id] = widthPx;
    }
    return widths;
  }

  function viewNow(): ViewState {
    const { filters, hidden, frozenTo, zoom } = state.get();
    const { sheet } = target as ToolSheet;
    const widths = ownWidths();
    const folded = sheet.foldedGroups();
    return {
      widths,
      hidden: [...hidden],
      frozenTo,
      sort: sheet.sort(),
      filters,
      zoom,
      folded: folded.length > 0 ? folded : null,
    };
  }

  function save(): void {
    clearTimeout(saving);
    if (target) saving = setTimeout(saveNow, SAVE_DELAY_MS);
  }

  function saveNow(): void {
    clearTimeout(saving);
    if (target) saveView(storage, key, viewNow());
  }

  function setZoom(percent: number): void {
    const zoom = clampZoom(percent);
    if (zoom === state.get().zoom) return;
    const widths = ownWidths();
    state.set({ zoom });
    target?.sheet.setZoom(zoom);
    layColumns(widths);
    save();
  }

  function openBar(bar: ToolBar): void {
    state.set(({ barSerial }) => ({ bar, barSerial: barSerial + 1, popup: null }));
  }

  function findStep(step: 1 | -1): void {
    const { bar, findStep: last } = state.get();
    if (bar !== 'find' && bar !== 'replace') openBar('find');
    state.set({ findStep: { serial: (last?.serial ?? 0) + 1, step } });
  }

  function openFilterHere(): boolean {
    const columnId = target?.sheet.selection()?.active.columnId;
    const header = columnId && document.querySelector(`.ag-header-cell[col-id="${CSS.escape(columnId)}"]`);
    if (!columnId || !header) return false;
    const { left, bottom } = header.getBoundingClientRect();
    openPopup('filter', columnId, left, bottom);
    return true;
  }

  function openPopup(kind: 'filter' | 'header', columnId: string, x: number, y: number): void {
    state.set({ popup: { kind, columnId, x, y } });
  }

  function toggleFilters(): void {
    const { filters, suspended } = state.get();
    const isOn = Object.keys(filters).length > 0;
    state.set(isOn ? { filters: {}, suspended: filters } : { filters: suspended ?? {}, suspended: null });
    applyFilters();
  }

  function hideSelected(): boolean {
    const sheet = target?.sheet;
    const selection = sheet?.selection();
    if (!sheet || !selection) return false;
    const view = sheet.view();
    const wanted = new Set(state.get().hidden);
    for (const { anchor, focus } of selection.ranges) {
      const places = [anchor, focus].map(({ columnId }) => view.columnAt.get(columnId) ?? -1);
      view.columnIds.slice(Math.min(...places), Math.max(...places) + 1).forEach((id) => wanted.add(id));
    }
    if (view.columnIds.every((id) => wanted.has(id))) return true;
    setHidden(wanted);
    return true;
  }

  function setHidden(hidden: ReadonlySet<string>): void {
    state.set({ hidden });
    showColumns();
    save();
  }

  return {
    state,
    target: () => target,
    attach(next) {
      target = next;
      const { sheet } = next;
      marks = createHeaderMarks();
      original = sheet.columnLooks();
      if (state.get().zoom !== 100) sheet.setZoom(state.get().zoom);
      if (left.folded) for (const id of left.folded) sheet.setFolded(id, true);
      const hasLook = Object.keys(left.widths).length > 0 || state.get().frozenTo !== null;
      if (hasLook) layColumns(left.widths);
      else if (state.get().hidden.size > 0 || boxColumns) showColumns();
      if (left.sort.length > 0) sheet.setSort(left.sort);
      applyFilters();
      const stopLook = sheet.onLook(() => {
        mark();
        save();
      });
      return () => {
        saveNow();
        stopLook();
        marks?.remove();
        marks = null;
        target = null;
      };
    },
    box: {
      setFilter(passes) {
        boxRows = passes;
        showRows();
      },
      showColumns(isShown) {
        boxColumns = isShown;
        showColumns();
      },
    },
    obey(command) {
      switch (command) {
        case 'find':
        case 'replace':
        case 'goTo':
          openBar(command);
          return true;
        case 'findNext':
        case 'findPrevious':
          findStep(command === 'findNext' ? 1 : -1);
          return true;
        case 'filterValues':
          return openFilterHere();
        case 'toggleFilter':
          toggleFilters();
          return true;
        case 'keys':
          state.set({ isKeysOpen: true });
          return true;
        case 'hideColumns':
          return hideSelected();
        case 'zoomIn':
        case 'zoomOut':
          setZoom(state.get().zoom + (command === 'zoomIn' ? 10 : -10));
          return true;
        case 'zoomReset':
          setZoom(100);
          return true;
        case 'history':
          state.set(({ panel }) => ({ panel: panel === 'history' ? null : 'history' }));
          return true;
        default:
          return false;
      }
    },
    setWork(passes) {
      workRows = passes;
      showRows();
    },
    openBar,
    closeBar: () => state.set({ bar: null }),
    togglePanel: (panel) => state.set((now) => ({ panel: now.panel === panel ? null : panel })),
    openPopup,
    close: (part) =>
      state.set(part === 'panel' ? { panel: null } : part === 'popup' ? { popup: null } : { isKeysOpen: false }),
    setFilter(columnId, filter) {
      const filters = { ...state.get().filters };
      delete filters[columnId];
      state.set({ filters: filter ? { ...filters, [columnId]: filter } : filters, suspended: null });
      applyFilters();
    },
    clearFilters() {
      state.set({ filters: {}, suspended: null });
      applyFilters();
    },
    applyFilters,
    checkFilters() {
      const next = evaluate();
      const isFilterOld = next?.size !== kept?.size || (next !== null && [...next].some((id) => !kept?.has(id)));
      state.set({ isFilterOld });
    },
    setHidden,
    freeze(frozenTo) {
      state.set({ frozenTo });
      layColumns(null);
      save();
    },
    sortBy(columnId, descending, isFurther) {
      const others = isFurther ? (target?.sheet.sort() ?? []).filter((wish) => wish.columnId !== columnId) : [];
      target?.sheet.setSort([...others, { columnId, descending }]);
    },
    clearSort: () => target?.sheet.setSort([]),
    setZoom,
    keepView: saveNow,
    resetView() {
      state.set({ hidden: new Set(), frozenTo: null });
      layColumns(DEFAULT_VIEW.widths);
      target?.sheet.setSort([]);
      setZoom(100);
      save();
    },
  };
}
