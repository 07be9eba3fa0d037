/**
 * What the commands of the key table do on a sheet: moving, extending, filling, clearing. Called for keys, and by name
 * for menus and the palette. Commands that are not the sheet's own business go to the feature.
 */
import type { GridApi } from 'ag-grid-community';
import { planClear, planFill, planSeries } from './range/fill-plan.ts';
import { gridOfText } from './range/clipboard-grid.ts';
import { planPaste } from './range/paste-plan.ts';
import { moveSelection, stepInside, type Motion } from './range/selection-moves.ts';
import { isSingleCell, rectsOf, selectAll, selectCell, widenTo, type Selection } from './range/selection.ts';
import type { FillDirection } from './range/fill-target.ts';
import type { CellRef } from './range/sheet-view.ts';
import type { SelectionModel } from './selection-model.ts';
import type { SheetClipboard } from './sheet-clipboard.ts';
import type { SheetMoves } from './sheet-moves.ts';
import type { CellAddress, SheetCells, SheetColumn, SheetCommand, SheetRow } from './sheet.ts';

export interface CommandHost {
  readonly api: GridApi<SheetRow>;
  readonly model: SelectionModel;
  readonly cells: SheetCells;
  readonly clipboard: SheetClipboard;
  readonly moves: SheetMoves;
  readonly column: (columnId: string) => SheetColumn | undefined;
  readonly row: (rowId: string) => SheetRow | null;
  readonly isEntry: (cell: CellRef) => boolean;
  /** Opens the editor; with text it replaces what was there. False when there is nothing to edit. */
  readonly open: (cell: CellAddress, text: string | null, selectAll: boolean) => boolean;
  readonly clearOne: (cell: CellAddress) => boolean;
  readonly hasProblem: (cell: CellAddress) => boolean;
  readonly dismiss: (cell: CellAddress) => boolean;
  readonly showMenu: (cell: CellAddress) => void;
  readonly foldAll: (isFolded: boolean) => void;
  readonly other: (command: SheetCommand) => boolean;
}

export interface SheetCommands {
  /** False when nothing came of it and the key may mean something to others. */
  readonly run: (command: SheetCommand) => boolean;
  /** Writes one typed text into every selected cell. */
  readonly fillText: (text: string) => void;
  /** After an edit: on to the next cell, inside the selection when there is one. */
  readonly advance: (from: CellAddress, move: 'down' | 'up' | 'left' | 'right') => void;
}

const FILLS: Readonly<Record<string, FillDirection>> = {
  fillDown: 'down',
  fillRight: 'right',
  fillUp: 'up',
  fillLeft: 'left',
};

/** Ties the key table to a sheet. */
export function createSheetCommands(host: CommandHost): SheetCommands {
  const { api, model, cells, clipboard } = host;
  const planInput = () => ({ view: model.view(), cellInfo: cells.info, needsReason: cells.needsReason });
  /** Where a row of Tabs began: Enter goes back below it, as in a form. */
  let tabStart: string | null = null;

  function active(): CellAddress | null {
    const selection = model.get();
    const row = selection && host.row(selection.active.rowId);
    return row ? { row, columnId: selection.active.columnId } : null;
  }

  function isFilled(rowId: string, columnId: string): boolean {
    const row = host.row(rowId);
    const value = row && host.column(columnId)?.value(row);
    return value !== null && value !== undefined && value !== '' && !Number.isNaN(value);
  }

  function moveBy(motion: Motion, extend: boolean): boolean {
    const scrolling = api.getAllDisplayedColumns().filter((column) => !column.isPinned());
    const rows = api.getVerticalPixelRange();
    const rowHeight = api.getDisplayedRowAtIndex(0)?.rowHeight ?? 28;
    const columns = api.getHorizontalPixelRange();
    const width = scrolling[0]?.getActualWidth() ?? 66;
    const home = scrolling[0]?.getColId();
    const next = moveSelection(model.get(), model.view(), motion, {
      extend,
      isFilled,
      pageRows: Math.max(1, Math.floor((rows.bottom - rows.top) / rowHeight) - 1),
      pageColumns: Math.max(1, Math.floor((columns.right - columns.left) / width) - 1),
      ...(home !== undefined && { homeColumnId: home }),
    });
    if (next) model.set(next, extend ? 'corner' : 'active');
    return next !== null;
  }

  function advance(from: CellAddress, move: 'down' | 'up' | 'left' | 'right'): void {
    const selection = model.get();
    const isRow = move === 'left' || move === 'right';
    const step = move === 'down' || move === 'right' ? 1 : -1;
    const inside = selection && stepInside(selection, model.view(), isRow ? 'row' : 'column', step, host.isEntry);
    if (inside) return model.set(inside);
    const start = tabStart;
    if (isRow) {
      tabStart ??= from.columnId;
      host.moves.go(from, move);
      return;
    }
    tabStart = null;
    host.moves.go(move === 'down' && start !== null ? { ...from, columnId: start } : from, move);
  }

  function edit(isBlank: boolean): boolean {
    const cell = active();
    return cell !== null && host.open(cell, isBlank ? '' : null, false);
  }

  function clear(selection: Selection): boolean {
    const cell = active();
    if (isSingleCell(selection) && cell) return host.clearOne(cell);
    cells.change({ step: 'clear', plan: () => planClear(planInput(), selection) });
    return true;
  }

  /** Ctrl+Enter without typing: the value of the active cell goes into the others. */
  function fillValue(selection: Selection): boolean {
    const cell = active();
    if (cell) fillText(cells.copied(cell).text);
    return selection !== null;
  }

  function fillText(text: string): void {
    const selection = model.get();
    if (!selection) return;
    const view = model.view();
    const grid = gridOfText(text);
    cells.change({
      step: 'fill',
      plan: (answers) =>
        planPaste({ grid, selection, view, cellInfo: cells.info, needsReason: cells.needsReason, ...answers }),
    });
  }

  function series(selection: Selection): boolean {
    const [rect] = rectsOf(selection, model.view());
    const direction = rect && rect.bottom === rect.top && rect.right > rect.left ? 'right' : 'down';
    cells.change({ step: 'series', plan: () => planSeries(planInput(), selection, direction) });
    return true;
  }

  function enter(move: 'down' | 'up' | 'left' | 'right'): boolean {
    const cell = active();
    if (!cell) return false;
    if (move === 'down' && host.hasProblem(cell)) return host.open(cell, null, true);
    advance(cell, move);
    return true;
  }

  function widen(kind: 'rows' | 'columns'): boolean {
    const selection = model.get();
    if (selection) model.set(widenTo(selection, kind), 'none');
    return true;
  }

  function run(command: SheetCommand): boolean {
    const selection = model.get();
    if (command !== 'nextCell' && command !== 'editOrDown' && command !== 'edit' && command !== 'editBlank')
      tabStart = null;
    const motion = /^(move|extend)(.+)$/.exec(command);
    if (motion?.[2]) {
      const [first = '', ...rest] = motion[2];
      return moveBy((first.toLowerCase() + rest.join('')) as Motion, motion[1] === 'extend');
    }
    const direction = FILLS[command];
    if (direction && selection) {
      cells.change({ step: 'fill', plan: () => planFill(planInput(), selection, direction) });
      return true;
    }
    switch (command) {
      case 'nextCell':
      case 'nextInside':
        return enter('right');
      case 'previousCell':
      case 'previousInside':
        return enter('left');
      case 'editOrDown':
      case 'downInside':
        return enter('down');
      case 'previousRow':
      case 'upInside':
        return enter('up');
      case 'showActiveCell':
        if (selection) model.set(selection);
        return true;
      case 'selectRows':
        return widen('rows');
      case 'selectColumns':
        return widen('columns');
      case 'selectAll': {
        const all = selectAll(selection, model.view());
        if (all) model.set(all, 'none');
        return true;
      }
      case 'collapseSelection':
        if (selection) model.set(selectCell(selection.active));
        return true;
      case 'edit':
        return edit(false);
      case 'editBlank':
        return edit(true);
      case 'clear':
        return selection !== null && clear(selection);
      case 'dismiss': {
        const cell = active();
        const wasCopied = clipboard.forget();
        return (cell !== null && host.dismiss(cell)) || wasCopied;
      }
      case 'fillValue':
        return selection !== null && fillValue(selection);
      case 'fillSeries':
        return selection !== null && series(selection);
      case 'copy':
        clipboard.copy('plain');
        return true;
      case 'copyWithHeaders':
        clipboard.copy('headers');
        return true;
      case 'cut':
        clipboard.copy('cut');
        return true;
      case 'menu': {
        const cell = active();
        if (cell) host.showMenu(cell);
        return cell !== null;
      }
      case 'foldAll':
      case 'unfoldAll':
        host.foldAll(command === 'foldAll');
        return true;
      default:
        return host.other(command);
    }
  }

  return { run, fillText, advance };
}
