import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appError } from '#shared/contract/errors.ts';
import type { OpId } from '#shared/domain/ids.ts';
import { computeBlock } from '#shared/scoring/compute-block.ts';
import { HAS_EVIDENCE, NOT_APPLICABLE } from '#shared/scoring/model.ts';
import { BlockStore, type PendingEdit } from './block-store.ts';
import { cellOnDisk, smallCells, smallShape, smallStore, SELF_POINTS, UNIT_COUNT } from './testing/small-block.ts';

const POINT = 1_000_000;
const LEAVES = 5;

function typed(u: number, l: number, points: number | null, opId = 'op-1'): PendingEdit {
  const pointsMicro = points === null ? null : points * POINT;
  return {
    opId: opId as OpId,
    u,
    l,
    stage: 'final',
    set: { kind: 'points', stage: 'final', pointsMicro },
    text: String(points),
  };
}

describe('what counts at a stage', () => {
  it('is taken over from the earlier stage while nothing is typed', () => {
    const store = smallStore();
    expect(store.points('final', 0, 1)).toBeNaN();
    expect(store.effectivePoints('final', 0, 1)).toBe(3 * POINT);
    store.apply([cellOnDisk(0, '1.2.1', { appraisedMicro: 2 * POINT })], null);
    expect(store.effectivePoints('self', 0, 1)).toBe(3 * POINT);
    expect(store.effectivePoints('final', 0, 1)).toBe(2 * POINT);
  });
});

describe('an edit on its way', () => {
  it('is shown, counted and marked at once, and moves ranks', () => {
    const store = smallStore();
    const changes: (readonly number[] | null)[] = [];
    expect([...store.result('final').rank]).toEqual([1, 2, 3]);
    store.subscribe(({ units }) => changes.push(units));
    store.begin([typed(0, 3, 0)]);
    expect(store.points('final', 0, 3)).toBe(0);
    expect(store.isPending('final', 0, 3)).toBe(true);
    expect(store.isPending('self', 0, 3)).toBe(false);
    expect([...store.result('final').rank]).toEqual([2, 1, 3]);
    expect(new Set(changes[0])).toEqual(new Set([0, 1]));
  });

  it('is told of at once, and what follows from it when the screen has it', () => {
    const acts: (() => void)[] = [];
    const store = new BlockStore(smallShape(), smallCells(SELF_POINTS), (act) => acts.push(act));
    const before = store.result('final');
    const told: unknown[] = [];
    store.onCells((cells) => told.push(cells));
    store.subscribe(({ units }) => told.push(new Set(units)));
    store.begin([typed(0, 3, 0)]);
    store.begin([typed(2, 3, 0, 'op-2')]);
    store.whenSettled(() => told.push('settled'));
    expect(told).toEqual([[{ u: 0, l: 3 }], [{ u: 2, l: 3 }]]);
    expect(store.settledResult('final')).toBe(before);
    expect([...store.result('final').rank]).toEqual([2, 1, 3]);
    expect(acts).toHaveLength(1);
    acts[0]?.();
    expect(told.slice(2)).toEqual([new Set([0, 1, 2]), 'settled']);
    expect(store.settledResult('final')).toBe(store.result('final'));
  });

  it('stays when it is on disk, whichever of reply and event comes first', () => {
    const store = smallStore();
    store.begin([typed(1, 0, 0.5)]);
    const onDisk = cellOnDisk(1, '1.1', { finalMicro: 0.5 * POINT });
    store.apply([onDisk], 'op-1' as OpId);
    store.apply([onDisk], 'op-1' as OpId);
    store.withdraw([typed(1, 0, 0.5)]);
    expect(store.pendingCount).toBe(0);
    expect(store.points('final', 1, 0)).toBe(0.5 * POINT);
    expect(store.version(1, 0)).toBe(2);
  });

  it('goes back when refused, and what was typed stays with the reason', () => {
    const store = smallStore();
    const edit = typed(2, 1, 1);
    store.begin([edit]);
    store.fail(edit, appError('DISK_FULL', 'full'), 'final');
    expect(store.points('final', 2, 1)).toBeNaN();
    expect(store.effectivePoints('final', 2, 1)).toBe(2 * POINT);
    expect(store.pendingCount).toBe(0);
    expect(store.problem('final', 2, 1)).toMatchObject({ kind: 'failed', text: '1', error: { code: 'DISK_FULL' } });
    expect(store.problemCells()).toEqual([{ stage: 'final', u: 2, l: 1 }]);
    store.begin([typed(2, 1, 2, 'op-2')]);
    expect(store.problem('final', 2, 1)).toBeNull();
  });

  it('lies over what another window wrote meanwhile', () => {
    const store = smallStore();
    store.begin([typed(0, 1, 2)]);
    store.apply([cellOnDisk(0, '1.2.1', { selfMicro: 1 * POINT, version: 7 })], 'other' as OpId);
    expect(store.points('self', 0, 1)).toBe(1 * POINT);
    expect(store.points('final', 0, 1)).toBe(2 * POINT);
    expect(store.version(0, 1)).toBe(7);
    store.fail(typed(0, 1, 2), appError('VERSION_CONFLICT', 'changedMeanwhile'), 'final');
    expect(store.points('final', 0, 1)).toBeNaN();
  });

  it('keeps the later one of two quick edits when the first is written', () => {
    const store = smallStore();
    store.begin([typed(0, 0, 0.25, 'op-1')]);
    store.begin([typed(0, 0, 0.75, 'op-2')]);
    store.apply([cellOnDisk(0, '1.1', { finalMicro: 0.25 * POINT })], 'op-1' as OpId);
    expect(store.points('final', 0, 0)).toBe(0.75 * POINT);
    expect(store.pendingCount).toBe(1);
    expect(store.version(0, 0)).toBe(2);
  });

  it('survives a reload of the block', () => {
    const store = smallStore();
    store.begin([typed(0, 0, 0.25)]);
    store.reload(smallCells(SELF_POINTS));
    expect(store.points('final', 0, 0)).toBe(0.25 * POINT);
    store.withdraw([typed(0, 0, 0.25)]);
    expect(store.points('final', 0, 0)).toBeNaN();
  });
});

describe('not applicable', () => {
  it('leaves the denominator and comes back', () => {
    const store = smallStore();
    const edit: PendingEdit = {
      ...typed(0, 1, null),
      stage: null,
      set: { kind: 'notApplicable', reason: 'Không phát sinh' },
    };
    store.begin([edit]);
    expect(store.isNotApplicable(0, 1)).toBe(true);
    expect(store.result('final').applicableMicro[0]).toBe(7 * POINT);
    store.apply([cellOnDisk(0, '1.2.1', { version: 3 })], edit.opId);
    expect(store.isNotApplicable(0, 1)).toBe(false);
    expect(store.hasEvidence(0, 1)).toBe(true);
  });
});

it('ignores a cell older than the one it knows', () => {
  const store = smallStore();
  store.apply([cellOnDisk(0, '1.1', { selfMicro: 0, version: 5 })], null);
  store.apply([cellOnDisk(0, '1.1', { selfMicro: 1 * POINT, version: 4 })], null);
  expect(store.points('self', 0, 0)).toBe(0);
});

it('lays cells in another order onto its own units and leaves', () => {
  const shape = smallShape();
  const cells = smallCells(SELF_POINTS);
  const turned = {
    ...cells,
    cycleUnitIds: [...cells.cycleUnitIds].reverse(),
    leafIds: [...cells.leafIds].reverse(),
    self: cells.self.slice().reverse(),
    flags: cells.flags.slice(),
  };
  const store = new BlockStore(shape, turned);
  expect([...store.result('self').totalMicro]).toEqual([...smallStore().result('self').totalMicro]);
  expect(store.points('self', 2, 3)).toBe(2 * POINT);
});

it('previews exactly what the engine says of the cells once they are on disk', () => {
  const edit = fc.record({
    u: fc.nat({ max: UNIT_COUNT - 1 }),
    l: fc.nat({ max: LEAVES - 1 }),
    micro: fc.option(fc.nat({ max: 1_000_000 }), { nil: null }),
    excuse: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      const store = smallStore();
      const cells = smallCells(SELF_POINTS);
      edits.forEach(({ u, l, micro, excuse }, n) => {
        const i = u * LEAVES + l;
        const opId = `op-${n}` as OpId;
        if (excuse) {
          store.begin([{ opId, u, l, stage: null, set: { kind: 'notApplicable', reason: 'x' }, text: '' }]);
          cells.flags[i] = HAS_EVIDENCE | NOT_APPLICABLE;
        } else {
          const set = { kind: 'points', stage: 'final', pointsMicro: micro } as const;
          store.begin([{ opId, u, l, stage: 'final', set, text: '' }]);
          cells.final[i] = micro ?? NaN;
        }
      });
      const { shape } = store;
      const points = cells.self.map((self, i) => (isNaN(cells.final[i] ?? NaN) ? self : (cells.final[i] ?? NaN)));
      const scores = { unitCount: UNIT_COUNT, leafCount: LEAVES, points, flags: cells.flags };
      expect(store.result('final')).toEqual(computeBlock(shape.set, scores, shape.facts, shape.settings));
    }),
  );
});

it('adds up fields and criteria as the engine does', () => {
  const store = smallStore();
  const sums = store.shape.tree.map((entry) => [entry.node.code, store.nodeMicro('final', 0, entry) / POINT]);
  expect(Object.fromEntries(sums)).toEqual({ I: 6, '1.1': 1, '1.2': 5, '1.2.1': 3, '1.2.2': 2, II: 3, B1: 0 });
  expect(store.shape.tree.map(({ leafFrom, leafTo }) => [leafFrom, leafTo])).toEqual([
    [0, 3],
    [0, 1],
    [1, 3],
    [1, 2],
    [2, 3],
    [3, 4],
    [4, 5],
  ]);
});
