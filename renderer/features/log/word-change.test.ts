import { describe, expect, it } from 'vitest';
import { wordValue } from './word-change.ts';

describe('wordValue', () => {
  it('prints points in the decimal sign of the language', () => {
    expect(wordValue('final_micro', '750000', 'vi')).toBe('0,75');
    expect(wordValue('final_micro', '750000', 'en')).toBe('0.75');
  });

  it('lists what a record holds without its ids', () => {
    const record = '{"id":"x","cycle_id":"y","bytes":12,"self_micro":500000,"note":null}';
    expect(wordValue(null, record, 'vi')).toBe('bytes: 12\nself_micro: 0,5');
  });

  it('leaves a text that only begins like a record alone', () => {
    expect(wordValue('cut_reason', '{chưa rõ', 'vi')).toBe('{chưa rõ');
    expect(wordValue('cut_reason', null, 'vi')).toBe('');
  });
});
