import type { ColumnLook } from '#renderer/grid/sheet.ts';

export type FreezeProblem = 'notShown' | 'tooWide' | 'isResult';

/** How much of the sheet frozen columns may take. */
const WIDEST_SHARE = 0.7;

/**
 * Which columns are frozen at the left when all up to `columnId` are; results at the right stay there. `looks` is in
 * displayed order.
 */
export function frozenUpTo(
  looks: readonly ColumnLook[],
  columnId: string,
): { readonly ok: true; readonly ids: ReadonlySet<string>; readonly widthPx: number } | { readonly ok: false } {
  const movable = looks.filter(({ pinned }) => pinned !== 'right');
  const last = movable.findIndex(({ id, isShown }) => id === columnId && isShown);
  if (last < 0) return { ok: false };
  const chosen = movable.slice(0, last + 1);
  const widthPx = chosen.reduce((sum, { isShown, widthPx }) => sum + (isShown ? widthPx : 0), 0);
  return { ok: true, ids: new Set(chosen.map(({ id }) => id)), widthPx };
}

/** Why the columns up to `columnId` cannot be frozen in a sheet this wide; null when they can. */
export function freezeProblem(
  looks: readonly ColumnLook[],
  columnId: string,
  sheetWidthPx: number,
): FreezeProblem | null {
  const look = looks.find(({ id }) => id === columnId);
  if (!look?.isShown) return 'notShown';
  if (look.pinned === 'right') return 'isResult';
  const frozen = frozenUpTo(looks, columnId);
  const rightPx = looks.reduce((sum, each) => sum + (each.pinned === 'right' && each.isShown ? each.widthPx : 0), 0);
  return frozen.ok && frozen.widthPx + rightPx > sheetWidthPx * WIDEST_SHARE ? 'tooWide' : null;
}
