import { expect, test } from 'vitest';
import type { Change } from '#shared/changes/change.ts';
import { chainHash } from './chain-hash.ts';

const batch = {
  seq: 2,
  id: 'b2',
  op_id: 'o2',
  kind: 'command',
  label: '{"key":"scores.set","params":{}}',
  cycle_id: 'c',
  actor: 'An',
  at: '2023-11-05T03:40:00.000Z',
  undoable: 1,
  target_id: null,
  change_count: 1,
  search: 'an',
  prev_hash: 'abc',
  actor_id: null,
} as const;
const changes: readonly Change[] = [
  { kind: 'update', table: 'score', id: 's', column: 'final_micro', old: null, new: 5 },
];

test('a link written before people signed in is still the same link', () => {
  expect(chainHash(batch, changes)).toBe('3aac518e5da15963275a563acce750cecc723ae3d82e47e5417397005f90f0ae');
});

test('who signed in is part of the link', () => {
  const hashes = [null, 'u1', 'u2'].map((actor_id) => chainHash({ ...batch, actor_id }, changes));
  expect(new Set(hashes).size).toBe(3);
});
