/** Find and replace over what cells show. Called by the find bar; it never writes, it plans. */
import { createPlanBuilder, type CellPlan } from './cell-plan.ts';
import type { FillInput } from './fill-plan.ts';
import { readClipboardCell, type ReadingAnswers } from './read-clipboard-cell.ts';
import { isSingleCell, type Selection } from './selection.ts';
import { cellsOf } from './selection-cells.ts';
import { createPace, type Steps } from './steps.ts';
import { cellsOfRect, isSameCell, placeOf, type CellRef, type SheetView } from './sheet-view.ts';

export interface FindOptions {
  /** The cell shows nothing else. */
  readonly wholeCell: boolean;
  readonly matchCase: boolean;
  /** "dak lak" finds "Đắk Lắk". */
  readonly ignoreDiacritics: boolean;
}

export type TextOf = (rowId: string, columnId: string) => string;

/** Text made comparable, and for each of its characters where it begins in the original; one entry more for the end. */
interface Comparable {
  readonly text: string;
  readonly from: readonly number[];
}

/** Makes a test for texts; null for an empty query, which would find everything. */
export function createFinder(query: string, options: FindOptions): TextFinder | null {
  const wanted = comparable(query.normalize('NFC'), options).text;
  if (wanted === '') return null;
  return {
    matches(text) {
      const { text: shown } = comparable(text, options);
      return options.wholeCell ? shown.trim() === wanted.trim() : shown.includes(wanted);
    },
    replace(text, replacement) {
      const shown = comparable(text, options);
      if (options.wholeCell) return shown.text.trim() === wanted.trim() ? replacement : text;
      let result = '';
      let done = 0;
      for (let at = shown.text.indexOf(wanted); at >= 0; at = shown.text.indexOf(wanted, at + wanted.length)) {
        result += text.slice(done, shown.from[at]) + replacement;
        done = shown.from[at + wanted.length] ?? text.length;
      }
      return result + text.slice(done);
    },
  };
}

export interface TextFinder {
  readonly matches: (text: string) => boolean;
  /** Every occurrence replaced; the text itself when there is none. */
  readonly replace: (text: string, replacement: string) => string;
}

/** Character by character, so that a hit can be cut out of the original; composed and decomposed text compare equal. */
function comparable(text: string, { matchCase, ignoreDiacritics }: FindOptions): Comparable {
  let result = '';
  const from: number[] = [];
  for (const { start, cluster } of clusters(text)) {
    let made = ignoreDiacritics
      ? cluster.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
      : cluster.normalize('NFC');
    if (!matchCase) made = made.toLowerCase();
    for (let i = 0; i < made.length; i++) from.push(start);
    result += made;
  }
  from.push(text.length);
  return { text: result, from };
}

/** Each character with the combining marks that follow it. */
function* clusters(text: string): Generator<{ readonly start: number; readonly cluster: string }> {
  for (const match of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) yield { start: match.index, cluster: match[0] };
}

/**
 * Cells that show the query, row by row as displayed: all of the view, or the selection when more than one cell is
 * selected, as Excel searches.
 */
export function findCells(
  query: string,
  options: FindOptions,
  view: SheetView,
  textOf: TextOf,
  selection: Selection | null = null,
): readonly CellRef[] {
  const finder = createFinder(query, options);
  if (!finder) return [];
  const found: CellRef[] = [];
  for (const cell of scopeOf(view, selection)) {
    if (finder.matches(textOf(cell.rowId, cell.columnId))) found.push(cell);
  }
  return found;
}

function scopeOf(view: SheetView, selection: Selection | null): Iterable<CellRef> {
  if (selection && !isSingleCell(selection)) return cellsOf(selection, view);
  return cellsOfRect(view, {
    top: 0,
    left: 0,
    bottom: view.rowIds.length - 1,
    right: view.columnIds.length - 1,
  });
}

/** The next (or previous) of the found cells after `from`, going round at the end; null when there is none. */
export function nextFound(
  found: readonly CellRef[],
  from: CellRef | null,
  view: SheetView,
  step: 1 | -1 = 1,
): CellRef | null {
  const start = from && placeOf(view, from);
  const order = step > 0 ? found : found.toReversed();
  const isAfter = (cell: CellRef): boolean => {
    const place = placeOf(view, cell);
    if (!start || !place || (from && isSameCell(cell, from))) return !start;
    const distance = place.row === start.row ? place.column - start.column : place.row - start.row;
    return distance * step > 0;
  };
  return order.find(isAfter) ?? order[0] ?? null;
}

export interface ReplaceInput extends FillInput {
  /** Full text of a cell, as its editor would start: replacing in a rounded text would lose digits. */
  readonly textOf: TextOf;
  readonly answers?: ReadingAnswers;
}

/** Plans a replacement in the found cells; read-only cells are passed over. */
export function* planReplace(
  input: ReplaceInput,
  found: readonly CellRef[],
  query: string,
  replacement: string,
  options: FindOptions,
): Steps<CellPlan> {
  const builder = createPlanBuilder(input.needsReason);
  const finder = createFinder(query, options);
  if (!finder) return builder.finish();
  const pace = createPace('plan', found.length);
  for (const [sourceRow, cell] of found.entries()) {
    const rest = pace();
    if (rest) yield rest;
    const info = input.cellInfo(cell.rowId, cell.columnId);
    const before = input.textOf(cell.rowId, cell.columnId);
    const text = finder.replace(before, replacement);
    if (info.kind === 'readOnly' || text === before) continue;
    const value =
      info.kind === 'points'
        ? readClipboardCell({ text, value: null }, info.maxMicro, input.answers)
        : { kind: 'blank' as const };
    builder.put(cell, info, value, text, { sourceRow, sourceColumn: 0 });
  }
  return builder.finish();
}
