import { expect, test } from 'vitest';
import type { UnitId } from '#shared/domain/ids.ts';
import { addUnit, type UnitFacts } from '#shared/units/edit-units.ts';
import { applyPreset, planPreset } from '#shared/units/plan-preset.ts';
import type { Registry } from '#shared/units/registry.ts';
import { existsOn, nameOn } from '#shared/units/unit-on.ts';
import { PROVINCES_2025 } from './data/provinces-2025.ts';
import { PROVINCIAL_UNITS } from './data/provincial-units.ts';

/** As an office codes them that has other codes than ours. */
function registryOf(units: typeof PROVINCIAL_UNITS): Registry {
  return units.reduce<Registry>(
    (registry, [code, place, name]) => {
      const facts: UnitFacts = {
        code: `CA-${code}`,
        name,
        shortName: place,
        aliases: [],
        validFrom: null,
        validTo: null,
      };
      const added = addUnit(registry, code as UnitId, facts);
      if (!added.ok) throw new Error(JSON.stringify(added.error));
      return added.value;
    },
    { units: [], successions: [] },
  );
}

function applied(registry: Registry): Registry {
  let next = 0;
  const after = applyPreset(registry, planPreset(registry, PROVINCES_2025), () => `n${next++}`);
  if (!after.ok) throw new Error(JSON.stringify(after.error));
  return after.value;
}

const namesOn = (registry: Registry, day: string) =>
  registry.units.filter((unit) => existsOn(unit, day)).map((unit) => nameOn(unit, day).name);

test('63 units are there on the last day of June 2025 and 34 on the next, 28 of provinces and 6 of cities', () => {
  const after = applied(registryOf(PROVINCIAL_UNITS));
  expect(namesOn(after, '2025-06-30')).toHaveLength(63);
  const now = namesOn(after, '2025-07-01');
  expect(now).toHaveLength(34);
  expect(now.filter((name) => name.startsWith('Công an tỉnh '))).toHaveLength(28);
  expect(now.filter((name) => name.startsWith('Công an thành phố '))).toHaveLength(6);
  expect(new Set(now).size).toBe(34);
});

test('52 units go into 23, each exactly once, and Huế keeps its unit under a new name', () => {
  const after = applied(registryOf(PROVINCIAL_UNITS));
  expect(after.successions).toHaveLength(52);
  expect(new Set(after.successions.map(({ fromId }) => fromId)).size).toBe(52);
  expect(new Set(after.successions.map(({ toId }) => toId)).size).toBe(23);
  const hue = after.units.find(({ id }) => id === 'P31')!;
  expect([nameOn(hue, '2024-12-31').name, nameOn(hue, '2025-01-01').name]).toEqual([
    'Công an tỉnh Thừa Thiên Huế',
    'Công an thành phố Huế',
  ]);
});

test('done once, there is nothing left to do; a unit that is not in the registry is named', () => {
  expect(planPreset(applied(registryOf(PROVINCIAL_UNITS)), PROVINCES_2025)).toEqual({ renames: [], merges: [] });
  const without = registryOf(PROVINCIAL_UNITS.filter(([, place]) => place !== 'Hà Giang'));
  const { merges } = planPreset(without, PROVINCES_2025);
  const [group] = merges.filter(({ shortName }) => shortName === 'Tuyên Quang');
  expect(group).toMatchObject({ code: 'CA-P05', units: [{ code: 'CA-P05' }], missing: ['Công an tỉnh Hà Giang'] });
  expect(planPreset({ units: [], successions: [] }, PROVINCES_2025)).toEqual({ renames: [], merges: [] });
});
