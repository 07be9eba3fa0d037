import { describe, expect, it } from 'vitest';
import { selectRange } from '#renderer/grid/range/selection.ts';
import { createView } from '#renderer/grid/range/sheet-view.ts';
import { findHits, hitAt, nextHit, scopeOf, type FindHit, type FindInput } from './find-hits.ts';

const view = createView(['r1', 'r2', 'r3'], ['unit', 'a', 'b']);
const texts: Readonly<Record<string, readonly string[]>> = {
  'r1 unit': ['Đắk Lắk'],
  'r1 a': ['0,750', '0,75'],
  'r2 b': ['0,750', '0,75'],
  'r3 a': ['0,7501', '0,7501'],
};
const base: FindInput = {
  query: '0,75',
  options: { wholeCell: false, matchCase: false, ignoreDiacritics: true },
  view,
  selection: null,
  order: 'rows',
  textsOf: ({ rowId, columnId }) => texts[`${rowId} ${columnId}`] ?? [],
  names: [{ texts: ['1.1', 'Kế hoạch năm', '1.1 Kế hoạch năm'], to: { kind: 'column', columnId: 'a' } }],
};

function find(patch: Partial<FindInput>): readonly FindHit[] {
  const steps = findHits({ ...base, ...patch });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const short = (hits: readonly FindHit[]) =>
  hits.map((hit) => (hit.kind === 'cell' ? `${hit.rowId} ${hit.columnId}` : hit.kind));

describe('findHits', () => {
  it('walks by rows or by columns', () => {
    expect(short(find({}))).toEqual(['r1 a', 'r2 b', 'r3 a']);
    expect(short(find({ order: 'columns' }))).toEqual(['r1 a', 'r3 a', 'r2 b']);
  });

  it('finds the whole cell by its full text or by what it shows', () => {
    const wholeCell = { ...base.options, wholeCell: true };
    expect(short(find({ options: wholeCell }))).toEqual(['r1 a', 'r2 b']);
    expect(short(find({ options: wholeCell, query: '0,750' }))).toEqual(['r1 a', 'r2 b']);
  });

  it('finds names of units and criteria without diacritics, or with', () => {
    expect(short(find({ query: 'dak lak' }))).toEqual(['r1 unit']);
    expect(short(find({ query: 'ke hoach' }))).toEqual(['column']);
    expect(find({ query: 'ke hoach', options: { ...base.options, ignoreDiacritics: false } })).toEqual([]);
    expect(find({ query: '' })).toEqual([]);
  });

  it('stays in the selection, and a single cell is none', () => {
    const selection = selectRange({ rowId: 'r2', columnId: 'a' }, { rowId: 'r3', columnId: 'b' });
    expect(short(find({ selection }))).toEqual(['r2 b', 'r3 a']);
    expect(scopeOf(selection, 'selection')).toBe(selection);
    expect(scopeOf(selection, 'sheet')).toBeNull();
    const one = selectRange({ rowId: 'r2', columnId: 'a' }, { rowId: 'r2', columnId: 'a' });
    expect(scopeOf(one, 'selection')).toBeNull();
  });
});

describe('nextHit', () => {
  const hits = find({});
  it('goes on from the hit shown, round at the ends', () => {
    expect(nextHit(hits, 2, null, view, 'rows', 1)).toBe(0);
    expect(nextHit(hits, 0, null, view, 'rows', -1)).toBe(2);
    expect(nextHit([], -1, null, view, 'rows', 1)).toBe(-1);
  });

  it('starts after or before the active cell', () => {
    const active = { rowId: 'r1', columnId: 'b' };
    expect(nextHit(hits, -1, active, view, 'rows', 1)).toBe(1);
    expect(nextHit(hits, -1, active, view, 'rows', -1)).toBe(0);
    expect(hitAt(hits, { rowId: 'r2', columnId: 'b' })).toBe(1);
    expect(hitAt(hits, active)).toBe(-1);
  });
});
