import { describe, expect, it } from 'vitest';
import type { CriteriaNode } from '#shared/domain/entities.ts';
import type { Declared, Rule } from '#shared/domain/rules.ts';
import { setUpMessages } from '#renderer/ui/messages/set-up-messages.ts';
import { outcomeWords } from './outcome-words.ts';

const { t } = setUpMessages();
const MICRO = 1_000_000;

function say(rule: Rule, declared: Declared, maxMicro = 750_000, section: CriteriaNode['section'] = 'core') {
  return outcomeWords({ rule, maxMicro, section }, declared, t, 'vi');
}

const ratio = (n: number, d: number): Declared => ({
  kind: 'ratio',
  numeratorMicro: n * MICRO,
  denominatorMicro: d * MICRO,
});
const FLOOR_70: Rule = { kind: 'ratio', floorMicroPercent: 70 * MICRO, onZeroDenominator: 'notApplicable' };
const STEPS: Rule = {
  kind: 'step',
  input: 'ratio',
  unit: '',
  steps: [
    { from: null, to: 80 * MICRO, pointsMicro: 0 },
    { from: 80 * MICRO, to: 95 * MICRO, pointsMicro: 500_000 },
    { from: 95 * MICRO, to: null, pointsMicro: 750_000 },
  ],
  onZeroDenominator: 'max',
};

describe('points of declared data, explained', () => {
  it.each<[Rule, Declared, number | null, string]>([
    [FLOOR_70, ratio(45, 50), 675_000, '90,00 % × 0,75 (đạt ngưỡng 70 %)'],
    [FLOOR_70, ratio(50, 50), 750_000, '100,00 % → điểm tối đa 0,75'],
    [FLOOR_70, ratio(30, 50), 0, '60,00 % dưới ngưỡng 70 % → 0 điểm'],
    [FLOOR_70, ratio(35, 50), 525_000, '70,00 % × 0,75 (đạt ngưỡng 70 %)'],
    // Printed with two decimals it would seem to reach the floor.
    [FLOOR_70, ratio(699_999, 1_000_000), 0, '69,999900 % dưới ngưỡng 70 % → 0 điểm'],
    [STEPS, ratio(9, 10), 500_000, '90,00 % thuộc khoảng từ 80 % đến dưới 95 %'],
    [STEPS, ratio(95, 100), 750_000, '95,00 % thuộc khoảng từ 95 % trở lên'],
    [STEPS, ratio(949_999, 1_000_000), 500_000, '94,999900 % thuộc khoảng từ 80 % đến dưới 95 %'],
    [STEPS, ratio(0, 0), 750_000, 'Mẫu số 0: không phát sinh → điểm tối đa'],
    [{ kind: 'yes_no' }, { kind: 'yes_no', yes: true }, 750_000, 'Có → điểm tối đa'],
    [{ kind: 'survey' }, { kind: 'survey', indexMicroPercent: 80 * MICRO }, 600_000, '80 % × 0,75'],
    [
      {
        kind: 'count_step',
        steps: [
          { atLeast: 1, pointsMicro: 250_000 },
          { atLeast: 3, pointsMicro: 750_000 },
        ],
      },
      { kind: 'count', count: 2 },
      250_000,
      '2 đạt mức từ 1 trở lên',
    ],
    [
      {
        kind: 'deduct',
        events: [{ code: 'a', label: 'Chậm', eachMicro: 100_000, capMicro: 150_000 }],
        floorMicro: 0,
      },
      { kind: 'events', counts: { a: 2 } },
      600_000,
      'Tối đa 0,75, trừ 0,15',
    ],
  ])('%j · %j', (rule, declared, pointsMicro, text) => {
    expect(say(rule, declared)).toEqual({ kind: 'points', pointsMicro, text });
  });

  it('says that nothing arose, and what is wrong with swapped figures', () => {
    expect(say(FLOOR_70, ratio(0, 0))).toMatchObject({ kind: 'notApplicable', pointsMicro: null });
    expect(say({ ...FLOOR_70, onZeroDenominator: 'missing' }, ratio(0, 0)).kind).toBe('missing');
    expect(say(FLOOR_70, ratio(50, 45))).toEqual({
      kind: 'error',
      pointsMicro: null,
      text: 'Tử số 50 lớn hơn mẫu số 45',
    });
  });

  it('adds up instead of deducting outside the core', () => {
    const rule: Rule = {
      kind: 'deduct',
      events: [{ code: 'a', label: 'Sáng kiến', eachMicro: 500_000, capMicro: null }],
      floorMicro: 0,
    };
    expect(say(rule, { kind: 'events', counts: { a: 2 } }, 750_000, 'bonus')).toMatchObject({
      pointsMicro: 750_000,
      text: 'Cộng 1, không quá 0,75',
    });
  });
});
