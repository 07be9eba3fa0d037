import { describe, expect, it } from 'vitest';
import type { RankedUnit } from '#shared/contract/outputs.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/default-settings.ts';
import { binsOf, changeOf, nextClassOf } from './figures.ts';
import { sortRows } from './sort-rows.ts';

const { classes } = DEFAULT_SETTINGS;

function unit(part: Partial<RankedUnit>): RankedUnit {
  return {
    code: 'A',
    name: 'A',
    rank: 1,
    indexMicroPercent: null,
    previous: null,
    fieldMicroPercent: [],
    ...part,
  } as RankedUnit;
}

describe('nextClassOf', () => {
  it('never says that nothing is missing to a unit below a threshold', () => {
    const trap = unit({ indexMicroPercent: 94_999_999, classByThresholdCode: 'T' });
    expect(nextClassOf(trap, classes)).toEqual({ label: 'Xuất sắc', missingMicroPercent: 10_000 });
  });

  it('rounds up to a hundredth', () => {
    const row = unit({ indexMicroPercent: 94_383_000, classByThresholdCode: 'T' });
    expect(nextClassOf(row, classes)?.missingMicroPercent).toBe(620_000);
  });

  it('leads an unclassified unit to the lowest class and the best class nowhere', () => {
    expect(nextClassOf(unit({ indexMicroPercent: 49_000_000, classByThresholdCode: null }), classes)?.label).toBe(
      'Hoàn thành nhiệm vụ',
    );
    expect(nextClassOf(unit({ indexMicroPercent: 96_000_000, classByThresholdCode: 'XS' }), classes)).toBeNull();
  });
});

describe('changeOf', () => {
  it('counts places gained as positive', () => {
    const previous = { year: 2022, indexMicroPercent: 90_000_000, rank: 5, classCode: 'T' };
    const row = unit({ indexMicroPercent: 91_500_000, rank: 2, previous });
    expect(changeOf(row)).toEqual({ microPercent: 1_500_000, places: 3 });
    expect(changeOf(unit({ ...row, rank: null }))?.places).toBeNull();
    expect(changeOf(unit({ indexMicroPercent: 1 }))).toBeNull();
  });
});

describe('binsOf', () => {
  it('puts a value on an edge into the upper range, 100 % into the last, and counts every unit once', () => {
    const rows = [
      unit({ indexMicroPercent: 95_000_000, classCode: 'XS' }),
      unit({ indexMicroPercent: 94_999_999, classCode: 'T' }),
      unit({ indexMicroPercent: 100_000_000, classCode: 'XS' }),
      unit({ indexMicroPercent: null, classCode: null }),
    ];
    expect(binsOf(rows, classes)).toEqual([
      { fromPercent: 90, toPercent: 95, perClass: [0, 1, 0, 0, 0], count: 1 },
      { fromPercent: 95, toPercent: 100, perClass: [2, 0, 0, 0, 0], count: 2 },
    ]);
    expect(binsOf([], classes)).toEqual([]);
  });
});

describe('sortRows', () => {
  it('keeps units without the figure last in both directions', () => {
    const rows = [unit({ code: 'x', rank: null }), unit({ code: 'y', rank: 2 }), unit({ code: 'z', rank: 1 })];
    const codes = (descending: boolean) => sortRows(rows, { by: 'rank', descending }).map(({ code }) => code);
    expect(codes(false)).toEqual(['z', 'y', 'x']);
    expect(codes(true)).toEqual(['y', 'z', 'x']);
  });

  it('sorts names by the Vietnamese alphabet', () => {
    const rows = ['Đồng Nai', 'Hà Nội', 'An Giang', 'Dak'].map((name) => unit({ name }));
    expect(sortRows(rows, { by: 'unit', descending: false }).map(({ name }) => name)).toEqual([
      'An Giang',
      'Dak',
      'Đồng Nai',
      'Hà Nội',
    ]);
  });
});
