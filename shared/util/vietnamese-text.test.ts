import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVietnamese, fold, nfc, normaliseName } from './vietnamese-text.ts';

describe('normaliseName', () => {
  it.each([
    ['  Công  an\u00a0tỉnh ', 'Công an tỉnh'],
    ['Hoà Bình', 'Hòa Bình'],
    ['HOÀ BÌNH', 'HÒA BÌNH'],
    ['Thuỷ', 'Thủy'],
    ['Uỷ ban', 'Ủy ban'],
    ['khoẻ', 'khỏe'],
    // After q the u belongs to the consonant, and inside a syllable there is only one spelling.
    ['quý', 'quý'],
    ['Hoàn', 'Hoàn'],
    ['khuỷu', 'khuỷu'],
    ['Bà Rịa–Vũng Tàu', 'Bà Rịa - Vũng Tàu'],
    ['Bà Rịa -Vũng Tàu', 'Bà Rịa - Vũng Tàu'],
    ['Thừa Thiên-Huế', 'Thừa Thiên - Huế'],
    ['V03-P1', 'V03-P1'],
    ['2021–2025', '2021-2025'],
  ])('%j becomes %j', (text, name) => {
    expect(normaliseName(text)).toBe(name);
    expect(normaliseName(text.normalize('NFD'))).toBe(name);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => normaliseName(normaliseName(text)) === normaliseName(text),
      ),
    );
  });
});

it('nfc composes', () => {
  expect(nfc('e\u0302\u0301')).toBe('ế');
});

it('fold drops case, tones, hats and the bar of đ', () => {
  expect(fold('ĐẮK LẮK')).toBe('dak lak');
  expect(fold('Thừa Thiên Huế'.normalize('NFD'))).toBe('thua thien hue');
  expect(fold('Bà Rịa - Vũng Tàu')).toBe('ba ria - vung tau');
});

describe('compareVietnamese', () => {
  it('sorts Đ after D and numbers by value', () => {
    expect(['Đà Nẵng', 'Dung Quất', 'E', 'An Giang', 'Ă'].sort(compareVietnamese)).toStrictEqual([
      'An Giang',
      'Ă',
      'Dung Quất',
      'Đà Nẵng',
      'E',
    ]);
    expect(['A10', 'A2', 'A01'].sort(compareVietnamese)).toStrictEqual(['A01', 'A2', 'A10']);
  });

  it('calls only equal texts equal', () => {
    expect(compareVietnamese('a1', 'a01')).not.toBe(0);
    expect(compareVietnamese('a', 'a')).toBe(0);
  });
});
