import { expect, it } from 'vitest';
import { changedUnits } from './changed-units.ts';
import { completeness } from './completeness.ts';
import { movement } from './movement.ts';
import { cellOnDisk, smallStore } from './testing/small-block.ts';

const POINT = 1_000_000;

it('says rank and mean as printed, before and after', () => {
  const store = smallStore();
  const before = store.result('final');
  // Totals 9, 8, 5.5 of 10 become 6, 8, 5.5.
  store.apply([cellOnDisk(0, 'II', { selfMicro: 0 })], null);
  const after = store.result('final');
  expect(movement(before, after, 0, 2, 'vi')).toEqual({
    rank: { from: 1, to: 2 },
    mean: { from: '75,00', to: '65,00' },
  });
  expect(movement(before, after, 2, 2, 'en')).toEqual({ rank: null, mean: { from: '75.00', to: '65.00' } });
  expect(movement(after, after, 0, 2, 'vi')).toBeNull();
  expect(changedUnits(before, after)).toEqual([0, 1]);
});

it('counts what is scored: blanks are missing, excused cells and bonus leaves are not', () => {
  const store = smallStore();
  store.apply(
    [
      cellOnDisk(0, '1.2.1', { selfMicro: null }),
      cellOnDisk(1, '1.2.1', { selfMicro: null, notApplicable: true }),
      cellOnDisk(2, 'B1', { selfMicro: null }),
      cellOnDisk(2, '1.1', { selfMicro: 1 * POINT }),
    ],
    null,
  );
  const { set } = store.shape;
  expect(completeness(set, store.result('final'))).toEqual({ done: 11, all: 12, missingEvidence: 0 });
  expect(completeness(set, store.result('final'), 0)).toEqual({ done: 3, all: 4, missingEvidence: 0 });
});
