import { describe, expect, it } from 'vitest';
import type { UnitRegistry } from '#shared/contract/outputs-units.ts';
import type { CycleId, SuccessionEventId, SuccessionId, UnitId } from '#shared/domain/ids.ts';
import { newUnit } from '#shared/units/edit-units.ts';
import { filterRows, registryRows } from './registry-rows.ts';

const unit = (id: string, code: string, name: string, validFrom: string | null, validTo: string | null) =>
  newUnit(id as UnitId, { code, name, shortName: '', aliases: code === 'P50' ? ['TP.HCM'] : [], validFrom, validTo });

const registry: UnitRegistry = {
  units: [
    unit('n', 'P05', 'Công an tỉnh Tuyên Quang', '2025-07-01', null),
    unit('o', 'P05', 'Công an tỉnh Tuyên Quang', null, '2025-06-30'),
    unit('g', 'P02', 'Công an tỉnh Hà Giang', null, '2025-06-30'),
    unit('s', 'P50', 'Công an thành phố Hồ Chí Minh', null, null),
  ],
  successions: ['o', 'g'].map((from) => ({
    id: `s${from}` as SuccessionId,
    eventId: 'e' as SuccessionEventId,
    kind: 'merge',
    effectiveOn: '2025-07-01',
    fromId: from as UnitId,
    toId: 'n' as UnitId,
    shareMicro: null,
    legalBasis: '',
  })),
  takesPart: [{ unitId: 'o' as UnitId, cycleIds: ['c' as CycleId] }],
};
const rows = registryRows(registry);
const ids = (found: typeof rows) => found.map((row) => row.unit.id as string);

describe('the rows of the registry', () => {
  it('stand by code, the older unit of a code first, with who came from whom', () => {
    expect(ids(rows)).toEqual(['g', 'o', 'n', 's']);
    expect(rows[2]?.predecessors.map(({ code }) => code)).toEqual(['P02', 'P05']);
    expect(rows[0]?.successors.map(({ id }) => id)).toEqual(['n']);
    expect(rows[1]?.cycles).toBe(1);
  });

  it('are found by an alias, by a name without diacritics, and by whether they still exist', () => {
    expect(ids(filterRows(rows, 'tp.hcm', 'all', '2025-11-01'))).toEqual(['s']);
    expect(ids(filterRows(rows, 'tuyen quang', 'present', '2025-11-01'))).toEqual(['n']);
    expect(ids(filterRows(rows, '', 'ended', '2025-11-01'))).toEqual(['g', 'o']);
    // On its last day a unit still exists.
    expect(ids(filterRows(rows, 'ha giang', 'present', '2025-06-30'))).toEqual(['g']);
  });
});
