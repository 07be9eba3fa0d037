import { describe, expect, test } from 'vitest';
import type { Change } from '#shared/changes/change.ts';
import { ROLES, type Role } from '#shared/domain/entities.ts';
import { mayWriteAll } from './undo-rights.ts';

const update = (table: string, column: string): Change => ({ kind: 'update', table, id: 'x', column, old: 1, new: 2 });
const cell = (values: { readonly [column: string]: number | null }): Change => ({
  kind: 'delete',
  table: 'score',
  id: 'x',
  row: { id: 'x', self_micro: null, appraised_micro: null, final_micro: null, declared: null, ...values },
});

describe('who may take back a change', () => {
  const cases: readonly [string, readonly Change[], readonly Role[]][] = [
    ['self-scored points', [update('score', 'self_micro')], ['secretary']],
    ['appraised points', [update('score', 'appraised_micro')], ['reviewer']],
    ['a reason beside them', [update('score', 'final_micro'), update('score', 'cut_reason')], ['reviewer']],
    ['a new cell with self-scored points', [cell({ self_micro: 1 })], ['secretary']],
    ['a new cell excused', [cell({})], ['secretary', 'reviewer']],
    ['a cell with both', [cell({ self_micro: 1, final_micro: 0 })], []],
    ['a cap', [update('cycle_unit', 'cap')], ['reviewer', 'approver']],
    ['a unit moved', [update('cycle_unit', 'block_id')], ['secretary']],
    ['a comment', [update('comment', 'resolved')], ['secretary', 'reviewer', 'approver']],
    ['a decision on an explanation', [update('explanation_item', 'decided_at')], ['reviewer']],
    ['an imported year', [{ ...cell({ final_micro: 1 }) }, { ...cell({}), table: 'cycle' }], ['secretary']],
    ['a user', [update('user', 'roles')], []],
  ];
  test.each(cases)('%s', (_what, changes, expected) => {
    expect(ROLES.filter((role) => mayWriteAll([role], changes))).toEqual(expected);
    expect(mayWriteAll([], changes)).toBe(false);
  });
});
