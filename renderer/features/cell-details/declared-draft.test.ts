import { describe, expect, it } from 'vitest';
import type { Declared, Rule } from '#shared/domain/rules.ts';
import { declaredFields, draftOf, readDraft, readingsOf } from './declared-draft.ts';

const MICRO = 1_000_000;
const RATIO: Rule = { kind: 'ratio', floorMicroPercent: 70 * MICRO, onZeroDenominator: 'notApplicable' };
const DEDUCT: Rule = {
  kind: 'deduct',
  events: [
    { code: 'late', label: 'Chậm', eachMicro: 100_000, capMicro: null },
    { code: 'wrong', label: 'Sai', eachMicro: 200_000, capMicro: null },
  ],
  floorMicro: 0,
};
const STEP: Rule = { kind: 'step', input: 'value', unit: 'ngày', steps: [], onZeroDenominator: 'missing' };

describe('declared data as typed', () => {
  it.each<[Rule, Declared]>([
    [{ kind: 'yes_no' }, { kind: 'yes_no', yes: false }],
    [
      { kind: 'choice', options: [{ code: 'a', label: 'A', pointsMicro: 1 }] },
      { kind: 'choice', option: 'a' },
    ],
    [RATIO, { kind: 'ratio', numeratorMicro: 45_500_000, denominatorMicro: 50 * MICRO }],
    [STEP, { kind: 'value', valueMicro: -1_250_000 }],
    [
      { ...STEP, input: 'ratio' },
      { kind: 'ratio', numeratorMicro: MICRO, denominatorMicro: 0 },
    ],
    [
      { kind: 'count_step', steps: [] },
      { kind: 'count', count: 12 },
    ],
    [DEDUCT, { kind: 'events', counts: { late: 2, wrong: 0 } }],
    [{ kind: 'survey' }, { kind: 'survey', indexMicroPercent: 97_710_000 }],
  ])('comes back from its own text in both languages: %j', (rule, declared) => {
    for (const locale of ['vi', 'en'] as const) {
      expect(readDraft(rule, draftOf(declared, locale))).toEqual({ ok: true, value: declared });
    }
    expect(Object.keys(draftOf(declared, 'vi'))).toEqual(declaredFields(rule).map(({ key }) => key));
  });

  it('takes a decimal comma and a decimal dot alike', () => {
    const expected = { kind: 'ratio', numeratorMicro: 12_500_000, denominatorMicro: 20 * MICRO };
    expect(readDraft(RATIO, { numerator: '12,5', denominator: '20' })).toEqual({ ok: true, value: expected });
    expect(readDraft(RATIO, { numerator: '12.5', denominator: '20' })).toEqual({ ok: true, value: expected });
  });

  it('is nothing while every field is blank, and incomplete with one of two', () => {
    expect(readDraft(RATIO, { numerator: ' ', denominator: '' })).toEqual({ ok: true, value: null });
    const missing = { ok: false, error: { key: 'denominator', reason: 'incomplete' } };
    expect(readDraft(RATIO, { numerator: '4' })).toEqual(missing);
  });

  it.each([
    ['abc', 'notANumber'],
    ['-1', 'negative'],
    ['1.234', 'ambiguousNumber'],
    ['0,1234567', 'tooPrecise'],
    ['99999999999', 'tooLarge'],
  ])('says what is wrong with "%s"', (text, reason) => {
    expect(readDraft(RATIO, { numerator: text, denominator: '5' })).toEqual({
      ok: false,
      error: { key: 'numerator', reason },
    });
  });

  it('counts whole things: blank events beside a filled one are none, "1.234" is thousands', () => {
    const counts = (late: number): unknown => ({ ok: true, value: { kind: 'events', counts: { late, wrong: 0 } } });
    expect(readDraft(DEDUCT, { 'event:late': '2' })).toEqual(counts(2));
    expect(readDraft(DEDUCT, { 'event:late': '1.234' })).toEqual(counts(1234));
    const notWhole = { ok: false, error: { key: 'event:late', reason: 'notWhole' } };
    expect(readDraft(DEDUCT, { 'event:late': '1,5' })).toEqual(notWhole);
  });

  it('offers both readings of "1.234" as texts that are understood', () => {
    for (const locale of ['vi', 'en'] as const) {
      const readings = readingsOf('1.234', locale);
      expect(readings).toEqual({ thousands: '1234', decimal: '1,234' });
      expect(readDraft(RATIO, { numerator: readings?.decimal ?? '', denominator: '5' }).ok).toBe(true);
    }
    expect(readingsOf('1,234', 'vi')).toBeNull();
  });
});
