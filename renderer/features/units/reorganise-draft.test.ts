import { describe, expect, it } from 'vitest';
import type { UnitId } from '#shared/domain/ids.ts';
import { newUnit } from '#shared/units/edit-units.ts';
import type { Registry } from '#shared/units/registry.ts';
import { EMPTY_DRAFT, EMPTY_PART, previewOf, readDraft, readShare } from './reorganise-draft.ts';

const registry: Registry = {
  units: ['A', 'B'].map((code) => {
    const facts = { code, name: `Đơn vị ${code}`, shortName: '', aliases: [], validFrom: null, validTo: null };
    return newUnit(code as UnitId, facts);
  }),
  successions: [],
};
const day = { ...EMPTY_DRAFT, effectiveOn: '01/07/2025', fromIds: ['A' as UnitId] };

describe('a draft', () => {
  it('is nothing yet without a day, a unit or somebody who takes over', () => {
    expect(readDraft({ ...day, effectiveOn: '31/06/2025' }, registry)).toBeNull();
    expect(readDraft({ ...day, fromIds: [] }, registry)).toBeNull();
    expect(readDraft(day, registry)).toBeNull();
    expect(readDraft({ ...day, target: 'existing' }, registry)).toBeNull();
  });

  it('says what a merge does', () => {
    const into = { code: ' X ', name: 'Đơn vị X', shortName: '' };
    const wish = readDraft({ ...day, fromIds: ['A', 'B'] as UnitId[], into }, registry);
    const { problems, ends, begins, lines } = previewOf(registry, wish!);
    expect(problems).toEqual([]);
    expect(ends.map(({ code, validTo }) => [code, validTo])).toEqual([
      ['A', '2025-06-30'],
      ['B', '2025-06-30'],
    ]);
    expect(begins).toMatchObject([{ code: 'X', validFrom: '2025-07-01' }]);
    expect(lines.map(({ from, to }) => `${from.code}>${to.code}`)).toEqual(['A>X', 'B>X']);
  });

  it('says why not', () => {
    const wish = readDraft({ ...day, target: 'existing', intoId: 'A' as UnitId }, registry);
    expect(previewOf(registry, wish!).problems.map(({ reason }) => reason)).toEqual(['unitSucceedsItself']);
  });

  it('knows a part by the code of a unit that exists on the day', () => {
    const parts = [
      { ...EMPTY_PART, code: 'b', share: '40' },
      { ...EMPTY_PART, code: 'C', name: 'Đơn vị C', share: '' },
    ];
    expect(readDraft({ ...day, kind: 'split', parts }, registry)).toMatchObject({
      split: {
        parts: [
          { to: { kind: 'existing', unitId: 'B' }, shareMicro: 400_000 },
          { to: { kind: 'new', code: 'C' }, shareMicro: null },
        ],
      },
    });
  });
});

describe('a share', () => {
  it('is a percentage up to the whole', () => {
    expect(['', '12,5', '100', '100,1', '-1', 'x'].map(readShare)).toEqual([
      null,
      125_000,
      1_000_000,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
