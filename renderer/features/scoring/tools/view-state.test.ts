import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampZoom, DEFAULT_VIEW, loadView, saveView, viewKey, type ViewState } from './view-state.ts';

function memory(): Storage {
  const map = new Map<string, string>();
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
    get length() {
      return map.size;
    },
  } as unknown as Storage;
}

const view: ViewState = {
  widths: { a: 120 },
  hidden: ['b'],
  frozenTo: 'a',
  sort: [
    { columnId: 'a', descending: true },
    { columnId: 'c', descending: false },
  ],
  filters: {
    a: { kind: 'values', kept: ['n1', ''] },
    b: { kind: 'text', condition: 'begins', text: 'hà' },
    c: { kind: 'number', condition: 'between', fromMicro: 1, toMicro: 2 },
  },
  zoom: 130,
  folded: ['group:1'],
};

describe('view state', () => {
  it('comes back as it was left', () => {
    const storage = memory();
    saveView(storage, 'k', view);
    expect(loadView(storage, 'k')).toEqual(view);
    expect(loadView(storage, 'other')).toEqual(DEFAULT_VIEW);
  });

  it('keeps nothing for a view nobody changed', () => {
    const storage = memory();
    saveView(storage, 'k', view);
    saveView(storage, 'k', DEFAULT_VIEW);
    expect(storage.length).toBe(0);
  });

  it('has one place per file, user, block and orientation, whatever the names are', () => {
    const names = [
      viewKey('a', 'b', 'K1', 'matrix'),
      viewKey('a/b', '', 'K1', 'matrix'),
      viewKey('a', 'b', 'K1', 'unit'),
      viewKey('a', 'b/K1', '', 'matrix'),
    ];
    expect(new Set(names).size).toBe(names.length);
  });

  it('never fails on what it finds, and never takes a size the sheet does not have', () => {
    const storage = memory();
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.string()), (found) => {
        storage.setItem('k', typeof found === 'string' ? found : JSON.stringify(found));
        const { zoom } = loadView(storage, 'k');
        return zoom >= 70 && zoom <= 160;
      }),
    );
    storage.setItem('k', JSON.stringify({ ...view, filters: { a: { kind: 'number', condition: 'odd' }, b: 3 } }));
    expect(loadView(storage, 'k').filters).toEqual({});
  });

  it('steps by ten within 70 and 160 %', () => {
    expect([10, 104, 106, 999].map(clampZoom)).toEqual([70, 100, 110, 160]);
  });
});
