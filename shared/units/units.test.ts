import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormerNameId, SuccessionEventId, SuccessionId, UnitId } from '../domain/ids.ts';
import { dayAfter, dayBefore } from '../util/calendar-day.ts';
import type { Result } from '../util/result.ts';
import { checkRegistry } from './check-registry.ts';
import { addUnit, editUnit, removeUnit, renameUnit, type UnitFacts } from './edit-units.ts';
import type { Registry } from './registry.ts';
import { mergeUnits, splitUnit, type Merge, type Successor } from './reorganise.ts';
import { existsOn, nameOn } from './unit-on.ts';
import type { UnitProblem } from './unit-problem.ts';

const facts = (code: string, more: Partial<UnitFacts> = {}): UnitFacts => ({
  code,
  name: `Công an ${code}`,
  shortName: code,
  aliases: [],
  validFrom: null,
  validTo: null,
  ...more,
});
const fresh = (code: string): Successor => ({
  kind: 'new',
  code,
  name: `Công an ${code}`,
  shortName: code,
  aliases: [],
});
const existing = (id: string): Successor => ({ kind: 'existing', unitId: id as UnitId });

function counter(): () => string {
  let next = 0;
  return () => `n${next++}`;
}

/** Units A, B, C … that always existed. */
function registryOf(...codes: string[]): Registry {
  return codes.reduce<Registry>((registry, code) => must(addUnit(registry, code as UnitId, facts(code))), {
    units: [],
    successions: [],
  });
}

function must<T>(result: Result<T, readonly UnitProblem[]>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function reasons(result: Result<unknown, readonly UnitProblem[]>): readonly string[] {
  return result.ok ? [] : result.error.map(({ reason }) => reason);
}

const unitOf = (registry: Registry, id: string) => registry.units.find((unit) => unit.id === id)!;
const merge = (fromIds: string[], to: Successor, effectiveOn = '2025-07-01'): Merge => ({
  effectiveOn,
  fromIds: fromIds as UnitId[],
  to,
  legalBasis: 'Nghị quyết',
});

describe('days', () => {
  it('are counted over months, years and leap days', () => {
    expect(dayBefore('2025-07-01')).toBe('2025-06-30');
    expect(dayBefore('2024-03-01')).toBe('2024-02-29');
    expect(dayAfter('2024-12-31')).toBe('2025-01-01');
  });
});

describe('codes', () => {
  it('belong to one unit on one day, whatever their case and diacritics', () => {
    const registry = registryOf('A');
    expect(reasons(addUnit(registry, 'x' as UnitId, facts('a')))).toEqual(['unitCodeTaken']);
    const ended = must(editUnit(registry, 'A' as UnitId, facts('A', { validTo: '2024-12-31' })));
    expect(reasons(addUnit(ended, 'x' as UnitId, facts('A', { validFrom: '2024-12-31' })))).toEqual(['unitCodeTaken']);
    expect(reasons(addUnit(ended, 'x' as UnitId, facts('A', { validFrom: '2025-01-01' })))).toEqual([]);
  });

  it('given up by a rename are free from that day on, and only then', () => {
    const rename = {
      unitId: 'A' as UnitId,
      code: 'A1',
      name: 'Mới',
      shortName: '',
      effectiveOn: '2025-01-01',
      legalBasis: '',
    };
    const renamed = must(renameUnit(registryOf('A'), rename, 'f' as FormerNameId));
    expect(reasons(addUnit(renamed, 'x' as UnitId, facts('A', { validFrom: '2025-01-01' })))).toEqual([]);
    expect(reasons(addUnit(renamed, 'x' as UnitId, facts('A', { validFrom: '2024-12-31' })))).toEqual([
      'unitCodeTaken',
    ]);
  });
});

describe('a rename', () => {
  const rename = (effectiveOn: string, code: string) => ({
    unitId: 'A' as UnitId,
    code,
    name: `Tên ${code}`,
    shortName: code,
    effectiveOn,
    legalBasis: 'QĐ',
  });

  it('keeps every name with its last day', () => {
    let registry = registryOf('A');
    registry = must(renameUnit(registry, rename('2020-01-01', 'A2'), 'f1' as FormerNameId));
    registry = must(renameUnit(registry, rename('2025-01-01', 'A3'), 'f2' as FormerNameId));
    const codes = ['2019-12-31', '2020-01-01', '2024-12-31', '2025-01-01'].map(
      (day) => nameOn(unitOf(registry, 'A'), day).code,
    );
    expect(codes).toEqual(['A', 'A2', 'A2', 'A3']);
  });

  it('is refused before the last one, before the unit, after its end and without a change', () => {
    const once = must(renameUnit(registryOf('A'), rename('2020-01-01', 'A2'), 'f1' as FormerNameId));
    expect(reasons(renameUnit(once, rename('2020-01-01', 'A3'), 'f2' as FormerNameId))).toEqual(['unitRenameTooEarly']);
    expect(reasons(renameUnit(once, rename('2021-01-01', 'A2'), 'f2' as FormerNameId))).toEqual(['unitNothingChanges']);
    const spanned = must(
      editUnit(registryOf('A'), 'A' as UnitId, facts('A', { validFrom: '2018-01-01', validTo: '2024-12-31' })),
    );
    expect(reasons(renameUnit(spanned, rename('2018-01-01', 'A3'), 'f' as FormerNameId))).toEqual([
      'unitNameOutsideDates',
    ]);
    expect(reasons(renameUnit(spanned, rename('2025-01-01', 'A3'), 'f' as FormerNameId))).toEqual([
      'unitNameOutsideDates',
    ]);
  });
});

describe('a merge', () => {
  it('ends the units the day before and begins the new one, which may have the code of one of them', () => {
    const registry = must(mergeUnits(registryOf('A', 'B'), [merge(['A', 'B'], fresh('B'))], counter()));
    expect(registry.units.map(({ code, validFrom, validTo }) => [code, validFrom, validTo])).toEqual([
      ['A', null, '2025-06-30'],
      ['B', null, '2025-06-30'],
      ['B', '2025-07-01', null],
    ]);
    expect(registry.successions.map(({ fromId, toId }) => `${fromId}>${toId}`)).toEqual(['A>n0', 'B>n0']);
    expect(new Set(registry.successions.map(({ eventId }) => eventId)).size).toBe(1);
  });

  it('into a unit that goes on leaves that one as it is', () => {
    const registry = must(mergeUnits(registryOf('A', 'B'), [merge(['A'], existing('B'))], counter()));
    expect(unitOf(registry, 'B')).toMatchObject({ validFrom: null, validTo: null });
    expect(unitOf(registry, 'A').validTo).toBe('2025-06-30');
  });

  it.each<[string, Merge, string]>([
    ['a unit into itself', merge(['A'], existing('A')), 'unitSucceedsItself'],
    ['a unit twice', merge(['A', 'A'], fresh('X')), 'unitTwice'],
    ['nobody', merge([], fresh('X')), 'unitTooFew'],
    ['a unit that ended before', merge(['E', 'A'], fresh('X')), 'unitEndedBefore'],
    ['a unit that begins later', merge(['L', 'A'], fresh('X')), 'unitNotYet'],
    ['into a unit that ended', merge(['A'], existing('E')), 'unitNotThereOnDay'],
    ['into a code that is taken', merge(['A', 'B'], fresh('C')), 'unitCodeTaken'],
    ['a unit nobody knows', merge(['?'], fresh('X')), 'unitUnknown'],
  ])('refuses %s', (_, wish, reason) => {
    let registry = registryOf('A', 'B', 'C');
    registry = must(addUnit(registry, 'E' as UnitId, facts('E', { validTo: '2024-12-31' })));
    registry = must(addUnit(registry, 'L' as UnitId, facts('L', { validFrom: '2026-01-01' })));
    expect(reasons(mergeUnits(registry, [wish], counter()))).toContain(reason);
  });

  it('refuses a unit that another decision of the same day ends', () => {
    const wishes = [merge(['A'], existing('B')), merge(['A'], existing('C'))];
    expect(reasons(mergeUnits(registryOf('A', 'B', 'C'), wishes, counter()))).toContain('unitEndedTwice');
  });

  it('refuses a chain that leads back, naming it', () => {
    const split = { effectiveOn: '2020-01-01', fromId: 'A' as UnitId, continues: true, legalBasis: '' };
    const registry = must(
      splitUnit(registryOf('A'), { ...split, parts: [{ to: fresh('B'), shareMicro: null }] }, counter()),
    );
    const back = mergeUnits(registry, [merge(['n0'], existing('A'))], counter());
    expect(reasons(back)).toEqual(['unitSuccessionLoop']);
    expect(!back.ok && back.error[0]?.params).toEqual({ chain: 'A → B → A' });
  });

  it('fixes the end of the units it named', () => {
    const registry = must(mergeUnits(registryOf('A', 'B'), [merge(['A', 'B'], fresh('X'))], counter()));
    expect(reasons(editUnit(registry, 'A' as UnitId, facts('A')))).toEqual(['unitEndDiffers']);
    expect(reasons(removeUnit(registry, 'A' as UnitId))).toEqual(['unitHasSuccession']);
  });
});

describe('a split', () => {
  const split = { effectiveOn: '2025-07-01', fromId: 'A' as UnitId, legalBasis: '' };

  it('ends the unit, or leaves it with the rest', () => {
    const parts = [fresh('A1'), fresh('A2')].map((to) => ({ to, shareMicro: 500_000 }));
    expect(
      unitOf(must(splitUnit(registryOf('A'), { ...split, continues: false, parts }, counter())), 'A').validTo,
    ).toBe('2025-06-30');
    expect(
      unitOf(must(splitUnit(registryOf('A'), { ...split, continues: true, parts }, counter())), 'A').validTo,
    ).toBeNull();
  });

  it('is refused with one part and no rest, and with more than the whole', () => {
    const one = [{ to: fresh('A1'), shareMicro: null }];
    expect(reasons(splitUnit(registryOf('A'), { ...split, continues: false, parts: one }, counter()))).toEqual([
      'unitTooFew',
    ]);
    const parts = [fresh('A1'), fresh('A2')].map((to) => ({ to, shareMicro: 600_000 }));
    expect(reasons(splitUnit(registryOf('A'), { ...split, continues: false, parts }, counter()))).toEqual([
      'unitSharesOverWhole',
    ]);
  });
});

describe('dates reversed', () => {
  it('are refused for a new unit and for a corrected one', () => {
    const reversed = { validFrom: '2025-02-01', validTo: '2025-01-31' };
    expect(reasons(addUnit(registryOf(), 'x' as UnitId, facts('X', reversed)))).toEqual(['unitDatesReversed']);
    expect(reasons(editUnit(registryOf('A'), 'A' as UnitId, facts('A', reversed)))).toEqual(['unitDatesReversed']);
    expect(
      reasons(addUnit(registryOf(), 'x' as UnitId, facts('X', { validFrom: '2025-02-01', validTo: '2025-02-01' }))),
    ).toEqual([]);
  });
});

/** Any mix of steps, most of them senseless; ids are drawn from whatever exists. */
type Step = {
  readonly kind: 'add' | 'rename' | 'merge' | 'split';
  readonly picks: readonly number[];
  readonly year: number;
};
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('add', 'rename', 'merge', 'split'),
  picks: fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }),
  year: fc.integer({ min: 2015, max: 2030 }),
});

function take(registry: Registry, { kind, picks, year }: Step, newId: () => string) {
  const pick = (i: number) => registry.units[(picks[i] ?? 0) % registry.units.length]?.id ?? ('?' as UnitId);
  const effectiveOn = `${year}-07-01`;
  const code = `U${picks[0]}`;
  switch (kind) {
    case 'add':
      return addUnit(registry, newId() as UnitId, facts(code, { validFrom: year % 2 ? effectiveOn : null }));
    case 'rename': {
      const names = { code, name: `Tên ${year}`, shortName: '' };
      return renameUnit(registry, { unitId: pick(0), ...names, effectiveOn, legalBasis: '' }, newId() as FormerNameId);
    }
    case 'merge': {
      const to = picks.length % 2 ? fresh(code) : existing(pick(0));
      return mergeUnits(
        registry,
        [
          merge(
            picks.slice(1).map((_, i) => pick(i + 1)),
            to,
            effectiveOn,
          ),
        ],
        newId,
      );
    }
    case 'split': {
      const parts = picks.map((at) => ({ to: at % 3 ? fresh(`S${at}`) : existing(pick(0)), shareMicro: null }));
      return splitUnit(
        registry,
        { effectiveOn, fromId: pick(0), continues: year % 3 > 0, parts, legalBasis: '' },
        newId,
      );
    }
  }
}

describe('any sequence of steps', () => {
  it('leaves a registry without problems, in which a code has one owner a day and every chain ends', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const newId = counter();
        let registry = registryOf('U0', 'U1', 'U2', 'U3', 'U4');
        for (const one of steps) {
          const next = take(registry, one, newId);
          if (next.ok) registry = next.value;
        }
        expect(checkRegistry(registry)).toEqual([]);
        for (const day of ['2014-01-01', '2020-06-30', '2020-07-01', '2026-01-01', '2031-01-01']) {
          const codes = registry.units
            .filter((unit) => existsOn(unit, day))
            .map((unit) => nameOn(unit, day).code.toLowerCase());
          expect(new Set(codes).size).toBe(codes.length);
        }
        const after = new Map(
          registry.units.map(({ id }) => [id, registry.successions.filter(({ fromId }) => fromId === id)]),
        );
        function depth(id: UnitId, seen: number): number {
          if (seen > registry.units.length) throw new Error('a loop');
          return Math.max(0, ...(after.get(id) ?? []).map(({ toId }) => 1 + depth(toId, seen + 1)));
        }
        for (const { id } of registry.units) depth(id, 0);
      }),
    );
  });

  it('names a loop however long it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 30 }), (length) => {
        const ids = Array.from({ length }, (_, i) => `L${i}` as UnitId);
        const successions = ids.map((fromId, i) => ({
          id: `s${i}` as SuccessionId,
          eventId: `e${i}` as SuccessionEventId,
          kind: 'split' as const,
          effectiveOn: '2020-01-01',
          fromId,
          toId: ids[(i + 1) % length]!,
          shareMicro: null,
          legalBasis: '',
        }));
        const found = checkRegistry({ ...registryOf(...ids), successions });
        expect(found.map(({ reason }) => reason)).toEqual(['unitSuccessionLoop']);
      }),
    );
  });
});
