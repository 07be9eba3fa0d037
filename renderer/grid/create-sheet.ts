/**
 * A living sheet: AG Grid Community with our own selection, keys, clipboard, editor and messages around it. Called by
 * SheetHost only, which gives the elements and mounts the grid. The grid is an island: it is created once, asks
 * `options` for what it paints and is steered through the returned `Sheet`. It must not hold data and must not know
 * what a score is.
 */
import type { GridApi } from 'ag-grid-community';
import { createCellBubble } from './cell-bubble.ts';
import { createSheetLook } from './sheet-look.ts';
import { isOrderStale, type SortWord } from './order.ts';
import { planFillHandle } from './range/fill-plan.ts';
import { commandOf } from './range/excel-keys.ts';
import { isSingleCell, rangeOf, selectCell } from './range/selection.ts';
import { isSameCell, placeOf } from './range/sheet-view.ts';
import { createSelectionModel } from './selection-model.ts';
import { createSelectionPainter } from './selection-painter.ts';
import { attachClipboard } from './sheet-clipboard.ts';
import { flatColumns, foldableGroups } from './flat-columns.ts';
import { compareValues } from './sheet-columns.ts';
import { createSheetCommands } from './sheet-commands.ts';
import { attachFileDrop } from './sheet-drop.ts';
import type { SheetHooks } from './sheet-hooks.ts';
import { typingStart } from './sheet-keys.ts';
import { createSheetMoves } from './sheet-moves.ts';
import { attachPointer } from './sheet-pointer.ts';
import type { Bubble, CellAddress, Sheet, SheetChange, SheetOptions, SheetRow } from './sheet.ts';

export interface SheetParts {
  readonly api: GridApi<SheetRow>;
  /** Holds the grid. */
  readonly frame: HTMLElement;
  /** Holds messages over the grid; positioned. */
  readonly layer: HTMLElement;
  readonly hooks: SheetHooks;
  readonly options: SheetOptions;
  /** Lets the grid put the editor into the document before the next key. */
  readonly atOnce: (act: () => void) => void;
}

/** Brings a mounted grid to life. */
export function createSheet({ api, frame, layer, hooks, options, atOnce }: SheetParts): Sheet {
  const { entry, cells } = options;
  const columns = new Map(flatColumns(options.columns).map((column) => [column.id, column]));
  const isRowHeader = (columnId: string): boolean => columns.get(columnId)?.rowHeader ?? false;
  const bubble = createCellBubble(layer, giveUpBubble);
  let bubbleCell: CellAddress | null = null;
  let nextStart: { readonly text: string; readonly selectAll: boolean } | null = null;
  let stale = false;
  /** While an editor closes because its question was answered: its text is no longer news. */
  let isAnswered = false;
  /** The keyboard was last on a cell; a key that finds nothing focused is then meant for the sheet. */
  let hasKeys = false;

  api.setGridAriaProperty('label', options.label);
  const moves = createSheetMoves(api, (cell) => isEntryCell(cell), focus);
  const model = createSelectionModel(api, isRowHeader);
  const painter = createSelectionPainter(api, frame, model, () => !isEditing());
  const look = createSheetLook(api, frame, columns, new Set(foldableGroups(options.columns)));
  const clipboard = attachClipboard(frame, {
    model,
    cells,
    column: (id) => columns.get(id),
    row: rowOf,
    showSource(selection) {
      painter.setSource(selection);
      painter.paint();
    },
  });
  const commands = createSheetCommands({
    api,
    model,
    cells,
    clipboard,
    moves,
    column: (id) => columns.get(id),
    row: rowOf,
    isEntry({ rowId, columnId }) {
      const row = rowOf(rowId);
      return row !== null && isEntryCell({ row, columnId }) && entry.locked({ row, columnId }) === null;
    },
    open,
    clearOne: clear,
    hasProblem: (cell) => entry.problem(cell) !== null,
    dismiss,
    showMenu(cell) {
      const box = elementOf(cell)?.getBoundingClientRect();
      options.onContextMenu(cell, box?.left ?? 0, box?.bottom ?? 0);
    },
    foldAll: look.foldAll,
    other: (command) => options.onCommand(command),
  });
  const stopPointer = attachPointer(api, frame, {
    model,
    isRowHeader,
    hasHandle: () => !isEditing(),
    onTarget(rect) {
      painter.setTarget(rect);
      painter.paint();
    },
    onFill(source, target, isCopy) {
      const view = model.view();
      const plan = (mode: 'auto' | 'copy' | 'series') => ({
        step: mode === 'series' ? ('series' as const) : ('fill' as const),
        plan: () =>
          planFillHandle({ view, cellInfo: cells.info, needsReason: cells.needsReason }, source, target, mode),
        done: () => selectFilled(),
      });
      function selectFilled(): void {
        const filled = {
          top: Math.min(source.top, target.rect.top),
          left: Math.min(source.left, target.rect.left),
          bottom: Math.max(source.bottom, target.rect.bottom),
          right: Math.max(source.right, target.rect.right),
        };
        const range = rangeOf(view, target.kind === 'clear' ? source : filled);
        model.set({ ranges: [range], activeRange: 0, active: range.anchor }, 'none');
      }
      if (target.kind === 'clear') return cells.change({ ...plan('auto'), step: 'clear' });
      const first: SheetChange = {
        ...plan(isCopy ? 'copy' : 'auto'),
        done(isWritten) {
          if (!isWritten) return;
          selectFilled();
          cells.offerFill({ copy: { ...plan('copy'), instead: first }, series: { ...plan('series'), instead: first } });
        },
      };
      cells.change(first);
    },
  });
  model.subscribe(painter.paint);
  const stopDrop =
    options.files &&
    attachFileDrop(frame, {
      cellOf(element) {
        const cell = addressOf(element);
        return cell && options.files?.accepts(cell) ? cell : null;
      },
      onFiles(cell, files) {
        focus(cell.row.id, cell.columnId);
        options.files?.onDrop(cell, files);
      },
    });

  hooks.classesOf.current = painter.classesOf;
  hooks.header.current = { openHeaderMenu: options.onHeaderMenu };
  hooks.editor.current = {
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
      atOnce(() => api.stopEditing(true));
      if (move !== 'stay') commands.advance({ row, columnId }, move);
      else if (wasFocused && document.activeElement === document.body) focus(row.id, columnId);
    },
    cancel(row, columnId) {
      hideBubble();
      atOnce(() => api.stopEditing(true));
      focus(row.id, columnId);
    },
    fill(row, columnId, text) {
      hideBubble();
      atOnce(() => api.stopEditing(true));
      focus(row.id, columnId);
      commands.fillText(text);
    },
    typed: () => hideBubble(),
    owns: (target) => target instanceof Node && bubble.element.contains(target),
  };
  hooks.on.current = {
    onCellFocused: () => focusMoved(),
    onBodyScroll() {
      bubble.place();
      painter.keepUp();
    },
    onViewportChanged: () => painter.keepUp(),
    onModelUpdated: () => model.refresh(),
    onDisplayedColumnsChanged() {
      model.refresh();
      look.tell();
    },
    onColumnResized: ({ finished }) => finished && look.tell(),
    onColumnGroupOpened: () => look.tell(),
    onSortChanged() {
      setStale(false);
      look.tell();
    },
    onCellDoubleClicked({ data, column }) {
      if (data) sayWhyLocked({ row: data, columnId: column.getColId() });
    },
    onCellContextMenu({ data, column, event }) {
      if (!data || !column || !(event instanceof MouseEvent)) return;
      event.preventDefault();
      const cell = { row: data, columnId: column.getColId() };
      const selection = model.get();
      const place = { rowId: data.id, columnId: cell.columnId };
      // Inside the selection the menu is about all of it.
      const selected = selection && painter.classesOf(place.rowId, place.columnId).includes('sheet-selected');
      if (!selected) focus(place.rowId, place.columnId);
      options.onContextMenu(cell, event.clientX, event.clientY);
    },
  };
  document.addEventListener('keydown', onKeyDown, { capture: true });
  document.addEventListener('focusin', onFocusIn);

  function rowOf(rowId: string): SheetRow | null {
    return api.getRowNode(rowId)?.data ?? null;
  }

  function isEntryCell(cell: CellAddress): boolean {
    return columns.get(cell.columnId)?.entry === true && entry.isEntry(cell);
  }

  function focusedCell(): CellAddress | null {
    const at = api.getFocusedCell();
    const row = at && api.getDisplayedRowAtIndex(at.rowIndex)?.data;
    return row ? { row, columnId: at.column.getColId() } : null;
  }

  function elementOf({ row, columnId }: CellAddress): HTMLElement | null {
    const rowId = CSS.escape(row.id);
    return frame.querySelector(`[row-id="${rowId}"] [col-id="${CSS.escape(columnId)}"]`);
  }

  function addressOf(element: Element): CellAddress | null {
    const row = rowOf(element.closest('[row-id]')?.getAttribute('row-id') ?? '');
    const columnId = element.getAttribute('col-id');
    return row && columnId !== null ? { row, columnId } : null;
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
    model.follow({ rowId: cell.row.id, columnId: cell.columnId });
    options.onFocus(cell);
    const problem = entry.problem(cell);
    if (problem) show(cell, problem, true);
    // The grid tells late of a focus that was there already when something was said at this cell.
    else if (!bubble.isSticky() && !isBubbleOf(cell)) hideBubble();
  }

  /** At once and not by the grid's event, which comes after the next key of a fast typist. */
  function focus(rowId: string, columnId: string): void {
    const cell = { rowId, columnId };
    const selection = model.get();
    if (selection && isSameCell(selection.active, cell)) model.set(selection);
    else if (placeOf(model.view(), cell)) model.set(selectCell(cell));
  }

  function sayWhyLocked(cell: CellAddress): boolean {
    if (!isEntryCell(cell)) return false;
    const reason = entry.locked(cell);
    if (reason) show(cell, reason, false);
    return reason !== null;
  }

  function open(cell: CellAddress, text: string | null, selectAll: boolean): boolean {
    const node = api.getRowNode(cell.row.id);
    if (typeof node?.rowIndex !== 'number' || !isEntryCell(cell)) return false;
    if (sayWhyLocked(cell)) return true;
    const { rowIndex } = node;
    nextStart = { text: text ?? entry.editText(cell), selectAll };
    clipboard.forget();
    atOnce(() => api.startEditingCell({ rowIndex, colKey: cell.columnId }));
    return true;
  }

  function onFocusIn({ target }: FocusEvent): void {
    if (target instanceof Element) hasKeys = frame.contains(target) && target.closest('.ag-cell') !== null;
  }

  /** Runs before the grid's own keys; a key handled here never reaches them. */
  function onKeyDown(event: KeyboardEvent): void {
    const target = event.target instanceof HTMLElement ? event.target : null;
    const isOnCell = target !== null && frame.contains(target) && target.closest('.ag-cell') !== null;
    const isLost = target === document.body && hasKeys;
    if (event.defaultPrevented || !(isOnCell || isLost) || target?.closest('.sheet-editor')) return;
    forgetWhatWasSaid(event.key);
    const selection = model.get();
    const command = commandOf(event, selection && !isSingleCell(selection) ? 'selection' : 'sheet');
    const typed = command === null ? typingStart(event) : null;
    let isHandled = false;
    if (command) isHandled = commands.run(command);
    else if (typed && selection) {
      const row = rowOf(selection.active.rowId);
      isHandled = row !== null && open({ row, columnId: selection.active.columnId }, typed.text, false);
    }
    if (!isHandled) return;
    event.stopPropagation();
    if (!typed?.passOn) event.preventDefault();
  }

  /** What was said in passing goes with the next key; Escape is left to `dismiss`. */
  function forgetWhatWasSaid(key: string): void {
    const isOver = !['Control', 'Shift', 'Alt', 'Meta', 'Escape'].includes(key);
    if (isOver && bubble.isOpen() && !bubble.isSticky()) hideBubble();
  }

  function dismiss(cell: CellAddress): boolean {
    const hadProblem = entry.problem(cell) !== null;
    if (hadProblem) entry.dismiss(cell);
    const wasOpen = bubble.isOpen();
    hideBubble();
    return hadProblem || wasOpen;
  }

  function clear(cell: CellAddress): boolean {
    if (!isEntryCell(cell)) return false;
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

  function checkOrder(): void {
    const sort = look.sort().map(({ columnId, descending }): SortWord<SheetRow> => {
      const value = columns.get(columnId)?.value ?? (() => null);
      return { compare: (a, b) => compareValues(value(a), value(b)), descending };
    });
    if (sort.length === 0) return setStale(false);
    const rows: SheetRow[] = [];
    api.forEachNodeAfterFilterAndSort(({ data }) => data && rows.push(data));
    setStale(isOrderStale(rows, sort));
  }

  /** Values are read from the feature's store while painting, so rows out of sight need nothing. */
  function refreshShown(rowIds: ReadonlySet<string>, columnIds?: string[]): void {
    const rowNodes = api.getRenderedNodes().filter(({ data }) => data && rowIds.has(data.id));
    if (rowNodes.length > 0) api.refreshCells({ rowNodes, ...(columnIds && { columns: columnIds }) });
  }

  function hideSolvedBubble(): void {
    if (bubbleCell && bubble.isSticky() && !isEditing() && entry.problem(bubbleCell) === null) hideBubble();
  }

  function isEditing(): boolean {
    return api.getEditingCells().length > 0;
  }

  // Between the end of the grid and the next render of the screen somebody may still call.
  return {
    updateCells(changed) {
      if (api.isDestroyed()) return;
      const rowIds = new Set(changed.map(({ rowId }) => rowId));
      const columnIds = new Set(changed.map(({ columnId }) => columnId));
      refreshShown(rowIds, [...columnIds]);
      hideSolvedBubble();
    },
    updateRows(rows) {
      if (api.isDestroyed()) return;
      refreshShown(new Set(rows.map(({ id }) => id)));
      hideSolvedBubble();
      checkOrder();
    },
    repaint() {
      if (api.isDestroyed()) return;
      api.refreshCells({ suppressFlash: true });
      checkOrder();
    },
    setFilter(passes) {
      if (api.isDestroyed()) return;
      hooks.filter.current = passes;
      api.onFilterChanged();
    },
    showColumns(isShown) {
      if (api.isDestroyed()) return;
      const ids = [...columns.keys()];
      api.setColumnsVisible(ids.filter(isShown), true);
      api.setColumnsVisible(
        ids.filter((id) => !isShown(id)),
        false,
      );
    },
    resort() {
      if (api.isDestroyed()) return;
      api.refreshClientSideRowModel('sort');
      setStale(false);
    },
    focus,
    focusedCell,
    edit(rowId, columnId) {
      const row = rowOf(rowId);
      focus(rowId, columnId);
      if (row) open({ row, columnId }, null, true);
    },
    clear(rowId, columnId) {
      const row = rowOf(rowId);
      focus(rowId, columnId);
      if (row) clear({ row, columnId });
    },
    closeEditor(rowId, columnId) {
      hideBubble();
      isAnswered = true;
      atOnce(() => api.stopEditing(true));
      isAnswered = false;
      focus(rowId, columnId);
    },
    showBubble: (cell, content) => show(cell, content, true),
    hideBubble,
    say(content) {
      const selection = model.get();
      const row = selection && rowOf(selection.active.rowId);
      if (row) show({ row, columnId: selection.active.columnId }, content, false);
    },
    view: model.view,
    rowOf,
    selection: model.get,
    setSelection: (selection) => model.set(selection),
    onSelection: model.subscribe,
    onLook: look.subscribe,
    scrollTo({ rowId, columnId }) {
      const rowIndex = api.getRowNode(rowId)?.rowIndex;
      if (typeof rowIndex === 'number') api.ensureIndexVisible(rowIndex);
      api.ensureColumnVisible(columnId);
    },
    takeFocus() {
      const selection = model.get();
      if (selection) focus(selection.active.rowId, selection.active.columnId);
    },
    run: (command) => void commands.run(command),
    columnLooks: look.columns,
    setColumnLooks: look.setColumns,
    sort: look.sort,
    setSort: look.setSort,
    setZoom: look.setZoom,
    foldedGroups: look.folded,
    setFolded: look.setFolded,
    destroy() {
      api.stopEditing(true);
      stopPointer();
      stopDrop?.();
      clipboard.stop();
      document.removeEventListener('keydown', onKeyDown, { capture: true });
      document.removeEventListener('focusin', onFocusIn);
      layer.replaceChildren();
    },
  };
}
