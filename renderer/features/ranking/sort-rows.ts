import type { RankedUnit } from '#shared/contract/outputs.ts';
import { compareVietnamese } from '#shared/util/vietnamese-text.ts';
import { changeOf } from './figures.ts';

/** What the table is sorted by; a number is the place of a field. */
export type SortBy = 'rank' | 'unit' | 'index' | 'change' | number;

export interface Sort {
  readonly by: SortBy;
  readonly descending: boolean;
}

function figureOf(row: RankedUnit, by: Exclude<SortBy, 'unit'>): number | null {
  if (by === 'rank') return row.rank;
  if (by === 'index') return row.indexMicroPercent;
  if (by === 'change') return changeOf(row)?.microPercent ?? null;
  return row.fieldMicroPercent[by] ?? null;
}

/** Rows in the wanted order; rows without the figure come last both ways, equal rows keep the engine's order. */
export function sortRows(rows: readonly RankedUnit[], { by, descending }: Sort): readonly RankedUnit[] {
  const sign = descending ? -1 : 1;
  if (by === 'unit') return [...rows].sort((a, b) => sign * compareVietnamese(a.name, b.name));
  return [...rows].sort((a, b) => {
    const [x, y] = [figureOf(a, by), figureOf(b, by)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (x - y);
  });
}
