import { parseDecimal } from '#shared/util/decimal.ts';
import type { ClipboardGrid } from './clipboard-grid.ts';
import { createPace, type Steps } from './steps.ts';
import { createNameFinder, type FindName, type NamedId } from './match-names.ts';

/** What rows and columns of the sheet are called, and which of the two are units. */
export interface SheetNames {
  readonly rowsAre: 'unit' | 'leaf';
  /** All rows of the sheet, also those a filter hides. */
  readonly rows: Iterable<NamedId>;
  readonly columns: Iterable<NamedId>;
}

/** Names found in the clipboard; places are counted from 0. */
export interface Alignment {
  /** Column of the clipboard that names rows; null when none does. */
  readonly keyColumn: number | null;
  /** Other columns that name the same rows (code beside name): not values. */
  readonly otherKeyColumns: readonly number[];
  /** Row of the clipboard that names columns; null when none does. */
  readonly headerRow: number | null;
  readonly findRow: FindName;
  readonly findColumn: FindName;
}

/** A header stands in the first rows, a key in the first columns; further in are values. */
const HEADER_ROWS = 4;
const KEY_COLUMNS = 6;

/**
 * Looks for a column of unit (or leaf) names and a row of leaf (or unit) names in the clipboard, so that a sorted Excel
 * list cannot shift scores by one. Null when there is neither. Texts that read as numbers ("1.1" is a code and a score)
 * count only when the whole line consists of distinct names.
 */
export function* alignClipboard(grid: ClipboardGrid, names: SheetNames): Steps<Alignment | null> {
  const findRow = createNameFinder(names.rows);
  const findColumn = createNameFinder(names.columns);
  const width = Math.min(
    grid.reduce((most, row) => Math.max(most, row.length), 0),
    KEY_COLUMNS,
  );
  function* findKeys(header: number | null): Steps<readonly number[]> {
    const keys: number[] = [];
    for (let column = 0; column < width; column++) {
      if (yield* isKeyColumn(grid, column, header, findRow)) keys.push(column);
    }
    return keys;
  }
  // The words above the names ("Mã", "Đơn vị") name no column: a header is looked for beside them.
  const likelyKeys = yield* findKeys(null);
  const headerRow = yield* findHeader(grid, Math.max(-1, ...likelyKeys) + 1, findColumn);
  const keys = headerRow === null ? likelyKeys : yield* findKeys(headerRow);
  const [keyColumn = null, ...otherKeyColumns] = keys;
  if (keyColumn === null && headerRow === null) return null;
  return { keyColumn, otherKeyColumns, headerRow, findRow, findColumn };
}

function* findHeader(grid: ClipboardGrid, fromColumn: number, find: FindName): Steps<number | null> {
  // A single line has no values below it: it is a row of values, whatever it looks like.
  const last = Math.min(HEADER_ROWS, grid.length - 1);
  for (let row = 0; row < last; row++) {
    const texts = (grid[row] ?? []).slice(fromColumn).map((cell) => cell.text);
    if (yield* isLineOfNames(texts, find)) return row;
  }
  return null;
}

function* isKeyColumn(grid: ClipboardGrid, column: number, headerRow: number | null, find: FindName): Steps<boolean> {
  const texts: string[] = [];
  let hasValues = false;
  const pace = createPace('read', grid.length);
  for (let row = headerRow === null ? 0 : headerRow + 1; row < grid.length; row++) {
    const rest = pace();
    if (rest) yield rest;
    const cells = grid[row] ?? [];
    texts.push(cells[column]?.text ?? '');
    if (cells.length > column + 1) hasValues = true;
  }
  return hasValues && (yield* isLineOfNames(texts, find));
}

/** At least half of what is written names something; numbers only if all do, differ, and are three or more. */
function* isLineOfNames(texts: readonly string[], find: FindName): Steps<boolean> {
  const found = new Set<string>();
  let written = 0;
  let named = 0;
  let numbers = 0;
  const pace = createPace('read', texts.length);
  for (const text of texts) {
    const rest = pace();
    if (rest) yield rest;
    if (text.trim() === '') continue;
    written++;
    const id = find(text);
    if (id === null) continue;
    named++;
    found.add(id);
    if (readsAsNumber(text)) numbers++;
  }
  if (named - numbers >= 1) return named * 2 >= written;
  return numbers >= 3 && named === written && found.size === named;
}

function readsAsNumber(text: string): boolean {
  return text.length <= 64 && parseDecimal(text, { ambiguousDot: 'decimal' }).ok;
}
