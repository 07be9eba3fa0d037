import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf, countCells, paintCells } from './selection-cells.ts';
import { moveSelection, stepInside, type Motion, type MoveOptions } from './selection-moves.ts';
import { remapSelection } from './selection-remap.ts';
import {
  addRange,
  dragTo,
  isSelected,
  pressCell,
  pressColumn,
  pressRow,
  rectsOf,
  selectAll,
  selectCell,
  selectRange,
  toggleRange,
  widenTo,
  type Selection,
} from './selection.ts';
import { createView, type CellRef, type SheetView } from './sheet-view.ts';

const ROWS = Array.from({ length: 8 }, (_, i) => `r${i}`);
const COLUMNS = Array.from({ length: 6 }, (_, i) => `c${i}`);
const view = createView(ROWS, COLUMNS);
const plain = { shift: false, ctrl: false };
const shift = { shift: true, ctrl: false };
const ctrl = { shift: false, ctrl: true };

function at(row: number, column: number): CellRef {
  return { rowId: `r${row}`, columnId: `c${column}` };
}

function keysOf(selection: Selection | null, of: SheetView = view): string[] {
  return selection ? [...cellsOf(selection, of)].map(({ rowId, columnId }) => `${rowId}${columnId}`) : [];
}

const place = fc.tuple(fc.nat(7), fc.nat(5)).map(([row, column]) => at(row, column));
const rect = fc.tuple(place, place);
const selections = fc
  .array(rect, { minLength: 1, maxLength: 5 })
  .map(([first, ...rest]) =>
    rest.reduce(
      (selection, [anchor, focus]) => addRange(selection, { kind: 'cells', anchor, focus }),
      selectRange(first?.[0] ?? at(0, 0), first?.[1] ?? at(0, 0)),
    ),
  );

describe('mouse', () => {
  it('clicks, extends with Shift from the first cell, and comes back over it', () => {
    const clicked = pressCell(null, view, at(2, 2), plain);
    expect(rectsOf(clicked, view)).toStrictEqual([{ top: 2, left: 2, bottom: 2, right: 2 }]);
    const down = pressCell(clicked, view, at(4, 3), shift);
    expect(rectsOf(down, view)).toStrictEqual([{ top: 2, left: 2, bottom: 4, right: 3 }]);
    const up = pressCell(down, view, at(0, 0), shift);
    expect(rectsOf(up, view)).toStrictEqual([{ top: 0, left: 0, bottom: 2, right: 2 }]);
    expect(up.active).toStrictEqual(at(2, 2));
  });

  it('adds a range with Ctrl and drags the new one only', () => {
    const two = dragTo(pressCell(selectRange(at(0, 0), at(1, 1)), view, at(3, 3), ctrl), at(4, 4));
    expect(rectsOf(two, view)).toHaveLength(2);
    expect(two.active).toStrictEqual(at(3, 3));
    expect(countCells(two, view)).toBe(8);
  });

  it('takes a selected cell out with Ctrl, but never the last one', () => {
    const holed = pressCell(selectRange(at(0, 0), at(2, 2)), view, at(1, 1), ctrl);
    expect(keysOf(holed)).not.toContain('r1c1');
    expect(countCells(holed, view)).toBe(8);
    expect(keysOf(pressCell(selectCell(at(1, 1)), view, at(1, 1), ctrl))).toStrictEqual(['r1c1']);
  });

  it('toggling a rectangle adds or removes exactly its cells, and the active cell is always selected', () => {
    fc.assert(
      fc.property(selections, rect, (selection, [anchor, focus]) => {
        const before = new Set(keysOf(selection));
        const part = keysOf(selectRange(anchor, focus));
        const wasIn = isSelected(selection, view, anchor);
        const after = toggleRange(selection, view, anchor, focus);
        const wanted = wasIn ? [...before].filter((key) => !part.includes(key)) : [...before, ...part];
        expect(new Set(keysOf(after))).toStrictEqual(
          new Set(wanted.length > 0 ? wanted : [`${anchor.rowId}${anchor.columnId}`]),
        );
        expect(isSelected(after, view, after.active)).toBe(true);
      }),
    );
  });
});

describe('whole rows and columns', () => {
  it('spans what is displayed, also columns that appear later', () => {
    const rows = pressRow(pressRow(null, view, 'r1', plain), view, 'r2', shift);
    expect(rectsOf(rows, view)).toStrictEqual([{ top: 1, left: 0, bottom: 2, right: 5 }]);
    const wider = createView(ROWS, ['new', ...COLUMNS]);
    expect(rectsOf(rows, wider)).toStrictEqual([{ top: 1, left: 0, bottom: 2, right: 6 }]);
    const columns = pressColumn(pressColumn(null, view, 'c4', plain), view, 'c1', ctrl);
    expect(countCells(columns, view)).toBe(16);
    expect(columns.active).toStrictEqual(at(0, 1));
  });

  it('widens to rows, columns and, from both, to everything', () => {
    const range = selectRange(at(1, 1), at(2, 2));
    expect(countCells(widenTo(range, 'rows'), view)).toBe(12);
    expect(countCells(widenTo(range, 'columns'), view)).toBe(16);
    expect(countCells(widenTo(widenTo(range, 'rows'), 'columns'), view)).toBe(48);
    expect(widenTo(range, 'rows').active).toStrictEqual(at(1, 1));
    const all = selectAll(range, view);
    expect(all && countCells(all, view)).toBe(48);
    expect(all?.active).toStrictEqual(at(1, 1));
    expect(selectAll(null, createView([], COLUMNS))).toBeNull();
  });

  it('an extended row stays a row, a shrunk sheet becomes a range', () => {
    const keep: MoveOptions = { extend: true, isFilled: () => false, pageRows: 3, pageColumns: 2 };
    const rows = moveSelection(pressRow(null, view, 'r3', plain), view, 'up', keep);
    expect(rows && rectsOf(rows, view)).toStrictEqual([{ top: 2, left: 0, bottom: 3, right: 5 }]);
    const all = moveSelection(selectAll(null, view), view, 'up', keep);
    expect(all && rectsOf(all, view)).toStrictEqual([{ top: 0, left: 0, bottom: 6, right: 5 }]);
  });
});

describe('keys that move', () => {
  // Column c0 holds values in r1, r2, r3 and r6.
  const filled = new Set(['r1c0', 'r2c0', 'r3c0', 'r6c0']);
  const options: MoveOptions = {
    extend: false,
    isFilled: (rowId, columnId) => filled.has(`${rowId}${columnId}`),
    pageRows: 3,
    pageColumns: 2,
  };
  const move = (from: CellRef, motion: Motion, more: Partial<MoveOptions> = {}) =>
    moveSelection(selectCell(from), view, motion, { ...options, ...more })?.active;

  it.each([
    ['edgeDown', 0, 1],
    ['edgeDown', 1, 3],
    ['edgeDown', 3, 6],
    ['edgeDown', 6, 7],
    ['edgeDown', 7, 7],
    ['edgeUp', 7, 6],
    ['edgeUp', 6, 3],
    ['edgeUp', 3, 1],
    ['edgeUp', 1, 0],
    ['down', 7, 7],
    ['up', 0, 0],
    ['pageDown', 1, 4],
    ['pageDown', 6, 7],
    ['pageUp', 4, 1],
    ['pageUp', 1, 0],
  ] as const)('%s from row %d goes to row %d', (motion, from, to) => {
    expect(move(at(from, 0), motion)).toStrictEqual(at(to, 0));
  });

  it.each([
    ['home', 0],
    ['end', 5],
    ['left', 2],
    ['right', 4],
    ['edgeRight', 5],
    ['edgeLeft', 0],
    ['pageRight', 5],
    ['pageLeft', 1],
  ] as const)('%s goes to column %d', (motion, to) => {
    expect(move(at(4, 3), motion)).toStrictEqual(at(4, to));
  });

  it('goes to the corners, past the frozen columns', () => {
    expect(move(at(4, 3), 'sheetStart', { homeColumnId: 'c2' })).toStrictEqual(at(0, 2));
    expect(move(at(4, 3), 'sheetEnd')).toStrictEqual(at(7, 5));
  });

  it('extends from the anchor and shrinks again', () => {
    const wide = moveSelection(selectCell(at(1, 0)), view, 'edgeDown', { ...options, extend: true });
    expect(wide && rectsOf(wide, view)).toStrictEqual([{ top: 1, left: 0, bottom: 3, right: 0 }]);
    const less = moveSelection(wide, view, 'up', { ...options, extend: true });
    expect(less && rectsOf(less, view)).toStrictEqual([{ top: 1, left: 0, bottom: 2, right: 0 }]);
    expect(less?.active).toStrictEqual(at(1, 0));
  });

  it('starts at the top left without a selection, and with an active cell that is gone', () => {
    expect(moveSelection(null, view, 'down', options)?.active).toStrictEqual(at(0, 0));
    expect(move({ rowId: 'gone', columnId: 'c1' }, 'down')).toStrictEqual(at(0, 0));
    expect(moveSelection(null, createView([], []), 'down', options)).toBeNull();
  });
});

describe('Tab and Enter inside a selection', () => {
  const walk = (selection: Selection, order: 'row' | 'column', step: 1 | -1, count: number) => {
    const seen: string[] = [];
    let now: Selection | null = selection;
    for (let i = 0; i < count; i++) {
      now = now && stepInside(now, view, order, step);
      seen.push(now ? `${now.active.rowId}${now.active.columnId}` : 'null');
    }
    return seen;
  };

  it('goes round by rows, by columns and backwards, range after range', () => {
    const block = selectRange(at(0, 0), at(1, 1));
    expect(walk(block, 'row', 1, 4)).toStrictEqual(['r0c1', 'r1c0', 'r1c1', 'r0c0']);
    expect(walk(block, 'column', 1, 4)).toStrictEqual(['r1c0', 'r0c1', 'r1c1', 'r0c0']);
    expect(walk(block, 'row', -1, 2)).toStrictEqual(['r1c1', 'r1c0']);
    const two = addRange(block, { kind: 'cells', anchor: at(5, 5), focus: at(5, 5) });
    expect(walk(two, 'row', 1, 5)).toStrictEqual(['r0c0', 'r0c1', 'r1c0', 'r1c1', 'r5c5']);
  });

  it('leaves single cells to the sheet and stops where it may', () => {
    expect(stepInside(selectCell(at(0, 0)), view, 'row', 1)).toBeNull();
    const block = selectRange(at(0, 0), at(1, 1));
    expect(stepInside(block, view, 'row', 1, ({ rowId }) => rowId === 'r1')?.active).toStrictEqual(at(1, 0));
    expect(stepInside(block, view, 'row', 1, () => false)).toStrictEqual(block);
  });

  it('visits every cell of every range once per round', () => {
    fc.assert(
      fc.property(selections, fc.constantFrom('row', 'column'), fc.constantFrom(1, -1), (selection, order, step) => {
        const sizes = rectsOf(selection, view).reduce(
          (sum, { top, left, bottom, right }) => sum + (bottom - top + 1) * (right - left + 1),
          0,
        );
        if (sizes === 1) return;
        const seen = walk(selection, order, step, sizes);
        expect(new Set(seen)).toStrictEqual(new Set(keysOf(selection)));
        expect(seen.at(-1)).toBe(`${selection.active.rowId}${selection.active.columnId}`);
      }),
    );
  });
});

describe('reading cells', () => {
  it('lists every cell once, in displayed order, and counts them alike', () => {
    fc.assert(
      fc.property(selections, (selection) => {
        const keys = keysOf(selection);
        const expected = ROWS.flatMap((rowId) => COLUMNS.map((columnId) => ({ rowId, columnId })))
          .filter((cell) => isSelected(selection, view, cell))
          .map(({ rowId, columnId }) => `${rowId}${columnId}`);
        expect(keys).toStrictEqual(expected);
        expect(countCells(selection, view)).toBe(keys.length);
      }),
    );
  });

  it('paints a line where the selection ends, whatever part of it is on the screen', () => {
    const window = { top: 1, left: 1, bottom: 5, right: 4 };
    fc.assert(
      fc.property(selections, (selection) => {
        const selected = (row: number, column: number) =>
          row >= 0 && row < 8 && column >= 0 && column < 6 && isSelected(selection, view, at(row, column));
        const painted = paintCells(selection, view, window);
        let seen = 0;
        for (let row = window.top; row <= window.bottom; row++) {
          for (let column = window.left; column <= window.right; column++) {
            if (!selected(row, column)) continue;
            const cell = at(row, column);
            expect(painted[seen++]).toStrictEqual({
              ...cell,
              top: !selected(row - 1, column),
              right: !selected(row, column + 1),
              bottom: !selected(row + 1, column),
              left: !selected(row, column - 1),
              isActive: cell.rowId === selection.active.rowId && cell.columnId === selection.active.columnId,
            });
          }
        }
        expect(painted).toHaveLength(seen);
      }),
    );
  });

  it('reads a whole large sheet only where it is on the screen', () => {
    const large = createView(
      Array.from({ length: 10_600 }, (_, i) => `u${i}`),
      Array.from({ length: 88 }, (_, i) => `l${i}`),
    );
    const all = selectAll(null, large);
    if (!all) throw new Error('nothing selected');
    expect(countCells(all, large)).toBe(932_800);
    expect(paintCells(all, large, { top: 500, left: 10, bottom: 540, right: 30 })).toHaveLength(41 * 21);
  });
});

describe('after a sort, a filter or hidden columns', () => {
  const orders = fc.tuple(fc.shuffledSubarray(ROWS), fc.shuffledSubarray(COLUMNS));

  it('keeps exactly the selected cells that are still displayed', () => {
    fc.assert(
      fc.property(selections, orders, (selection, [rowIds, columnIds]) => {
        const after = createView(rowIds, columnIds);
        const moved = remapSelection(selection, view, after);
        if (rowIds.length === 0 || columnIds.length === 0) {
          expect(moved).toBeNull();
          return;
        }
        const wanted = [...cellsOf(selection, view)].filter(
          ({ rowId, columnId }) => after.rowAt.has(rowId) && after.columnAt.has(columnId),
        );
        expect(moved).not.toBeNull();
        if (!moved) return;
        expect(isSelected(moved, after, moved.active)).toBe(true);
        if (wanted.length === 0) expect(countCells(moved, after)).toBe(1);
        else {
          const keys = wanted.map(({ rowId, columnId }) => `${rowId}${columnId}`);
          expect(new Set(keysOf(moved, after))).toStrictEqual(new Set(keys));
        }
      }),
    );
  });

  it('keeps the active cell and the direction of extending when it can', () => {
    const upwards = selectRange(at(4, 1), at(2, 1));
    const filtered = createView(['r2', 'r3', 'r4', 'r7'], COLUMNS);
    expect(remapSelection(upwards, view, filtered)).toStrictEqual(upwards);
  });

  it('goes to the next displayed cell when all are gone', () => {
    const moved = remapSelection(selectCell(at(3, 2)), view, createView(['r0', 'r5'], ['c0', 'c1']));
    expect(moved).toStrictEqual(selectCell({ rowId: 'r5', columnId: 'c1' }));
  });

  it('does not select rows that come back, unless whole columns were chosen', () => {
    const few = createView(['r1', 'r5'], COLUMNS);
    const range = remapSelection(
      selectRange({ rowId: 'r1', columnId: 'c0' }, { rowId: 'r5', columnId: 'c0' }),
      few,
      view,
    );
    expect(keysOf(range)).toStrictEqual(['r1c0', 'r5c0']);
    const column = remapSelection(pressColumn(null, few, 'c0', plain), few, view);
    expect(keysOf(column)).toHaveLength(8);
  });
});
