import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellLock } from './cell-plan.ts';
import {
  planClear as clearSteps,
  planFill as fillSteps,
  planFillHandle as handleSteps,
  planSeries as seriesSteps,
  type FillMode,
} from './fill-plan.ts';
import { findFillTarget } from './fill-target.ts';
import { cutCells, planMove as moveSteps } from './move-plan.ts';
import { linearSeries } from './series.ts';
import { selectCell, selectRange } from './selection.ts';
import { createView, type Rect } from './sheet-view.ts';
import { completing } from './testing/completing.ts';
import { modelSheet, type ModelSheet } from './testing/model-sheet.ts';

const planClear = completing(clearSteps);
const planFill = completing(fillSteps);
const planFillHandle = completing(handleSteps);
const planSeries = completing(seriesSteps);
const planMove = completing(moveSteps);

function at(row: number, column: number) {
  return { rowId: `r${row}`, columnId: `c${column}` };
}

function sheetOf(...rows: readonly (readonly (number | null)[])[]): ModelSheet {
  const sheet = modelSheet(rows.length, Math.max(...rows.map((row) => row.length)));
  rows.forEach((row, r) => row.forEach((points, c) => points !== null && sheet.set(`r${r}`, `c${c}`, points * 1e6)));
  return sheet;
}

function rows(sheet: ModelSheet): readonly (readonly (number | null)[])[] {
  return sheet.view.rowIds.map((id) => sheet.row(id));
}

function drag(sheet: ModelSheet, source: Rect, row: number, column: number, mode?: FillMode) {
  const target = findFillTarget(source, row, column);
  if (!target) throw new Error('no target');
  const plan = planFillHandle(sheet, source, target, mode);
  sheet.apply(plan);
  return plan;
}

describe('Ctrl+D, Ctrl+R and back', () => {
  it('copies the first line into the others', () => {
    const down = sheetOf([1, 2], [9, null], [null, 9]);
    down.apply(planFill(down, selectRange(at(0, 0), at(2, 1)), 'down'));
    expect(rows(down)).toStrictEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
    const right = sheetOf([1, 7], [null, 7]);
    right.apply(planFill(right, selectRange(at(0, 0), at(1, 1)), 'right'));
    expect(rows(right)).toStrictEqual([
      [1, 1],
      [null, null],
    ]);
    const up = sheetOf([null], [null], [3]);
    up.apply(planFill(up, selectRange(at(0, 0), at(2, 0)), 'up'));
    expect(rows(up)).toStrictEqual([[3], [3], [3]]);
    const left = sheetOf([null, 4]);
    left.apply(planFill(left, selectRange(at(0, 0), at(0, 1)), 'left'));
    expect(rows(left)).toStrictEqual([[4, 4]]);
  });

  it('takes the line before a range of one line, and does nothing at the edge', () => {
    const sheet = sheetOf([1, 2], [null, null]);
    expect(planFill(sheet, selectRange(at(0, 0), at(0, 1)), 'down').counts.writes).toBe(0);
    sheet.apply(planFill(sheet, selectRange(at(1, 0), at(1, 1)), 'down'));
    expect(rows(sheet)).toStrictEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  it('lists "không áp dụng" instead of copying a blank over scores', () => {
    const sheet = sheetOf([null], [5]);
    sheet.lock('r0', 'c0', 'notApplicable');
    const plan = planFill(sheet, selectRange(at(0, 0), at(1, 0)), 'down');
    expect(plan.writes).toStrictEqual([]);
    expect(plan.issues).toMatchObject([{ kind: 'notApplicable', rowId: 'r1' }]);
  });
});

describe('the fill handle', () => {
  it.each([
    ['one number is copied', [[2], [null], [null]], 0, 'auto', [2, 2, 2]],
    ['one number steps by one when told', [[2], [null], [null]], 0, 'series', [2, 3, 4]],
    ['two numbers go on', [[1], [2], [null], [null]], 1, 'auto', [1, 2, 3, 4]],
    ['steps of 0,25', [[0.25], [0.5], [null], [null]], 1, 'auto', [0.25, 0.5, 0.75, 1]],
    ['two numbers are copied when told', [[1], [2], [null], [null], [null]], 1, 'copy', [1, 2, 1, 2, 1]],
    ['a best line through 1, 2, 4', [[1], [2], [4], [null], [null]], 2, 'auto', [1, 2, 4, 5.333333, 6.833333]],
    ['a blank among them makes a pattern', [[1], [null], [7], [7]], 1, 'auto', [1, null, 1, null]],
  ] as [string, (number | null)[][], number, FillMode, (number | null)[]][])('%s', (_, before, bottom, mode, after) => {
    const sheet = sheetOf(...before);
    drag(sheet, { top: 0, left: 0, bottom, right: 0 }, before.length - 1, 0, mode);
    expect(rows(sheet).flat()).toStrictEqual(after);
  });

  it('goes backwards, and each line by itself', () => {
    const sheet = sheetOf([null, null], [null, null], [3, 10], [4, 20]);
    const plan = drag(sheet, { top: 2, left: 0, bottom: 3, right: 1 }, 0, 0);
    expect(rows(sheet)).toStrictEqual([
      [1, null],
      [2, 0],
      [3, 10],
      [4, 20],
    ]);
    expect(plan.issues).toMatchObject([{ kind: 'negative', rowId: 'r0', columnId: 'c1', text: '-10' }]);
    const across = sheetOf([null, 5, 6, null]);
    drag(across, { top: 0, left: 1, bottom: 0, right: 2 }, 0, 3);
    drag(across, { top: 0, left: 1, bottom: 0, right: 2 }, 0, 0);
    expect(rows(across)).toStrictEqual([[4, 5, 6, 7]]);
  });

  it('lists what a series would put over the maximum', () => {
    const sheet = sheetOf([60], [90], [null]);
    const plan = drag(sheet, { top: 0, left: 0, bottom: 1, right: 0 }, 2, 0);
    expect(plan.issues).toMatchObject([{ kind: 'overMax', text: '120' }]);
    expect(plan.plain).toBe(false);
  });

  it('dragged back empties the cells left behind', () => {
    const sheet = sheetOf([1], [2], [3]);
    drag(sheet, { top: 0, left: 0, bottom: 2, right: 0 }, 0, 0);
    expect(rows(sheet)).toStrictEqual([[1], [null], [null]]);
  });
});

describe('findFillTarget', () => {
  const source = { top: 2, left: 2, bottom: 3, right: 4 };
  it.each([
    [6, 3, { kind: 'fill', direction: 'down', rect: { top: 4, left: 2, bottom: 6, right: 4 } }],
    [0, 3, { kind: 'fill', direction: 'up', rect: { top: 0, left: 2, bottom: 1, right: 4 } }],
    [3, 7, { kind: 'fill', direction: 'right', rect: { top: 2, left: 5, bottom: 3, right: 7 } }],
    [3, 0, { kind: 'fill', direction: 'left', rect: { top: 2, left: 0, bottom: 3, right: 1 } }],
    [5, 9, { kind: 'fill', direction: 'right', rect: { top: 2, left: 5, bottom: 3, right: 9 } }],
    [5, 6, { kind: 'fill', direction: 'down', rect: { top: 4, left: 2, bottom: 5, right: 4 } }],
    [2, 4, { kind: 'clear', rect: { top: 3, left: 2, bottom: 3, right: 4 } }],
    [3, 3, { kind: 'clear', rect: { top: 2, left: 4, bottom: 3, right: 4 } }],
    [3, 4, null],
  ])('row %d, column %d', (row, column, target) => {
    expect(findFillTarget(source, row, column)).toStrictEqual(target);
  });
});

describe('series', () => {
  it('fills a selection by a step or along the line it begins with', () => {
    const sheet = sheetOf([1], [null], [9], [null]);
    const selection = selectRange(at(0, 0), at(3, 0));
    sheet.apply(planSeries(sheet, selection, 'down', 250_000));
    expect(rows(sheet).flat()).toStrictEqual([1, 1.25, 1.5, 1.75]);
    const line = sheetOf([2, 4, null, null]);
    line.apply(planSeries(line, selectRange(at(0, 0), at(0, 3)), 'right'));
    expect(rows(line).flat()).toStrictEqual([2, 4, 6, 8]);
    const blank = sheetOf([null, 4]);
    expect(planSeries(blank, selectRange(at(0, 0), at(0, 1)), 'right').counts.writes).toBe(0);
  });

  it('continues any straight line exactly', () => {
    const micro = fc.integer({ min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(
        micro,
        micro,
        fc.integer({ min: 2, max: 20 }),
        fc.integer({ min: -50, max: 50 }),
        (first, step, count, position) => {
          const known = Array.from({ length: count }, (_, i) => first + i * step);
          expect(linearSeries(known)(position)).toBe(first + position * step);
        },
      ),
    );
  });
});

describe('clearing and moving', () => {
  const locks = fc.constantFrom<CellLock[]>(null, null, null, 'survey', 'sealed', 'notApplicable');

  it('empties a selection and lists locked points', () => {
    const sheet = sheetOf([1, 2, null]);
    sheet.lock('r0', 'c1', 'survey');
    sheet.lock('r0', 'c2', 'sealed');
    const plan = planClear(sheet, selectRange(at(0, 0), at(0, 2)));
    sheet.apply(plan);
    expect(rows(sheet)).toStrictEqual([[null, 2, null]]);
    expect(plan.issues).toMatchObject([{ kind: 'locked', columnId: 'c1', lock: 'survey' }]);
    expect(plan.counts).toMatchObject({ writes: 1, clears: 1, unchanged: 1 });
  });

  it('moves cut cells, overlapping or not, and follows them through a sort', () => {
    const sheet = sheetOf([1, 2], [3, 4], [null, null]);
    const selection = selectRange(at(0, 0), at(1, 1));
    const cut = cutCells(selection.ranges[0]!, sheet.view);
    if (!cut) throw new Error('nothing cut');
    const plan = planMove(sheet, cut, at(1, 0));
    sheet.apply(plan);
    expect(plan.plain).toBe(true);
    expect(rows(sheet)).toStrictEqual([
      [null, null],
      [1, 2],
      [3, 4],
    ]);
    const sorted = sheetOf([1], [2], [3], [null]);
    const one = cutCells(selectCell(at(1, 0)).ranges[0]!, sorted.view);
    const view = createView(['r3', 'r2', 'r1', 'r0'], ['c0']);
    if (!one) throw new Error('nothing cut');
    sorted.apply(planMove({ view, cellInfo: sorted.cellInfo }, one, at(3, 0)));
    expect(rows(sorted).flat()).toStrictEqual([1, null, 3, 2]);
  });

  it('takes nothing away that could not be put', () => {
    const sheet = sheetOf([1, 2], [null, null]);
    sheet.lock('r1', 'c0', 'sealed');
    sheet.lock('r0', 'c1', 'survey');
    const cut = cutCells(selectRange(at(0, 0), at(0, 1)).ranges[0]!, sheet.view);
    if (!cut) throw new Error('nothing cut');
    const plan = planMove(sheet, cut, at(1, 0));
    expect(plan.writes).toStrictEqual([]);
    expect(plan.issues.map(({ kind, lock }) => [kind, lock])).toStrictEqual([
      ['locked', 'sealed'],
      ['locked', 'survey'],
    ]);
    expect(planMove(sheet, cut, at(1, 1)).issues.some(({ kind }) => kind === 'locked')).toBe(true);
  });

  it('never writes a locked cell, whatever is filled, cleared or moved, and undo is identity', () => {
    const place = fc.tuple(fc.nat(4), fc.nat(3)).map(([row, column]) => at(row, column));
    const act = fc.constantFrom('down', 'right', 'up', 'left', 'series', 'clear', 'move');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(place, fc.nat(100), locks), { maxLength: 20 }),
        place,
        place,
        place,
        act,
        (cells, anchor, focus, to, what) => {
          const sheet = modelSheet(5, 4);
          for (const [{ rowId, columnId }, points, lock] of cells) {
            sheet.set(rowId, columnId, points * 1e6);
            sheet.lock(rowId, columnId, lock);
          }
          const before = sheet.dump();
          const selection = selectRange(anchor, focus);
          const cut = cutCells(selection.ranges[0]!, sheet.view);
          const plan =
            what === 'clear'
              ? planClear(sheet, selection)
              : what === 'series'
                ? planSeries(sheet, selection, 'down', 500_000)
                : what === 'move' && cut
                  ? planMove(sheet, cut, to)
                  : planFill(sheet, selection, what as 'down');
          for (const { rowId, columnId } of plan.writes) expect(sheet.cellInfo(rowId, columnId).lock).toBeNull();
          sheet.apply(plan);
          sheet.undo(plan);
          expect(sheet.dump()).toBe(before);
        },
      ),
    );
  });
});
