import { expect, it } from 'vitest';
import { checkPoints, parsePoints } from './check-points.ts';
import { effectiveColumn, effectivePoints, inheritedPoints } from './effective-points.ts';

it('takes the latest value there is, 0 included', () => {
  expect(effectivePoints(3, 2, 1)).toBe(1);
  expect(effectivePoints(3, 2, 0)).toBe(0);
  expect(effectivePoints(3, 2, null)).toBe(2);
  expect(effectivePoints(3, NaN, NaN)).toBe(3);
  expect(effectivePoints(null, null, null)).toBeNull();
  expect([
    ...effectiveColumn(
      Float64Array.of(3, 3, 3, 3, NaN),
      Float64Array.of(2, 2, NaN, NaN, NaN),
      Float64Array.of(1, NaN, NaN, 0, NaN),
    ),
  ]).toStrictEqual([1, 2, 3, 0, NaN]);
});

it('says what a blank cell of a stage takes over', () => {
  expect(inheritedPoints('self', 3, 2)).toBeNull();
  expect(inheritedPoints('appraised', 3, 2)).toBe(3);
  expect(inheritedPoints('final', 3, 2)).toBe(2);
  expect(inheritedPoints('final', 3, null)).toBe(3);
  expect(inheritedPoints('final', null, null)).toBeNull();
});

it('holds points against the maximum, both ends allowed', () => {
  expect([checkPoints(-1, 5), checkPoints(0, 5), checkPoints(5, 5), checkPoints(6, 5)]).toStrictEqual([
    'negative',
    null,
    null,
    'overMax',
  ]);
  expect(parsePoints('0,75', 750_000)).toStrictEqual({ ok: true, value: { micro: 750_000, rounded: false } });
  expect(parsePoints('0,750001', 750_000)).toStrictEqual({ ok: false, error: 'overMax' });
  expect(parsePoints('-0,1', 750_000)).toStrictEqual({ ok: false, error: 'negative' });
  expect(parsePoints('kad', 750_000)).toStrictEqual({ ok: false, error: 'notANumber' });
  expect(parsePoints('1.234', 2_000_000)).toStrictEqual({ ok: false, error: 'ambiguousNumber' });
  expect(parsePoints('1.234', 2_000_000, { ambiguousDot: 'decimal' })).toMatchObject({ value: { micro: 1_234_000 } });
});
