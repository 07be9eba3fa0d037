/** One word of a sort: how two rows compare by it, ascending. */
export interface SortWord<Row> {
  readonly compare: (a: Row, b: Row) => number;
  readonly descending: boolean;
}

/**
 * True when the rows, as they stand, break the chosen sort: values moved under it while the order was frozen. Rows that
 * compare equal never count, so ties do not call for a re-sort.
 */
export function isOrderStale<Row>(rows: readonly Row[], sort: readonly SortWord<Row>[]): boolean {
  if (sort.length === 0) return false;
  for (let i = 1; i < rows.length; i++) {
    const before = rows[i - 1];
    const after = rows[i];
    if (before === undefined || after === undefined) continue;
    for (const word of sort) {
      const order = word.compare(before, after) * (word.descending ? -1 : 1);
      if (order > 0) return true;
      if (order < 0) break;
    }
  }
  return false;
}
