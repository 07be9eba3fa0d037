import type { Change } from './change.ts';

/** The changes that take `changes` back, in the order they have to be applied. */
export function invertChanges(changes: readonly Change[]): readonly Change[] {
  return changes.map(invertOne).reverse();
}

function invertOne(change: Change): Change {
  switch (change.kind) {
    case 'insert':
      return { ...change, kind: 'delete' };
    case 'delete':
      return { ...change, kind: 'insert' };
    case 'update':
      return { ...change, old: change.new, new: change.old };
  }
}
