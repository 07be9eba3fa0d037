import { describe, expect, it } from 'vitest';
import { microFromNumber } from '#shared/util/decimal.ts';
import { createCellReader, readClipboardCell, type ReadingAnswers } from './read-clipboard-cell.ts';

const MAX_MICRO = 100_000_000;

function read(text: string, answers: ReadingAnswers = {}, value: number | null = null): number | string {
  const exact = value === null ? null : microFromNumber(value);
  const reading = readClipboardCell({ text, value: exact }, MAX_MICRO, answers);
  // The reader of a whole paste says the same, the first time and when it remembers, for any maximum.
  const reader = createCellReader(answers);
  for (const maxMicro of [0, MAX_MICRO, 1, MAX_MICRO]) {
    const cell = { text, value: exact };
    expect(reader(cell, maxMicro)).toStrictEqual(readClipboardCell(cell, maxMicro, answers));
  }
  return reading.kind === 'points' ? reading.micro / 1e6 : reading.kind === 'blank' ? 'blank' : reading.problem;
}

describe('text alone', () => {
  it.each([
    ['8,5', 8.5],
    ['8.5', 8.5],
    [' 8,5\u00a0', 8.5],
    ['+7', 7],
    ['0', 0],
    ['０，５', 0.5],
    ['1,234', 1.234],
    ['100', 100],
    ['', 'blank'],
    ['  \u00a0\u200b', 'blank'],
    [' '.repeat(1000), 'blank'],
    ['1.234', 'ambiguous'],
    ['91,16 %', 'percent'],
    ['100%', 'percent'],
    ['x%', 'notANumber'],
    ['-', 'notApplicable'],
    ['–', 'notApplicable'],
    ['x', 'notApplicable'],
    ['X', 'notApplicable'],
    ['KPS', 'notApplicable'],
    ['kad', 'notApplicable'],
    ['K/AD', 'notApplicable'],
    ['N/A', 'notApplicable'],
    ['Không áp dụng', 'notApplicable'],
    ['Không  phát sinh'.normalize('NFD'), 'notApplicable'],
    ['=A1+B1', 'notANumber'],
    ['=5', 'notANumber'],
    ['@SUM(A1)', 'notANumber'],
    ['#REF!', 'notANumber'],
    ['####', 'notANumber'],
    ['8\u00005', 'notANumber'],
    ['1e3', 'notANumber'],
    ['15/03/2023', 'notANumber'],
    ['tám', 'notANumber'],
    ['9'.repeat(10_000_000), 'notANumber'],
    ['-0,5', 'negative'],
    ['−99999999999', 'negative'],
    ['100,000001', 'overMax'],
    ['1.234,5', 'overMax'],
    ['1 234', 'overMax'],
    ['99999999999', 'overMax'],
    ['0,1234567', 'tooPrecise'],
  ])('%j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('takes the answers given once for the whole paste', () => {
    expect(read('1.234', { ambiguousDot: 'decimal' })).toBe(1.234);
    expect(read('1.234', { ambiguousDot: 'thousands' })).toBe('overMax');
    expect(read('70 %', { percent: 'asPoints' })).toBe(70);
  });
});

describe('text with an exact value beside it', () => {
  it.each([
    ['8,12', 8.123456, 8.123456],
    ['1.234', 1.234, 1.234],
    ['1.234', 1234, 'overMax'],
    // An English spreadsheet shows 1234 like this; alone it would be read as 1,234.
    ['1,234', 1234, 'overMax'],
    ['8,5', 8.5, 8.5],
    ['0,33', 1 / 3, 'tooPrecise'],
    ['8', 8.4, 8.4],
    // A date and a scaled format carry a value that is not the number shown.
    ['15/03/2023', 45000, 'notANumber'],
    ['12', 12_345, 'notANumber'],
    ['91,16%', 0.9116, 'percent'],
    ['', 5, 'blank'],
    ['-', 0, 'notApplicable'],
    ['-0,50', -0.5, 'negative'],
  ])('%j showing %d', (text, value, expected) => {
    expect(read(text, {}, value)).toBe(expected);
  });
});
