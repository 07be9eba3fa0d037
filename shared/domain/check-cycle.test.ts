import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBlocks } from './check-blocks.ts';
import { checkCycle, type CycleFacts, type CycleFields } from './check-cycle.ts';
import { DEFAULT_SETTINGS } from './default-settings.ts';
import type { CycleSettings } from './entities.ts';
import { moveYears } from './move-years.ts';

const FACTS: CycleFacts = { fieldCodes: ['I', 'II'], usedClassCodes: ['T'] };
const GOOD: CycleFields = {
  name: 'Năm 2024',
  year: 2024,
  periodStart: '2023-11-16',
  periodEnd: '2024-11-15',
  settings: DEFAULT_SETTINGS,
};

function problemsOf(changes: Partial<CycleFields>): readonly string[] {
  return checkCycle({ ...GOOD, ...changes }, FACTS).map(({ at, reason }) => `${at} ${reason}`);
}

function problemsOfSettings(changes: Partial<CycleSettings>): readonly string[] {
  return problemsOf({ settings: { ...DEFAULT_SETTINGS, ...changes } });
}

describe('checkCycle', () => {
  it('finds nothing wrong with the defaults', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it.each<[Partial<CycleFields>, string]>([
    [{ name: '  ' }, 'name nameMissing'],
    [{ year: 24 }, 'year yearOutOfRange'],
    [{ year: 2024.5 }, 'year yearOutOfRange'],
    [{ periodStart: '' }, 'periodStart dateMissing'],
    [{ periodEnd: '2023-11-16' }, 'periodEnd datesReversed'],
    [{ periodEnd: '2023-01-01' }, 'periodEnd datesReversed'],
  ])('%o is refused: %s', (change, problem) => {
    expect(problemsOf(change)).toEqual([problem]);
  });

  it.each<[Partial<CycleSettings>, string]>([
    [{ deadlines: { entered: '2023-11-01' } }, 'deadlines.entered deadlineBeforeStart'],
    [{ deadlines: { received: '2024-06-01', approved: '2024-05-31' } }, 'deadlines.approved deadlinesReversed'],
    [{ unclassifiedLabel: ' ' }, 'unclassifiedLabel labelMissing'],
    [{ tiePolicy: { kind: 'fields', fieldCodes: [] } }, 'tiePolicy fieldsMissing'],
    [{ tiePolicy: { kind: 'fields', fieldCodes: ['I', 'III'] } }, 'tiePolicy.1 unknownField'],
    [{ tiePolicy: { kind: 'fields', fieldCodes: ['I', 'I'] } }, 'tiePolicy.1 duplicateField'],
    [{ neighbourMicroPercent: -1 }, 'neighbourMicroPercent figureOutOfRange'],
    [{ bonusCapMicro: -1 }, 'bonusCapMicro figureOutOfRange'],
    [{ penaltyCapMicro: Number.NaN }, 'penaltyCapMicro figureOutOfRange'],
    [{ printDecimals: 7 }, 'printDecimals figureOutOfRange'],
    [{ capRules: [{ code: 'A', label: 'a', classCode: 'Z', source: '' }] }, 'capRules.0.class unknownClass'],
    [{ capRules: [{ code: '', label: 'a', classCode: null, source: '' }] }, 'capRules.0.code codeMissing'],
    [{ capRules: [{ code: 'A', label: '', classCode: null, source: '' }] }, 'capRules.0.label labelMissing'],
  ])('%o is refused: %s', (change, problem) => {
    expect(problemsOfSettings(change)).toEqual([problem]);
  });

  it('says every wrong class by its row', () => {
    const classes = [
      { code: 'A', label: 'Nhất', minMicroPercent: 80_000_000 },
      { code: 'A', label: 'Nhì', minMicroPercent: 80_000_000 },
      { code: '', label: '', minMicroPercent: 101_000_000 },
    ];
    expect(problemsOfSettings({ classes, capRules: [] })).toEqual([
      'classes.1.code duplicateCode',
      'classes.1.min thresholdsNotDescending',
      'classes.2.code codeMissing',
      'classes.2.label labelMissing',
      'classes.2.min thresholdOutOfRange',
      'classes classInUse',
    ]);
    expect(problemsOfSettings({ classes: [], capRules: [] })).toEqual(['classes classesMissing', 'classes classInUse']);
  });

  it('does not judge fields of a year that has no criteria yet', () => {
    const settings: CycleSettings = { ...DEFAULT_SETTINGS, tiePolicy: { kind: 'fields', fieldCodes: ['IX'] } };
    expect(checkCycle({ ...GOOD, settings }, { fieldCodes: null, usedClassCodes: [] })).toEqual([]);
  });

  it('accepts thresholds exactly when they fall from row to row within 0–100 %', () => {
    const threshold = fc.integer({ min: -2, max: 102 }).map((percent) => percent * 1_000_000);
    fc.assert(
      fc.property(fc.array(threshold, { minLength: 1, maxLength: 6 }), (mins) => {
        const classes = mins.map((minMicroPercent, i) => ({ code: `C${i}`, label: `Loại ${i}`, minMicroPercent }));
        const settings = { ...DEFAULT_SETTINGS, classes, capRules: [] };
        const found = checkCycle({ ...GOOD, settings }, { ...FACTS, usedClassCodes: [] });
        const falls = mins.every((min, i) => i === 0 || min < mins[i - 1]!);
        const isWithin = mins.every((min) => min >= 0 && min <= 100_000_000);
        expect(found.length === 0).toBe(falls && isWithin);
      }),
    );
  });
});

it('checkBlocks wants a code of its own and a name for every block', () => {
  const blocks = [
    { code: 'K1', name: 'Một' },
    { code: ' K1 ', name: ' ' },
    { code: '', name: 'Ba' },
  ];
  expect(checkBlocks(blocks).map(({ at, reason }) => `${at} ${reason}`)).toEqual([
    'blocks.1.code duplicateCode',
    'blocks.1.name labelMissing',
    'blocks.2.code codeMissing',
  ]);
});

it('moveYears keeps day and month, and 29 February becomes the 28th where there is none', () => {
  const dates = { periodStart: '2024-02-29', periodEnd: '2024-11-15', deadlines: { sealed: '2024-12-01' } };
  expect(moveYears(dates, 1)).toEqual({
    periodStart: '2025-02-28',
    periodEnd: '2025-11-15',
    deadlines: { sealed: '2025-12-01' },
  });
  expect(moveYears(dates, 4).periodStart).toBe('2028-02-29');
});
