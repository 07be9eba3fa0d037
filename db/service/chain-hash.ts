import { createHash } from 'node:crypto';
import type { Change } from '#shared/changes/change.ts';
import type { BatchTable } from '#db/engine/schema.ts';

/**
 * SHA-256 link of one batch: over every column of the batch but `hash` itself, the hash before it included, and every
 * change in order. Changing, removing or moving any of them changes this link or the next.
 */
export function chainHash(batch: Omit<BatchTable, 'hash'>, changes: readonly Change[]): string {
  const hash = createHash('sha256');
  hash.update(
    JSON.stringify([
      batch.seq,
      batch.id,
      batch.op_id,
      batch.kind,
      batch.label,
      batch.cycle_id,
      batch.actor,
      batch.at,
      batch.undoable,
      batch.target_id,
      batch.change_count,
      batch.search,
      batch.prev_hash,
      // Left out when there is nobody, so that links from before people signed in stay what they were.
      ...(batch.actor_id === null ? [] : [batch.actor_id]),
    ]),
  );
  for (const change of changes) hash.update(`\n${JSON.stringify(canonical(change))}`);
  return hash.digest('hex');
}

function canonical(change: Change): readonly unknown[] {
  const place = [change.kind, change.table, change.id];
  return change.kind === 'update' ? [...place, change.column, change.old, change.new] : [...place, change.row];
}
