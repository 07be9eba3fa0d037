import { describe, expect, it } from 'vitest';
import { planMatrixFilter, planTreeFilter } from './filter-plan.ts';

const units = ['v01 van phong', 'a01 cuc an ninh doi ngoai', 'p05 cong an tinh dak lak'].map((folded) => ({ folded }));
const leaves = ['1.1.1 ke hoach', '1.2.1 bao cao dinh ky', '2.1.1 van ban'].map((folded) => ({ folded }));

describe('the filter of the matrix', () => {
  it('finds units without diacritics, every word', () => {
    expect(planMatrixFilter('Đắk LẮK', units, leaves)).toMatchObject({ kind: 'units', shown: 1, count: 3 });
    expect([...(planMatrixFilter('an cong', units, leaves).rows ?? [])]).toEqual([2]);
  });
  it('turns to criteria when no unit matches', () => {
    const plan = planMatrixFilter('báo cáo', units, leaves);
    expect(plan).toMatchObject({ kind: 'leaves', rows: null, shown: 1 });
    expect([...(plan.leaves ?? [])]).toEqual([1]);
  });
  it('leaves nothing when nothing matches, and everything without a text', () => {
    expect(planMatrixFilter('zzz', units, leaves)).toMatchObject({ shown: 0, leaves: null });
    expect(planMatrixFilter('zzz', units, leaves).rows?.size).toBe(0);
    expect(planMatrixFilter('  ', units, leaves)).toMatchObject({ kind: 'none', rows: null });
  });
});

describe('the filter of the form', () => {
  const nodes = [
    { depth: 0, folded: 'i dieu hanh' },
    { depth: 1, folded: '1.1 ke hoach' },
    { depth: 2, folded: '1.1.1 kip thoi' },
    { depth: 2, folded: '1.1.2 day du' },
    { depth: 1, folded: '1.2 bao cao' },
    { depth: 0, folded: 'ii the che' },
  ];
  it('keeps the headings above a match and everything below it', () => {
    expect([...(planTreeFilter('kịp', nodes).rows ?? [])].sort()).toEqual([0, 1, 2]);
    expect([...(planTreeFilter('ke hoach', nodes).rows ?? [])].sort()).toEqual([0, 1, 2, 3]);
    expect([...(planTreeFilter('the che', nodes).rows ?? [])]).toEqual([5]);
  });
});
