import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../domain/default-settings.ts';
import type { ClassCap, CycleUnit, Unit } from '../domain/entities.ts';
import type { BlockId, CriteriaSetId, CycleId, CycleUnitId, UnitId } from '../domain/ids.ts';
import { HAS_EVIDENCE, NOT_APPLICABLE } from './model.ts';
import type { RankColumns, RankStructure } from './ranking-model.ts';
import { rankCycle } from './summarise-cycle.ts';
import { micro, nodesOf } from './testing/small-set.ts';

const NODES = nodesOf([
  {
    code: 'I',
    children: [
      { code: '1', max: 60 },
      { code: '2', max: 20, rule: { kind: 'survey' } },
    ],
  },
  { code: 'II', max: 20 },
  { code: 'B', section: 'bonus', max: 2 },
]);
const LEAVES = NODES.filter((node) => node.rule !== null);
const CYCLE_ID = 'cycle' as CycleId;
const BLOCK_ID = 'k1' as BlockId;
const SET_ID = 'set' as CriteriaSetId;

interface Spec {
  readonly self: readonly (number | 'kad')[];
  readonly appraised?: readonly number[];
  readonly final?: readonly number[];
  readonly ranked?: boolean;
  readonly cap?: ClassCap;
}

const PREVIOUS = { year: 2022, indexMicroPercent: 90_000_000, rank: 3, classCode: 'T' };

function structureOf(specs: readonly Spec[], scale = 100): RankStructure {
  const units = specs.map((_, u): Unit => {
    return { id: `u${u}` as UnitId, code: `D${u + 1}`, name: `Đơn vị ${u + 1}`, shortName: '', aliases: [] };
  });
  const cycleUnits = specs.map((spec, u): CycleUnit => ({
    id: `cu${u}` as CycleUnitId,
    cycleId: CYCLE_ID,
    blockId: BLOCK_ID,
    unitId: `u${u}` as UnitId,
    order: u,
    ranked: spec.ranked ?? true,
    unrankedReason: '',
    previous: u === 0 ? PREVIOUS : null,
    cap: spec.cap ?? null,
    version: 1,
  }));
  return {
    cycle: { id: CYCLE_ID, settings: DEFAULT_SETTINGS },
    blocks: [
      { id: BLOCK_ID, cycleId: CYCLE_ID, code: 'K1', name: 'Khối 1', order: 1, criteriaSetId: SET_ID, version: 1 },
    ],
    criteriaSets: [{ id: SET_ID, name: 'Bộ', scaleMicro: micro(scale), nodes: NODES }],
    cycleUnits,
    units,
  };
}

function columnsOf(specs: readonly Spec[]): RankColumns {
  const column = (pick: (spec: Spec) => readonly (number | 'kad')[] | undefined) =>
    Float64Array.from(
      specs.flatMap((spec) =>
        LEAVES.map((_, l) => {
          const value = pick(spec)?.[l];
          return typeof value === 'number' ? micro(value) : NaN;
        }),
      ),
    );
  return {
    blockId: BLOCK_ID,
    cycleUnitIds: specs.map((_, u) => `cu${u}` as CycleUnitId),
    leafIds: LEAVES.map((leaf) => leaf.id),
    self: column((spec) => spec.self),
    appraised: column((spec) => spec.appraised),
    final: column((spec) => spec.final),
    flags: Uint8Array.from(
      specs.flatMap((spec) => spec.self.map((cell) => (cell === 'kad' ? NOT_APPLICABLE : HAS_EVIDENCE))),
    ),
  };
}

function rank(specs: readonly Spec[]) {
  const result = rankCycle(structureOf(specs), [columnsOf(specs)]);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('rankCycle', () => {
  it('puts a unit into one record, each figure where annex I wants it', () => {
    const ranking = rank([
      { self: [55, NaN, 18, 1.5], appraised: [50, 16], final: [52] },
      { self: [60, NaN, 'kad', 0], appraised: [NaN, 20] },
    ]);
    const block = ranking.blocks[0]!;
    const first = block.rows.find((row) => row.code === 'D1')!;
    // self 55 + 18; appraised 50 + 16 + (18 taken over); total 52 + 16 + 18 + bonus 1,5 = 87,5 of 100
    expect(first).toMatchObject({
      name: 'Đơn vị 1',
      rank: 2,
      selfMicro: micro(73),
      appraisedMicro: micro(84),
      surveyMicro: micro(16),
      bonusMicro: micro(1.5),
      penaltyMicro: 0,
      totalMicro: micro(87.5),
      applicableMicro: micro(100),
      indexMicroPercent: 87_500_000,
      indexText: '87,50',
      classCode: 'T',
      classLabel: 'Tốt',
      classByThresholdCode: 'T',
      capped: false,
      neighbourOf: null,
      missing: 0,
      // I: 52 + 16 = 68 of 80 = 85 %; II: 18 of 20 = 90 %
      fieldMicroPercent: [85_000_000, 90_000_000],
      previous: PREVIOUS,
    });
    // 60 + 20 of 80: 100 %, field II without an index
    expect(block.rows[0]).toMatchObject({
      code: 'D2',
      rank: 1,
      indexText: '100,00',
      fieldMicroPercent: [100_000_000, null],
    });
    // (87,5 + 100) / 2
    expect([block.meanMicroPercent, block.meanText]).toStrictEqual([93_750_000, '93,75']);
    expect(block.fields.map((field) => field.code)).toStrictEqual(['I', 'II']);
  });

  it('orders by rank, unranked last, and counts classes with those below every threshold', () => {
    const cap = { classCode: null, reason: 'kỷ luật', source: 'Quyết định 1' };
    const ranking = rank([
      { self: [40, 0, 0, 0] },
      { self: [60, 20, 20, 0], ranked: false },
      { self: [60, 20, 16, 0], cap },
      { self: [60, 20, 10, 0] },
      { self: ['kad', 'kad', 'kad', 'kad'] },
    ]);
    const rows = ranking.blocks[0]!.rows;
    expect(rows.map((row) => [row.code, row.rank, row.classLabel])).toStrictEqual([
      ['D3', 1, 'Không xếp loại'],
      ['D4', 2, 'Tốt'],
      ['D1', 3, 'Không xếp loại'],
      ['D2', null, 'Xuất sắc'],
      ['D5', null, ''],
    ]);
    expect(rows[0]).toMatchObject({ capped: true, classByThresholdCode: 'XS', classCode: null });
    expect(ranking.classCounts.map(({ code, count }) => [code, count])).toStrictEqual([
      ['XS', 1],
      ['T', 1],
      ['K', 0],
      ['HT', 0],
      [null, 2],
    ]);
  });

  it('names the cycle and the arithmetic it was computed with', () => {
    const { cycleId, engineVersion } = rank([{ self: [60, 20, 20, 0] }]);
    expect([cycleId, engineVersion]).toStrictEqual([CYCLE_ID, '1']);
  });

  it('says what does not fit instead of computing something else', () => {
    const specs: Spec[] = [{ self: [60, 20, 20, 0] }];
    const reasons = (structure: RankStructure, columns: RankColumns) => {
      const result = rankCycle(structure, [columns]);
      return result.ok ? [] : result.error.map((problem) => problem.reason);
    };
    const columns = columnsOf(specs);
    expect(reasons(structureOf(specs, 99), columns)).toStrictEqual(['scaleSum']);
    expect(reasons(structureOf([]), columns)).toStrictEqual(['unitsMissing']);
    const swapped = { ...columns, leafIds: [...columns.leafIds].reverse() };
    expect(reasons(structureOf(specs), swapped)).toStrictEqual(['columnsDiffer']);
  });
});
