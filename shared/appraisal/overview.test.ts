import fc from 'fast-check';
import { expect, it } from 'vitest';
import { STAGES } from '../domain/entities.ts';
import type { CycleUnitId, NodeId } from '../domain/ids.ts';
import type { CompiledSet } from '../scoring/model.ts';
import { isAwaited, isFilled, passesFilter } from './cell-rules.ts';
import { CELL_WORK, overviewOfBlock } from './overview.ts';
import { walkCells } from './walk-cells.ts';

const LEAVES = 5;
/** Two fields of two leaves, one bonus leaf. */
const SET = {
  fields: [{}, {}],
  leaves: Array.from({ length: LEAVES }, (_, l) => ({ id: `l${l}`, rule: { kind: l === 1 ? 'survey' : 'manual' } })),
  fieldOfLeaf: Int32Array.of(0, 0, 1, 1, -1),
  sectionOfLeaf: Uint8Array.of(0, 0, 0, 0, 1),
  evidencePolicyOfLeaf: Uint8Array.of(0, 3, 0, 3, 3),
} as unknown as CompiledSet;

const points = fc.oneof(fc.constant(NaN), fc.integer({ min: 0, max: 3 }));
const block = fc.integer({ min: 0, max: 4 }).chain((unitCount) => {
  const size = unitCount * LEAVES;
  const column = fc.array(points, { minLength: size, maxLength: size }).map((all) => Float64Array.from(all));
  return fc.record({
    self: column,
    appraised: column,
    final: column,
    flags: fc
      .array(fc.integer({ min: 0, max: 3 }), { minLength: size, maxLength: size })
      .map((all) => Uint8Array.from(all)),
    cycleUnitIds: fc.constant(Array.from({ length: unitCount }, (_, u) => `u${u}` as CycleUnitId)),
    leafIds: fc.constant(Array.from({ length: LEAVES }, (_, l) => `l${l}` as NodeId)),
  });
});

it('adds up to what the rules say of every single cell, whatever the cells are', () => {
  fc.assert(
    fc.property(block, (cells) => {
      const explanations = new Map([[0, { state: 'answered', isOverdue: false } as const]]);
      const { board, waiting } = overviewOfBlock(SET, cells, explanations);
      const counts = new Map<string, number>();
      const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
      walkCells(SET, cells, explanations, (_u, _l, facts) => {
        for (const { filter } of CELL_WORK) if (passesFilter(filter, facts)) add(filter);
        if (!isAwaited(facts)) return;
        add('cells');
        for (const stage of STAGES) if (isFilled(stage, facts)) add(stage);
      });
      const total = (column: Int32Array) => column.reduce((sum, each) => sum + each, 0);
      for (const { filter } of CELL_WORK) {
        expect(waiting.find((work) => work.filter === filter)?.count ?? 0).toBe(counts.get(filter) ?? 0);
      }
      expect(total(board.cells)).toBe(counts.get('cells') ?? 0);
      for (const stage of STAGES) {
        expect(total(board.filled[stage])).toBe(counts.get(stage) ?? 0);
        board.cells.forEach((all, at) => {
          const isAll = board.filled[stage][at] === all;
          expect(board.firstUnfilled[stage][at] === -1).toBe(isAll);
        });
      }
    }),
  );
});
