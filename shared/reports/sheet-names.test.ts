import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeSheetNames, MAX_SHEET_NAME, sheetNameFaults } from './sheet-names.ts';

describe('makeSheetNames', () => {
  it('keeps good names, cleans bad ones and numbers equal ones', () => {
    const long = 'Phụ lục về kết quả xếp hạng các đơn vị';
    expect(makeSheetNames(["Khối 'A'/B", 'x', 'X', '', long, long])).toEqual([
      'Khối A B',
      'x',
      'X (2)',
      'Trang',
      'Phụ lục về kết quả xếp hạng các',
      'Phụ lục về kết quả xếp hạng (2)',
    ]);
  });

  it('composes: a decomposed name is not longer nor another', () => {
    expect(makeSheetNames(['Điểm'.normalize('NFD'), 'Điểm'])).toEqual(['Điểm', 'Điểm (2)']);
  });

  it('always gives names Excel takes', () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 50 });
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 20 }), (wished) => {
        const names = makeSheetNames(wished);
        expect(sheetNameFaults(names)).toEqual([]);
        expect(names).toHaveLength(wished.length);
        for (const made of names) {
          expect(made.length).toBeLessThanOrEqual(MAX_SHEET_NAME);
          expect(made.isWellFormed()).toBe(true);
        }
      }),
    );
  });
});
