import { expect, it } from 'vitest';
import { cellOnDisk, smallShape, smallStore, LEAF_CODES } from '#renderer/features/scoring/testing/small-block.ts';
import { BlockStore } from '#renderer/features/scoring/block-store.ts';
import { appraisalProgress, APPRAISAL_FILTERS, isShown } from './appraisal-facts.ts';

const POINT = 1_000_000;

function store(): BlockStore {
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
  return made;
}

it('each filter shows its cells', () => {
  const shown = (u: number): Record<string, string[]> =>
    Object.fromEntries(
      APPRAISAL_FILTERS.map((filter) => [filter, LEAF_CODES.filter((_, l) => isShown(filter, store(), u, l))]),
    );
  expect(shown(0)).toEqual({
    all: [...LEAF_CODES],
    open: ['II', 'B1'],
    cut: ['1.2.1', 'II'],
    differs: ['1.2.1'],
    noEvidence: [],
  });
  // A bonus nobody claimed does not wait for an appraiser.
  expect(shown(1)['open']).toEqual(['1.1', '1.2.1', '1.2.2', 'II']);
});

it('shows what lacks its evidence', () => {
  const made = smallStore();
  const { shape } = made;
  const bare = {
    cycleId: shape.cycleId,
    blockId: shape.blockId,
    cycleUnitIds: shape.units.map(({ id }) => id),
    leafIds: shape.set.leaves.map(({ id }) => id),
    self: Float64Array.from({ length: 15 }, () => 100_000),
    appraised: new Float64Array(15).fill(NaN),
    final: new Float64Array(15).fill(NaN),
    flags: new Uint8Array(15),
    version: new Int32Array(15),
    seq: 1,
  };
  const without = new BlockStore(smallShape(), bare);
  expect(LEAF_CODES.filter((_, l) => isShown('noEvidence', without, 0, l))).toEqual(['1.1']);
});

it('counts what waits and what is done, by unit, by leaf and over the block', () => {
  const made = store();
  const leaves = LEAF_CODES.map((_, l) => l);
  expect(appraisalProgress(made, [0], leaves)).toEqual({ done: 2, all: 4 });
  expect(appraisalProgress(made, [1], leaves)).toEqual({ done: 0, all: 4 });
  expect(appraisalProgress(made, [0, 1, 2], [0])).toEqual({ done: 1, all: 3 });
});
