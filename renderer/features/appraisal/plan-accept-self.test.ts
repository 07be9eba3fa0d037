import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CycleUnitId, NodeId } from '#shared/domain/ids.ts';
import { planAcceptSelf, type AcceptCell } from './plan-accept-self.ts';

function cell(leaf: string, changes: Partial<AcceptCell> = {}): AcceptCell {
  return {
    cycleUnitId: 'u' as CycleUnitId,
    leafId: leaf as NodeId,
    version: 3,
    selfMicro: 500_000,
    appraisedMicro: NaN,
    notApplicable: false,
    locked: false,
    ...changes,
  };
}

describe('accepting self-scored points', () => {
  it('tells blank cells from those appraised otherwise, and leaves the rest alone', () => {
    const { blank, typed } = planAcceptSelf([
      cell('blank'),
      cell('lower', { appraisedMicro: 250_000 }),
      cell('same', { appraisedMicro: 500_000 }),
      cell('excused', { notApplicable: true }),
      cell('on its way', { locked: true }),
      cell('not self-scored', { selfMicro: NaN }),
      cell('zero', { selfMicro: 0 }),
    ]);
    expect(blank).toEqual([
      {
        cycleUnitId: 'u',
        leafId: 'blank',
        expectedVersion: 3,
        set: { kind: 'points', stage: 'appraised', pointsMicro: 500_000 },
      },
      {
        cycleUnitId: 'u',
        leafId: 'zero',
        expectedVersion: 3,
        set: { kind: 'points', stage: 'appraised', pointsMicro: 0 },
      },
    ]);
    expect(typed.map(({ leafId }) => leafId)).toEqual(['lower']);
  });

  it('never writes an excused or locked cell, never a blank, and never twice', () => {
    const points = fc.oneof(fc.constant(NaN), fc.integer({ min: 0, max: 1_000_000 }));
    const anyCell = fc.record({
      selfMicro: points,
      appraisedMicro: points,
      notApplicable: fc.boolean(),
      locked: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyCell, { maxLength: 40 }), (all) => {
        const cells = all.map((changes, i) => cell(String(i), changes));
        const { blank, typed } = planAcceptSelf(cells);
        const written = [...blank, ...typed];
        expect(new Set(written.map(({ leafId }) => leafId)).size).toBe(written.length);
        for (const { leafId, set } of written) {
          const from = cells[Number(leafId)];
          expect(from?.notApplicable).toBe(false);
          expect(from?.locked).toBe(false);
          expect(set).toEqual({ kind: 'points', stage: 'appraised', pointsMicro: from?.selfMicro });
        }
        // What was accepted needs no accepting again.
        const after = cells.map((each) =>
          written.some(({ leafId }) => leafId === each.leafId) ? { ...each, appraisedMicro: each.selfMicro } : each,
        );
        expect(planAcceptSelf(after)).toEqual({ blank: [], typed: [] });
      }),
    );
  });
});
