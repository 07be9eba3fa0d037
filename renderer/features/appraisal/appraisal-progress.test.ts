import { expect, it } from 'vitest';
import { cellOnDisk, LEAF_CODES, smallStore } from '#renderer/features/scoring/testing/small-block.ts';
import { appraisalProgress } from './appraisal-progress.ts';

const POINT = 1_000_000;

it('counts what waits and what is done, by unit, by leaf and over the block', () => {
  const made = smallStore();
  made.apply(
    [
      cellOnDisk(0, '1.1', { appraisedMicro: POINT }),
      cellOnDisk(0, '1.2.1', { appraisedMicro: 2 * POINT, finalMicro: 3 * POINT }),
      cellOnDisk(0, '1.2.2', { notApplicable: true }),
      cellOnDisk(0, 'II', { finalMicro: 2 * POINT }),
      cellOnDisk(1, 'B1', { selfMicro: null }),
    ],
    null,
  );
  const leaves = LEAF_CODES.map((_, l) => l);
  expect(appraisalProgress(made, [0], leaves)).toEqual({ done: 2, all: 4 });
  expect(appraisalProgress(made, [1], leaves)).toEqual({ done: 0, all: 4 });
  expect(appraisalProgress(made, [0, 1, 2], [0])).toEqual({ done: 1, all: 3 });
});
