/** Handlers of `comments.*`, `evidence.*` and `milestones.*`: what people say about cells and prove them with. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { appError, type AppError } from '#shared/contract/errors.ts';
import type { BatchLabel } from '#shared/contract/outputs.ts';
import type { Change } from '#shared/changes/change.ts';
import type { CycleUnit } from '#shared/domain/entities.ts';
import type { CycleUnitId, NodeId, OpId } from '#shared/domain/ids.ts';
import { nfc } from '#shared/util/vietnamese-text.ts';
import { isSealed } from '#shared/domain/is-sealed.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import { appErrorOf } from '#db/engine/app-error-of.ts';
import { writeWholeFile } from '#db/engine/write-whole-file.ts';
import { findCycleUnit } from '#db/repos/cycle-repo.ts';
import {
  findAttachment,
  findComment,
  findEvidence,
  keepAttachment,
  listComments,
  listMilestones,
} from '#db/repos/discussion-repo.ts';
import { getHead } from '#db/repos/log-repo.ts';
import { findRecords, loggedPart } from '#db/repos/record-repo.ts';
import type { OfficeSession } from '../office-session.ts';
import { resolveTarget } from '../resolve-target.ts';
import { openSession, resolveToken, type CallContext, type Handlers } from '../service-context.ts';

/** A scan of a signed decision is some hundred kilobytes; this leaves room for a thick one (docs/adr/0007). */
const MAX_FILE_BYTES = 50 * 1024 * 1024;

type Names =
  | 'comments.list'
  | 'comments.add'
  | 'comments.resolve'
  | 'evidence.attach'
  | 'evidence.remove'
  | 'evidence.saveCopy'
  | 'milestones.list'
  | 'milestones.add';

export const discussionHandlers: Handlers<Names> = {
  async 'comments.list'({ cycleUnitId, leafId }, context) {
    const session = openSession(context);
    return session.ok ? ok(await listComments(session.value.file.sql, cycleUnitId, leafId)) : session;
  },

  async 'comments.add'({ opId, cycleUnitId, leafId, parentId, text }, context) {
    const place = await findPlace(context, cycleUnitId, leafId);
    if (!place.ok) return place;
    const { session, unit, names } = place.value;
    if (parentId !== null && (await findComment(session.file.sql, parentId))?.parent_id !== null) {
      return err(appError('NOT_FOUND', 'record', { what: 'comment' }));
    }
    const id = session.newId();
    const row = {
      id,
      cycle_unit_id: cycleUnitId,
      leaf_id: leafId,
      parent_id: parentId,
      text: nfc(text),
      author: session.actor,
      written_at: context.state.now(),
      resolved: 0,
    };
    return commit(session, unit, opId, { key: 'comment.add', params: names }, [
      { kind: 'insert', table: 'comment', id, row },
    ]);
  },

  async 'comments.resolve'({ opId, commentId, expectedVersion, resolved }, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const comment = await findComment(session.value.file.sql, commentId);
    if (!comment) return err(appError('NOT_FOUND', 'record', { what: 'comment' }));
    if (comment.version !== expectedVersion) return err(stale('comment', commentId));
    const place = await findPlace(context, comment.cycle_unit_id as CycleUnitId, comment.leaf_id as NodeId);
    if (!place.ok) return place;
    const label = { key: resolved ? 'comment.resolve' : 'comment.reopen', params: place.value.names };
    return commit(session.value, place.value.unit, opId, label, [
      {
        kind: 'update',
        table: 'comment',
        id: commentId,
        column: 'resolved',
        old: comment.resolved,
        new: resolved ? 1 : 0,
      },
    ]);
  },

  async 'evidence.attach'({ opId, cycleUnitId, leafId, record, fileToken }, context) {
    const place = await findPlace(context, cycleUnitId, leafId);
    if (!place.ok) return place;
    const { session, unit, names } = place.value;
    if (session.file.readOnly) return err(appError('DB_READONLY', 'readOnlyFile', { name: session.file.name }));
    const file = await readAttached(context, fileToken);
    if (!file.ok) return file;
    const sha256 = file.value && (await keepAttachment(session.file.sql, file.value.content));
    const id = session.newId();
    const row = {
      id,
      cycle_unit_id: cycleUnitId,
      leaf_id: leafId,
      document_no: nfc(record.documentNo),
      document_date: record.documentDate,
      signer: nfc(record.signer),
      summary: nfc(record.summary),
      file_name: file.value && nfc(file.value.name),
      file_sha256: sha256,
    };
    return commit(session, unit, opId, { key: 'evidence.attach', params: names }, [
      { kind: 'insert', table: 'evidence', id, row },
    ]);
  },

  async 'evidence.remove'({ opId, evidenceId, expectedVersion }, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const record = (await findRecords(session.value.file.sql, 'evidence', [evidenceId])).get(evidenceId);
    if (!record) return err(appError('NOT_FOUND', 'record', { what: 'evidence' }));
    if (record['version'] !== expectedVersion) return err(stale('evidence', evidenceId));
    const place = await findPlace(context, record['cycle_unit_id'] as CycleUnitId, record['leaf_id'] as NodeId);
    if (!place.ok) return place;
    // The bytes stay: undo brings the record back, and an older state of the file still has its proof.
    return commit(session.value, place.value.unit, opId, { key: 'evidence.remove', params: place.value.names }, [
      { kind: 'delete', table: 'evidence', id: evidenceId, row: loggedPart(record) },
    ]);
  },

  async 'evidence.saveCopy'({ evidenceId, fileToken }, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const path = resolveTarget(context, fileToken);
    if (!path.ok) return path;
    const evidence = await findEvidence(session.value.file.sql, evidenceId);
    const content = evidence?.file_sha256 && (await findAttachment(session.value.file.sql, evidence.file_sha256));
    if (!content) return err(appError('NOT_FOUND', 'record', { what: 'evidence' }));
    await writeWholeFile(path.value, content);
    return ok({ bytes: content.length });
  },

  async 'milestones.list'({ cycleId }, context) {
    const session = openSession(context);
    return session.ok ? ok(await listMilestones(session.value.file.sql, cycleId)) : session;
  },

  async 'milestones.add'({ opId, cycleId, name }, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const structure = await session.value.structure(cycleId);
    if (!structure.ok) return structure;
    const { cycle } = structure.value;
    if (isSealed(cycle)) return err(appError('CYCLE_SEALED', 'sealed', { cycle: cycle.name }));
    const id = session.value.newId();
    // The milestone's own batch belongs to it: only what comes after is a change since.
    const logSeq = (await getHead(session.value.file.sql)).seq + 1;
    const row = { id, cycle_id: cycleId, name: nfc(name), log_seq: logSeq, state: null, reason: null };
    return session.value.commit({
      opId,
      cycleId,
      label: { key: 'milestone.add', params: { name: nfc(name) } },
      searchWords: [],
      undoable: false,
      changes: [{ kind: 'insert', table: 'milestone', id, row }],
    });
  },
};

interface Place {
  readonly session: OfficeSession;
  readonly unit: CycleUnit;
  /** Codes for the label of the step. */
  readonly names: { readonly unit: string; readonly leaf: string };
}

async function findPlace(
  context: CallContext,
  cycleUnitId: CycleUnitId,
  leafId: NodeId,
): Promise<Result<Place, AppError>> {
  const session = openSession(context);
  if (!session.ok) return session;
  const unit = await findCycleUnit(session.value.file.sql, cycleUnitId);
  if (!unit) return err(appError('NOT_FOUND', 'record', { what: 'unit' }));
  const structure = await session.value.structure(unit.cycleId);
  if (!structure.ok) return structure;
  const { blocks, criteriaSets, cycle, units } = structure.value;
  if (isSealed(cycle)) return err(appError('CYCLE_SEALED', 'sealed', { cycle: cycle.name }));
  const setId = blocks.find((block) => block.id === unit.blockId)?.criteriaSetId;
  const leaf = criteriaSets.find((set) => set.id === setId)?.nodes.find((node) => node.id === leafId && node.rule);
  if (!leaf) return err(appError('NOT_FOUND', 'record', { what: 'cell' }));
  const code = units.find((candidate) => candidate.id === unit.unitId)?.code ?? '';
  return ok({ session: session.value, unit, names: { unit: code, leaf: leaf.code } });
}

function commit(
  session: OfficeSession,
  unit: CycleUnit,
  opId: OpId,
  label: BatchLabel,
  changes: readonly Change[],
): ReturnType<OfficeSession['commit']> {
  const searchWords = changes.flatMap((change) =>
    change.kind === 'update' ? [] : Object.values(change.row).filter((value) => typeof value === 'string'),
  );
  return session.commit({ opId, cycleId: unit.cycleId, label, searchWords, undoable: true, changes });
}

async function readAttached(
  context: CallContext,
  token: string | null,
): Promise<Result<{ readonly name: string; readonly content: Uint8Array } | null, AppError>> {
  if (token === null) return ok(null);
  const path = resolveToken(context, token);
  if (!path.ok) return path;
  const name = basename(path.value);
  try {
    const { size } = await stat(path.value);
    if (size === 0) return err(appError('FILE_FORMAT', 'emptyFile', { name }));
    if (size > MAX_FILE_BYTES) return err(appError('FILE_FORMAT', 'attachmentTooLarge', { name, limit: '50 MB' }));
    return ok({ name, content: await readFile(path.value) });
  } catch (error) {
    const known = appErrorOf(error, name);
    if (known) return err(known);
    throw error;
  }
}

function stale(table: string, record: string): AppError {
  return appError('VERSION_CONFLICT', 'changedMeanwhile', { table, record });
}
