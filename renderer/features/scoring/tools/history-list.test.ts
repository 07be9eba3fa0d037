import { expect, it } from 'vitest';
import type { Step } from '#shared/contract/outputs.ts';
import { historyLines } from './history-list.ts';

const step = (seq: number): Step => ({ seq, at: '', label: { key: 'set', params: {} }, changeCount: 1 });

it('lists undone steps above done ones, each with the jump that makes it the last one done', () => {
  const lines = historyLines({ undo: [step(3), step(2), step(1)], redo: [step(4), step(5)] });
  expect(lines.map(({ step: { seq }, isDone, jump }) => [seq, isDone, jump])).toEqual([
    [5, false, 2],
    [4, false, 1],
    [3, true, 0],
    [2, true, -1],
    [1, true, -2],
  ]);
  expect(lines.some(({ jump }) => Object.is(jump, -0))).toBe(false);
});
