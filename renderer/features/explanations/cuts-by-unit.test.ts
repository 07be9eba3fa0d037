import { expect, it } from 'vitest';
import type { CycleUnit, Unit } from '#shared/domain/entities.ts';
import type { CycleUnitId, NodeId } from '#shared/domain/ids.ts';
import { cutsByUnit } from './cuts-by-unit.ts';

it('adds up the cuts of each unit', () => {
  const cut = (unit: string, selfMicro: number, appraisedMicro: number) => ({
    cycleUnitId: unit as CycleUnitId,
    leafId: 'l' as NodeId,
    selfMicro,
    appraisedMicro,
    isSuggested: true,
  });
  const structure = {
    cycleUnits: [
      { id: 'a', unitId: 'ua' },
      { id: 'b', unitId: 'ub' },
    ] as unknown as CycleUnit[],
    units: [
      { id: 'ua', code: 'V01', name: 'Văn phòng' },
      { id: 'ub', code: 'V02', name: 'Thanh tra' },
    ] as unknown as Unit[],
  };
  expect(cutsByUnit([cut('b', 500_000, 250_000), cut('a', 100_000, 0), cut('b', 300_000, 200_000)], structure)).toEqual(
    [
      { id: 'b', code: 'V02', name: 'Thanh tra', count: 2, cutMicro: 350_000 },
      { id: 'a', code: 'V01', name: 'Văn phòng', count: 1, cutMicro: 100_000 },
    ],
  );
});
