import { describe, expect, it } from 'vitest';
import { explainRow } from './explain-row.ts';
import { rowsText } from './rows-text.ts';
import { branchIds, pathTo, treeMove, visibleRows } from './tree-keys.ts';

const ROWS = [
  explainRow('a', 'A', {
    value: '3',
    children: [
      explainRow('a.1', 'A1', { value: '1', note: 'ghi chú', leafId: 'leaf' as never }),
      explainRow('a.2', 'A2', { value: '2', children: [explainRow('a.2.x', 'X')] }),
    ],
  }),
  explainRow('b', 'B'),
];
const ids = (open: readonly string[]) => visibleRows(ROWS, new Set(open)).map(({ row }) => row.id);
const move = (open: readonly string[], focused: string, key: string) =>
  treeMove(visibleRows(ROWS, new Set(open)), focused, key);

describe('the tree of an explanation', () => {
  it('shows what is open', () => {
    expect(ids([])).toEqual(['a', 'b']);
    expect(ids(['a'])).toEqual(['a', 'a.1', 'a.2', 'b']);
    expect(ids(branchIds(ROWS))).toEqual(['a', 'a.1', 'a.2', 'a.2.x', 'b']);
    // Open below something closed stays out of sight.
    expect(ids(['a.2'])).toEqual(['a', 'b']);
  });

  it('is walked with the keys of a tree', () => {
    expect(move([], 'a', 'ArrowRight')).toEqual({ open: 'a' });
    expect(move(['a'], 'a', 'ArrowRight')).toEqual({ focus: 'a.1' });
    expect(move(['a'], 'a.1', 'ArrowRight')).toBeNull();
    expect(move(['a'], 'a.1', 'ArrowLeft')).toEqual({ focus: 'a' });
    expect(move(['a'], 'a', 'ArrowLeft')).toEqual({ close: 'a' });
    expect(move([], 'a', 'ArrowLeft')).toBeNull();
    expect(move(['a'], 'a.2', 'ArrowDown')).toEqual({ focus: 'b' });
    expect(move(['a'], 'b', 'ArrowDown')).toBeNull();
    expect(move(['a'], 'b', 'Home')).toEqual({ focus: 'a' });
    expect(move(['a'], 'a', 'End')).toEqual({ focus: 'b' });
    expect(move(['a'], 'gone', 'ArrowDown')).toBeNull();
  });

  it('knows the way to a criterion', () => {
    expect(pathTo(ROWS, 'leaf')).toEqual(['a', 'a.1']);
    expect(pathTo(ROWS, 'other')).toBeNull();
  });

  it('is copied as indented text, whatever is open', () => {
    expect(rowsText(ROWS)).toBe('A: 3\n  A1: 1 (ghi chú)\n  A2: 2\n    X\nB');
  });
});
