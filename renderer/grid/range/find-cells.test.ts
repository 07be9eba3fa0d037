import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFinder, findCells, nextFound, planReplace as replaceSteps, type FindOptions } from './find-cells.ts';
import { rankTargets, type GoToTarget } from './go-to.ts';
import { selectCell, selectRange } from './selection.ts';
import { createView } from './sheet-view.ts';
import { completing } from './testing/completing.ts';
import { modelSheet } from './testing/model-sheet.ts';

const planReplace = completing(replaceSteps);

const loose: FindOptions = { wholeCell: false, matchCase: false, ignoreDiacritics: true };
const strict: FindOptions = { wholeCell: false, matchCase: true, ignoreDiacritics: false };

function at(row: number, column: number) {
  return { rowId: `r${row}`, columnId: `c${column}` };
}

describe('createFinder', () => {
  it.each([
    ['dak lak', 'Công an tỉnh Đắk Lắk', loose, true],
    ['ĐẮK', 'đắk', loose, true],
    ['dak', 'Đắk', { ...loose, ignoreDiacritics: false }, false],
    ['đắk', 'ĐẮK', { ...loose, ignoreDiacritics: false }, true],
    ['Đắk', 'ĐẮK', strict, false],
    ['Hà', 'Hà'.normalize('NFD'), strict, true],
    ['Hà'.normalize('NFD'), 'Hà Nội', strict, true],
    ['8,5', '8,500', loose, true],
    ['8,5', '8,500', { ...loose, wholeCell: true }, false],
    ['8,500', ' 8,500 ', { ...loose, wholeCell: true }, true],
    ['a.c', 'abc', loose, false],
  ] as [string, string, FindOptions, boolean][])('%j in %j', (query, text, options, expected) => {
    expect(createFinder(query, options)?.matches(text)).toBe(expected);
  });

  it('has nothing to find for an empty query', () => {
    expect(createFinder('', loose)).toBeNull();
    expect(createFinder('\u0301', loose)).toBeNull();
  });

  it.each([
    ['lak', 'Đắk Lắk Lắk', 'X', 'Đắk X X'],
    ['dak', 'Đắk Lắk'.normalize('NFD'), 'D', `D ${'Lắk'.normalize('NFD')}`],
    ['8,', '8,58,5', '9.', '9.59.5'],
    ['aa', 'aaa', '$&', '$&a'],
    ['none', 'Đắk', 'X', 'Đắk'],
  ])('replaces %j in %j by %j', (query, text, replacement, expected) => {
    expect(createFinder(query, loose)?.replace(text, replacement)).toBe(expected);
  });

  it('replaces as plain text does, when diacritics and case count', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'ấ', ' ', '1'), maxLength: 12 });
    fc.assert(
      fc.property(
        text,
        fc.string({ unit: fc.constantFrom('a', 'b', 'ấ'), minLength: 1, maxLength: 2 }),
        text,
        (where, query, by) => {
          expect(createFinder(query, strict)?.replace(where, by)).toBe(where.split(query).join(by));
        },
      ),
    );
  });
});

describe('finding and replacing in cells', () => {
  const view = createView(['r0', 'r1', 'r2'], ['c0', 'c1']);
  const textOf = (rowId: string, columnId: string) => `${rowId}-${columnId}`;

  it('goes through the view, or the selection when it is more than a cell', () => {
    expect(findCells('c1', loose, view, textOf)).toStrictEqual([at(0, 1), at(1, 1), at(2, 1)]);
    expect(findCells('c1', loose, view, textOf, selectCell(at(0, 0)))).toHaveLength(3);
    expect(findCells('c1', loose, view, textOf, selectRange(at(0, 0), at(1, 1)))).toStrictEqual([at(0, 1), at(1, 1)]);
    expect(findCells('', loose, view, textOf)).toStrictEqual([]);
  });

  it('goes on to the next, back to the previous, and round', () => {
    const found = [at(0, 1), at(1, 1), at(2, 0)];
    expect(nextFound(found, at(0, 1), view)).toStrictEqual(at(1, 1));
    expect(nextFound(found, at(1, 0), view)).toStrictEqual(at(1, 1));
    expect(nextFound(found, at(2, 0), view)).toStrictEqual(at(0, 1));
    expect(nextFound(found, at(0, 1), view, -1)).toStrictEqual(at(2, 0));
    expect(nextFound(found, at(2, 0), view, -1)).toStrictEqual(at(1, 1));
    expect(nextFound(found, null, view)).toStrictEqual(at(0, 1));
    expect(nextFound([], at(0, 0), view)).toBeNull();
  });

  it('plans numbers, and lists what would be none', () => {
    const sheet = modelSheet(1, 3);
    sheet.set('r0', 'c0', 8_500_000);
    sheet.set('r0', 'c1', 85_000_000);
    sheet.set('r0', 'c2', 8_000_000);
    sheet.lock('r0', 'c2', 'sealed');
    const shown: Record<string, string> = { c0: '8,5', c1: '85', c2: '8' };
    const input = { ...sheet, textOf: (_: string, columnId: string) => shown[columnId] ?? '' };
    const cells = [at(0, 0), at(0, 1), at(0, 2)];
    const plan = planReplace(input, cells, '8', '9', loose);
    expect(plan.writes.map(({ pointsMicro }) => pointsMicro)).toStrictEqual([9_500_000, 95_000_000]);
    expect(plan.issues).toMatchObject([{ kind: 'locked', columnId: 'c2', text: '9' }]);
    expect(planReplace(input, cells, ',', 'x', loose).issues).toMatchObject([{ kind: 'notANumber', text: '8x5' }]);
    expect(planReplace(input, cells, '7', '9', loose).counts).toMatchObject({ writes: 0, unchanged: 0, issues: 0 });
  });
});

describe('rankTargets', () => {
  const targets: readonly GoToTarget[] = [
    { id: 'hn', code: 'PA01', names: ['Công an thành phố Hà Nội', 'CATPHN'] },
    { id: 'hg', code: 'PA02', names: ['Công an tỉnh Hà Giang'] },
    { id: 'v03', code: 'V03', names: ['Cục Pháp chế và cải cách hành chính, tư pháp'] },
    { id: 'v031', code: 'V031', names: ['Phòng Hà'] },
    { id: 'hcm', code: 'PA30', names: ['Công an Thành phố Hồ Chí Minh', 'TP.HCM'] },
  ];
  const ids = (query: string, limit?: number) => rankTargets(query, targets, limit).map(({ id }) => id);

  it.each([
    ['V03', ['v03', 'v031']],
    ['v3', ['v03']],
    ['pa', ['hn', 'hg', 'hcm']],
    ['phong ha', ['v031']],
    // Words that begin so come before names that only hold it ("Thành").
    ['ha', ['hn', 'hg', 'v03', 'v031', 'hcm']],
    ['ca ha no', []],
    ['cong ha no', ['hn']],
    ['tp.hcm', ['hcm']],
    ['catphcm', ['hcm']],
    ['minh', ['hcm']],
    ['zz', []],
  ])('%j', (query, expected) => {
    expect(ids(query)).toStrictEqual(expected);
  });

  it('lists all for nothing typed, up to the limit', () => {
    expect(ids('')).toHaveLength(5);
    expect(ids('', 2)).toStrictEqual(['hn', 'hg']);
    expect(rankTargets('pa01', targets)[0]).toStrictEqual({ id: 'hn', fit: 'code' });
  });
});
