import { describe, expect, it } from 'vitest';
import { addRecent, findGoToItems, loadRecent, type GoToItem } from './go-to-targets.ts';
import type { ViewStorage } from './view-state.ts';

const item = (id: string, code: string, name: string): GoToItem => ({
  id,
  code,
  names: [name],
  to: { kind: 'node', nodeId: id as never },
  blocks: 'K1',
});
const items = [item('a', 'V03', 'Cục Pháp chế'), item('b', '4.2.1', 'Thủ tục'), item('c', '4.2.2', 'Thời hạn')];
const ids = (found: readonly GoToItem[]) => found.map(({ id }) => id);

function memory(): ViewStorage {
  const map = new Map<string, string>();
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

describe('go to', () => {
  it('finds by the start of a code and by a name without diacritics', () => {
    expect(ids(findGoToItems('4.2', items, []))).toEqual(['b', 'c']);
    expect(ids(findGoToItems('phap che', items, []))).toEqual(['a']);
    expect(ids(findGoToItems('v3', items, []))).toEqual(['a']);
  });

  it('puts those gone to lately first, among equals and without text', () => {
    expect(ids(findGoToItems('4.2', items, ['c']))).toEqual(['c', 'b']);
    expect(ids(findGoToItems('', items, ['c', 'gone', 'b']))).toEqual(['c', 'b', 'a']);
  });

  it('remembers the newest first, each once, a few only', () => {
    const storage = memory();
    for (const id of ['1', '2', '3', '4', '5', '6', '7', '8', '9', '2']) addRecent(storage, 'k', id);
    expect(loadRecent(storage, 'k')).toEqual(['2', '9', '8', '7', '6', '5', '4', '3']);
    storage.setItem('k', '{');
    expect(loadRecent(storage, 'k')).toEqual([]);
  });
});
