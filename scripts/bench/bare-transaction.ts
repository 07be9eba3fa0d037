/** The peer of saving an edit: the same row writes in one transaction, by better-sqlite3 alone, on a copy of the file. */
import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';

export interface BareTransaction {
  /** Time of one transaction in ms, from nothing begun to on disk. */
  write(): number;
  close(): void;
}

/** Opens a file the way the product does (WAL, `synchronous=FULL`) and prepares the statements. */
export function openBareTransaction(path: string): BareTransaction {
  const database = new Database(path);
  database.pragma('locking_mode = EXCLUSIVE');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  const ids = database.prepare('SELECT id FROM score WHERE self_micro IS NOT NULL').pluck().all() as string[];
  const head = database.prepare('SELECT max(seq) FROM batch').pluck();
  const score = database.prepare('UPDATE score SET self_micro = ?, version = version + 1, updated_at = ? WHERE id = ?');
  const batch = database.prepare(
    `INSERT INTO batch (seq, id, op_id, kind, label, actor, at, undoable, change_count, search, prev_hash, hash)
     VALUES (?, ?, ?, 'command', '{"key":"scores.set","params":{}}', 'bench', ?, 1, 1, 'bench', '', '')`,
  );
  const change = database.prepare(
    `INSERT INTO change_log (batch_seq, kind, tbl, row_id, col, old, new)
     VALUES (?, 'update', 'score', ?, 'self_micro', '0', '1')`,
  );
  const meta = database.prepare(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  let seq = head.get() as number;
  const transaction = database.transaction((id: string, at: string) => {
    seq++;
    score.run(seq, at, id);
    batch.run(seq, randomUUID(), randomUUID(), at);
    change.run(seq, id);
    meta.run('head_seq', String(seq));
    meta.run('head_hash', 'bench');
  });
  return {
    write() {
      const id = ids[seq % ids.length] ?? '';
      const at = new Date().toISOString();
      const startedAt = performance.now();
      transaction(id, at);
      return performance.now() - startedAt;
    },
    close: () => void database.close(),
  };
}

/** How many changes each of the newest `count` batches of a closed office file logged, on average. */
export function meanChangesPerBatch(path: string, count: number): number {
  const database = new Database(path, { readonly: true });
  const mean = database
    .prepare('SELECT avg(change_count) FROM (SELECT change_count FROM batch ORDER BY seq DESC LIMIT ?)')
    .pluck()
    .get(count) as number;
  database.close();
  return mean;
}
