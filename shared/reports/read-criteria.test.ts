import { describe, expect, it } from 'vitest';
import { readCriteria } from './read-criteria.ts';
import { tableOf } from './testing/table-of.ts';

const HEAD = ['khoi', 'cap', 'ma', 'ten', 'diem_toi_da', 'kieu_cham', 'cach_cham', 'tai_lieu_kiem_chung', 'nguon'];
const GOOD = [
  HEAD,
  ['K1', 'linh_vuc', 'I', 'Chỉ đạo', 60],
  ['K1', 'tieu_chi', '1.1', 'Kế hoạch', 60],
  ['K1', 'tieu_chi_thanh_phan', '1.1.1', 'Ban hành', '20,5', 'yes_no', 'có = 20,5', 'Kế hoạch', ''],
  ['K1', 'tieu_chi_thanh_phan', '1.1.2', 'Thực hiện', '39.5', 'ratio', 'sàn 70%', '', ''],
  ['K1', 'linh_vuc', 'II', 'Tác động', 40],
  ['K1', 'tieu_chi', '2.1', 'Hài lòng', 40, 'survey', '', '', ''],
  [],
  ['K2', 'linh_vuc', 'I', 'Một', 10, 'manual'],
  ['*', 'thuong', 'B1', 'Điểm thưởng', 2, 'bonus', '', '', ''],
  ['*', 'phat', 'P1', 'Điểm trừ', '-5', 'penalty', '', '', ''],
];

function refusals(rows: Parameters<typeof tableOf>[0]) {
  const read = readCriteria([tableOf(rows)]);
  return read.ok ? [] : read.error.map(({ at, reason }) => `${at} ${reason}`);
}

describe("the office's layout", () => {
  const read = readCriteria([tableOf(GOOD)]);
  const blocks = read.ok ? read.value : [];

  it('gives a set per block; rows of block * belong to each', () => {
    expect(blocks.map(({ blockCode, set }) => [blockCode, set.scaleMicro, set.nodes.map(({ code }) => code)])).toEqual([
      ['K1', 100_000_000, ['I', '1.1', '1.1.1', '1.1.2', 'II', '2.1', 'B1', 'P1']],
      ['K2', 10_000_000, ['I', 'B1', 'P1']],
    ]);
  });

  it('places, bounds and rules every node', () => {
    const nodes = new Map(blocks[0]?.set.nodes.map((node) => [node.code, node]));
    expect(nodes.get('1.1.1')).toEqual({
      code: '1.1.1',
      parentCode: '1.1',
      level: 'subCriterion',
      section: 'core',
      name: 'Ban hành',
      maxMicro: 20_500_000,
      rule: { kind: 'yes_no' },
      ruleText: 'có = 20,5',
      evidenceText: 'Kế hoạch',
      evidencePolicy: 'explain',
    });
    // Its rule needs figures the table does not have: points are typed, the text is kept.
    expect(nodes.get('1.1.2')).toMatchObject({ rule: { kind: 'manual' }, ruleText: 'sàn 70%' });
    expect(nodes.get('2.1')).toMatchObject({ level: 'criterion', parentCode: 'II', rule: { kind: 'survey' } });
    expect(nodes.get('1.1')).toMatchObject({ rule: null });
    expect(nodes.get('P1')).toMatchObject({ section: 'penalty', maxMicro: 5_000_000, parentCode: null });
  });

  it('takes a rule with figures from the column tham_so', () => {
    const rule = { kind: 'ratio', floorMicroPercent: 70_000_000, onZeroDenominator: 'missing' };
    const json = JSON.stringify(rule);
    const with_ = readCriteria([
      tableOf([
        [...HEAD, 'tham_so'],
        ['K1', 'linh_vuc', 'I', 'Một', 10, 'ratio', '', '', '', json],
      ]),
    ]);
    expect(with_.ok && with_.value[0]?.set.nodes[0]?.rule).toEqual(rule);
  });

  it.each([
    ['children that do not add up', 3, ['K1', 'tieu_chi_thanh_phan', '1.1.1', 'x', '20,6'], ['Diem!E3 childrenSum']],
    ['an unknown level', 3, ['K1', 'chuong', '1.1.1', 'x', 1], ['Diem!B4 unknownLevel']],
    ['a code twice', 3, ['K1', 'tieu_chi_thanh_phan', '1.1.2', 'x', '20,5'], ['Diem!C5 duplicateCode']],
    ['a maximum that is no number', 3, ['K1', 'tieu_chi_thanh_phan', '1.1.1', 'x', 'hai'], ['Diem!E4 notANumber']],
    ['a leaf without maximum', 3, ['K1', 'tieu_chi_thanh_phan', '1.1.1', 'x', ''], ['Diem!E4 notANumber']],
    ['a negative maximum', 3, ['K1', 'tieu_chi_thanh_phan', '1.1.1', 'x', -1], ['Diem!E4 negative']],
    ['no code', 3, ['K1', 'tieu_chi_thanh_phan', '', 'x', 1], ['Diem!C4 emptyCode']],
    ['a criterion before any field', 1, ['K1', 'tieu_chi', 'I', 'x', 60], ['Diem!B2 parentMissing']],
  ] as const)('refuses %s and says where', (_, at, row, expected) => {
    expect(refusals(GOOD.map((old, i) => (i === at ? row : old)))).toEqual(expect.arrayContaining([...expected]));
  });

  it('refuses parameters that are no rule, or a rule beyond its maximum', () => {
    const head = [...HEAD, 'tham_so'];
    const row = (json: string) => ['K1', 'linh_vuc', 'I', 'Một', 10, '', '', '', '', json];
    expect(refusals([head, row('{"kind":"ratio"}')])).toEqual(['Diem!J2 rule']);
    expect(refusals([head, row('not json')])).toEqual(['Diem!J2 rule']);
    const choice = '{"kind":"choice","options":[{"code":"a","label":"a","pointsMicro":11000000}]}';
    expect(refusals([head, row(choice)])).toEqual(['Diem!E2 pointsAboveMax']);
  });
});

describe('a plain list', () => {
  it('is one flat block of any scale', () => {
    const read = readCriteria([
      tableOf([['Published index'], ['Code', 'Name', 'Max'], ['a', 'A', 12.5], ['b', 'B', 7]]),
    ]);
    expect(read.ok && read.value).toMatchObject([
      { blockCode: 'K1', set: { scaleMicro: 19_500_000, nodes: [{ code: 'a', level: 'field' }, { code: 'b' }] } },
    ]);
  });

  it('becomes a tree with parents, branches summed where they have no maximum', () => {
    const rows = [
      ['code', 'parent', 'name', 'max'],
      ['A', '', 'A', ''],
      ['A1', 'A', 'A1', 3],
      ['A2', 'A', 'A2', ''],
      ['A21', 'A2', 'A21', 4],
    ];
    const read = readCriteria([tableOf(rows)]);
    const nodes = read.ok ? read.value[0]!.set.nodes : [];
    expect(nodes.map(({ code, level, maxMicro }) => [code, level, maxMicro / 1e6])).toEqual([
      ['A', 'field', 7],
      ['A1', 'criterion', 3],
      ['A2', 'criterion', 4],
      ['A21', 'subCriterion', 4],
    ]);
    expect(refusals([...rows, ['A211', 'A21', 'x', 1]])).toContain('Diem!B6 tooDeep');
    expect(refusals([...rows, ['Z', 'nobody', 'x', 1]])).toContain('Diem!B6 parentMissing');
  });

  it('is refused without header or rows', () => {
    expect(
      refusals([
        ['a', 'b'],
        ['1', '2'],
      ]),
    ).toEqual(['Diem noHeader']);
    expect(refusals([['code', 'name', 'max']])).toEqual(['Diem!A1 noRows']);
    expect(readCriteria([])).toMatchObject({ ok: false, error: [{ reason: 'noHeader' }] });
  });
});
