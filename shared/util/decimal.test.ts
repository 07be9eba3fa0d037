import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMicro, formatScaled, microFromNumber, parseDecimal } from './decimal.ts';

function read(text: string, ambiguousDot: 'thousands' | 'decimal' | null = null): number | string {
  const parsed = parseDecimal(text, { ambiguousDot });
  return parsed.ok ? parsed.value.micro : parsed.error;
}

describe('parseDecimal', () => {
  it.each([
    ['8,5', 8_500_000],
    ['8.5', 8_500_000],
    ['91,16 %', 91_160_000],
    ['91,16%', 91_160_000],
    ['1.234,5', 1_234_500_000],
    ['1,234.5', 1_234_500_000],
    ['1 234,5', 1_234_500_000],
    ['1\u00a0234,5', 1_234_500_000],
    ['1\u202f234\u202f567', 1_234_567_000_000],
    ['1.234.567', 1_234_567_000_000],
    ['1,234,567', 1_234_567_000_000],
    ['1.234.567,25', 1_234_567_250_000],
    ['\u00a0 7 ', 7_000_000],
    ['+7', 7_000_000],
    ['-0,93', -930_000],
    ['−0,93', -930_000],
    ['–0,93', -930_000],
    [',5', 500_000],
    ['5,', 5_000_000],
    ['007', 7_000_000],
    ['-0', 0],
    ['８，５', 8_500_000],
    ['0,123456', 123_456],
    ['0,1234560000', 123_456],
    ['1000000000', 1e15],
  ])('reads %j', (text, micro) => {
    expect(read(text)).toBe(micro);
  });

  it('asks once what a single dot before three digits means', () => {
    expect(read('1.234')).toBe('ambiguousNumber');
    expect(read('-12.345 %')).toBe('ambiguousNumber');
    expect(read('1.234', 'thousands')).toBe(1_234_000_000);
    expect(read('1.234', 'decimal')).toBe(1_234_000);
  });

  it('does not ask when there is only one reading', () => {
    // The comma is the official decimal mark; no thousands group starts with 0, has four digits or ends in two.
    expect(read('1,234')).toBe(1_234_000);
    expect(read('0.123')).toBe(123_000);
    expect(read('1234.567')).toBe(1_234_567_000);
    expect(read('1.23')).toBe(1_230_000);
  });

  it.each([
    ['', 'empty'],
    [' \u00a0\u200b', 'empty'],
    ['-', 'notANumber'],
    ['kad', 'notANumber'],
    ['n/a', 'notANumber'],
    ['.', 'notANumber'],
    ['%', 'notANumber'],
    ['5²', 'notANumber'],
    ['1e5', 'notANumber'],
    ['1,2,3', 'notANumber'],
    ['12.34.567', 'notANumber'],
    ['1 2345', 'notANumber'],
    ['--1', 'notANumber'],
    ['0,1234567', 'tooPrecise'],
    ['1000000000,000001', 'tooLarge'],
    ['99999999999', 'tooLarge'],
  ])('refuses %j: %s', (text, error) => {
    expect(read(text)).toBe(error);
  });

  it('never throws and never gives anything but an integer', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...'0123456789.,- %\u00a0−'), maxLength: 14 }),
    );
    fc.assert(
      fc.property(text, (input) => {
        const result = parseDecimal(input, { ambiguousDot: 'decimal' });
        return !result.ok || (Number.isSafeInteger(result.value.micro) && !Object.is(result.value.micro, -0));
      }),
    );
  });
});

describe('microFromNumber', () => {
  it.each([
    // 1.005 is stored as 1.00499999999999989…, 2.675 as 2.67499999999999982…: read as Excel shows them.
    [1.005, 1_005_000, false],
    [2.675, 2_675_000, false],
    [0.1 + 0.2, 300_000, false],
    [83.18, 83_180_000, false],
    [1 / 3, 333_333, true],
    [2 / 3, 666_667, true],
    [0.0000005, 1, true],
    [0.00000049, 0, true],
    [-0.0000005, -1, true],
    [1e-300, 0, true],
    [-0, 0, false],
    [1e9, 1e15, false],
  ])('%d is %d micro (rounded: %s)', (value, micro, rounded) => {
    expect(microFromNumber(value)).toStrictEqual({ micro, rounded });
  });

  it.each([NaN, Infinity, -Infinity, 1.1e9, 1e300])('refuses %d', (value) => {
    expect(microFromNumber(value)).toBeNull();
  });
});

describe('formatMicro', () => {
  it('rounds half-up, away from zero', () => {
    expect(formatMicro(1_005_000, { locale: 'vi', decimals: 2 })).toBe('1,01');
    expect(formatMicro(2_675_000, { locale: 'vi', decimals: 2 })).toBe('2,68');
    expect(formatMicro(-2_675_000, { locale: 'en', decimals: 2 })).toBe('-2.68');
    expect(formatMicro(94_995_000, { locale: 'vi', decimals: 2 })).toBe('95,00');
    expect(formatMicro(499_999, { locale: 'vi', decimals: 0 })).toBe('0');
    expect(formatMicro(500_000, { locale: 'vi', decimals: 0 })).toBe('1');
    expect(formatMicro(-4_000, { locale: 'vi', decimals: 2 })).toBe('0,00');
  });

  it('prints as many decimals as needed unless told', () => {
    expect(formatMicro(8_500_000, { locale: 'vi' })).toBe('8,5');
    expect(formatMicro(10_000_000, { locale: 'vi' })).toBe('10');
    expect(formatMicro(1, { locale: 'vi' })).toBe('0,000001');
    expect(formatMicro(8_500_000, { locale: 'vi', minDecimals: 2 })).toBe('8,50');
    expect(formatMicro(8_123_456, { locale: 'vi', decimals: 4, minDecimals: 1 })).toBe('8,1235');
    expect(formatMicro(10_000_000, { locale: 'vi', decimals: 4, minDecimals: 1 })).toBe('10,0');
    expect(formatMicro(NaN, { locale: 'vi' })).toBe('');
  });

  it('is read back as the same number', () => {
    const micros = fc.integer({ min: -1e15, max: 1e15 });
    fc.assert(fc.property(micros, (micro) => read(formatMicro(micro, { locale: 'vi' })) === micro));
    fc.assert(fc.property(micros, (micro) => read(formatMicro(micro, { locale: 'en' }), 'decimal') === micro));
    // As a double too, where 15 digits hold it.
    const doubles = fc.integer({ min: -1e14, max: 1e14 });
    fc.assert(fc.property(doubles, (micro) => microFromNumber(micro / 1e6)?.micro === micro));
  });
});

describe('formatScaled', () => {
  it('keeps leading and trailing zeros', () => {
    expect(formatScaled(5, 2, 'vi')).toBe('0,05');
    expect(formatScaled(-1200n, 2, 'en')).toBe('-12.00');
    expect(formatScaled(12, 0, 'vi')).toBe('12');
  });
});
