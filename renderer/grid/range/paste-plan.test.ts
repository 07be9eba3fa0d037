import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SheetNames } from './align-clipboard.ts';
import type { CellInfo, CellLock } from './cell-plan.ts';
import { gridOfText, type ClipboardGrid } from './clipboard-grid.ts';
import { planPaste as pasteSteps, type PasteInput, type PastePlan } from './paste-plan.ts';
import { addRange, selectCell, selectRange, type Selection } from './selection.ts';
import { cellsOf } from './selection-cells.ts';
import { createView } from './sheet-view.ts';
import { completing } from './testing/completing.ts';
import { modelSheet, type ModelSheet } from './testing/model-sheet.ts';

const planPaste = completing(pasteSteps);

function grid(...rows: readonly string[]): ClipboardGrid {
  return rows.map((row) => row.split('|').map((text) => ({ text, value: null })));
}

function at(row: number, column: number) {
  return { rowId: `r${row}`, columnId: `c${column}` };
}

function plan(sheet: ModelSheet, clipboard: ClipboardGrid, selection: Selection, more: Partial<PasteInput> = {}) {
  return planPaste({ grid: clipboard, selection, view: sheet.view, cellInfo: sheet.cellInfo, ...more });
}

function issuesOf({ issues }: PastePlan): string[] {
  return issues.map(({ kind, rowId, columnId, sourceRow, sourceColumn, text }) => {
    return `${kind} ${rowId ?? ''}${columnId ?? ''} ${sourceRow}:${sourceColumn} ${text}`;
  });
}

const LOCKS: readonly CellLock[] = ['survey', 'notApplicable', 'calculated', 'sealed', 'stage'];
const cellText = fc.oneof(
  fc.constantFrom('', '8,5', '1.234', '-', '-1', '1000', '0,1234567', '=A1', '5 %', '0', '7'),
  fc.integer({ min: 0, max: 100 }).map(String),
);
const grids = fc
  .array(fc.array(cellText, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  .map((rows): ClipboardGrid => rows.map((row) => row.map((text) => ({ text, value: null }))));
const places = fc.tuple(fc.nat(5), fc.nat(4)).map(([row, column]) => at(row, column));
const selections = fc
  .array(fc.tuple(places, places), { minLength: 1, maxLength: 3 })
  .map(([first, ...rest]) =>
    rest.reduce(
      (selection, [anchor, focus]) => addRange(selection, { kind: 'cells', anchor, focus }),
      selectRange(first?.[0] ?? at(0, 0), first?.[1] ?? at(0, 0)),
    ),
  );
const contents = fc.array(fc.tuple(places, fc.integer({ min: 0, max: 1e8 }), fc.constantFrom(null, ...LOCKS)), {
  maxLength: 20,
});

describe('by position', () => {
  it('puts a block at one cell, and leaves what a ragged row does not have', () => {
    const sheet = modelSheet(4, 4);
    sheet.set('r2', 'c2', 9_000_000);
    const made = plan(sheet, grid('1|2', '3'), selectCell(at(1, 1)));
    expect(made.plain).toBe(true);
    sheet.apply(made);
    expect(sheet.row('r1')).toStrictEqual([null, 1, 2, null]);
    expect(sheet.row('r2')).toStrictEqual([null, 3, 9, null]);
  });

  it('puts one value into every selected cell of every range', () => {
    const sheet = modelSheet(4, 4);
    const two = addRange(selectRange(at(0, 0), at(1, 1)), { kind: 'cells', anchor: at(1, 1), focus: at(3, 1) });
    const made = plan(sheet, gridOfText('7'), two);
    expect(made.counts).toMatchObject({ writes: 6, issues: 0 });
    expect(made.plain).toBe(true);
  });

  it.each([
    // [clipboard, selection to, rows × columns covered]: selection begins at r0c0.
    ['2×2 over 4×4 tiles', grid('1|2', '3|4'), at(3, 3), 4, 4],
    ['2×2 over 1×1 goes once', grid('1|2', '3|4'), at(0, 0), 2, 2],
    ['2×2 over 3×3 goes once', grid('1|2', '3|4'), at(2, 2), 2, 2],
    ['2×2 over 4×3 goes once', grid('1|2', '3|4'), at(3, 2), 2, 2],
    ['1×3 over 5×1 repeats downwards', grid('1|2|3'), at(4, 0), 5, 3],
    ['3×1 over 1×5 repeats to the right', grid('1', '2', '3'), at(0, 4), 3, 5],
    ['1×2 over 1×6 repeats', grid('1|2'), at(0, 5), 1, 6],
  ])('%s', (_, clipboard, to, rows, columns) => {
    const sheet = modelSheet(6, 6);
    const made = plan(sheet, clipboard, selectRange(at(0, 0), to));
    expect(made.issues).toStrictEqual([]);
    expect(made.writes).toHaveLength(rows * columns);
    sheet.apply(made);
    const width = clipboard[0]?.length ?? 1;
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const text = clipboard[row % clipboard.length]?.[column % width]?.text;
        expect(sheet.row(`r${row}`)[column]).toBe(Number(text));
      }
    }
  });

  it('lists what lies outside the sheet, but not blanks', () => {
    const made = plan(modelSheet(2, 2), grid('1|2|3', '4||', '|6|'), selectCell(at(1, 1)));
    expect(issuesOf(made)).toStrictEqual(['outside  0:1 2', 'outside  0:2 3', 'outside  1:0 4', 'outside  2:1 6']);
    expect(made.writes).toHaveLength(1);
    expect(made.plain).toBe(false);
  });

  it('lists every value that is not plain points', () => {
    const texts = ['101', '-1', 'kad', '=A1', '0,1234567', '1.234', '5%', 'tám', '8'];
    const made = plan(modelSheet(1, 9), grid(texts.join('|')), selectCell(at(0, 0)));
    expect(made.issues.map(({ kind }) => kind)).toStrictEqual([
      'overMax',
      'negative',
      'notApplicable',
      'notANumber',
      'tooPrecise',
      'ambiguous',
      'percent',
      'notANumber',
    ]);
    expect(made.counts.byKind).toStrictEqual({
      overMax: 1,
      negative: 1,
      notApplicable: 1,
      notANumber: 2,
      tooPrecise: 1,
      ambiguous: 1,
      percent: 1,
    });
    expect(made.writes.map(({ pointsMicro }) => pointsMicro)).toStrictEqual([8_000_000]);
  });

  it('takes the answer about "1.234" for the whole paste', () => {
    const made = plan(modelSheet(1, 2), grid('1.234|2.500'), selectCell(at(0, 0)), {
      answers: { ambiguousDot: 'decimal' },
    });
    expect(made.writes.map(({ pointsMicro }) => pointsMicro)).toStrictEqual([1_234_000, 2_500_000]);
    expect(made.plain).toBe(true);
  });

  it('a blank empties the cell, or leaves it when asked to', () => {
    const sheet = modelSheet(1, 2);
    sheet.set('r0', 'c0', 5_000_000);
    const made = plan(sheet, grid('|3'), selectCell(at(0, 0)));
    expect(made.counts).toMatchObject({ writes: 2, clears: 1 });
    expect(plan(sheet, grid('|3'), selectCell(at(0, 0)), { blanks: 'skip' }).counts).toMatchObject({
      writes: 1,
      clears: 0,
    });
  });

  it('writes nothing that is there already, also into locked cells', () => {
    const sheet = modelSheet(1, 3);
    sheet.set('r0', 'c0', 5_000_000);
    sheet.set('r0', 'c1', 6_000_000);
    sheet.lock('r0', 'c1', 'survey');
    sheet.lock('r0', 'c2', 'notApplicable');
    const made = plan(sheet, grid('5|6|KAD'), selectCell(at(0, 0)));
    expect(made.counts).toMatchObject({ writes: 0, unchanged: 3, issues: 0 });
    expect(made.plain).toBe(true);
  });

  it('says which lock stands in the way', () => {
    const sheet = modelSheet(1, 2);
    sheet.lock('r0', 'c0', 'sealed');
    sheet.lock('r0', 'c1', 'notApplicable');
    const made = plan(sheet, grid('1|2'), selectCell(at(0, 0)));
    expect(made.issues.map(({ kind, lock }) => [kind, lock])).toStrictEqual([
      ['locked', 'sealed'],
      ['notApplicable', 'notApplicable'],
    ]);
  });

  it('is not plain when a cut needs a reason', () => {
    const made = plan(modelSheet(1, 2), grid('1|2'), selectCell(at(0, 0)), {
      needsReason: (_, __, pointsMicro) => pointsMicro === 1_000_000,
    });
    expect(made.needsReason).toStrictEqual([at(0, 0)]);
    expect(made.writes).toHaveLength(2);
    expect(made.plain).toBe(false);
  });

  it('lists two different values for one cell', () => {
    const two = addRange(selectCell(at(0, 0)), { kind: 'cells', anchor: at(0, 1), focus: at(0, 1) });
    const made = plan(modelSheet(1, 3), grid('1|2'), two);
    expect(made.issues.map(({ kind, columnId }) => [kind, columnId])).toStrictEqual([['overlap', 'c1']]);
    expect(made.writes.map(({ columnId, pointsMicro }) => [columnId, pointsMicro])).toStrictEqual([
      ['c0', 1_000_000],
      ['c1', 2_000_000],
      ['c2', 2_000_000],
    ]);
  });

  it('does nothing with an empty clipboard or a selection that is not displayed', () => {
    expect(plan(modelSheet(1, 1), [], selectCell(at(0, 0))).counts).toMatchObject({ writes: 0, issues: 0 });
    expect(plan(modelSheet(1, 1), grid('1'), selectCell(at(9, 9))).counts).toMatchObject({ writes: 0, issues: 0 });
  });
});

describe('text and read-only cells', () => {
  const info: Record<string, CellInfo> = {
    code: { kind: 'readOnly', maxMicro: 0, current: { micro: null, version: 0 }, text: 'V03', lock: null },
    note: { kind: 'text', maxMicro: 0, current: { micro: null, version: 4 }, text: 'cũ', lock: null },
  };
  const view = createView(['r0'], ['code', 'note']);
  const paste = (text: string) =>
    planPaste({
      grid: grid(text),
      selection: selectCell({ rowId: 'r0', columnId: 'code' }),
      view,
      cellInfo: (_, columnId) => info[columnId] as CellInfo,
    });

  it('takes text as it is, composed and without control characters', () => {
    const made = paste(`V03|m${'ơ\u0301'.normalize('NFD')}i\u0000`);
    expect(made.textWrites).toStrictEqual([
      { rowId: 'r0', columnId: 'note', text: 'mới', beforeText: 'cũ', expectedVersion: 4 },
    ]);
    expect(made.plain).toBe(true);
  });

  it('lists a value for a cell that is shown only, unless it is what it shows', () => {
    expect(issuesOf(paste('V04|cũ'))).toStrictEqual(['locked r0code 0:0 V04']);
  });
});

describe('by names', () => {
  const units = ['Hà Nội', 'Thừa Thiên Huế', 'Đắk Lắk', 'Bà Rịa - Vũng Tàu'];
  const names: SheetNames = {
    rowsAre: 'unit',
    rows: [
      ...units.map((name, i) => ({ id: `r${i}`, names: [`PA0${i + 1}`, `Công an ${name}`, name] })),
      { id: 'hidden', names: ['PA09', 'Nam Định'] },
    ],
    columns: ['1.1.1', '1.1.2', '2.1'].map((code, i) => ({ id: `c${i}`, names: [code, `Tiêu chí ${code}`] })),
  };
  const byNames = (clipboard: ClipboardGrid, selection = selectCell(at(0, 0)), more: Partial<PasteInput> = {}) => {
    const sheet = modelSheet(4, 3);
    const made = plan(sheet, clipboard, selection, { names, ...more });
    sheet.apply(made);
    return { sheet, made };
  };

  it('puts sorted rows where they belong, whatever the spelling', () => {
    const { sheet, made } = byNames(grid('dak lak|3|30', 'CÔNG AN HÀ NỘI|1|10', 'Bà Rịa–Vũng Tàu|4|40', 'PA02|2|20'));
    expect(made.alignment).toStrictEqual({
      mode: 'names',
      keyColumn: 0,
      headerRow: null,
      isSamePlaces: false,
      ignoredColumns: [0],
    });
    expect(made.plain).toBe(false);
    expect(['r0', 'r1', 'r2', 'r3'].map((id) => sheet.row(id))).toStrictEqual([
      [1, 10, null],
      [2, 20, null],
      [3, 30, null],
      [4, 40, null],
    ]);
  });

  it('asks nothing when names and places agree', () => {
    const { made } = byNames(grid('Hà Nội|1', 'Thừa Thiên Huế|2'.normalize('NFD')));
    expect(made.alignment.isSamePlaces).toBe(true);
    expect(made.plain).toBe(true);
    expect(made.writes).toHaveLength(2);
  });

  it('places rows and columns by their names', () => {
    const { sheet, made } = byNames(grid('Đơn vị|2.1|1.1.1', 'PA03|5|6', 'PA01|7|8'), selectCell(at(2, 1)));
    expect(made.alignment).toMatchObject({ mode: 'names', keyColumn: 0, headerRow: 0 });
    expect(sheet.row('r2')).toStrictEqual([6, null, 5]);
    expect(sheet.row('r0')).toStrictEqual([8, null, 7]);
    expect(made.issues).toStrictEqual([]);
  });

  it('lists unknown names, hidden rows, names that stand twice and codes that contradict the name', () => {
    const { made } = byNames(
      grid(
        'Mã|Tên|1.1.1|9.9',
        'PA01|Hà Nội|1|1',
        'PA02|Hà Nội|2|2',
        'PA77|Sao Hoả|3|3',
        'PA09|Nam Định|4|4',
        'PA03|Đắk Lắk|5|5',
        'PA03|Đắk Lắk|6|6',
        '|Tổng cộng|9|9',
      ),
    );
    expect(issuesOf(made)).toStrictEqual([
      'unknownLeaf  0:3 9.9',
      'unknownUnit  2:0 PA02',
      'unknownUnit  3:0 PA77',
      'outside  4:0 PA09',
      'overlap r2c0 6:2 6',
      'unknownUnit  7:0 Tổng cộng',
    ]);
    expect(made.writes.map(({ rowId, pointsMicro }) => [rowId, pointsMicro])).toStrictEqual([
      ['r0', 1_000_000],
      ['r2', 5_000_000],
    ]);
  });

  it('goes by position when the person says so, and says that names were there', () => {
    const { made } = byNames(grid('PA02|1', 'PA01|2'), selectCell(at(0, 0)), { place: 'position' });
    expect(made.alignment).toMatchObject({ mode: 'position', keyColumn: 0 });
    expect(made.counts.byKind).toStrictEqual({ notANumber: 2 });
  });

  it('does not take a few scores for codes, nor a single column for names', () => {
    // "1.1" would be a code of this tree; a score of 1.1 beside other scores is none.
    const leaves: SheetNames = {
      rowsAre: 'leaf',
      rows: ['1.1', '1.2', '1.3', '2'].map((code, i) => ({ id: `r${i}`, names: [code] })),
      columns: [],
    };
    for (const clipboard of [grid('1.1|2', '5|1.2'), grid('1.1', '1.2', '1.3'), grid('1.1|1', '1.1|2', '1.1|3')]) {
      const made = plan(modelSheet(4, 3), clipboard, selectCell(at(0, 0)), { names: leaves });
      expect(made.alignment.mode).toBe('position');
    }
    const codes = plan(modelSheet(4, 3), grid('1.2|7', '1.1|8', '2|9'), selectCell(at(0, 0)), { names: leaves });
    expect(codes.writes.map(({ rowId, pointsMicro }) => [rowId, pointsMicro])).toStrictEqual([
      ['r1', 7_000_000],
      ['r0', 8_000_000],
      ['r3', 9_000_000],
    ]);
  });

  it('pasted onto the names, counts the columns from there and passes over those shown only', () => {
    const sheet = modelSheet(4, 3);
    const view = createView(sheet.view.rowIds, ['code', 'c0', 'sum', 'c1']);
    const shown: CellInfo = {
      kind: 'readOnly',
      maxMicro: 0,
      current: { micro: null, version: 0 },
      text: '',
      lock: null,
    };
    const made = planPaste({
      grid: grid('PA02|1|99|2', 'PA01|3|99|4'),
      selection: selectCell({ rowId: 'r0', columnId: 'code' }),
      view,
      cellInfo: (rowId, columnId) =>
        columnId.startsWith('c') && columnId !== 'code' ? sheet.cellInfo(rowId, columnId) : shown,
      names,
    });
    expect(made.issues).toStrictEqual([]);
    expect(made.alignment.ignoredColumns).toStrictEqual([0, 2]);
    expect(made.writes.map(({ rowId, columnId, pointsMicro }) => [rowId, columnId, pointsMicro])).toStrictEqual([
      ['r1', 'c0', 1_000_000],
      ['r1', 'c1', 2_000_000],
      ['r0', 'c0', 3_000_000],
      ['r0', 'c1', 4_000_000],
    ]);
  });
});

describe('properties', () => {
  function filled(cells: readonly (readonly [{ rowId: string; columnId: string }, number, CellLock])[]): ModelSheet {
    const sheet = modelSheet(6, 5);
    for (const [{ rowId, columnId }, micro, lock] of cells) {
      sheet.set(rowId, columnId, micro);
      sheet.lock(rowId, columnId, lock);
    }
    return sheet;
  }

  it('never writes a locked cell, a cell twice, or a value beyond the limits', () => {
    fc.assert(
      fc.property(contents, grids, selections, (cells, clipboard, selection) => {
        const sheet = filled(cells);
        const { writes } = plan(sheet, clipboard, selection);
        const seen = new Set<string>();
        for (const { rowId, columnId, pointsMicro } of writes) {
          expect(sheet.cellInfo(rowId, columnId).lock).toBeNull();
          if (pointsMicro !== null) {
            expect(pointsMicro).toBeGreaterThanOrEqual(0);
            expect(pointsMicro).toBeLessThanOrEqual(100_000_000);
          }
          seen.add(`${rowId}${columnId}`);
        }
        expect(seen.size).toBe(writes.length);
      }),
    );
  });

  it('undone is as if nothing had been pasted', () => {
    fc.assert(
      fc.property(contents, grids, selections, (cells, clipboard, selection) => {
        const sheet = filled(cells);
        const before = sheet.dump();
        const made = plan(sheet, clipboard, selection);
        sheet.apply(made);
        sheet.undo(made);
        expect(sheet.dump()).toBe(before);
      }),
    );
  });

  it('pasted again changes nothing more', () => {
    fc.assert(
      fc.property(contents, grids, places, (cells, clipboard, place) => {
        const sheet = filled(cells);
        sheet.apply(plan(sheet, clipboard, selectCell(place)));
        expect(plan(sheet, clipboard, selectCell(place)).writes).toStrictEqual([]);
      }),
    );
  });

  it('accounts for every cell of a block at one place: written, unchanged or listed', () => {
    fc.assert(
      fc.property(contents, grids, places, (cells, clipboard, place) => {
        const sheet = filled(cells);
        const { counts } = plan(sheet, clipboard, selectCell(place));
        const row = Number(place.rowId.slice(1));
        const column = Number(place.columnId.slice(1));
        let expected = 0;
        clipboard.forEach((line, i) =>
          line.forEach(({ text }, j) => {
            if (text !== '' || (row + i < 6 && column + j < 5)) expected++;
          }),
        );
        expect(counts.writes + counts.unchanged + counts.issues).toBe(expected);
      }),
    );
  });

  it('plain means: nothing to ask', () => {
    fc.assert(
      fc.property(contents, grids, selections, (cells, clipboard, selection) => {
        const made = plan(filled(cells), clipboard, selection);
        expect(made.plain).toBe(made.issues.length === 0);
      }),
    );
  });

  it('one value reaches exactly the selected cells', () => {
    fc.assert(
      fc.property(selections, (selection) => {
        const sheet = modelSheet(6, 5);
        const { writes } = plan(sheet, gridOfText('3'), selection);
        const wanted = [...cellsOf(selection, sheet.view)].map(({ rowId, columnId }) => `${rowId}${columnId}`);
        expect(new Set(writes.map(({ rowId, columnId }) => `${rowId}${columnId}`))).toStrictEqual(new Set(wanted));
      }),
    );
  });
});

describe('large pastes', () => {
  const line = Array.from({ length: 88 }, () => ({ text: '8,5', value: null }));
  const info: CellInfo = { kind: 'points', maxMicro: 1e7, current: { micro: null, version: 0 }, lock: null };

  it('plans 10.600 × 88 cells by position and by names', () => {
    const rowIds = Array.from({ length: 10_600 }, (_, i) => `u${i}`);
    const columnIds = Array.from({ length: 88 }, (_, i) => `l${i}`);
    const view = createView(rowIds, columnIds);
    const selection = selectCell({ rowId: 'u0', columnId: 'l0' });
    const byPosition = planPaste({ grid: rowIds.map(() => line), selection, view, cellInfo: () => info });
    expect(byPosition.writes).toHaveLength(932_800);
    const names: SheetNames = {
      rowsAre: 'unit',
      rows: rowIds.map((id) => ({ id, names: [id, `Đơn vị số ${id}`] })),
      columns: [],
    };
    const reversed = rowIds.map((id) => [{ text: `đơn vị số ${id}`, value: null }, ...line]).reverse();
    const byNames = planPaste({ grid: reversed, selection, view, cellInfo: () => info, names });
    expect(byNames.writes).toHaveLength(932_800);
    expect(byNames.issues).toStrictEqual([]);
  });

  it('lists each of very many cells outside', () => {
    const view = createView(['u0'], ['l0']);
    const made = planPaste({
      grid: Array.from({ length: 2_000 }, () => line),
      selection: selectCell({ rowId: 'u0', columnId: 'l0' }),
      view,
      cellInfo: () => info,
    });
    expect(made.counts.byKind.outside).toBe(2_000 * 88 - 1);
  });
});
