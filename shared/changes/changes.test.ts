import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChanges } from './apply-changes.ts';
import type { Change, Row, Tables, Value } from './change.ts';
import { invertChanges } from './invert-changes.ts';

type Step = { readonly id: string; readonly column: string; readonly value: Value; readonly remove: boolean };

const steps = fc.array(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    column: fc.constantFrom('x', 'y'),
    value: fc.oneof(fc.constant(null), fc.integer(), fc.string()),
    remove: fc.boolean(),
  }),
);

/** Turns arbitrary steps into changes that are valid one after the other. */
function toChanges(all: readonly Step[]): readonly Change[] {
  const rows = new Map<string, Row>();
  return all.map((step): Change => {
    const at = { table: 't', id: step.id };
    const row = rows.get(step.id);
    if (!row) {
      const fresh: Row = { x: null, y: null, [step.column]: step.value };
      rows.set(step.id, fresh);
      return { ...at, kind: 'insert', row: fresh };
    }
    if (step.remove) {
      rows.delete(step.id);
      return { ...at, kind: 'delete', row };
    }
    rows.set(step.id, { ...row, [step.column]: step.value });
    return { ...at, kind: 'update', column: step.column, old: row[step.column] ?? null, new: step.value };
  });
}

test('changes then their inverse is identity, whatever they are', () => {
  fc.assert(
    fc.property(steps, steps, (before, after) => {
      const all = toChanges([...before, ...after]);
      const tables: Tables = new Map();
      expect(applyChanges(tables, all.slice(0, before.length)).ok).toBe(true);
      const expected = structuredClone(tables);
      const later = all.slice(before.length);
      expect(applyChanges(tables, later).ok).toBe(true);
      expect(applyChanges(tables, invertChanges(later)).ok).toBe(true);
      expect(tables.get('t') ?? new Map()).toEqual(expected.get('t') ?? new Map());
    }),
  );
});

test('a record that is not as expected stops the application and is named', () => {
  const tables: Tables = new Map([['t', new Map([['a', { x: 1 }]])]]);
  const stale: Change = { kind: 'update', table: 't', id: 'a', column: 'x', old: 0, new: 2 };
  expect(applyChanges(tables, [stale])).toEqual({ ok: false, error: { table: 't', id: 'a', column: 'x' } });
  const again: Change = { kind: 'insert', table: 't', id: 'a', row: { x: 5 } };
  expect(applyChanges(tables, [again]).ok).toBe(false);
  const gone: Change = { kind: 'delete', table: 't', id: 'zz', row: {} };
  expect(applyChanges(tables, [gone]).ok).toBe(false);
});
