/** Comments on cells, milestones of a cycle, and the files behind evidence. */
import { createHash } from 'node:crypto';
import type { Comment, Milestone } from '#shared/domain/entities.ts';
import type { BlockId, CycleId, CycleUnitId, EvidenceId, NodeId } from '#shared/domain/ids.ts';
import type { Db } from './log-repo.ts';

export async function listComments(db: Db, cycleUnitId: CycleUnitId, leafId: NodeId): Promise<readonly Comment[]> {
  const rows = await db
    .selectFrom('comment')
    .selectAll()
    .where('cycle_unit_id', '=', cycleUnitId)
    .where('leaf_id', '=', leafId)
    .orderBy('written_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id as Comment['id'],
    cycleUnitId,
    leafId,
    parentId: row.parent_id as Comment['parentId'],
    text: row.text,
    author: row.author,
    writtenAt: row.written_at,
    resolved: row.resolved === 1,
    version: row.version,
  }));
}

export async function findComment(db: Db, id: Comment['id']) {
  return db.selectFrom('comment').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Cells of a block with an open thread. */
export async function listCommentPlaces(db: Db, blockId: BlockId) {
  return db
    .selectFrom('comment')
    .innerJoin('cycle_unit', 'cycle_unit.id', 'comment.cycle_unit_id')
    .where('cycle_unit.block_id', '=', blockId)
    .where('parent_id', 'is', null)
    .where('resolved', '=', 0)
    .select(['cycle_unit_id', 'leaf_id'])
    .distinct()
    .execute();
}

/** Oldest first. */
export async function listMilestones(db: Db, cycleId: CycleId): Promise<readonly Milestone[]> {
  const rows = await db
    .selectFrom('milestone')
    .selectAll()
    .where('cycle_id', '=', cycleId)
    .orderBy('log_seq')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id as Milestone['id'],
    name: row.name,
    at: row.updated_at,
    by: row.updated_by,
    logSeq: row.log_seq,
    state: row.state as Milestone['state'],
    reason: row.reason ?? '',
  }));
}

/** Ids of score records that a batch after `logSeq` changed. */
export async function listScoresChangedAfter(db: Db, logSeq: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('change_log')
    .select('row_id')
    .distinct()
    .where('batch_seq', '>', logSeq)
    .where('tbl', '=', 'score')
    .execute();
  return rows.map((row) => row.row_id);
}

export async function findEvidence(db: Db, id: EvidenceId) {
  return db.selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Keeps a file's bytes under their hash (lower-case hex); the same bytes are kept once. */
export async function keepAttachment(db: Db, content: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  await db
    .insertInto('attachment')
    .values({ sha256, bytes: content.length, content })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return sha256;
}

export async function findAttachment(db: Db, sha256: string): Promise<Uint8Array | undefined> {
  const row = await db.selectFrom('attachment').select('content').where('sha256', '=', sha256).executeTakeFirst();
  return row?.content;
}

/** Every kept file, without its bytes. */
export async function listAttachmentKeys(db: Db) {
  return db.selectFrom('attachment').select(['sha256', 'bytes']).orderBy('sha256').execute();
}

/** Evidence that names a kept file. */
export async function listAttachedEvidence(db: Db) {
  return db
    .selectFrom('evidence')
    .select(['file_name', 'file_sha256'])
    .where('file_sha256', 'is not', null)
    .orderBy('id')
    .execute();
}
