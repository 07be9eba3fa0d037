import { describe, expect, it } from 'vitest';
import type { ColumnLook } from '#renderer/grid/sheet.ts';
import { freezeProblem, frozenUpTo } from './frozen-columns.ts';

const look = (id: string, widthPx: number, patch: Partial<ColumnLook> = {}): ColumnLook => ({
  id,
  widthPx,
  isShown: true,
  pinned: null,
  ...patch,
});
const looks = [
  look('code', 60, { pinned: 'left' }),
  look('hidden', 500, { isShown: false }),
  look('a', 100),
  look('b', 300),
  look('total', 100, { pinned: 'right' }),
];

describe('freezing columns', () => {
  it('takes everything up to the column, hidden ones without their width', () => {
    const frozen = frozenUpTo(looks, 'a');
    expect(frozen).toEqual({ ok: true, ids: new Set(['code', 'hidden', 'a']), widthPx: 160 });
  });

  it('says why not', () => {
    expect(freezeProblem(looks, 'a', 600)).toBeNull();
    expect(freezeProblem(looks, 'b', 600)).toBe('tooWide');
    expect(freezeProblem(looks, 'total', 600)).toBe('isResult');
    expect(freezeProblem(looks, 'hidden', 600)).toBe('notShown');
    expect(freezeProblem(looks, 'gone', 600)).toBe('notShown');
  });
});
