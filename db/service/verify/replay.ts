/**
 * The file as the log describes it, bookkeeping included: fed batch by batch, then held against the tables. Used by
 * verify-chain only; keeps every record of the file in memory.
 */
import { applyChanges } from '#shared/changes/apply-changes.ts';
import type { Change, Row, Tables, Value } from '#shared/changes/change.ts';
import { LOGGED_TABLES, type BatchTable } from '#db/engine/schema.ts';
import type { Db } from '#db/repos/log-repo.ts';
import { listRecords } from '#db/repos/record-repo.ts';

/** Who wrote a record last, by the log. */
interface Touch {
  readonly seq: number;
  readonly version: number;
  readonly at: string;
  readonly actor: string;
}

export interface StateDifference {
  readonly reason: 'recordAltered' | 'recordRemoved' | 'recordInserted';
  readonly table: string;
  readonly id: string;
  readonly row: Row;
  readonly touch: Touch | null;
  readonly column: { readonly name: string; readonly logged: Value; readonly found: Value } | null;
}

export class Replay {
  readonly tables: Tables = new Map(LOGGED_TABLES.map((table) => [table, new Map<string, Row>()]));
  readonly #touched = new Map<string, Touch>();

  /** Applies a batch; gives the record that is not as the batch expects it, or null. */
  apply(batch: BatchTable, changes: readonly Change[]): { readonly table: string; readonly id: string } | null {
    const applied = applyChanges(this.tables, changes);
    if (!applied.ok) return applied.error;
    const stamp = { seq: batch.seq, at: batch.at, actor: batch.actor };
    for (const key of new Set(changes.map((change) => keyOf(change.table, change.id)))) {
      this.#touched.set(key, { ...stamp, version: (this.#touched.get(key)?.version ?? 0) + 1 });
    }
    for (const change of changes) {
      // A record that is gone starts counting anew, as its row does.
      const key = keyOf(change.table, change.id);
      if (change.kind === 'delete') this.#touched.delete(key);
      else if (change.kind === 'insert') this.#touched.set(key, { ...stamp, version: 1 });
    }
    return null;
  }

  /** Every record of the file that is not what the log says, in the order in which they were last written. */
  async findDifferences(db: Db): Promise<readonly StateDifference[]> {
    const found: StateDifference[] = [];
    for (const table of LOGGED_TABLES) {
      const expected = new Map(this.tables.get(table));
      for (const row of await listRecords(db, table)) {
        const id = String(row['id']);
        const difference = this.#compare(table, id, expected.get(id), row);
        expected.delete(id);
        if (difference) found.push(difference);
      }
      for (const [id, row] of expected) {
        found.push({ reason: 'recordRemoved', table, id, row, touch: this.#touchOf(table, id), column: null });
      }
    }
    return found.sort((a, b) => (a.touch?.seq ?? 0) - (b.touch?.seq ?? 0));
  }

  #compare(table: string, id: string, logged: Row | undefined, row: Row): StateDifference | null {
    const touch = this.#touchOf(table, id);
    const place = { table, id, row, touch };
    if (!logged || !touch) return { ...place, touch: null, reason: 'recordInserted', column: null };
    const stamped: Row = { ...logged, version: touch.version, updated_at: touch.at, updated_by: touch.actor };
    // A column added by a later migration is missing in what the log wrote before it, and null in the record.
    const name = Object.keys(row).find((column) => (stamped[column] ?? null) !== row[column]);
    if (name === undefined) return null;
    const column = { name, logged: stamped[name] ?? null, found: row[name] ?? null };
    return { ...place, reason: 'recordAltered', column };
  }

  #touchOf(table: string, id: string): Touch | null {
    return this.#touched.get(keyOf(table, id)) ?? null;
  }
}

function keyOf(table: string, id: string): string {
  return `${table} ${id}`;
}
