import { expect, it } from 'vitest';
import { areaAddress, cellAddress, columnName, onSheet } from './addresses.ts';

it('names columns and cells as Excel does', () => {
  expect([1, 26, 27, 52, 53, 702, 703, 16_384].map(columnName)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
    'XFD',
  ]);
  expect(cellAddress(7, 3)).toBe('C7');
  expect([cellAddress(7, 3, 'row'), cellAddress(7, 3, 'column'), cellAddress(7, 3, 'both')]).toEqual([
    'C$7',
    '$C7',
    '$C$7',
  ]);
  expect(areaAddress({ top: 1, left: 2, bottom: 3, right: 4 }, 'both')).toBe('$B$1:$D$3');
  expect(areaAddress({ top: 1, left: 2, bottom: 1, right: 2 })).toBe('B1');
  expect(onSheet('Điểm K1', 'A1')).toBe("'Điểm K1'!A1");
});
