import { describe, expect, it } from 'vitest';
import { wordChange, wordColumn, wordStored, wordTable } from './word-record.ts';

const vi = { language: 'vi', instant: (iso: string) => `<${iso.slice(0, 10)}>` } as const;
const en = { ...vi, language: 'en' } as const;

describe('wordStored', () => {
  it('prints points in the decimal sign of the language', () => {
    expect(wordStored('final_micro', '750000', vi)).toBe('0,75');
    expect(wordStored('final_micro', '750000', en)).toBe('0.75');
  });

  it('lists what a record holds by the names of its fields, without its ids', () => {
    const row = {
      id: 'x',
      cycle_id: 'y',
      name: 'Tên',
      level: 'field',
      max_micro: 500_000,
      rule: JSON.stringify({ kind: 'ratio', floorMicroPercent: 70_000_000, onZeroDenominator: 'max' }),
      evidence_text: '',
      updated_at: null,
    };
    expect(wordStored(null, JSON.stringify(row), vi).split('\n')).toEqual([
      'Tên: Tên',
      'Cấp: Lĩnh vực',
      'Điểm tối đa: 0,5',
      'Kiểu chấm › Kiểu: Tỷ lệ',
      'Kiểu chấm › Ngưỡng dưới (%): 70',
      'Kiểu chấm › Khi mẫu số bằng 0: Điểm tối đa',
    ]);
  });

  it('words flags, dates and instants', () => {
    expect(wordStored('ranked', '0', vi)).toBe('Không');
    expect(wordStored('ord', '1', vi)).toBe('1');
    expect(wordStored('document_date', '2023-11-15', vi)).toBe('15/11/2023');
    expect(wordStored('written_at', '2023-11-15T03:04:05.678Z', vi)).toBe('<2023-11-15>');
  });

  it('leaves a text that only begins like a record alone', () => {
    expect(wordStored('cut_reason', '{chưa rõ', vi)).toBe('{chưa rõ');
    expect(wordStored('cut_reason', null, vi)).toBe('');
  });
});

describe('wordChange', () => {
  it('shows of two structures only what differs', () => {
    const old = JSON.stringify({ printDecimals: 2, classes: [{ code: 'T', minMicroPercent: 80_000_000 }] });
    const next = JSON.stringify({ printDecimals: 2, classes: [{ code: 'T', minMicroPercent: 85_000_000 }] });
    expect(wordChange('settings', old, next, vi)).toEqual({
      old: 'Các loại 1: Mã: T; Từ (%): 80',
      new: 'Các loại 1: Mã: T; Từ (%): 85',
    });
  });

  it('keeps plain values whole, equal ones too', () => {
    expect(wordChange('final_micro', null, '1000000', vi)).toEqual({ old: '', new: '1' });
    expect(wordChange('name', 'A', 'A', vi)).toEqual({ old: 'A', new: 'A' });
  });
});

it('shows a name of a later version as it is', () => {
  expect([wordTable('score', 'vi'), wordTable('later', 'vi')]).toEqual(['Điểm', 'later']);
  expect([wordColumn('self_micro', 'en'), wordColumn('later', 'en')]).toEqual(['Self-scored points', 'later']);
});
