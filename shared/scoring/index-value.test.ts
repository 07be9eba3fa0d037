import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareRatio,
  formatIndex,
  formatMean,
  formatMicroPercent,
  indexMicroPercent,
  meanMicroPercent,
} from './index-value.ts';

function ratio(numeratorMicro: number, denominatorMicro: number) {
  return { numeratorMicro, denominatorMicro };
}

describe('indexMicroPercent', () => {
  it('rounds half-up at 10⁻⁶ percent', () => {
    // 1/3 = 33,3333333… %; 2/3 = 66,6666666… %
    expect(indexMicroPercent(ratio(1, 3))).toBe(33_333_333);
    expect(indexMicroPercent(ratio(2, 3))).toBe(66_666_667);
    // 1/(2 × 10⁸) = 0,0000005 %: exactly half of 10⁻⁶ %
    expect(indexMicroPercent(ratio(1, 200_000_000))).toBe(1);
    expect(indexMicroPercent(ratio(1, 200_000_001))).toBe(0);
    expect(indexMicroPercent(ratio(0, 0))).toBeNull();
  });

  it('agrees with whole-number division for every size', () => {
    const size = fc.oneof(fc.integer({ min: 1, max: 2e8 }), fc.integer({ min: 1, max: 1e15 }));
    fc.assert(
      fc.property(size, size, (a, b) => {
        const n = BigInt(Math.min(a, b));
        const d = BigInt(Math.max(a, b));
        const expected = Number((n * 200_000_000n + d) / (2n * d));
        return indexMicroPercent(ratio(Number(n), Number(d))) === expected;
      }),
      { numRuns: 1000 },
    );
  });
});

describe('formatIndex', () => {
  it('rounds once, straight from the ratio', () => {
    expect(formatIndex(ratio(94_995_000, 100_000_000), 2, 'vi')).toBe('95,00');
    expect(formatIndex(ratio(94_994_999, 100_000_000), 2, 'vi')).toBe('94,99');
    // 84,3549999996 %: through 10⁻⁶ percent it would be 84,355000 and then 84,36
    expect(formatIndex(ratio(843_549_999_996, 1e12), 2, 'vi')).toBe('84,35');
    expect(formatIndex(ratio(1, 8), 0, 'en')).toBe('13');
    expect(formatIndex(ratio(1, 1), 2, 'en')).toBe('100.00');
    expect(formatIndex(ratio(0, 0), 2, 'vi')).toBe('');
  });

  it('prints given percentages', () => {
    expect(formatMicroPercent(91_160_000, 2, 'vi')).toBe('91,16');
  });
});

describe('means', () => {
  it('round from the exact mean', () => {
    expect(formatMean(83_180_000_000_000n, 2, 'vi')).toBe('83,18');
    expect(formatMean(83_184_999_999_999n, 2, 'vi')).toBe('83,18');
    expect(formatMean(83_185_000_000_000n, 2, 'vi')).toBe('83,19');
    expect(meanMicroPercent(83_184_999_500_000n)).toBe(83_185_000);
    expect(meanMicroPercent(null)).toBeNull();
    expect(formatMean(null, 2, 'vi')).toBe('');
  });
});

describe('compareRatio', () => {
  it('tells ratios apart that are one double', () => {
    // 333333333333333/10¹⁵ and 333333333333334/(10¹⁵+3): the difference is 10⁻³⁰
    const a = ratio(333_333_333_333_333, 1_000_000_000_000_000);
    const b = ratio(333_333_333_333_334, 1_000_000_000_000_003);
    expect(a.numeratorMicro / a.denominatorMicro).toBe(b.numeratorMicro / b.denominatorMicro);
    expect(compareRatio(a, b)).toBe(-1);
    expect(compareRatio(b, a)).toBe(1);
    expect(compareRatio(ratio(1, 3), ratio(33, 99))).toBe(0);
    expect(compareRatio(ratio(0, 5), ratio(0, 7))).toBe(0);
  });

  it('puts an index without applicable points below every other', () => {
    expect(compareRatio(ratio(0, 0), ratio(0, 1))).toBe(-1);
    expect(compareRatio(ratio(0, 0), ratio(0, 0))).toBe(0);
  });

  it('has the sign of the cross product', () => {
    const size = fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 1e15 }));
    const positive = size.map((n) => n + 1);
    fc.assert(
      fc.property(size, positive, size, positive, (a, b, c, d) => {
        const cross = BigInt(a) * BigInt(d) - BigInt(c) * BigInt(b);
        return Math.sign(compareRatio(ratio(a, b), ratio(c, d))) === (cross > 0n ? 1 : cross < 0n ? -1 : 0);
      }),
    );
  });
});
