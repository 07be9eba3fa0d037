import { expect, it } from 'vitest';
import type { SheetColumn } from '#renderer/grid/sheet.ts';
import { columnLines, filterLines } from './column-tree.ts';

const column = (id: string, tooltip: string): SheetColumn => ({
  id,
  header: id,
  tooltip,
  widthPx: 60,
  align: 'end',
  value: () => null,
  text: () => '',
});
const lines = columnLines([
  column('unit', 'Đơn vị'),
  { id: 'g', header: 'I Thể chế', tooltip: '', children: [column('a', '1.1 Kế hoạch'), column('b', '1.2 Báo cáo')] },
]);

it('stands groups before their columns and knows what each line shows', () => {
  expect(lines.map(({ id, depth, isGroup, columnIds }) => [id, depth, isGroup, columnIds])).toEqual([
    ['unit', 0, false, ['unit']],
    ['g', 0, true, ['a', 'b']],
    ['a', 1, false, ['a']],
    ['b', 1, false, ['b']],
  ]);
});

it('finds without diacritics, with the groups above and all columns of a group found', () => {
  expect(filterLines(lines, 'ke hoach').map(({ id }) => id)).toEqual(['g', 'a']);
  expect(filterLines(lines, 'the che').map(({ id }) => id)).toEqual(['g', 'a', 'b']);
  expect(filterLines(lines, 'khong co')).toEqual([]);
});
