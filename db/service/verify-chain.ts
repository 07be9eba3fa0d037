/**
 * Checks the log against itself and the file against the log: walks the chain from the first batch, replays every
 * change, then compares each record with what the log says it must be, and looks at what stands around the log. Names
 * the first thing that does not fit. Called by `changes.verify` and the command line; only reads. What it cannot see is
 * said in docs/adr/0015.
 */
import type { ChainCheck, ChainFault, RecordName } from '#shared/contract/outputs-audit.ts';
import type { Change, Row, Value } from '#shared/changes/change.ts';
import type { BatchTable } from '#db/engine/schema.ts';
import {
  countChanges,
  findBatchByHash,
  findBatchBySeq,
  findOrphanChange,
  getRecordedHead,
  walkLog,
  type Db,
} from '#db/repos/log-repo.ts';
import { listSubjects } from '#db/repos/subject-repo.ts';
import { changesOf, checkLink, FIRST_LINK, type LinkFault } from './verify/check-link.ts';
import { checkAttachments, checkCredentials, checkGuards, type SurroundingFault } from './verify/check-surroundings.ts';
import { findSuspect, type Suspect } from './verify/find-suspect.ts';
import { Replay, type StateDifference } from './verify/replay.ts';

/** A code kept outside the file: number of a batch and the beginning of its hash. */
export interface Anchor {
  readonly seq: number;
  readonly hash: string;
}

const NOWHERE = {
  ok: false,
  firstBadSeq: 0,
  at: null,
  actor: null,
  record: null,
  difference: null,
  others: 0,
} as const;

export async function verifyChain(db: Db, anchor: Anchor | null = null): Promise<ChainCheck> {
  const replay = new Replay();
  let last = FIRST_LINK;
  let batches = 0;
  for await (const { batch, logged } of walkLog(db)) {
    const changes = changesOf(logged);
    const fault = checkLink(batch, logged, last);
    if (fault) return wordLinkFault(db, fault, batch, changes, replay, batches);
    const conflict = replay.apply(batch, changes);
    if (conflict) {
      const record = await nameRecord(db, conflict.table, conflict.id);
      return { ...NOWHERE, ...placeOf(batch), reason: 'altered', batches, record };
    }
    batches++;
    last = { seq: batch.seq, hash: batch.hash, changeSeq: last.changeSeq + changes.length };
  }
  const head = await checkHead(db, last, batches);
  if (head) return head;
  const changes = last.changeSeq;
  if ((await countChanges(db)) !== changes) return wordOrphan(db, batches);
  const differences = await replay.findDifferences(db);
  if (differences[0]) return wordDifference(db, differences[0], differences.length - 1, batches);
  const around = (await checkAttachments(db)) ?? (await checkCredentials(db)) ?? (await checkGuards(db));
  if (around) return wordSurrounding(around, batches);
  if (anchor && !(await holds(db, anchor))) {
    return { ...NOWHERE, reason: 'anchorMissing', batches, firstBadSeq: anchor.seq };
  }
  return { ok: true, batches, changes, headHash: last.hash, anchored: anchor !== null };
}

async function holds(db: Db, anchor: Anchor): Promise<boolean> {
  return (await findBatchBySeq(db, anchor.seq))?.hash.startsWith(anchor.hash) ?? false;
}

function placeOf(batch: BatchTable) {
  return { firstBadSeq: batch.seq, at: batch.at, actor: batch.actor };
}

async function wordLinkFault(
  db: Db,
  fault: LinkFault,
  batch: BatchTable,
  changes: readonly Change[],
  replay: Replay,
  batches: number,
): Promise<ChainFault> {
  const own = fault.seq === batch.seq ? batch : await findBatchBySeq(db, fault.seq);
  const place = own ? placeOf(own) : { firstBadSeq: fault.seq };
  // A batch that follows another batch of the log than the one before it was moved, not rewritten.
  const isMoved = fault.reason === 'altered' && own === batch && (await followsAnother(db, batch));
  const reason = isMoved ? 'reordered' : fault.reason;
  const change = fault.entry?.change;
  const suspect: Suspect | null = change
    ? { table: change.table, id: change.id, column: null }
    : own === batch && reason === 'altered'
      ? await findSuspect(db, batch.seq, changes, replay.tables)
      : null;
  if (!suspect) return { ...NOWHERE, ...place, reason, batches };
  const record = await nameRecord(db, suspect.table, suspect.id);
  return { ...NOWHERE, ...place, reason, batches, record, difference: differenceOf(suspect.column) };
}

async function followsAnother(db: Db, batch: BatchTable): Promise<boolean> {
  const before = await findBatchByHash(db, batch.prev_hash);
  return before !== undefined && before.seq !== batch.seq - 1;
}

/** The newest batch is noted beside the log, so that cutting off the newest ones is noticed. */
async function checkHead(
  db: Db,
  last: { readonly seq: number; readonly hash: string },
  batches: number,
): Promise<ChainFault | null> {
  const recorded = await getRecordedHead(db);
  if (recorded.seq === last.seq && recorded.hash === last.hash) return null;
  if (recorded.seq > last.seq && recorded.hash !== last.hash) {
    return { ...NOWHERE, reason: 'removed', firstBadSeq: last.seq + 1, batches };
  }
  const noted = await findBatchBySeq(db, recorded.seq);
  const isExtended = recorded.seq < last.seq && recorded.hash === (noted?.hash ?? '');
  const first = isExtended ? await findBatchBySeq(db, recorded.seq + 1) : await findBatchBySeq(db, last.seq);
  const reason = isExtended ? 'inserted' : 'headAltered';
  return { ...NOWHERE, ...(first && placeOf(first)), reason, batches };
}

async function wordOrphan(db: Db, batches: number): Promise<ChainFault> {
  const orphan = await findOrphanChange(db);
  const record = orphan && (await nameRecord(db, orphan.change.table, orphan.change.id));
  return { ...NOWHERE, reason: 'inserted', firstBadSeq: orphan?.batchSeq ?? 0, batches, record };
}

async function wordDifference(
  db: Db,
  { reason, table, id, row, touch, column }: StateDifference,
  others: number,
  batches: number,
): Promise<ChainFault> {
  return {
    ...NOWHERE,
    reason,
    batches,
    others,
    firstBadSeq: touch?.seq ?? 0,
    at: touch?.at ?? null,
    actor: touch?.actor ?? null,
    record: await nameRecord(db, table, id, row),
    difference: differenceOf(column),
  };
}

function wordSurrounding({ reason, table, id, subject }: SurroundingFault, batches: number): ChainFault {
  return { ...NOWHERE, reason, batches, record: { table, id, subject } };
}

/** "P01 · 1.1.4": the record as a person knows it. */
async function nameRecord(db: Db, table: string, id: string, row?: Row): Promise<RecordName> {
  const change: Change = row
    ? { kind: 'delete', table, id, row }
    : { kind: 'update', table, id, column: '', old: null, new: null };
  return { table, id, subject: (await listSubjects(db, [change])).get(id) ?? id };
}

function differenceOf(column: Suspect['column']): ChainFault['difference'] {
  return column && { column: column.name, logged: textOf(column.logged), found: textOf(column.found) };
}

function textOf(value: Value): string | null {
  return value === null ? null : String(value);
}
