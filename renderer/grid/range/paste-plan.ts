import { alignClipboard, type Alignment, type SheetNames } from './align-clipboard.ts';
import { createPlanBuilder, type CellInfoOf, type CellPlan, type NeedsReason, type PlanBuilder } from './cell-plan.ts';
import type { ClipboardCell, ClipboardGrid } from './clipboard-grid.ts';
import { pasteTargets } from './paste-targets.ts';
import { createCellReader, type CellReader, type ReadingAnswers } from './read-clipboard-cell.ts';
import { rectsOf, type Selection } from './selection.ts';
import { cellAt, type SheetView } from './sheet-view.ts';
import { createPace, type Steps } from './steps.ts';

export interface PasteInput {
  readonly grid: ClipboardGrid;
  readonly selection: Selection;
  readonly view: SheetView;
  readonly cellInfo: CellInfoOf;
  readonly needsReason?: NeedsReason;
  /** Absent: rows and columns have no names to align by. */
  readonly names?: SheetNames;
  /** What the person chose when the plan offered both; by names when the clipboard has some, unless told. */
  readonly place?: 'auto' | 'position';
  readonly answers?: ReadingAnswers;
  /** What a blank in the clipboard does: empties the cell as in Excel (default), or leaves it. */
  readonly blanks?: 'clear' | 'skip';
}

export interface PasteAlignment {
  /** How this plan places values. */
  readonly mode: 'position' | 'names';
  /** Where the names stand in the clipboard; null when there are none, also set when position was chosen. */
  readonly keyColumn: number | null;
  readonly headerRow: number | null;
  /** Placing by position would give every value the same cell, so there is nothing to choose. */
  readonly isSamePlaces: boolean;
  /** Columns of the clipboard not pasted, because they name rows or their column is shown only (codes, sums). */
  readonly ignoredColumns: readonly number[];
}

export interface PastePlan extends CellPlan {
  readonly alignment: PasteAlignment;
  readonly sourceRows: number;
  readonly sourceColumns: number;
}

/**
 * Plans a paste: one value into every selected cell, a block tiled over a selection that is a multiple of it, a larger
 * block from the top left corner; by names instead of position when the clipboard has them. A cell missing at the end
 * of a ragged row leaves its target alone. Linear in the cells of the clipboard and of the selection.
 */
export function* planPaste(input: PasteInput): Steps<PastePlan> {
  const { grid } = input;
  const builder = createPlanBuilder(input.needsReason);
  const read = createCellReader(input.answers);
  const width = grid.reduce((most, row) => Math.max(most, row.length), 0);
  const size = { sourceRows: grid.length, sourceColumns: width };
  const alignment = input.names && grid.length > 0 ? yield* alignClipboard(grid, input.names) : null;
  if (alignment && input.names && input.place !== 'position') {
    const placed = yield* placeByNames(input, read, alignment, input.names, width, builder);
    return { ...builder.finish(placed.isSamePlaces), alignment: placed, ...size };
  }
  yield* placeByPosition(input, read, width, builder);
  const { keyColumn = null, headerRow = null } = alignment ?? {};
  const position: PasteAlignment = { mode: 'position', keyColumn, headerRow, isSamePlaces: true, ignoredColumns: [] };
  return { ...builder.finish(), alignment: position, ...size };
}

function* placeByPosition(input: PasteInput, read: CellReader, width: number, builder: PlanBuilder): Steps<void> {
  const { grid, selection, view } = input;
  const blocks = pasteTargets(rectsOf(selection, view), { rows: grid.length, columns: width });
  const pace = createPace(
    'plan',
    blocks.reduce((sum, { rows, columns }) => sum + rows * columns, 0),
  );
  for (const block of blocks) {
    for (let row = 0; row < block.rows; row++) {
      const sourceRow = row % grid.length;
      const line = grid[sourceRow] ?? [];
      for (let column = 0; column < block.columns; column++) {
        const rest = pace();
        if (rest) yield rest;
        const sourceColumn = column % width;
        const cell = line[sourceColumn];
        if (cell) putAt(input, read, builder, cell, block.top + row, block.left + column, { sourceRow, sourceColumn });
      }
    }
  }
}

interface Source {
  readonly sourceRow: number;
  readonly sourceColumn: number;
}

/** Puts a clipboard cell at a place of the view; a value with no cell there is an issue. */
function putAt(
  input: PasteInput,
  read: CellReader,
  builder: PlanBuilder,
  cell: ClipboardCell,
  row: number,
  column: number,
  source: Source,
): void {
  const to = cellAt(input.view, row, column);
  if (!to) {
    if (cell.text.trim() !== '') builder.issue({ kind: 'outside', ...source, text: cell.text });
    return;
  }
  const info = input.cellInfo(to.rowId, to.columnId);
  const isPoints = info.kind === 'points';
  const reading = isPoints ? read(cell, info.maxMicro) : { kind: 'blank' as const };
  const isBlank = isPoints ? reading.kind === 'blank' : cell.text === '';
  if (isBlank && input.blanks === 'skip') return;
  builder.put(to, info, reading, cell.text, source);
}

function* placeByNames(
  input: PasteInput,
  read: CellReader,
  alignment: Alignment,
  names: SheetNames,
  width: number,
  builder: PlanBuilder,
): Steps<PasteAlignment> {
  const { grid, view } = input;
  const { keyColumn, headerRow } = alignment;
  const [start] = rectsOf(input.selection, view);
  const top = start?.top ?? 0;
  const left = start?.left ?? 0;
  const firstRow = headerRow === null ? 0 : headerRow + 1;
  const keys = new Set(keyColumn === null ? [] : [keyColumn, ...alignment.otherKeyColumns]);
  const lastKey = Math.max(-1, ...keys);
  // Pasting onto a score column: the values begin after the names. Pasting onto the names themselves: all columns count.
  const corner = cellAt(view, top, left);
  const isOnValues = corner !== null && input.cellInfo(corner.rowId, corner.columnId).kind !== 'readOnly';
  const offset = isOnValues && keyColumn !== null ? lastKey + 1 : 0;

  const columns: (number | null)[] = [];
  const ignoredColumns: number[] = [];
  let isSamePlaces = true;
  for (let column = 0; column < width; column++) {
    const place = keys.has(column) || column < offset ? null : placeOfColumn(column);
    columns.push(place);
    if (place === null) ignoredColumns.push(column);
    else if (place !== left + column - offset) isSamePlaces = false;
  }

  const pace = createPace('plan', (grid.length - firstRow) * width);
  for (let sourceRow = firstRow; sourceRow < grid.length; sourceRow++) {
    const line = grid[sourceRow] ?? [];
    const row = placeOfRow(line, sourceRow);
    if (row === null) continue;
    if (row !== top + sourceRow - firstRow) isSamePlaces = false;
    for (let sourceColumn = 0; sourceColumn < line.length; sourceColumn++) {
      const rest = pace();
      if (rest) yield rest;
      const cell = line[sourceColumn];
      const column = columns[sourceColumn] ?? null;
      if (cell && column !== null) putAt(input, read, builder, cell, row, column, { sourceRow, sourceColumn });
    }
  }
  return { mode: 'names', keyColumn, headerRow, isSamePlaces, ignoredColumns };

  function placeOfColumn(column: number): number | null {
    const at = headerRow === null ? left + column - offset : columnByHeader(column, headerRow);
    const columnId = at === null ? undefined : view.columnIds[at];
    if (columnId === undefined || !corner) return at;
    return input.cellInfo(corner.rowId, columnId).kind === 'readOnly' ? null : at;
  }

  function columnByHeader(column: number, header: number): number | null {
    const text = grid[header]?.[column]?.text ?? '';
    const id = alignment.findColumn(text);
    const at = id === null ? undefined : view.columnAt.get(id);
    if (at !== undefined) return at;
    const hasValues = grid.some((line, row) => row > header && (line[column]?.text.trim() ?? '') !== '');
    if (text.trim() !== '' || hasValues) {
      const unknown = names.rowsAre === 'unit' ? 'unknownLeaf' : 'unknownUnit';
      builder.issue({ kind: id === null ? unknown : 'outside', sourceRow: header, sourceColumn: column, text });
    }
    return null;
  }

  function placeOfRow(line: readonly ClipboardCell[], sourceRow: number): number | null {
    if (keyColumn === null) return top + sourceRow - firstRow;
    const texts = [keyColumn, ...alignment.otherKeyColumns].map((column) => line[column]?.text ?? '');
    const ids = new Set(texts.flatMap((text) => alignment.findRow(text) ?? []));
    const [id] = ids;
    const at = id === undefined ? undefined : view.rowAt.get(id);
    // A code and a name that point at different rows: neither is believed.
    if (ids.size === 1 && at !== undefined) return at;
    const text = texts.find((name) => name.trim() !== '') ?? '';
    if (text !== '' || line.some((cell) => cell.text.trim() !== '')) {
      const unknown = names.rowsAre === 'unit' ? 'unknownUnit' : 'unknownLeaf';
      builder.issue({ kind: ids.size === 1 ? 'outside' : unknown, sourceRow, sourceColumn: keyColumn, text });
    }
    return null;
  }
}
