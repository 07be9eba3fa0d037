import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../domain/default-settings.ts';
import type { TiePolicy } from '../domain/entities.ts';
import { computeBlock, recomputeBlock } from './compute-block.ts';
import { indexMicroPercent } from './index-value.ts';
import type { BlockResult, UnitFacts } from './model.ts';
import { compute, factsOf, scoresOf, setOf, type CellSpec, type UnitSpec } from './testing/small-set.ts';

/** Three fields, one of them a leaf; a childless criterion; bonus and penalty; every evidence policy. */
const SET = setOf([
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
  { code: 'B', section: 'bonus', max: 3 },
  { code: 'P', section: 'penalty', max: 6 },
]);
const MAXIMA = SET.leaves.map((leaf) => leaf.maxMicro / 1e6);

/** Few distinct values, so that ties are common; some fine ones, so that near-ties are too. */
function pointsUpTo(max: number): fc.Arbitrary<number> {
  return fc.oneof(
    fc.constantFrom(0, max / 2, max),
    fc.integer({ min: 0, max: 3 }).map((n) => max - n / 1e6),
    fc.integer({ min: 0, max: Math.round(max * 1e6) }).map((n) => n / 1e6),
  );
}

function cellUpTo(max: number): fc.Arbitrary<CellSpec> {
  return fc.oneof(
    { weight: 8, arbitrary: pointsUpTo(max) },
    { weight: 1, arbitrary: pointsUpTo(max).map((bare) => ({ bare })) },
    { weight: 2, arbitrary: fc.constant('kad' as const) },
    { weight: 1, arbitrary: fc.constant(null) },
  );
}

const unit: fc.Arbitrary<UnitSpec> = fc.record({
  cells: fc.tuple(...MAXIMA.map(cellUpTo)),
  ranked: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
});
const units = fc
  .array(unit, { maxLength: 25 })
  .map((list) => list.map((spec, u) => ({ ...spec, code: `D${String(u).padStart(2, '0')}` })));
const tiePolicy = fc.constantFrom<TiePolicy>(
  { kind: 'competition' },
  { kind: 'dense' },
  { kind: 'fields', fieldCodes: ['II', 'I'] },
);

function sumOfRow(column: Float64Array, u: number, width: number): number {
  return column.subarray(u * width, (u + 1) * width).reduce((sum, value) => sum + value, 0);
}

describe('computeBlock', () => {
  it('adds up to the same total by field and by criterion', () => {
    fc.assert(
      fc.property(units, (specs) => {
        const result = compute(SET, specs);
        specs.forEach((_, u) => {
          expect(sumOfRow(result.fieldMicro, u, 3)).toBe(result.coreMicro[u]);
          expect(sumOfRow(result.fieldApplicableMicro, u, 3)).toBe(result.applicableMicro[u]);
          // Criteria miss only the field that is itself a leaf.
          expect(sumOfRow(result.criterionMicro, u, 3) + result.fieldMicro[u * 3 + 2]!).toBe(result.coreMicro[u]);
          expect(sumOfRow(result.criterionApplicableMicro, u, 3) + result.fieldApplicableMicro[u * 3 + 2]!).toBe(
            result.applicableMicro[u],
          );
        });
      }),
    );
  });

  it('gives the same from an earlier result and the units that changed since', () => {
    const edited = units.chain((specs) =>
      fc.tuple(
        fc.constant(specs),
        fc.array(fc.tuple(fc.nat(Math.max(0, specs.length - 1)), unit), { maxLength: specs.length }),
      ),
    );
    fc.assert(
      fc.property(edited, tiePolicy, ([specs, edits], policy) => {
        const now = [...specs];
        for (const [u, { cells }] of edits) if (now[u]) now[u] = { ...now[u], cells };
        const settings = { ...DEFAULT_SETTINGS, tiePolicy: policy, bonusCapMicro: 1_000_000 };
        const facts = factsOf(specs);
        const earlier = computeBlock(SET, scoresOf(SET, specs), facts, settings);
        const changed = [...new Set(edits.map(([u]) => u))].filter((u) => u < specs.length);
        const scores = scoresOf(SET, now);
        expect(recomputeBlock(earlier, changed, SET, scores, facts, settings)).toEqual(
          computeBlock(SET, scores, facts, settings),
        );
      }),
    );
  });

  it('gives every unit the same result in whatever order units come', () => {
    const shuffled = units.chain((specs) =>
      fc.tuple(fc.constant(specs), fc.shuffledSubarray(specs, { minLength: specs.length })),
    );
    fc.assert(
      fc.property(shuffled, tiePolicy, ([specs, permuted], policy) => {
        const plain = compute(SET, specs, { tiePolicy: policy });
        const other = compute(SET, permuted, { tiePolicy: policy });
        expect(byCode(permuted, other)).toStrictEqual(byCode(specs, plain));
        expect(other.meanPicoPercent).toBe(plain.meanPicoPercent);
      }),
    );
  });

  it('gives a fully applicable unit its plain index', () => {
    const full = fc.tuple(...MAXIMA.map(pointsUpTo));
    fc.assert(
      fc.property(full, (cells) => {
        const result = compute(SET, [{ cells }]);
        const numeratorMicro = result.totalMicro[0]!;
        expect(indexMicroPercent({ numeratorMicro, denominatorMicro: result.applicableMicro[0]! })).toBe(
          indexMicroPercent({ numeratorMicro, denominatorMicro: SET.scaleMicro }),
        );
        expect(result.applicableMicro[0]).toBe(SET.scaleMicro);
      }),
    );
  });

  it('ranks and averages like a slow whole-number reference', () => {
    fc.assert(
      fc.property(units, tiePolicy, (specs, policy) => {
        const result = compute(SET, specs, { tiePolicy: policy });
        const ranked = specs.flatMap((spec, u) =>
          spec.ranked && result.blocked[u] === 0 && result.applicableMicro[u]! > 0 ? [u] : [],
        );
        for (const u of ranked) expect(result.rank[u]).toBe(referenceRank(result, ranked, policy, u));
        for (const u of specs.keys()) {
          if (!ranked.includes(u)) expect(result.rank[u]).toBe(0);
          const twin = (v: number) => v !== u && ranked.includes(u) && cross(result, u, v) === 0n;
          expect(result.tied[u]).toBe(Number(ranked.some(twin)));
          const looksAlike = (v: number) => prints(result, u) === prints(result, v) && cross(result, u, v) !== 0n;
          expect(result.tiedInPrint[u]).toBe(Number(ranked.includes(u) && ranked.some(looksAlike)));
        }
        expect([...result.order].sort((a, b) => a - b)).toStrictEqual([...specs.keys()]);
        expect(result.meanPicoPercent).toBe(referenceMean(result, ranked));
      }),
      { numRuns: 300 },
    );
  });

  it('answers anything with numbers: no exception, no NaN, no index above 100 %', () => {
    const wild = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(NaN, Infinity, -Infinity, -0, 5e-324));
    const leafCount = SET.leaves.length;
    const block = fc.integer({ min: 0, max: 6 }).chain((unitCount) => {
      const length = unitCount * leafCount;
      return fc.record({
        unitCount: fc.constant(unitCount),
        leafCount: fc.constant(leafCount),
        points: fc.array(wild, { minLength: length, maxLength: length }).map((list) => Float64Array.from(list)),
        flags: fc.uint8Array({ minLength: length, maxLength: length }),
      });
    });
    const anyone: UnitFacts = { code: '', ranked: true, cap: null };
    fc.assert(
      fc.property(block, tiePolicy, (scores, policy) => {
        const facts = Array.from({ length: scores.unitCount }, () => anyone);
        const result = computeBlock(SET, scores, facts, { ...DEFAULT_SETTINGS, tiePolicy: policy });
        for (const column of Object.values(result)) {
          if (ArrayBuffer.isView(column)) expect([...(column as Float64Array)].every(Number.isFinite)).toBe(true);
        }
        result.totalMicro.forEach((total, u) => {
          expect(total).toBeGreaterThanOrEqual(0);
          expect(total).toBeLessThanOrEqual(result.applicableMicro[u]!);
        });
      }),
    );
  });
});

function byCode(specs: readonly UnitSpec[], result: BlockResult) {
  const entries = specs.map((spec, u) => [
    spec.code ?? '',
    [result.rank[u], result.classFinal[u], result.totalMicro[u], result.tied[u], result.neighbour[u]],
  ]);
  return Object.fromEntries(entries) as Record<string, unknown>;
}

/** Sign of index(u) − index(v), as a whole number. */
function cross(result: BlockResult, u: number, v: number): bigint {
  return crossOf(result.totalMicro, result.applicableMicro, u, v);
}

function crossOf(points: Float64Array, maxima: Float64Array, u: number, v: number): bigint {
  return BigInt(points[u]!) * BigInt(maxima[v]!) - BigInt(points[v]!) * BigInt(maxima[u]!);
}

function referenceRank(result: BlockResult, ranked: readonly number[], policy: TiePolicy, u: number): number {
  const better = ranked.filter((v) => cross(result, v, u) > 0n);
  if (policy.kind === 'competition') return better.length + 1;
  if (policy.kind === 'dense') {
    return better.filter((v, i) => better.findIndex((w) => cross(result, v, w) === 0n) === i).length + 1;
  }
  // By field II (1), then I (0), then code, which is the input order here.
  const twins = ranked.filter((v) => v !== u && cross(result, v, u) === 0n);
  return better.length + twins.filter((v) => isBefore(result, v, u)).length + 1;
}

function isBefore(result: BlockResult, v: number, u: number): boolean {
  for (const f of [1, 0]) {
    const vMax = result.fieldApplicableMicro[v * 3 + f]!;
    const uMax = result.fieldApplicableMicro[u * 3 + f]!;
    if (vMax > 0 !== uMax > 0) return vMax > 0;
    const sign = crossOf(result.fieldMicro, result.fieldApplicableMicro, v * 3 + f, u * 3 + f);
    if (sign !== 0n) return sign > 0n;
  }
  return v < u;
}

/** Index in 0,01 %, half-up. */
function prints(result: BlockResult, u: number): bigint {
  const d = BigInt(result.applicableMicro[u]!);
  return (BigInt(result.totalMicro[u]!) * 20_000n + d) / (2n * d);
}

function referenceMean(result: BlockResult, ranked: readonly number[]): bigint | null {
  if (ranked.length === 0) return null;
  let n = 0n;
  let d = 1n;
  for (const u of ranked) {
    const total = BigInt(result.totalMicro[u]!);
    const applicable = BigInt(result.applicableMicro[u]!);
    n = n * applicable + total * d;
    d *= applicable;
  }
  return (n * 10n ** 14n) / (d * BigInt(ranked.length));
}
