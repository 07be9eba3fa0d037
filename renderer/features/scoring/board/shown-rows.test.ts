import { expect, it } from 'vitest';
import { CELL_FILTERS, passesFilter, type CellFilter } from '#shared/appraisal/cell-rules.ts';
import { BlockStore } from '../block-store.ts';
import { cellOnDisk, LEAF_CODES, smallShape, smallStore } from '../testing/small-block.ts';
import { cellFactsAt } from './cell-facts.ts';
import { shownRows } from './shown-rows.ts';

const POINT = 1_000_000;
const explanations = {
  factOf: (unit: string, leaf: string) =>
    unit === 'cycle-unit-0' && leaf === 'II' ? ({ state: 'open', isOverdue: true } as const) : null,
};

function store(): BlockStore {
  const made = smallStore();
  made.apply(
    [
      cellOnDisk(0, '1.1', { appraisedMicro: POINT }),
      cellOnDisk(0, '1.2.1', { appraisedMicro: 2 * POINT, finalMicro: 3 * POINT }),
      cellOnDisk(0, '1.2.2', { notApplicable: true }),
      cellOnDisk(0, 'II', { appraisedMicro: 2 * POINT }),
      cellOnDisk(1, 'B1', { selfMicro: null }),
      cellOnDisk(1, '1.1', { selfMicro: null }),
    ],
    null,
  );
  return made;
}

const leavesOf = (made: BlockStore, u: number, filter: CellFilter) =>
  LEAF_CODES.filter((_, l) => passesFilter(filter, cellFactsAt(made, explanations, u, l)));

it('reads of a cell what the rules must know', () => {
  const made = store();
  expect(Object.fromEntries(CELL_FILTERS.map((filter) => [filter, leavesOf(made, 0, filter)]))).toEqual({
    all: [...LEAF_CODES],
    missing: [],
    open: ['B1'],
    cut: ['1.2.1', 'II'],
    differs: ['1.2.1', 'II'],
    noEvidence: [],
    toExplain: [],
    awaitingAnswer: ['II'],
    overdue: ['II'],
    answered: [],
  });
  // A bonus nobody claimed does not wait for an appraiser.
  expect(leavesOf(made, 1, 'open')).toEqual(['1.1', '1.2.1', '1.2.2', 'II']);
  expect(leavesOf(made, 1, 'missing')).toEqual(['1.1']);
});

it('shows what lacks its evidence', () => {
  const shape = smallShape();
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
  expect(leavesOf(new BlockStore(shape, bare), 0, 'noEvidence')).toEqual(['1.1']);
});

it('leaves the rows of its kind of sheet, with the headings above them', () => {
  const made = store();
  const { tree } = made.shape;
  const place = { u: 0, l: LEAF_CODES.indexOf('II') };
  const rows = (kind: 'matrix' | 'unit' | 'leaf', filter: CellFilter) => [
    ...shownRows(made, explanations, kind, filter, place),
  ];
  expect(rows('leaf', 'awaitingAnswer')).toEqual([0]);
  expect(rows('matrix', 'missing')).toEqual([1]);
  expect(rows('unit', 'cut').map((at) => tree[at]?.node.code)).toEqual(['I', '1.2', '1.2.1', 'II']);
});
