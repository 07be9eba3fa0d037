import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../domain/default-settings.ts';
import { STAGES, type ClassCap, type CycleSettings } from '../domain/entities.ts';
import type { BlockId, CriteriaSetId, CycleId, CycleUnitId, UnitId } from '../domain/ids.ts';
import { explainableBlock, type ExplainableBlock } from './explain-block.ts';
import { explainMean } from './explain-mean.ts';
import type { ExplainedNode } from './explain-model.ts';
import { explainUnit } from './explain-unit.ts';
import type { RankColumns, RankStructure } from './ranking-model.ts';
import { micro, nodesOf } from './testing/small-set.ts';

/** Every shape of tree and every evidence policy; 11,25 points. */
const NODES = nodesOf([
  {
    code: 'I',
    children: [
      {
        code: '1',
        children: [
          { code: '1.1', max: 1.5, evidenceText: 'x' },
          { code: '1.2', max: 0.75 },
        ],
      },
      { code: '2', max: 3, evidenceText: 'x', evidencePolicy: 'zero' },
    ],
  },
  {
    code: 'II',
    children: [{ code: '3', children: [{ code: '3.1', max: 2, evidenceText: 'x', evidencePolicy: 'block' }] }],
  },
  { code: 'III', max: 4 },
  { code: 'B1', section: 'bonus', max: 3 },
  { code: 'B2', section: 'bonus', max: 1, evidenceText: 'x', evidencePolicy: 'zero' },
  { code: 'P', section: 'penalty', max: 6, evidenceText: 'x', evidencePolicy: 'zero' },
]);
const LEAVES = NODES.filter(({ rule }) => rule !== null);
const SET = { id: 's' as CriteriaSetId, name: 'Bộ', scaleMicro: micro(11.25), nodes: NODES };
const BLOCK = {
  id: 'b' as BlockId,
  cycleId: 'c' as CycleId,
  code: 'K',
  name: 'Khối',
  order: 0,
  criteriaSetId: SET.id,
  version: 1,
};

interface UnitDraw {
  readonly ranked: boolean;
  readonly cap: ClassCap | null;
  readonly cells: readonly { readonly values: readonly number[]; readonly flags: number }[];
}

/** Few distinct values, so that ties and caps are common; some beyond the maximum, as an import may bring them. */
function cellOf(maxMicro: number) {
  const value = fc.oneof(
    fc.constant(NaN),
    fc.constantFrom(0, maxMicro / 2, maxMicro, maxMicro + 500_000),
    fc.integer({ min: 0, max: maxMicro }),
  );
  return fc.record({ values: fc.tuple(value, value, value), flags: fc.integer({ min: 0, max: 15 }) });
}

const unit: fc.Arbitrary<UnitDraw> = fc.record({
  ranked: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  cap: fc.option(
    fc.constantFrom('T', 'K', null).map((classCode) => ({ classCode, reason: 'r', source: 's' })),
    { freq: 3 },
  ),
  cells: fc.tuple(...LEAVES.map(({ maxMicro }) => cellOf(maxMicro))),
});
const settings: fc.Arbitrary<CycleSettings> = fc
  .record({
    classifyBy: fc.constantFrom('exact' as const, 'printed' as const),
    tiePolicy: fc.constantFrom(
      { kind: 'competition' as const },
      { kind: 'dense' as const },
      { kind: 'fields' as const, fieldCodes: ['II', 'I'] },
    ),
    bonusCapMicro: fc.constantFrom(0, 2_000_000, 9_000_000),
    penaltyCapMicro: fc.constantFrom(1_000_000, 50_000_000),
  })
  .map((drawn) => ({ ...DEFAULT_SETTINGS, ...drawn }));

function blockOf(units: readonly UnitDraw[], cycleSettings: CycleSettings): ExplainableBlock {
  const ids = units.map((_, u) => `u${String(u).padStart(2, '0')}`);
  const structure: RankStructure = {
    cycle: { id: BLOCK.cycleId, settings: cycleSettings },
    blocks: [BLOCK],
    criteriaSets: [SET],
    cycleUnits: units.map(({ ranked, cap }, u) => ({
      id: ids[u] as CycleUnitId,
      cycleId: BLOCK.cycleId,
      blockId: BLOCK.id,
      unitId: ids[u] as UnitId,
      order: u,
      ranked,
      cap,
      previous: null,
      unrankedReason: '',
      version: 1,
    })),
    units: ids.map((id) => ({ id: id as UnitId, code: id, name: `Đơn vị ${id}`, shortName: id, aliases: [] })),
  };
  const cells = units.flatMap((each) => each.cells);
  const columns: RankColumns = {
    blockId: BLOCK.id,
    cycleUnitIds: ids as CycleUnitId[],
    leafIds: LEAVES.map(({ id }) => id),
    self: Float64Array.from(cells, ({ values }) => values[0]!),
    appraised: Float64Array.from(cells, ({ values }) => values[1]!),
    final: Float64Array.from(cells, ({ values }) => values[2]!),
    flags: Uint8Array.from(cells, ({ flags }) => flags),
  };
  const computed = explainableBlock(structure, BLOCK, columns);
  if (!computed.ok) throw new Error(JSON.stringify(computed.error));
  return computed.value;
}

const blocks = fc.tuple(fc.array(unit, { minLength: 1, maxLength: 12 }), settings).map((drawn) => blockOf(...drawn));

function walk(nodes: readonly ExplainedNode[], visit: (node: ExplainedNode) => void): void {
  for (const node of nodes) {
    visit(node);
    walk(node.children, visit);
  }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('explainUnit', () => {
  it('shows parts that add up to the total shown, at every level, to the last 10⁻⁶ point', () => {
    fc.assert(
      fc.property(blocks, (computed) => {
        const { result, set } = computed;
        for (let u = 0; u < result.unitCount; u++) {
          const told = explainUnit(computed, u);
          walk([...told.fields, ...told.bonus.leaves, ...told.penalty.leaves], (node) => {
            if (node.leaf) return expect(node.children).toEqual([]);
            expect(sum(node.children.map((child) => child.countedMicro))).toBe(node.countedMicro);
            expect(sum(node.children.map((child) => child.applicableMicro))).toBe(node.applicableMicro);
            return expect(sum(node.children.map((child) => child.maxMicro))).toBe(node.maxMicro);
          });
          expect(sum(told.fields.map((field) => field.countedMicro))).toBe(told.coreMicro);
          expect(sum(told.bonus.leaves.map((leaf) => leaf.countedMicro))).toBe(told.bonus.sumMicro);
          expect(told.coreMicro + told.bonus.countedMicro - told.penalty.countedMicro + told.boundMicro).toBe(
            told.totalMicro,
          );
          expect(told.scaleMicro - sum(told.excused.map((leaf) => leaf.maxMicro))).toBe(told.applicableMicro);
          // And the numbers are the engine's own.
          expect(told.totalMicro).toBe(result.totalMicro[u]);
          expect(told.coreMicro).toBe(result.coreMicro[u]);
          expect(told.bonus.countedMicro).toBe(result.bonusMicro[u]);
          expect(told.penalty.countedMicro).toBe(result.penaltyMicro[u]);
          told.fields.forEach((field, f) => {
            expect(field.countedMicro).toBe(result.fieldMicro[u * set.fields.length + f]);
            expect(field.applicableMicro).toBe(result.fieldApplicableMicro[u * set.fields.length + f]);
          });
          const criteria = told.fields.flatMap((field) => field.children);
          criteria.forEach((criterion, c) => {
            expect(criterion.countedMicro).toBe(result.criterionMicro[u * set.criteria.length + c]);
          });
        }
      }),
    );
  });

  it('says whose value counts, and why it counts what it counts', () => {
    fc.assert(
      fc.property(blocks, (computed) => {
        for (let u = 0; u < computed.result.unitCount; u++) {
          const told = explainUnit(computed, u);
          let missing = 0;
          let blocks = false;
          walk(
            [...told.fields, ...told.bonus.leaves, ...told.penalty.leaves],
            ({ countedMicro, leaf, maxMicro, section }) => {
              if (!leaf) return;
              const latest = STAGES.findLast((stage) => leaf.values[stage] !== null) ?? null;
              const value = latest === null ? null : leaf.values[latest];
              expect(leaf.stage).toBe(leaf.cause === 'notApplicable' ? null : latest);
              if (leaf.cause === 'blank' && section === 'core') missing++;
              if (leaf.blocks) blocks = true;
              const expected = { counted: value, overMax: maxMicro, blank: 0, notApplicable: 0, noEvidence: 0 };
              expect(countedMicro).toBe(expected[leaf.cause]);
              if (leaf.cause === 'overMax') expect(value).toBeGreaterThan(maxMicro);
            },
          );
          expect(missing).toBe(told.missing);
          expect(blocks).toBe(computed.result.blocked[u] === 1);
        }
      }),
    );
  });

  it('counts the places before a unit to its rank, under every tie policy', () => {
    fc.assert(
      fc.property(blocks, (computed) => {
        for (let u = 0; u < computed.result.unitCount; u++) {
          const { rank } = explainUnit(computed, u);
          expect(rank.rank ?? 0).toBe(computed.result.rank[u]);
          expect(rank.rank !== null).toBe(rank.why === 'ranked');
          if (rank.rank === null) continue;
          const before = {
            competition: rank.higher,
            dense: rank.higherIndexes,
            fields: rank.higher + rank.tiedBefore,
          }[rank.tiePolicy];
          expect(rank.rank).toBe(before + 1);
          expect(rank.tiedWith.length > 0).toBe(computed.result.tied[u] === 1);
          expect(rank.above === null).toBe(rank.higher === 0);
        }
      }),
    );
  });

  it('holds the deciding number against the thresholds as the engine did', () => {
    fc.assert(
      fc.property(blocks, (computed) => {
        const { classes } = computed.settings;
        for (let u = 0; u < computed.result.unitCount; u++) {
          const told = explainUnit(computed, u).classification;
          expect(told.byThreshold).toBe(computed.result.classByThreshold[u]);
          expect(told.final).toBe(computed.result.classFinal[u]);
          if (told.decidingMicroPercent === null) {
            expect(told.byThreshold).toBe(-2);
            continue;
          }
          const deciding = told.decidingMicroPercent;
          expect(classes.findIndex(({ minMicroPercent }) => deciding >= minMicroPercent)).toBe(told.byThreshold);
          if (told.byThreshold === 0) expect(told.missingMicroPercent).toBeNull();
          else expect(told.missingMicroPercent).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('explainMean', () => {
  it('adds up to count × mean exactly, rounding in a line of its own', () => {
    fc.assert(
      fc.property(blocks, (computed) => {
        const told = explainMean(computed);
        expect(sum(told.parts.map((part) => part.indexMicroPercent))).toBe(told.sumMicroPercent);
        expect(told.sumMicroPercent + told.roundingMicroPercent).toBe((told.meanMicroPercent ?? 0) * told.count);
        // Half a unit of the last digit per part, and as much for the mean itself.
        expect(Math.abs(told.roundingMicroPercent)).toBeLessThanOrEqual(told.count);
        expect(told.parts.length + told.left.length).toBe(computed.result.unitCount);
        for (const { why } of told.left) expect(why).not.toBe('ranked');
      }),
    );
  });
});
