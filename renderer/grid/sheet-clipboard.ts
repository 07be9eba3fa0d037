/**
 * Copy, cut and paste of a sheet through the DOM's clipboard events, as text (TSV) and as HTML. Called by create-sheet.
 * Events of dialogs, fields and open editors are left alone. What a paste does is planned by range/ and written by the
 * feature; nothing here knows what a score is.
 */
import type { ClipboardGrid } from './range/clipboard-grid.ts';
import { readClipboard, type ClipboardForms } from './range/read-clipboard.ts';
import { cutCells, planMove, type CutCells } from './range/move-plan.ts';
import { planPaste } from './range/paste-plan.ts';
import { pasteTargets } from './range/paste-targets.ts';
import { rectsOf, selectRange, type Selection } from './range/selection.ts';
import { cellAt, type Rect, type SheetView } from './range/sheet-view.ts';
import { writeTsv } from './range/tsv.ts';
import { writeClipboardHtml, type CopiedCell } from './range/write-clipboard-html.ts';
import type { SelectionModel } from './selection-model.ts';
import type { SheetCells, SheetColumn, SheetRow } from './sheet.ts';

export interface ClipboardHost {
  readonly model: SelectionModel;
  readonly cells: SheetCells;
  readonly column: (columnId: string) => SheetColumn | undefined;
  readonly row: (rowId: string) => SheetRow | null;
  /** Shows where the copied cells came from; null when that is over. */
  readonly showSource: (selection: Selection | null) => void;
}

export interface SheetClipboard {
  /** Copies as the key would; for menus. */
  readonly copy: (how: 'plain' | 'headers' | 'cut') => void;
  /** Forgets what was cut and takes its marks away; false when there was nothing. */
  readonly forget: () => boolean;
  readonly stop: () => void;
}

interface Copied {
  readonly text: string;
  readonly cut: CutCells | null;
}

/** Listens on the document: without a text selection the events come from its body, whatever has the focus. */
export function attachClipboard(frame: HTMLElement, host: ClipboardHost): SheetClipboard {
  const { model, cells } = host;
  let copied: Copied | null = null;
  let withHeaders = false;

  function isOurs(): boolean {
    const focused = document.activeElement;
    return (
      focused !== null && frame.contains(focused) && focused.closest('.ag-cell') !== null && !focused.closest('input')
    );
  }

  function forget(): boolean {
    const had = copied !== null;
    copied = null;
    host.showSource(null);
    return had;
  }

  function onCopy(event: ClipboardEvent): void {
    const selection = model.get();
    if (!isOurs() || !selection || !event.clipboardData) return;
    event.preventDefault();
    const view = model.view();
    const block = blockOf(rectsOf(selection, view));
    if (!block) return cells.refuseClipboard('severalRanges');
    const rows = block.rows.map((row) => block.columns.map((column) => cellOf(view, row, column)));
    const table = withHeaders ? withNames(view, block, rows) : rows;
    const text = writeTsv(table.map((row) => row.map((cell) => cell.text)));
    event.clipboardData.setData('text/plain', text);
    event.clipboardData.setData('text/html', writeClipboardHtml(table));
    const [range] = selection.ranges;
    const isCut = event.type === 'cut' && selection.ranges.length === 1 && range !== undefined;
    copied = { text, cut: isCut ? cutCells(range, view) : null };
    host.showSource(selection);
  }

  function cellOf(view: SheetView, row: number, column: number): CopiedCell {
    const at = cellAt(view, row, column);
    const of = at && host.row(at.rowId);
    return of ? cells.copied({ row: of, columnId: at.columnId }) : { text: '', micro: null };
  }

  /** With headers: codes of the columns above, names of the rows before, so that a paste back finds its way. */
  function withNames(
    view: SheetView,
    block: Block,
    rows: readonly (readonly CopiedCell[])[],
  ): readonly (readonly CopiedCell[])[] {
    const before = view.columnIds.flatMap((id, at) =>
      host.column(id)?.pinned === 'left' && !block.columns.includes(at) ? [at] : [],
    );
    const header = [...before, ...block.columns].map((at): CopiedCell => {
      const name = host.column(view.columnIds[at] ?? '')?.header ?? '';
      return { text: name.split('\n')[0] ?? '', micro: null, isHeader: true };
    });
    return [
      header,
      ...rows.map((row, at) => [...before.map((column) => cellOf(view, block.rows[at] ?? 0, column)), ...row]),
    ];
  }

  function onPaste(event: ClipboardEvent): void {
    if (!isOurs() || !model.get() || !event.clipboardData) return;
    event.preventDefault();
    paste({ text: event.clipboardData.getData('text/plain'), html: event.clipboardData.getData('text/html') });
  }

  function paste(forms: ClipboardForms): void {
    const selection = model.get();
    if (!selection) return;
    const view = model.view();
    const [first] = rectsOf(selection, view);
    const corner = first && cellAt(view, first.top, first.left);
    if (copied?.cut && corner && sameText(copied.text, forms.text)) {
      const { cut } = copied;
      cells.change({
        step: 'cut',
        plan: () => planMove({ view: model.view(), cellInfo: cells.info, needsReason: cells.needsReason }, cut, corner),
        done: (isWritten) => {
          if (!isWritten) return;
          forget();
          select({
            top: first.top,
            left: first.left,
            bottom: first.top + cut.rowIds.length - 1,
            right: first.left + cut.columnIds.length - 1,
          });
        },
      });
      return;
    }
    cells.run(readClipboard(forms), (grid) => {
      if (!grid.ok) cells.refuseClipboard(grid.error);
      else if (grid.value.length === 0) cells.refuseClipboard('empty');
      else pasteGrid(grid.value, selection, view);
    });
  }

  function pasteGrid(grid: ClipboardGrid, selection: Selection, view: SheetView): void {
    const columns = grid.reduce((most, row) => Math.max(most, row.length), 0);
    const { info, needsReason, names } = cells;
    cells.change({
      step: 'paste',
      plan: (answers) => planPaste({ grid, selection, view, cellInfo: info, needsReason, names, ...answers }),
      done: (isWritten) => {
        const [block] = pasteTargets(rectsOf(selection, view), { rows: grid.length, columns });
        if (!isWritten || !block || selection.ranges.length > 1) return;
        select({
          top: block.top,
          left: block.left,
          bottom: block.top + block.rows - 1,
          right: block.left + block.columns - 1,
        });
      },
    });
  }

  /** Selects what was pasted, as Excel does. */
  function select(rect: Rect): void {
    const view = model.view();
    const anchor = cellAt(view, rect.top, rect.left);
    const focus = cellAt(
      view,
      Math.min(rect.bottom, view.rowIds.length - 1),
      Math.min(rect.right, view.columnIds.length - 1),
    );
    if (anchor && focus) model.set(selectRange(anchor, focus), 'none');
  }

  // Without a text selection Chromium offers the commands only to pages that ask for them here.
  function onBefore(event: Event): void {
    if (isOurs()) event.preventDefault();
  }

  const listeners: readonly (readonly [string, (event: Event) => void])[] = [
    ['copy', (event) => onCopy(event as ClipboardEvent)],
    ['cut', (event) => onCopy(event as ClipboardEvent)],
    ['paste', (event) => onPaste(event as ClipboardEvent)],
    ['beforecopy', onBefore],
    ['beforecut', onBefore],
    ['beforepaste', onBefore],
  ];
  for (const [name, listener] of listeners) document.addEventListener(name, listener);

  return {
    copy(how) {
      withHeaders = how === 'headers';
      // The one way to raise the event with the rights of the key press or click that asked for it.
      document.execCommand(how === 'cut' ? 'cut' : 'copy');
      withHeaders = false;
    },
    forget,
    stop() {
      for (const [name, listener] of listeners) document.removeEventListener(name, listener);
    },
  };
}

interface Block {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** Several ranges copy as one block when they lie in the same columns or in the same rows; null otherwise. */
function blockOf(rects: readonly Rect[]): Block | null {
  const [first] = rects;
  if (!first) return null;
  const isStacked = rects.every(({ left, right }) => left === first.left && right === first.right);
  const isBeside = rects.every(({ top, bottom }) => top === first.top && bottom === first.bottom);
  if (!isStacked && !isBeside) return null;
  const rows = new Set(rects.flatMap(({ top, bottom }) => span(top, bottom)));
  const columns = new Set(rects.flatMap(({ left, right }) => span(left, right)));
  return { rows: [...rows].sort((a, b) => a - b), columns: [...columns].sort((a, b) => a - b) };
}

function span(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** Systems change line ends and may add or drop the last one. */
function sameText(a: string, b: string): boolean {
  const plain = (text: string) => text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  return plain(a) === plain(b);
}
