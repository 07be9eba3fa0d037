import { expect, it } from 'vitest';
import type { CellHistoryEntry } from '#shared/contract/outputs.ts';
import { stageAuthors } from './stage-authors.ts';

function entry(seq: number, column: string, actor: string): CellHistoryEntry {
  return { seq, at: `2023-11-0${seq}T00:00:00.000Z`, actor, label: '', column, old: null, new: '1' };
}

it('names the last writer of each value, whatever the order of the history', () => {
  const history = [entry(3, 'final_micro', 'C'), entry(1, 'self_micro', 'A'), entry(2, 'self_micro', 'B')];
  const expected = [
    { stage: 'self', at: '2023-11-02T00:00:00.000Z', by: 'B' },
    { stage: 'final', at: '2023-11-03T00:00:00.000Z', by: 'C' },
  ];
  expect(stageAuthors(history)).toEqual(expected);
  expect(stageAuthors(history.toReversed())).toEqual(expected);
  expect(stageAuthors([entry(1, 'declared', 'A')])).toEqual([]);
});
