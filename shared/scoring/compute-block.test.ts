import { describe, expect, it } from 'vitest';
import { type DEFAULT_SETTINGS } from '../domain/default-settings.ts';
import { formatIndex, formatMean } from './index-value.ts';
import type { BlockResult } from './model.ts';
import { compute, micro, setOf, type UnitSpec } from './testing/small-set.ts';

/** One leaf of 100 points: the points are the index. */
const HUNDRED = setOf([{ code: 'I', max: 100 }]);

/** Field I = criterion 1 (leaves 10 + 20) + criterion 2, itself a leaf (30); field II a leaf (40); bonus 2, penalty 5. */
const SMALL = setOf([
  {
    code: 'I',
    children: [
      {
        code: '1',
        children: [
          { code: '1.1', max: 10 },
          { code: '1.2', max: 20 },
        ],
      },
      { code: '2', max: 30 },
    ],
  },
  { code: 'II', max: 40 },
  { code: 'B', section: 'bonus', max: 3 },
  { code: 'P', section: 'penalty', max: 9 },
]);

function indexes(points: readonly number[]): UnitSpec[] {
  return points.map((value) => ({ cells: [value] }));
}

function printed(result: BlockResult, u: number, decimals = 2): string {
  const ratio = { numeratorMicro: result.totalMicro[u]!, denominatorMicro: result.applicableMicro[u]! };
  return formatIndex(ratio, decimals, 'vi');
}

describe('totals', () => {
  it('add up by criterion, by field and as a whole', () => {
    const result = compute(SMALL, [{ cells: [9, 15.5, 25, 38.25, 0, 0] }]);
    // 1: 9 + 15,5 = 24,5 · I: 24,5 + 25 = 49,5 · total: 49,5 + 38,25 = 87,75
    expect([...result.criterionMicro]).toStrictEqual([micro(24.5), micro(25)]);
    expect([...result.criterionApplicableMicro]).toStrictEqual([micro(30), micro(30)]);
    expect([...result.fieldMicro]).toStrictEqual([micro(49.5), micro(38.25)]);
    expect([...result.fieldApplicableMicro]).toStrictEqual([micro(60), micro(40)]);
    expect([result.coreMicro[0], result.totalMicro[0]]).toStrictEqual([micro(87.75), micro(87.75)]);
    expect(result.missing[0]).toBe(0);
  });

  it('take what is not applicable out of the denominator', () => {
    const result = compute(SMALL, [{ cells: [9, 'kad', 25, 38.25, 0, 0] }]);
    // 9 + 25 + 38,25 = 72,25 of 100 − 20 = 80: 90,3125 %
    expect([result.totalMicro[0], result.applicableMicro[0]]).toStrictEqual([micro(72.25), micro(80)]);
    expect(printed(result, 0, 4)).toBe('90,3125');
    expect([...result.criterionApplicableMicro]).toStrictEqual([micro(10), micro(30)]);
    expect([...result.fieldApplicableMicro]).toStrictEqual([micro(40), micro(40)]);
  });

  it('re-base when a whole field is not applicable', () => {
    const result = compute(SMALL, [{ cells: ['kad', 'kad', 'kad', 30, 0, 0] }]);
    // 30 of 40 = 75 %, class Khá; field I has no index
    expect([...result.fieldApplicableMicro]).toStrictEqual([0, micro(40)]);
    expect(printed(result, 0)).toBe('75,00');
    expect([result.rank[0], result.classFinal[0]]).toStrictEqual([1, 2]);
  });

  it('give no index, rank or class when nothing is applicable', () => {
    const result = compute(SMALL, [{ cells: ['kad', 'kad', 'kad', 'kad', 3, 0] }, { cells: [10, 20, 30, 20, 0, 0] }]);
    expect([result.totalMicro[0], result.applicableMicro[0]]).toStrictEqual([0, 0]);
    expect(printed(result, 0)).toBe('');
    expect([result.rank[0], result.classByThreshold[0], result.classFinal[0]]).toStrictEqual([0, -2, -2]);
    // The mean is that of the other unit alone: 80 %.
    expect(formatMean(result.meanPicoPercent, 2, 'vi')).toBe('80,00');
    expect([...result.order]).toStrictEqual([1, 0]);
  });

  it('count a blank leaf as 0 and as missing, but no blank bonus or penalty', () => {
    const result = compute(SMALL, [{ cells: [null, 20, 30, null, null, null] }]);
    expect([result.missing[0], result.totalMicro[0], result.applicableMicro[0]]).toStrictEqual([
      2,
      micro(50),
      micro(100),
    ]);
  });

  it('hold points outside the leaf to its bounds', () => {
    const result = compute(SMALL, [{ cells: [11, -5, 30, 40, 0, 0] }]);
    // 10 + 0 + 30 + 40
    expect(result.totalMicro[0]).toBe(micro(80));
  });
});

describe('bonus and penalty', () => {
  it('are capped on their own', () => {
    // 50 + 10 points; bonus 3 capped at 2, penalty 9 capped at 5
    const result = compute(SMALL, [{ cells: [10, 20, 30, 0, 3, 9] }]);
    expect([result.bonusMicro[0], result.penaltyMicro[0]]).toStrictEqual([micro(2), micro(5)]);
    expect([result.coreMicro[0], result.totalMicro[0]]).toStrictEqual([micro(60), micro(57)]);
  });

  it('never lift the total above the scale, nor above what is applicable', () => {
    const result = compute(SMALL, [
      { cells: [10, 20, 30, 39.5, 3, 0] },
      { cells: ['kad', 20, 30, 39.5, 3, 0] },
      { cells: [10, 20, 30, 38, 3, 0] },
    ]);
    // 99,5 + 2 → 100 of 100; 89,5 + 2 → 90 of 90; 98 + 2 = 100 exactly
    expect([...result.totalMicro]).toStrictEqual([micro(100), micro(90), micro(100)]);
    expect([...result.rank]).toStrictEqual([1, 1, 1]);
  });

  it('never push the total below 0', () => {
    expect(compute(SMALL, [{ cells: [1, 0, 0, 0, 0, 9] }]).totalMicro[0]).toBe(0);
  });
});

describe('missing evidence', () => {
  const withPolicy = (evidencePolicy: 'zero' | 'explain' | 'block') =>
    setOf([
      { code: 'I', max: 60, evidenceText: 'Kế hoạch', evidencePolicy },
      { code: 'II', max: 40 },
      { code: 'P', section: 'penalty', max: 5, evidenceText: 'Kết luận', evidencePolicy },
    ]);
  const bare: UnitSpec = { cells: [{ bare: 50 }, { bare: 40 }, 0] };

  it('zero: such points count 0', () => {
    const result = compute(withPolicy('zero'), [bare]);
    expect([result.totalMicro[0], result.missingEvidence[0], result.rank[0]]).toStrictEqual([micro(40), 1, 1]);
  });

  it('explain: such points count and are flagged', () => {
    const result = compute(withPolicy('explain'), [bare]);
    expect([result.totalMicro[0], result.missingEvidence[0], result.rank[0]]).toStrictEqual([micro(90), 1, 1]);
  });

  it('block: the unit is withheld and the mean leaves it out', () => {
    const result = compute(withPolicy('block'), [bare, { cells: [30, 40, 0] }]);
    expect([...result.blocked]).toStrictEqual([1, 0]);
    expect([...result.rank]).toStrictEqual([0, 1]);
    expect([...result.classFinal]).toStrictEqual([-2, 2]);
    expect(formatMean(result.meanPicoPercent, 2, 'vi')).toBe('70,00');
  });

  it('asks nothing for 0 points or an excused leaf', () => {
    const result = compute(withPolicy('block'), [{ cells: [{ bare: 0 }, 40, 0] }, { cells: ['kad', 40, 0] }]);
    expect([...result.missingEvidence]).toStrictEqual([0, 0]);
    expect([...result.blocked]).toStrictEqual([0, 0]);
  });

  it('does not let a deduction vanish with its paper', () => {
    const result = compute(withPolicy('zero'), [{ cells: [50, 40, { bare: 5 }] }]);
    expect([result.totalMicro[0], result.missingEvidence[0]]).toStrictEqual([micro(85), 1]);
  });
});

describe('rank', () => {
  it('shares a rank among equals as the policy says', () => {
    const units = indexes([90, 80, 80, 70]);
    const ranks = (tiePolicy: typeof DEFAULT_SETTINGS.tiePolicy) => [...compute(HUNDRED, units, { tiePolicy }).rank];
    expect(ranks({ kind: 'competition' })).toStrictEqual([1, 2, 2, 4]);
    expect(ranks({ kind: 'dense' })).toStrictEqual([1, 2, 2, 3]);
    // No field decides, so the unit code does: D2 before D3.
    expect(ranks({ kind: 'fields', fieldCodes: ['I', 'unknown'] })).toStrictEqual([1, 2, 3, 4]);
    expect([...compute(HUNDRED, units).tied]).toStrictEqual([0, 1, 1, 0]);
  });

  it('breaks ties by the listed fields in order', () => {
    const set = setOf([
      { code: 'I', max: 50 },
      { code: 'II', max: 50 },
    ]);
    const units: UnitSpec[] = [{ cells: [40, 30] }, { cells: [30, 40] }, { cells: ['kad', 35] }];
    // All 70 %. By II: 80 %, 70 %, 60 %. By I: 80 %, 60 %, and nothing applicable comes last.
    const rank = (fieldCodes: string[]) => [...compute(set, units, { tiePolicy: { kind: 'fields', fieldCodes } }).rank];
    expect(rank(['II'])).toStrictEqual([3, 1, 2]);
    expect(rank(['I'])).toStrictEqual([1, 2, 3]);
    expect([...compute(set, units).tied]).toStrictEqual([1, 1, 1]);
  });

  it('ranks on the exact index, also between units that print alike', () => {
    // 83,184999 and 83,180001 both print 83,18
    const result = compute(HUNDRED, indexes([83.180001, 83.184999, 83.185]));
    expect([0, 1, 2].map((u) => printed(result, u))).toStrictEqual(['83,18', '83,18', '83,19']);
    expect([...result.rank]).toStrictEqual([3, 2, 1]);
    expect([...result.tied]).toStrictEqual([0, 0, 0]);
    expect([...result.tiedInPrint]).toStrictEqual([1, 1, 0]);
  });

  it('finds indexes equal although their denominators differ', () => {
    const set = setOf([
      { code: 'I', max: 30 },
      { code: 'II', max: 70 },
    ]);
    // 10/30 and 33,333333/100: a third against slightly less; 15/30 = 50/100
    const result = compute(set, [
      { cells: [10, 'kad'] },
      { cells: [10, 23.333333] },
      { cells: [15, 'kad'] },
      { cells: [15, 35] },
    ]);
    expect([...result.rank]).toStrictEqual([3, 4, 1, 1]);
    expect([...result.tied]).toStrictEqual([0, 0, 1, 1]);
    expect([...result.tiedInPrint]).toStrictEqual([1, 1, 0, 0]);
  });

  it('leaves out units that are scored but not ranked, and still classifies them', () => {
    const result = compute(HUNDRED, [{ cells: [99], ranked: false }, { cells: [80] }, { cells: [60] }]);
    expect([...result.rank]).toStrictEqual([0, 1, 2]);
    expect([...result.order]).toStrictEqual([1, 2, 0]);
    expect([...result.classFinal]).toStrictEqual([0, 1, 3]);
    // (80 + 60) / 2
    expect(formatMean(result.meanPicoPercent, 2, 'vi')).toBe('70,00');
  });
});

describe('class', () => {
  it('takes each threshold from its own value up', () => {
    const result = compute(HUNDRED, indexes([95, 94.999999, 80, 79.999999, 70, 69.999999, 50, 49.999999]));
    expect([...result.classByThreshold]).toStrictEqual([0, 1, 1, 2, 2, 3, 3, -1]);
  });

  it('does not lift 94,995 to Xuất sắc because it prints 95,00, unless the cycle says printed values classify', () => {
    const exact = compute(HUNDRED, indexes([94.995, 94.994999]));
    expect([printed(exact, 0), printed(exact, 1)]).toStrictEqual(['95,00', '94,99']);
    expect([...exact.classByThreshold]).toStrictEqual([1, 1]);
    expect([
      ...compute(HUNDRED, indexes([94.995, 94.994999]), { classifyBy: 'printed' }).classByThreshold,
    ]).toStrictEqual([0, 1]);
  });

  it('compares a re-based index exactly', () => {
    const set = setOf([
      { code: 'I', max: 3 },
      { code: 'II', max: 97 },
    ]);
    // 2,85/3 = 95 % exactly; 2,849999/3 = 94,99996… %
    const result = compute(set, [{ cells: [2.85, 'kad'] }, { cells: [2.849999, 'kad'] }]);
    expect([...result.classByThreshold]).toStrictEqual([0, 1]);
  });

  it('is lowered by a cap, never raised', () => {
    const cap = (classCode: string | null) => ({ classCode, reason: 'kỷ luật', source: 'Quyết định 1' });
    const result = compute(HUNDRED, [
      { cells: [96], cap: cap('T') },
      { cells: [75], cap: cap('T') },
      { cells: [96], cap: cap(null) },
      { cells: [40], cap: cap('T') },
      { cells: [96], cap: cap('no such class') },
    ]);
    expect([...result.classByThreshold]).toStrictEqual([0, 2, 0, -1, 0]);
    expect([...result.classFinal]).toStrictEqual([1, 2, -1, -1, 0]);
    // A cap is about the class: the rank stays.
    expect(result.rank[0]).toBe(1);
  });

  it('marks units within 0,5 of a threshold, both ends included', () => {
    const result = compute(HUNDRED, indexes([95.5, 95.500001, 94.5, 94.499999, 80.2, 75, 49.7]));
    expect([...result.neighbour]).toStrictEqual([0, -1, 0, -1, 1, -1, 3]);
  });

  it('measures the distance on the exact index and takes the nearer threshold', () => {
    const set = setOf([
      { code: 'I', max: 3 },
      { code: 'II', max: 97 },
    ]);
    const classes = [
      { code: 'A', label: 'A', minMicroPercent: 34_000_000 },
      { code: 'B', label: 'B', minMicroPercent: 33_000_000 },
    ];
    // 1/3 = 33,3333333… %: 0,3333333… from B, so outside 0,333333
    const third: UnitSpec[] = [{ cells: [1, 'kad'] }];
    const near = (neighbourMicroPercent: number) =>
      compute(set, third, { classes, neighbourMicroPercent }).neighbour[0];
    expect(near(333_333)).toBe(-1);
    expect(near(333_334)).toBe(1);
    expect(near(900_000)).toBe(1);
  });
});

describe('mean', () => {
  it('is the mean of unrounded indexes', () => {
    // (83,184 + 83,184 + 83,189) / 3 = 83,185666… → 83,19; the mean of the printed 83,18 83,18 83,19 is 83,18
    const result = compute(HUNDRED, indexes([83.184, 83.184, 83.189]));
    expect(formatMean(result.meanPicoPercent, 2, 'vi')).toBe('83,19');
    expect(result.meanPicoPercent).toBe(83_185_666_666_666n);
  });

  it('is exact where digits cut off would fall short', () => {
    const set = setOf([
      { code: 'I', max: 3 },
      { code: 'II', max: 97 },
    ]);
    // (1/3 + 1/3 + 1/3) / 3 = 33,33…; (1/3 + 2/3) / 2 = 50 % exactly, though neither third is a decimal
    const result = compute(set, [{ cells: [1, 'kad'] }, { cells: [2, 'kad'] }]);
    expect(result.meanPicoPercent).toBe(50_000_000_000_000n);
  });

  it('is null without ranked units', () => {
    expect(compute(HUNDRED, [{ cells: [50], ranked: false }]).meanPicoPercent).toBeNull();
    expect(compute(HUNDRED, []).meanPicoPercent).toBeNull();
  });
});

describe('other scales', () => {
  it('7 points, leaves with several decimals', () => {
    const set = setOf([
      {
        code: 'I',
        children: [
          { code: '1', max: 2.333333 },
          { code: '2', max: 4.666667 },
        ],
      },
    ]);
    const result = compute(set, [{ cells: [1.000001, 4.123456] }]);
    // 5,123457 / 7 = 73,192242857… %
    expect(result.totalMicro[0]).toBe(5_123_457);
    expect(printed(result, 0, 6)).toBe('73,192243');
    expect(result.classFinal[0]).toBe(2);
  });

  it('1000 points, and the largest there can be', () => {
    const thousand = compute(setOf([{ code: 'I', max: 1000 }]), indexes([949.95, 950]));
    expect([...thousand.classFinal]).toStrictEqual([1, 0]);
    expect(printed(thousand, 0)).toBe('95,00');
    // 10⁹ points: beyond what doubles can multiply, so whole-number arithmetic takes over.
    const largest = compute(setOf([{ code: 'I', max: 1e9 }]), indexes([949_999_999.999999, 950_000_000]));
    expect([...largest.classFinal]).toStrictEqual([1, 0]);
    expect([...largest.rank]).toStrictEqual([2, 1]);
    // (949999999,999999 + 950000000) / 2 / 10⁹ = 94,99999999999995 %, cut to twelve decimals
    expect(largest.meanPicoPercent).toBe(94_999_999_999_999n);
  });
});
