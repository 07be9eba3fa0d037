import { expect, it } from 'vitest';
import type { ExplainedMean } from '#shared/scoring/explain-model.ts';
import type { Translate } from '#renderer/features/scoring/translate.ts';
import { meanRows } from './mean-rows.ts';

const t = ((key: string, params: Record<string, unknown> = {}) =>
  [key.split('.').at(-1), ...Object.values(params)].join(' ')) as unknown as Translate;

function meanOf(count: number): ExplainedMean {
  const parts = Array.from({ length: count }, (_, i) => ({
    cycleUnitId: `u${i}` as never,
    code: `D${i}`,
    name: 'Đơn vị',
    rank: i + 1,
    index: { numeratorMicro: 1, denominatorMicro: 3 },
    indexMicroPercent: 33_333_333,
  }));
  return {
    blockCode: 'K',
    blockName: 'Khối',
    parts,
    left: [{ code: 'X', name: 'Mới', why: 'notRanked' }],
    count,
    sumMicroPercent: 33_333_333 * count,
    roundingMicroPercent: 0,
    meanMicroPercent: 33_333_333,
  };
}

it('lists the units of a block, and groups of a hundred with their sums when there are thousands', () => {
  const [small] = meanRows(meanOf(3), 2, t, 'vi');
  expect(small?.value).toBe('33,33 %');
  expect(small?.children[0]?.children.map(({ value }) => value)).toEqual(Array(3).fill('33,333333 %'));
  expect(small?.children.at(-1)?.note).toBe('notRanked');
  const [large] = meanRows(meanOf(1_050), 2, t, 'vi');
  const groups = large?.children[0]?.children ?? [];
  expect(groups).toHaveLength(11);
  expect(groups.map(({ children }) => children.length)).toEqual([...Array<number>(10).fill(100), 50]);
  expect(groups[0]?.value).toBe('3333,333300 %');
});
