import { describe, expect, it } from 'vitest';
import { planEdit, type CellFacts } from './plan-edit.ts';

const POINT = 1_000_000;
const cell: CellFacts = {
  stage: 'self',
  maxMicro: 2 * POINT,
  ruleKind: 'manual',
  pointsMicro: NaN,
  selfMicro: NaN,
  notApplicable: false,
};
const later: CellFacts = { ...cell, stage: 'final', selfMicro: 1.5 * POINT };

function writes(pointsMicro: number | null, stage: CellFacts['stage'] = 'self') {
  return { kind: 'write', set: { kind: 'points', stage, pointsMicro } };
}

describe('typed points', () => {
  it.each([
    ['0,5', 500_000],
    ['0.5', 500_000],
    [' 2 ', 2_000_000],
    ['1,234', 1_234_000],
    ['0,000001', 1],
  ])('%j is written exactly', (text, micro) => {
    expect(planEdit(text, cell)).toEqual(writes(micro));
  });

  it.each([
    ['2,000001', 'overMax'],
    ['-1', 'negative'],
    ['abc', 'notANumber'],
    ['0,1234567', 'tooPrecise'],
  ])('%j is refused as %s', (text, reason) => {
    expect(planEdit(text, cell)).toEqual({ kind: 'refuse', reason });
  });

  it('of one dot and three digits ask which number is meant, offering only what the leaf allows', () => {
    expect(planEdit('1.234', cell)).toEqual({ kind: 'askNumber', decimalMicro: 1_234_000, thousandsMicro: null });
    const large = { ...cell, maxMicro: 2_000 * POINT };
    expect(planEdit('1.234', large)).toEqual({
      kind: 'askNumber',
      decimalMicro: 1_234_000,
      thousandsMicro: 1_234_000_000,
    });
    expect(planEdit('3.234', cell)).toEqual({ kind: 'refuse', reason: 'overMax' });
  });

  it('that change nothing are not sent', () => {
    expect(planEdit('0,50', { ...cell, pointsMicro: 500_000 })).toEqual({ kind: 'nothing' });
    expect(planEdit('', cell)).toEqual({ kind: 'nothing' });
  });

  it('taken away clear the cell', () => {
    expect(planEdit('  ', { ...cell, pointsMicro: 0 })).toEqual(writes(null));
  });
});

describe('a later value', () => {
  it('below the self-scored one asks for a reason', () => {
    expect(planEdit('1,4', later)).toEqual({ kind: 'askCutReason', pointsMicro: 1_400_000 });
  });
  it('equal to it or above needs none', () => {
    expect(planEdit('1,5', later)).toEqual(writes(1_500_000, 'final'));
    expect(planEdit('2', later)).toEqual(writes(2_000_000, 'final'));
  });
  it('needs none where nothing was self-scored', () => {
    expect(planEdit('0', { ...later, selfMicro: NaN })).toEqual(writes(0, 'final'));
  });
});

describe('not applicable', () => {
  it.each(['kad', 'KAD', 'Không áp dụng', 'n/a'])('%j asks for the reason', (text) => {
    expect(planEdit(text, cell)).toEqual({ kind: 'askNotApplicable' });
  });
  it('stays until it is lifted', () => {
    const excused = { ...cell, notApplicable: true };
    expect(planEdit('kad', excused)).toEqual({ kind: 'nothing' });
    expect(planEdit('1', excused)).toEqual({ kind: 'refuse', reason: 'isNotApplicable' });
  });
});

it('keeps survey leaves shut for self-scoring only', () => {
  const survey = { ...cell, ruleKind: 'survey' } as const;
  expect(planEdit('1', survey)).toEqual({ kind: 'refuse', reason: 'surveyLocked' });
  expect(planEdit('2', { ...survey, stage: 'appraised' })).toEqual(writes(2_000_000, 'appraised'));
});
