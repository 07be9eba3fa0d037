/** Handlers of `changes.*`: the log, its check, undo and redo. */
import { appError } from '#shared/contract/errors.ts';
import type { BatchLabel, LogChange, LogEntry, Step } from '#shared/contract/outputs.ts';
import type { BatchId, CycleId, OpId } from '#shared/domain/ids.ts';
import type { Change } from '#shared/changes/change.ts';
import { invertChanges } from '#shared/changes/invert-changes.ts';
import { fold } from '#shared/util/vietnamese-text.ts';
import { isSealed } from '#shared/domain/is-sealed.ts';
import { err, ok } from '#shared/util/result.ts';
import type { BatchTable } from '#db/engine/schema.ts';
import {
  countStepsOf,
  findBatchById,
  findBatchByOp,
  findUndoTarget,
  listChanges,
  listUndoTargets,
  stepOpId,
} from '#db/repos/log-repo.ts';
import { listActors, listBatches } from '#db/repos/log-search-repo.ts';
import { listSubjects } from '#db/repos/subject-repo.ts';
import { cellsTouchedBy } from '#db/repos/score-repo.ts';
import { refuseBrokenRegistry } from '../refuse-broken-registry.ts';
import { toCommitted } from '../office-session.ts';
import { openSession, type CallContext, type Handlers } from '../service-context.ts';
import { mayWriteAll } from '../undo-rights.ts';
import { verifyChain } from '../verify-chain.ts';
import { baseLabel, undoStateOf } from '../write-batch.ts';

type Names =
  | 'changes.byOpId'
  | 'changes.list'
  | 'changes.actors'
  | 'changes.batch'
  | 'changes.verify'
  | 'changes.undoState'
  | 'changes.steps'
  | 'changes.jump'
  | 'changes.undo'
  | 'changes.redo';

export const changeHandlers: Handlers<Names> = {
  async 'changes.byOpId'({ opId }, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const db = session.value.file.sql;
    // Of a jump the last step stands for the whole.
    const batch = await findBatchByOp(db, opId);
    if (!batch) return ok(null);
    return ok(toCommitted(batch, await cellsTouchedBy(db, await listChanges(db, batch.seq))));
  },

  async 'changes.list'({ before, limit, search, filter }, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const page = await listBatches(session.value.file.sql, { before, limit, search: fold(search.trim()), filter });
    return ok({ entries: page.rows.map(toLogEntry), more: page.more, total: page.total });
  },

  async 'changes.actors'(_input, context) {
    const session = openSession(context);
    return session.ok ? ok(await listActors(session.value.file.sql)) : session;
  },

  async 'changes.batch'({ batchId }, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const db = session.value.file.sql;
    const batch = await findBatchById(db, batchId);
    if (!batch) return err(appError('NOT_FOUND', 'record', { what: 'batch' }));
    // A screen can show so many lines and no more; the count in the list stays exact.
    const changes = (await listChanges(db, batch.seq)).slice(0, 1000);
    const subjects = await listSubjects(db, changes);
    return ok(changes.map((change): LogChange => toLogChange(change, subjects.get(change.id) ?? change.id)));
  },

  async 'changes.verify'({ anchor }, context) {
    const session = openSession(context);
    return session.ok ? ok(await verifyChain(session.value.file.sql, anchor)) : session;
  },

  async 'changes.undoState'(_input, context) {
    const session = openSession(context);
    return session.ok ? ok(await undoStateOf(session.value.file, session.value.caller)) : session;
  },

  async 'changes.steps'({ limit }, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const { file, caller } = session.value;
    return ok({
      undo: (await listUndoTargets(file.sql, caller, 'undo', limit)).map(toStep),
      redo: (await listUndoTargets(file.sql, caller, 'redo', limit)).map(toStep),
    });
  },

  async 'changes.jump'({ opId, steps }, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const before = await countStepsOf(session.value.file.sql, opId);
    if (before > 0) return ok({ taken: before, stoppedBy: null });
    let taken = 0;
    while (taken < Math.abs(steps)) {
      // Each step is a batch of its own, so that the log tells what happened and one can jump back the same way.
      const moved = await reverse(steps < 0 ? 'undo' : 'redo', stepOpId(opId, taken), context);
      if (!moved.ok) return taken === 0 ? moved : ok({ taken, stoppedBy: moved.error });
      taken++;
    }
    return ok({ taken, stoppedBy: null });
  },

  'changes.undo': ({ opId, only }, context) => reverse('undo', opId, context, only),
  'changes.redo': ({ opId }, context) => reverse('redo', opId, context),
};

/** Undo and redo are the same act: write the inverse of the batch that the person's history points at. */
async function reverse(kind: 'undo' | 'redo', opId: OpId, context: CallContext, only?: OpId) {
  const session = openSession(context);
  if (!session.ok) return session;
  const db = session.value.file.sql;
  const target = await findUndoTarget(db, session.value.caller, kind);
  if (!target || (only !== undefined && target.op_id !== only))
    return err(appError('VALIDATION', kind === 'undo' ? 'nothingToUndo' : 'nothingToRedo'));
  if (target.cycle_id !== null) {
    const structure = await session.value.structure(target.cycle_id as CycleId);
    if (structure.ok && isSealed(structure.value.cycle)) {
      return err(appError('CYCLE_SEALED', 'sealed', { cycle: structure.value.cycle.name }));
    }
  }
  const changes = invertChanges(await listChanges(db, target.seq));
  if (!mayWriteAll(session.value.roles, changes))
    return err(appError('FORBIDDEN', 'role', { method: `changes.${kind}` }));
  const base = baseLabel(target);
  const refused = await refuseBrokenRegistry(db, changes);
  if (refused) return err(refused);
  return session.value.commit({
    opId,
    kind,
    targetId: target.id as BatchId,
    cycleId: target.cycle_id as CycleId | null,
    label: { key: kind, params: { ...base.params, of: base.key } },
    searchWords: [target.search],
    undoable: true,
    changes,
  });
}

function toStep(batch: BatchTable): Step {
  return { seq: batch.seq, at: batch.at, label: baseLabel(batch), changeCount: batch.change_count };
}

function toLogEntry(batch: BatchTable): LogEntry {
  return {
    batchId: batch.id as BatchId,
    seq: batch.seq,
    at: batch.at,
    actor: batch.actor,
    label: JSON.parse(batch.label) as BatchLabel,
    changeCount: batch.change_count,
    hash: batch.hash,
  };
}

function toLogChange(change: Change, subject: string): LogChange {
  const text = (value: unknown) =>
    value === null ? null : typeof value === 'object' ? JSON.stringify(value) : String(value);
  const place = { table: change.table, subject };
  switch (change.kind) {
    case 'update':
      return { ...place, column: change.column, old: text(change.old), new: text(change.new) };
    case 'insert':
      return { ...place, column: null, old: null, new: text(change.row) };
    case 'delete':
      return { ...place, column: null, old: text(change.row), new: null };
  }
}
