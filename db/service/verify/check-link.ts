import type { ChainFaultReason } from '#shared/contract/outputs-audit.ts';
import type { BatchTable } from '#db/engine/schema.ts';
import type { LoggedChange } from '#db/repos/log-repo.ts';
import { chainHash } from '../chain-hash.ts';

/** Where the walk along the chain stands: the batch before, and the number of the last change. */
export interface Link {
  readonly seq: number;
  readonly hash: string;
  readonly changeSeq: number;
}

export const FIRST_LINK: Link = { seq: 0, hash: '', changeSeq: 0 };

export interface LinkFault {
  readonly reason: ChainFaultReason;
  readonly seq: number;
  /** The change at fault, where the numbering or the text of one gives it away. */
  readonly entry: LoggedChange | null;
}

/** The first thing about a batch that does not continue the chain, or null. */
export function checkLink(batch: BatchTable, logged: readonly LoggedChange[], last: Link): LinkFault | null {
  const { hash, ...unlinked } = batch;
  if (batch.seq !== last.seq + 1) {
    // Numbers are given without gaps, so a gap is a removal and a number too low an insertion.
    const isGap = batch.seq > last.seq + 1;
    return { reason: isGap ? 'removed' : 'inserted', seq: isGap ? last.seq + 1 : batch.seq, entry: null };
  }
  const isWhole = chainHash(unlinked, changesOf(logged)) === hash;
  if (batch.prev_hash !== last.hash) {
    // A batch that is whole in itself but follows another than the one before it: that one was replaced.
    const seq = isWhole && last.seq > 0 ? last.seq : batch.seq;
    return { reason: 'altered', seq, entry: null };
  }
  if (logged.length !== batch.change_count) {
    const reason = logged.length < batch.change_count ? 'removed' : 'inserted';
    return { reason, seq: batch.seq, entry: reason === 'inserted' ? outOfPlace(logged, last) : null };
  }
  const moved = outOfPlace(logged, last);
  if (moved) return { reason: 'reordered', seq: batch.seq, entry: moved };
  const rewritten = logged.find(({ isCanonical }) => !isCanonical);
  if (rewritten || !isWhole) return { reason: 'altered', seq: batch.seq, entry: rewritten ?? null };
  return null;
}

/** The first change that does not carry the next number. */
function outOfPlace(logged: readonly LoggedChange[], last: Link): LoggedChange | null {
  return logged.find(({ seq }, i) => seq !== last.changeSeq + i + 1) ?? null;
}

export function changesOf(logged: readonly LoggedChange[]) {
  return logged.map(({ change }) => change);
}
