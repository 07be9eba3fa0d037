import { expect, it } from 'vitest';
import type { CellInfo } from './cell-plan.ts';
import { planClear, planFill, planFillHandle, planSeries } from './fill-plan.ts';
import { planMove } from './move-plan.ts';
import { planPaste } from './paste-plan.ts';
import { readClipboard } from './read-clipboard.ts';
import { selectCell, selectRange } from './selection.ts';
import { createView } from './sheet-view.ts';
import type { Steps } from './steps.ts';

const ROWS = 400;
const COLUMNS = 20;
const CELLS = ROWS * COLUMNS;
/** What may be looked at between two rests: a plan looks at the source and at the target of each cell. */
const MOST_LOOKS = 1_200;

const rowIds = Array.from({ length: ROWS }, (_, at) => `r${at}`);
const columnIds = Array.from({ length: COLUMNS }, (_, at) => `c${at}`);
const view = createView(rowIds, columnIds);
const INFO: CellInfo = { kind: 'points', maxMicro: 9e6, current: { micro: 1e6, version: 1 }, lock: null };
const first = { rowId: 'r0', columnId: 'c0' };
const all = selectRange(first, { rowId: rowIds.at(-1) ?? '', columnId: columnIds.at(-1) ?? '' });
const right = { top: 0, left: 1, bottom: ROWS - 1, right: COLUMNS - 1 };
const grid = rowIds.map(() => columnIds.map(() => ({ text: '2', value: null })));

let looks = 0;
const input = {
  view,
  cellInfo: () => {
    looks++;
    return INFO;
  },
};

it.each([
  ['a paste', () => planPaste({ ...input, grid, selection: selectCell(first) })],
  ['one value into many cells', () => planPaste({ ...input, grid: [[{ text: '2', value: null }]], selection: all })],
  ['a fill', () => planFill(input, all, 'down')],
  [
    'the handle',
    () => planFillHandle(input, { ...right, left: 0, right: 0 }, { kind: 'fill', direction: 'right', rect: right }),
  ],
  ['a series', () => planSeries(input, all, 'right', 0)],
  ['emptying', () => planClear(input, all)],
  ['a move', () => planMove(input, { rowIds, columnIds }, first)],
] as [string, () => Steps<unknown>][])('%s of many cells rests often', (_, start) => {
  looks = 0;
  const steps = start();
  let rests = 0;
  let before = 0;
  for (let next = steps.next(); !next.done; next = steps.next()) {
    rests++;
    expect(looks - before).toBeLessThan(MOST_LOOKS);
    expect(next.value.done).toBeLessThanOrEqual(next.value.total);
    before = looks;
  }
  expect(looks - before).toBeLessThan(MOST_LOOKS);
  expect(rests).toBeGreaterThan(CELLS / MOST_LOOKS);
});

it.each([
  ['text', { text: '1\t'.repeat(CELLS), html: '' }],
  ['HTML', { text: '', html: `<table><tr>${'<td>1</td>'.repeat(CELLS)}</tr></table>` }],
])('reading a clipboard of %s rests often', (_, forms) => {
  const steps = readClipboard(forms);
  let rests = 0;
  for (let next = steps.next(); !next.done; next = steps.next()) rests++;
  expect(rests).toBeGreaterThan(CELLS / MOST_LOOKS);
});
