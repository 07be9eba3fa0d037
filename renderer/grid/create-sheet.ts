/**
 * A living sheet in an element: AG Grid Community with our own keys, editor and messages around it. Called by
 * SheetHost only. The grid is an island outside React: it is created once, asks `options` for what it paints and is
 * steered through the returned `Sheet`. It must not hold data and must not know what a score is.
 *
 * Plain createGrid and not the React wrapper: the wrapper renders cells and editors as React components, which paints
 * later than the key press and can lose the second letter of a fast typist.
 */
import { ModuleRegistry, createGrid, type GridApi, type GridOptions } from 'ag-grid-community';
import { createCellBubble } from './cell-bubble.ts';
import type { EditorHost } from './cell-text-editor.ts';
import { GRID_MODULES } from './grid-modules.ts';
import { gridTheme } from './grid-theme.ts';
import { localeText } from './locale-text.ts';
import { isOrderStale, type SortWord } from './order.ts';
import { compareValues, flatColumns, toColDefs } from './sheet-columns.ts';
import { keyIntent } from './sheet-keys.ts';
import { createSheetMoves } from './sheet-moves.ts';
import type { Bubble, CellAddress, Sheet, SheetOptions, SheetRow } from './sheet.ts';

ModuleRegistry.registerModules(GRID_MODULES);

const ROW_HEIGHT_PX = 28;

/** Builds the sheet inside `container`, which must be positioned and have a height. */
export function createSheet(container: HTMLElement, options: SheetOptions): Sheet {
  const { entry } = options;
  const columns = new Map(flatColumns(options.columns).map((column) => [column.id, column]));
  const entryColumns = new Set([...columns.values()].filter((column) => column.entry).map((column) => column.id));
  const frame = document.createElement('div');
  frame.className = 'sheet-frame';
  container.append(frame);
  const bubble = createCellBubble(container, giveUpBubble);
  let bubbleCell: CellAddress | null = null;
  let nextStart: { readonly text: string; readonly selectAll: boolean } | null = null;
  let filter: ((row: SheetRow) => boolean) | null = null;
  let stale = false;
  let sort: readonly SortWord<SheetRow>[] = [];
  /** While an editor closes because its question was answered: its text is no longer news. */
  let isAnswered = false;

  const host: EditorHost = {
    start(row, columnId) {
      const start = nextStart ?? { text: entry.editText({ row, columnId }), selectAll: false };
      nextStart = null;
      return start;
    },
    commit(row, columnId, text, leaving) {
      if (isAnswered) return true;
      const cell = { row, columnId };
      const refused = entry.commit(cell, text, leaving);
      if (refused) show(cell, refused, true);
      else if (isBubbleOf(cell)) hideBubble();
      return refused === null;
    },
    finish(row, columnId, move) {
      const wasFocused = frame.contains(document.activeElement);
      api.stopEditing(true);
      if (move !== 'stay') moves.go({ row, columnId }, move);
      else if (wasFocused && document.activeElement === document.body) focus(row.id, columnId);
    },
    cancel(row, columnId) {
      hideBubble();
      api.stopEditing(true);
      focus(row.id, columnId);
    },
    typed: () => hideBubble(),
    owns: (target) => target instanceof Node && bubble.element.contains(target),
  };

  const gridOptions: GridOptions<SheetRow> = {
    theme: gridTheme,
    context: host,
    rowData: [...options.rows],
    columnDefs: toColDefs(options),
    getRowId: ({ data }) => data.id,
    readOnlyEdit: true,
    rowHeight: ROW_HEIGHT_PX,
    headerHeight: 40,
    groupHeaderHeight: 24,
    animateRows: false,
    suppressColumnMoveAnimation: true,
    suppressMovableColumns: true,
    suppressDragLeaveHidesColumns: true,
    suppressModelUpdateAfterUpdateTransaction: true,
    suppressScrollOnNewData: true,
    tooltipShowDelay: 500,
    cellFlashDuration: 600,
    cellFadeDuration: 600,
    defaultColDef: { resizable: true, suppressHeaderMenuButton: true, wrapHeaderText: true },
    localeText: localeText(options.language),
    getRowClass: ({ data }) => (data && data.level > 0 ? `sheet-heading-${data.level}` : undefined),
    isExternalFilterPresent: () => filter !== null,
    doesExternalFilterPass: ({ data }) => filter === null || data === undefined || filter(data),
    onCellFocused: () => focusMoved(),
    onBodyScroll: () => bubble.place(),
    onSortChanged: () => {
      sort = readSort();
      setStale(false);
    },
    onCellDoubleClicked: ({ data, column }) => {
      if (data) sayWhyLocked({ row: data, columnId: column.getColId() });
    },
    ...(options.styleNonce !== undefined && { styleNonce: options.styleNonce }),
  };
  gridOptions.onCellContextMenu = ({ data, column, event }) => {
    if (!data || !column || !(event instanceof MouseEvent)) return;
    event.preventDefault();
    focus(data.id, column.getColId());
    options.onContextMenu({ row: data, columnId: column.getColId() }, event.clientX, event.clientY);
  };
  const api: GridApi<SheetRow> = createGrid(frame, gridOptions);
  api.setGridAriaProperty('label', options.label);
  const moves = createSheetMoves(api, (cell) => entryColumns.has(cell.columnId) && entry.isEntry(cell));
  frame.addEventListener('keydown', onKeyDown, { capture: true });

  function focusedCell(): CellAddress | null {
    const at = api.getFocusedCell();
    const row = at && api.getDisplayedRowAtIndex(at.rowIndex)?.data;
    return row ? { row, columnId: at.column.getColId() } : null;
  }

  function elementOf({ row, columnId }: CellAddress): HTMLElement | null {
    const rowId = CSS.escape(row.id);
    return frame.querySelector(`[row-id="${rowId}"] [col-id="${CSS.escape(columnId)}"]`);
  }

  function isBubbleOf(cell: CellAddress): boolean {
    return bubbleCell !== null && bubbleCell.row === cell.row && bubbleCell.columnId === cell.columnId;
  }

  function show(cell: CellAddress, content: Bubble, sticky: boolean): void {
    bubbleCell = cell;
    bubble.show(content, () => elementOf(cell), sticky);
    if (content.tone === 'question') bubble.focusFirstAction();
  }

  function hideBubble(): void {
    bubbleCell = null;
    bubble.hide();
  }

  /** Esc inside the message: back to the text if it is still being edited, else forget it. */
  function giveUpBubble(): void {
    const cell = bubbleCell;
    hideBubble();
    const input = frame.querySelector<HTMLInputElement>('.sheet-editor');
    if (input) input.focus();
    else if (cell) focus(cell.row.id, cell.columnId);
  }

  function focusMoved(): void {
    const cell = focusedCell();
    if (!cell) return;
    options.onFocus(cell);
    const problem = entry.problem(cell);
    if (problem) show(cell, problem, true);
    else if (!bubble.isSticky()) hideBubble();
  }

  function focus(rowId: string, columnId: string): void {
    moves.focus(api.getRowNode(rowId), columnId);
  }

  function sayWhyLocked(cell: CellAddress): boolean {
    if (!entryColumns.has(cell.columnId) || !entry.isEntry(cell)) return false;
    const reason = entry.locked(cell);
    if (reason) show(cell, reason, false);
    return reason !== null;
  }

  function open(cell: CellAddress, text: string | null, selectAll: boolean): boolean {
    const node = api.getRowNode(cell.row.id);
    if (typeof node?.rowIndex !== 'number' || !entryColumns.has(cell.columnId) || !entry.isEntry(cell)) return false;
    if (sayWhyLocked(cell)) return true;
    nextStart = { text: text ?? entry.editText(cell), selectAll };
    api.startEditingCell({ rowIndex: node.rowIndex, colKey: cell.columnId });
    return true;
  }

  /** Runs before the grid's own keys; a key handled here never reaches them. */
  function onKeyDown(event: KeyboardEvent): void {
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (event.defaultPrevented || !target?.closest('.ag-cell') || target.closest('.sheet-editor')) return;
    const cell = focusedCell();
    if (!cell) return;
    const intent = keyIntent(event);
    const handled = intent.kind !== 'none' && obey(cell, intent, event.key === 'Enter');
    if (!handled) return;
    event.stopPropagation();
    if (intent.kind !== 'open' || !intent.passOn) event.preventDefault();
  }

  function obey(cell: CellAddress, intent: Exclude<ReturnType<typeof keyIntent>, { kind: 'none' }>, all: boolean) {
    switch (intent.kind) {
      case 'open':
        return open(cell, intent.text, all && intent.text === null);
      case 'clear':
        return clear(cell);
      case 'up':
        moves.go(cell, 'up');
        return true;
      case 'menu': {
        const box = elementOf(cell)?.getBoundingClientRect();
        options.onContextMenu(cell, box?.left ?? 0, box?.bottom ?? 0);
        return true;
      }
      case 'dismiss': {
        const hadProblem = entry.problem(cell) !== null;
        if (hadProblem) entry.dismiss(cell);
        const wasOpen = bubble.isOpen();
        hideBubble();
        return hadProblem || wasOpen;
      }
    }
  }

  function clear(cell: CellAddress): boolean {
    if (!entryColumns.has(cell.columnId) || !entry.isEntry(cell)) return false;
    if (sayWhyLocked(cell)) return true;
    const refused = entry.clear(cell);
    if (refused) show(cell, refused, false);
    else hideBubble();
    return true;
  }

  function setStale(next: boolean): void {
    if (next === stale) return;
    stale = next;
    options.onOrderStale(next);
  }

  function readSort(): readonly SortWord<SheetRow>[] {
    return api
      .getColumnState()
      .filter((state) => Boolean(state.sort))
      .sort((a, b) => (a.sortIndex ?? 0) - (b.sortIndex ?? 0))
      .map(({ colId, sort: direction }) => {
        const value = columns.get(colId)?.value ?? (() => null);
        return { compare: (a, b) => compareValues(value(a), value(b)), descending: direction === 'desc' };
      });
  }

  function checkOrder(): void {
    if (sort.length === 0) return setStale(false);
    const rows: SheetRow[] = [];
    api.forEachNodeAfterFilterAndSort(({ data }) => data && rows.push(data));
    setStale(isOrderStale(rows, sort));
  }

  return {
    updateRows(rows) {
      if (rows.length > 0) api.applyTransaction({ update: [...rows] });
      if (bubbleCell && bubble.isSticky() && !isEditing() && entry.problem(bubbleCell) === null) hideBubble();
      checkOrder();
    },
    repaint() {
      api.refreshCells({ suppressFlash: true });
      checkOrder();
    },
    setFilter(passes) {
      filter = passes;
      api.onFilterChanged();
    },
    showColumns(isShown) {
      const ids = [...columns.keys()];
      api.setColumnsVisible(ids.filter(isShown), true);
      api.setColumnsVisible(
        ids.filter((id) => !isShown(id)),
        false,
      );
    },
    resort() {
      api.refreshClientSideRowModel('sort');
      setStale(false);
    },
    focus,
    focusedCell,
    edit(rowId, columnId) {
      const row = api.getRowNode(rowId)?.data;
      focus(rowId, columnId);
      if (row) open({ row, columnId }, null, true);
    },
    clear(rowId, columnId) {
      const row = api.getRowNode(rowId)?.data;
      focus(rowId, columnId);
      if (row) clear({ row, columnId });
    },
    closeEditor(rowId, columnId) {
      hideBubble();
      isAnswered = true;
      api.stopEditing(true);
      isAnswered = false;
      focus(rowId, columnId);
    },
    showBubble: (cell, content) => show(cell, content, true),
    hideBubble,
    destroy() {
      api.stopEditing(true);
      api.destroy();
      container.replaceChildren();
    },
  };

  function isEditing(): boolean {
    return api.getEditingCells().length > 0;
  }
}
