import { describe, expect, it } from 'vitest';
import { annexInputOfDraft } from './testing/annex-input-of-draft.ts';
import { readImport, type ImportInput } from './read-import.ts';
import { tableOf } from './testing/table-of.ts';

const CRITERIA = tableOf(
  [
    ['khoi', 'cap', 'ma', 'ten', 'diem_toi_da'],
    ['K1', 'linh_vuc', 'I', 'Chỉ đạo', 10],
    ['K1', 'tieu_chi', '1.1', 'Kế hoạch năm', 4],
    ['K1', 'tieu_chi', '1.2', 'Báo cáo', 6],
    ['*', 'phat', 'P1', 'Điểm trừ', -5],
  ],
  'TieuChi',
);
const HEAD = ['STT', 'Mã đơn vị', 'Tên đơn vị', '1.1', '1.2. Báo cáo', 'P1', 'Tổng điểm', 'Hạng'];
const OPTIONS = {
  cycleName: 'Kỳ nhập',
  year: 2023,
  blanks: 'missing',
  ambiguousDot: null,
  ties: 'competition',
} as const;

function load(rows: Parameters<typeof tableOf>[0], change: Partial<ImportInput> = {}) {
  return readImport({ criteria: [CRITERIA], scores: [tableOf(rows)], ...OPTIONS, ...change });
}

function found(result: ReturnType<typeof readImport>, severity: 'error' | 'warning') {
  return result.preview.problems.filter((p) => p.severity === severity).map(({ at, reason }) => `${at} ${reason}`);
}

describe('a score table with criteria', () => {
  it('becomes units with final points; printed figures are compared, not taken', () => {
    const result = load([
      ['BẢNG ĐIỂM'],
      HEAD,
      [1, 'V01', 'Văn phòng  Bộ', '3,5', 6, 0.5, 9, 1],
      [2, 'V02', 'Cục Hai', '4', '5,25', '', '9,4', 2],
      ['', '', 'Trung bình', 3.75, 5.6, '', '', ''],
    ]);
    expect(found(result, 'error')).toEqual([]);
    expect(
      result.draft?.blocks[0]?.units.map(({ code, name, cells }) => [
        code,
        name,
        cells.map((c) => [c.leafCode, c.finalMicro]),
      ]),
    ).toEqual([
      [
        'V01',
        'Văn phòng Bộ',
        [
          ['1.1', 3_500_000],
          ['1.2', 6_000_000],
          ['P1', 500_000],
        ],
      ],
      [
        'V02',
        'Cục Hai',
        [
          ['1.1', 4_000_000],
          ['1.2', 5_250_000],
        ],
      ],
    ]);
    expect(result.draft?.blocks[0]?.units[0]?.cells[0]).toMatchObject({ selfMicro: null, appraisedMicro: null });
    expect(found(result, 'warning')).toEqual([
      'Diem!A5 ignoredRow',
      'Diem!A2 ignoredColumn',
      'Diem!G2 ignoredColumn',
      'Diem!H2 ignoredColumn',
      'Diem!G4 printedTotalDiffers',
    ]);
    expect(result.preview).toMatchObject({
      units: 2,
      leaves: 3,
      blocks: [{ code: 'K1', units: 2, leaves: 3, scale: '10' }],
      cells: { points: 5, blank: 1, notApplicable: 0, rounded: 0 },
      acceptable: true,
    });
  });

  it('finds the leaf row under merged headings and leaves by their names', () => {
    const result = load([
      ['Đơn vị', 'I. Chỉ đạo', 'I. Chỉ đạo', 'P1'],
      ['Đơn vị', 'kế hoạch NĂM', 'Báo cáo', 'Điểm trừ'],
      ['Cục Một', 1, 2, 0],
    ]);
    expect(found(result, 'error')).toEqual([]);
    expect(result.draft?.blocks[0]?.units[0]).toMatchObject({ code: 'CUC-MOT', name: 'Cục Một' });
    expect(result.draft?.blocks[0]?.units[0]?.cells.map((cell) => cell.finalMicro)).toEqual([1e6, 2e6, 0]);
  });

  it.each(['-', '–', 'x', 'X', 'KPS', 'n/a', 'N/A', 'Không phát sinh'])('reads "%s" as not applicable', (word) => {
    const result = load([HEAD, [1, 'V01', 'Một', word, 6, '']]);
    const cell = result.draft?.blocks[0]?.units[0]?.cells[0];
    expect(cell).toMatchObject({ leafCode: '1.1', finalMicro: null, notApplicableReason: 'Không phát sinh' });
  });

  it.each([
    ['missing', []],
    ['zero', [['1.1', 0, null]]],
    ['notApplicable', [['1.1', null, 'Không phát sinh']]],
  ] as const)('takes blanks as %s when asked to', (blanks, expected) => {
    const result = load([HEAD.slice(0, 5), [1, 'V01', 'Một', '', 6]], { blanks });
    const cells = result.draft?.blocks[0]?.units[0]?.cells.filter((cell) => cell.leafCode === '1.1') ?? [];
    expect(cells.map((cell) => [cell.leafCode, cell.finalMicro, cell.notApplicableReason])).toEqual(expected);
  });

  it('names every cell it cannot take', () => {
    const result = load([
      HEAD,
      [1, 'V01', 'Một', '4,1', -1, 5.5, '', ''],
      [2, 'V02', 'Hai', 'tốt', { kind: 'error', text: '#REF!' }, 'không', '', ''],
      [3, 'V01', 'Ba', 1, 1, '', '', ''],
      [4, '', '', 1, 1, '', '', ''],
    ]);
    expect(result.draft).toBeNull();
    expect(result.preview.acceptable).toBe(false);
    expect(found(result, 'error').sort()).toEqual([
      'Diem!A4 duplicateUnit',
      'Diem!C5 emptyUnit',
      'Diem!D2 overMax',
      'Diem!D3 notANumber',
      'Diem!E2 negative',
      'Diem!E3 errorCell',
      'Diem!F2 overMax',
      'Diem!F3 notANumber',
    ]);
  });

  it('asks about "1.234" once, unless the answer is given or the table itself leaves no doubt', () => {
    const large = tableOf([
      ['code', 'name', 'max'],
      ['1.1', 'Một', 2000],
      ['1.2', 'Hai', 6],
    ]);
    const read = (other: string, change: Partial<ImportInput> = {}) =>
      load(
        [
          ['ma', 'ten', '1.1', '1.2'],
          ['V01', 'Một', '1.234', other],
        ],
        { criteria: [large], ...change },
      );
    const micro = (result: ReturnType<typeof readImport>) => result.draft?.blocks[0]?.units[0]?.cells[0]?.finalMicro;
    expect(found(read('6'), 'error')).toEqual(['Diem!C2 ambiguousNumber']);
    expect(micro(read('6', { ambiguousDot: 'decimal' }))).toBe(1_234_000);
    expect(micro(read('6', { ambiguousDot: 'thousands' }))).toBe(1_234_000_000);
    const inferred = read('5.5');
    expect(micro(inferred)).toBe(1_234_000);
    expect(found(inferred, 'warning')).toContain('Diem dotTakenAsDecimal');
    expect(found(read('5,5'), 'error')).toEqual(['Diem!C2 ambiguousNumber']);
    // A second doubtful cell that cannot be thousands does not settle the first.
    expect(found(read('1.234'), 'error')).toEqual(['Diem!C2 ambiguousNumber', 'Diem!D2 ambiguousNumber']);
  });

  it('takes the dot as decimal, and says so, when thousands would be above every maximum', () => {
    const result = load([HEAD.slice(0, 5), ['1', 'V01', 'Một', '1.234', '5.678'], ['2', 'V02', 'Hai', '2.000', '6']]);
    expect(result.draft?.blocks[0]?.units[0]?.cells.map((cell) => cell.finalMicro)).toEqual([1_234_000, 5_678_000]);
    expect(result.preview.problems.find(({ reason }) => reason === 'dotTakenAsDecimal')?.params).toEqual({
      text: '1.234',
      count: 3,
    });
    expect(
      found(load([HEAD.slice(0, 5), ['1', 'V01', 'Một', '1.234', 1]], { ambiguousDot: 'thousands' }), 'error'),
    ).toEqual(['Diem!D2 overMax']);
  });

  it('knows a summary row by its name, and by its code only without one', () => {
    const result = load([
      HEAD.slice(0, 5),
      ['', 'MIN', 'Minh Hoá', 1, 2],
      ['', 'MAX', '', 4, 6],
      ['Avg', '', '', 3, 3],
    ]);
    expect(result.draft?.blocks[0]?.units.map(({ code }) => code)).toEqual(['MIN']);
    expect(found(result, 'warning')).toContain('Diem!A4 ignoredRow');
  });

  it('matches codes with diacritics in either Unicode form', () => {
    const set = tableOf([
      ['ma', 'ten', 'diem_toi_da'],
      ['ĐỘ1', 'Một', 5],
      ['Ủ2'.normalize('NFD'), 'Hai', 5],
    ]);
    const result = load(
      [
        ['ma', 'ten', 'ĐỘ1'.normalize('NFD'), 'Ủ2'],
        ['Ấ'.normalize('NFD'), 'x', 1, 2],
      ],
      {
        criteria: [set],
      },
    );
    expect(found(result, 'error')).toEqual([]);
    expect(result.draft?.blocks[0]?.units[0]?.code).toBe('Ấ'.normalize('NFC'));
  });

  it.each([
    ['1e-05', 10],
    ['2.5E0', 2_500_000],
    ['1.234e0', 1_234_000],
    ['12345678e-7', 1_234_568],
    ['0,3e+1', 3_000_000],
  ])('reads "%s" exactly', (text, micro) => {
    const result = load([HEAD.slice(0, 5), ['1', 'V01', 'Một', text, 1]]);
    expect(result.draft?.blocks[0]?.units[0]?.cells[0]?.finalMicro).toBe(micro);
  });

  it('refuses an exponent beyond every scale', () => {
    expect(found(load([HEAD.slice(0, 5), ['1', 'V01', 'Một', '1e300', 1]]), 'error')).toEqual(['Diem!D2 tooLarge']);
  });

  it('gives long names different codes, and one name in two rows the same', () => {
    const long = 'Đơn vị có tên rất dài '.repeat(4);
    const rows = [`${long} một`, `${long} hai`].map((name) => [name, 1, 2]);
    const units = load([['ten', '1.1', '1.2'], ...rows]).draft?.blocks[0]?.units ?? [];
    expect(new Set(units.map(({ code }) => code)).size).toBe(2);
    expect(units[1]?.code).toMatch(/-2$/);
    expect(units.every(({ code }) => code.length <= 60)).toBe(true);
    const twice = load([
      ['ten', '1.1', '1.2'],
      ['Hà Nam', 1, 2],
      ['HÀ NAM', 1, 2],
    ]);
    expect(found(twice, 'error')).toEqual(['Diem!A3 duplicateUnit']);
  });

  it('refuses a missing leaf, a doubled one and figures under an unknown heading; a remark only warns', () => {
    expect(
      found(
        load([
          ['ma', 'ten', '1.1', 'P1'],
          ['V01', 'Một', 1, ''],
        ]),
        'error',
      ),
    ).toEqual(['Diem!A1 missingLeafColumn']);
    const doubled = load([
      ['ma', 'ten', '1.1', '1.2', '1.2'],
      ['V01', 'Một', 1, 2, 2],
    ]);
    expect(found(doubled, 'error')).toEqual(['Diem!E1 duplicateColumn']);
    const unknown = load([
      ['ma', 'ten', '1.1', '1.2', '1.3'],
      ['V01', 'Một', 1, 2, 2],
    ]);
    expect(found(unknown, 'error')).toEqual(['Diem!E1 unknownColumn']);
    const remark = load([
      ['ma', 'ten', '1.1', '1.2', 'Nhận xét'],
      ['V01', 'Một', 1, 2, 'tốt'],
    ]);
    expect(found(remark, 'error')).toEqual([]);
    expect(found(remark, 'warning')).toContain('Diem!E1 unknownColumn');
  });

  it('puts units into blocks by a column or by the sheet', () => {
    const two = tableOf([
      ['khoi', 'cap', 'ma', 'ten', 'diem_toi_da'],
      ['K1', 'linh_vuc', 'I', 'Một', 10],
      ['K2', 'linh_vuc', 'II', 'Hai', 20],
    ]);
    const units = (result: ReturnType<typeof readImport>) =>
      result.draft?.blocks.map((block) => [block.code, block.units.map((unit) => unit.code)]);
    const byColumn = load(
      [
        ['Khối', 'Mã', 'I', 'II'],
        ['K1', 'V01', 5, ''],
        ['Khối K2', 'V02', '-', 15],
      ],
      { criteria: [two] },
    );
    expect(units(byColumn)).toEqual([
      ['K1', ['V01']],
      ['K2', ['V02']],
    ]);
    const bySheet = load([], {
      criteria: [two],
      scores: [
        tableOf(
          [
            ['Mã', 'I'],
            ['V01', 5],
          ],
          'Khối K1',
        ),
        tableOf(
          [
            ['Mã', 'II'],
            ['V02', 15],
          ],
          'K2',
        ),
        tableOf([['nothing of ours']], 'Ghi chú'),
      ],
    });
    expect(units(bySheet)).toEqual([
      ['K1', ['V01']],
      ['K2', ['V02']],
    ]);
    expect(found(bySheet, 'warning')).toEqual(['Ghi chú ignoredSheet']);
    const wrong = load(
      [
        ['Khối', 'Mã', 'I', 'II'],
        ['K1', 'V01', 5, 3],
        ['K9', 'V02', 1, 1],
      ],
      { criteria: [two] },
    );
    expect(found(wrong, 'error').sort()).toEqual(['Diem!A3 unknownBlock', 'Diem!D2 notInBlock']);
  });

  it('warns about formulas and rounding once, with the first addresses', () => {
    const result = load([
      HEAD.slice(0, 5),
      [1, 'V01', 'Một', { kind: 'formula', text: '2', number: 2 }, '1,23456749'],
      [2, 'V02', 'Hai', { kind: 'formula', text: '3', number: 3 }, 1.2345675],
    ]);
    expect(result.draft?.blocks[0]?.units.map((unit) => unit.cells[1]?.finalMicro)).toEqual([1_234_567, 1_234_568]);
    expect(result.preview.problems.filter((p) => ['rounded', 'formulaCells'].includes(p.reason))).toEqual([
      { severity: 'warning', at: 'Diem!E2', reason: 'rounded', params: { count: 2, first: 'Diem!E2, Diem!E3' } },
      { severity: 'warning', at: 'Diem!D2', reason: 'formulaCells', params: { count: 2, first: 'Diem!D2, Diem!D3' } },
    ]);
  });
});

describe('a set with bonus and penalty of another scale', () => {
  const set = tableOf([
    ['khoi', 'cap', 'ma', 'ten', 'diem_toi_da'],
    ['K', 'linh_vuc', 'I', 'Một', 1000],
    ['K', 'thuong', 'T1', 'Thưởng', 30],
    ['K', 'thuong', 'T2', 'Thưởng khác', 20],
    ['K', 'phat', 'P', 'Phạt', 100],
  ]);
  const result = load(
    [
      ['ma', 'ten', 'I', 'T1', 'T2', 'P', 'Tong', 'Chi so'],
      ['A', 'a', 600, 30, 20, 0, '650', '65,00'],
      ['B', 'b', 600, 0, 0, 60, '540', '54,00'],
      ['C', 'c', 990, 30, 0, 0, '1020', '100'],
    ],
    { criteria: [set], ties: 'dense' },
  );

  it('is capped by its own maxima; ties are ranked as asked', () => {
    expect(result.draft?.settings).toMatchObject({
      bonusCapMicro: 50_000_000,
      penaltyCapMicro: 100_000_000,
      tiePolicy: { kind: 'dense' },
    });
    const { ranking } = annexInputOfDraft(result.draft!, { annexes: ['I'], decision: null });
    expect(ranking.blocks[0]?.rows.map(({ code, totalMicro }) => [code, totalMicro])).toEqual([
      ['C', 1000e6],
      ['A', 650e6],
      ['B', 540e6],
    ]);
  });

  it('has its printed totals held against what the engine gives, which stays within the scale', () => {
    expect(found(result, 'warning').filter((text) => text.includes('Differs'))).toEqual([
      'Diem!G4 printedTotalDiffers',
    ]);
    expect(result.preview.problems.find(({ reason }) => reason === 'printedTotalDiffers')?.params).toMatchObject({
      printed: '1020',
      computed: '1000',
    });
  });
});

describe('a published index with its own maxima', () => {
  const rows = [
    ['province', 'Time', 'Cost', 'Access to land', 'Total', 'Rank'],
    ['MAX', '10', '25.5', '4', '39.5', ''],
    ['Hà Nội', '8.1234567', '20.25', '3.125', '31.4985', '1'],
    ['Hà Giang', '7.5', '', '2.5', '10.0', '2'],
    ['Đà Nẵng', '7.5', '', '2.5', '10.0', '2'],
  ];
  const result = load(rows, { criteria: null });

  it('loads as one block of its own scale and ranks, ties included', () => {
    expect(found(result, 'error')).toEqual([]);
    expect(result.preview.blocks).toEqual([{ code: 'K1', units: 3, leaves: 3, scale: '39,5' }]);
    const { ranking } = annexInputOfDraft(result.draft!, { annexes: ['I'], decision: null });
    expect(ranking.blocks[0]?.rows.map(({ name, rank, indexText }) => [name, rank, indexText])).toEqual([
      ['Hà Nội', 1, '79,74'],
      ['Đà Nẵng', 2, '25,32'],
      ['Hà Giang', 2, '25,32'],
    ]);
  });

  it('asks for the maxima when there are none, and says which is wrong', () => {
    const without = load(
      rows.filter((_, i) => i !== 1),
      { criteria: null },
    );
    expect(found(without, 'error')).toContain('Diem!A1 noMaxima');
    const wrong = load(
      rows.map((row, i) => (i === 1 ? ['MAX', 'mười', '25.5', '0', '', ''] : row)),
      { criteria: null },
    );
    expect(found(wrong, 'error')).toEqual(['Diem!B2 notANumber', 'Diem!D2 maxOutOfRange']);
  });

  it('leaves out totals under other words and takes maxima under other words', () => {
    for (const [total, maximum] of [
      ['Overall', 'Maximum score'],
      ['Overall score', 'Max score'],
      ['Score', 'MAX'],
      ['Điểm số', 'Điểm chuẩn'],
      ['Tổng điểm chung', 'Điểm tối đa'],
    ] as const) {
      const table = [
        ['name', 'Transport', 'Health', total],
        [maximum, 50, 50, 100],
        ['X', 10, 20, 30],
        ['Y', 30, 20, 49],
      ];
      const read = load(table, { criteria: null });
      expect(read.preview.blocks).toEqual([{ code: 'K1', units: 2, leaves: 2, scale: '100' }]);
      expect(found(read, 'warning')).toEqual(['Diem!D1 ignoredColumn', 'Diem!D4 printedTotalDiffers']);
    }
  });

  it('takes a word for the total as the criterion of a table that has no other', () => {
    const read = load(
      [
        ['name', 'Score'],
        ['MAX', 10],
        ['X', 5],
      ],
      { criteria: null },
    );
    expect(read.preview).toMatchObject({ leaves: 1, acceptable: true });
  });

  it('refuses subtotals under any heading, and keeps columns that only nearly add up', () => {
    const table = (second: number) => [
      ['Tên', 'Lĩnh vực 1', '1.1 A', '1.2 B', 'Lĩnh vực 2', '2.1 C', 'Cả năm'],
      ['Điểm tối đa', 50, 20, 30, 50, 50, 200],
      ['X', 30.5, 10.25, 20.25, 30, 30, 121],
      ['Y', second, 20, 30, 20, 20, 140],
    ];
    const refused = load(table(50), { criteria: null });
    expect(found(refused, 'error')).toEqual([
      'Diem!B1 subtotalColumn',
      'Diem!E1 subtotalColumn',
      'Diem!G1 subtotalColumn',
    ]);
    expect(refused.preview.problems.map(({ params }) => params).find(({ text }) => text === 'Lĩnh vực 1')).toEqual({
      text: 'Lĩnh vực 1',
      first: 'C',
      last: 'D',
    });
    expect(found(load(table(49), { criteria: null }), 'error')).not.toContain('Diem!B1 subtotalColumn');
  });

  it('makes a block of every sheet with its own maxima, and names a sheet that has none', () => {
    const sheet = (name: string, unit: string, maximum = 'MAX') =>
      tableOf(
        [
          ['Mã', `a-${name}`, 'b'],
          [maximum, 5, 6],
          [unit, 1, 2],
        ],
        name,
      );
    const notes = tableOf(
      [
        ['Mã', 'Ghi chú'],
        ['V01', 'mới'],
      ],
      'Ghi chú',
    );
    const both = load([], { criteria: null, scores: [sheet('Bộ', 'V01'), sheet('Tỉnh', 'T01'), notes] });
    expect(found(both, 'warning')).toEqual(['Ghi chú ignoredSheet']);
    expect(both.draft?.blocks.map(({ code, name, units }) => [code, name, units.map((unit) => unit.code)])).toEqual([
      ['Bộ', 'Bộ', ['V01']],
      ['Tỉnh', 'Tỉnh', ['T01']],
    ]);
    expect(both.draft?.blocks[1]?.criteriaSet.nodes.map(({ code }) => code)).toEqual(['a-Tỉnh', 'b']);
    const without = load([], { criteria: null, scores: [sheet('Bộ', 'V01'), sheet('Tỉnh', 'T01', 'T00')] });
    expect(found(without, 'error')).toContain('Tỉnh!A1 noMaxima');
  });

  it('is refused without a header or units', () => {
    expect(found(load([['a', 'b']], { criteria: null }), 'error')).toEqual(['Diem noHeader']);
    expect(found(load(rows.slice(0, 2), { criteria: null }), 'error')).toEqual(['Diem!A1 noRows']);
  });
});

it('loads criteria alone as blocks without units', () => {
  const result = readImport({ criteria: [CRITERIA], scores: null, ...OPTIONS });
  expect(result.preview).toMatchObject({ units: 0, leaves: 3, acceptable: true });
  expect(result.draft?.blocks.map((block) => [block.code, block.units.length])).toEqual([['K1', 0]]);
});
