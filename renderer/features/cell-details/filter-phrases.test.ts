import { expect, it } from 'vitest';
import { filterPhrases } from './filter-phrases.ts';

const PHRASES = ['Thiếu tài liệu kiểm chứng', 'Số liệu không khớp báo cáo', 'Kế hoạch ban hành chậm'];

it('keeps the order without text, finds words without diacritics, offers nothing typed in full', () => {
  expect(filterPhrases(PHRASES, '')).toEqual(PHRASES);
  expect(filterPhrases(PHRASES, 'ke hoach')).toEqual([PHRASES[2]]);
  expect(filterPhrases(PHRASES, 'bao cao so')).toEqual([PHRASES[1]]);
  expect(filterPhrases(PHRASES, 'ch')).toEqual([PHRASES[0], PHRASES[2]]);
  expect(filterPhrases(['không khớp báo cáo', 'báo cáo chậm'], 'bao')).toEqual(['báo cáo chậm', 'không khớp báo cáo']);
  expect(filterPhrases(PHRASES, 'Kế hoạch ban hành chậm')).toEqual([]);
  expect(
    filterPhrases(
      Array.from({ length: 40 }, (_, i) => `Lý do ${i}`),
      'ly do',
    ),
  ).toHaveLength(6);
});
