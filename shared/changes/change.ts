/**
 * A change of the office file as plain data: what the log stores, what undo inverts and what the chain check replays.
 * Used by db/service (write, undo, verify). Knows nothing about SQL: a row is a flat record, tables are maps by id.
 */
export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

export type Change =
  | { readonly kind: 'insert'; readonly table: string; readonly id: string; readonly row: Row }
  | {
      readonly kind: 'update';
      readonly table: string;
      readonly id: string;
      readonly column: string;
      readonly old: Value;
      readonly new: Value;
    }
  | { readonly kind: 'delete'; readonly table: string; readonly id: string; readonly row: Row };

/** Tables as the replay sees them: table → id → row. */
export type Tables = Map<string, Map<string, Row>>;

/** The first record that does not hold what the change expects there. */
export interface ChangeConflict {
  readonly table: string;
  readonly id: string;
  readonly column: string | null;
}
