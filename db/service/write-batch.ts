/**
 * The one way anything is written: changes, their log, the chain and the bookkeeping in one transaction. Called by the
 * command handlers through commitBatch, undo and redo included. Must not know what a score is.
 */
import type { BatchLabel, UndoState } from '#shared/contract/outputs.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { BatchId, CycleId, OpId } from '#shared/domain/ids.ts';
import { conflictOf } from '#shared/changes/apply-changes.ts';
import type { Change, ChangeConflict } from '#shared/changes/change.ts';
import { fold } from '#shared/util/vietnamese-text.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import { wordLabel } from '#shared/wording/word-label.ts';
import { inTransaction } from '#db/engine/in-transaction.ts';
import type { OfficeFile } from '#db/engine/office-file.ts';
import { LOGGED_TABLES, type BatchTable, type LoggedTable } from '#db/engine/schema.ts';
import { appendBatch, findUndoTarget, getHead, type Db } from '#db/repos/log-repo.ts';
import { findRecords, loggedPart, writeRecords } from '#db/repos/record-repo.ts';
import { chainHash } from './chain-hash.ts';

export interface BatchRequest {
  readonly opId: OpId;
  readonly kind: BatchTable['kind'];
  readonly label: BatchLabel;
  /** More words the log screen should find this batch by (unit and leaf codes). */
  readonly searchWords: readonly string[];
  readonly cycleId: CycleId | null;
  readonly undoable: boolean;
  readonly targetId: BatchId | null;
  readonly changes: readonly Change[];
  /** Rows of an unlogged table that are worth nothing without the batch, written in its transaction. */
  readonly alongside?: (db: Db) => Promise<void>;
}

export interface WriteContext {
  readonly file: OfficeFile;
  /** Who does it; the batch keeps the name and, where people sign in, the id. */
  readonly caller: Pick<Caller, 'userId' | 'name'>;
  now(): string;
  newId(): string;
}

/**
 * Writes a batch. Error: the first record that does not hold what a change expects; nothing is written then.
 * SQLite failures (full disk, broken file) are thrown and worded by the dispatcher; nothing is written then either.
 */
export async function writeBatch(
  context: WriteContext,
  request: BatchRequest,
): Promise<Result<BatchTable, ChangeConflict>> {
  const db = context.file.sql;
  const byTable = groupByTable(request.changes);
  for (const table of LOGGED_TABLES) {
    const conflict = await findConflict(context.file, table, byTable.get(table) ?? []);
    if (conflict) return err(conflict);
  }
  const head = await getHead(db);
  const stamp = { at: laterThan(head.at, context.now()), actor: context.caller.name };
  const unlinked: Omit<BatchTable, 'hash'> = {
    seq: head.seq + 1,
    id: context.newId(),
    op_id: request.opId,
    kind: request.kind,
    label: JSON.stringify(request.label),
    cycle_id: request.cycleId,
    actor: stamp.actor,
    at: stamp.at,
    undoable: request.undoable ? 1 : 0,
    target_id: request.targetId,
    change_count: request.changes.length,
    search: fold([stamp.actor, ...wordsOf(request.label), ...request.searchWords].join(' ')),
    prev_hash: head.hash,
    actor_id: context.caller.userId,
  };
  const batch: BatchTable = { ...unlinked, hash: chainHash(unlinked, request.changes) };
  await inTransaction(context.file, async () => {
    // A step may add parents and remove children at once, and its undo the other way round; the commit still checks all.
    context.file.connection.pragma('defer_foreign_keys = ON');
    for (const table of writeOrder(request.changes)) {
      await writeRecords(db, table, byTable.get(table) ?? [], stamp);
    }
    await appendBatch(db, batch, request.changes);
    await request.alongside?.(db);
  });
  return ok(batch);
}

/** The step as either language says it, and its parameters as they are. */
function wordsOf(label: BatchLabel): readonly string[] {
  return [wordLabel(label, 'vi'), wordLabel(label, 'en'), ...Object.values(label.params).map(String)];
}

/** What Ctrl+Z and Ctrl+Y would do now for this person. */
export async function undoStateOf(file: OfficeFile, person: Pick<Caller, 'userId' | 'name'>): Promise<UndoState> {
  const undo = await findUndoTarget(file.sql, person, 'undo');
  const redo = await findUndoTarget(file.sql, person, 'redo');
  return { undo: undo ? baseLabel(undo) : null, redo: redo ? baseLabel(redo) : null };
}

/** The label of the step itself, whether the batch did it, took it back or restored it. */
export function baseLabel(batch: BatchTable): BatchLabel {
  const label = JSON.parse(batch.label) as BatchLabel;
  if (batch.kind === 'command') return label;
  const { of, ...params } = label.params;
  return { key: String(of), params };
}

/** A clock set back must not reorder the log: time stands still until the clock has caught up. */
function laterThan(previous: string | null, now: string): string {
  return previous !== null && previous > now ? previous : now;
}

function groupByTable(changes: readonly Change[]): Map<string, Change[]> {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const group = groups.get(change.table);
    if (group) group.push(change);
    else groups.set(change.table, [change]);
  }
  return groups;
}

/** Parents first when adding, children first when a whole record goes. */
function writeOrder(changes: readonly Change[]): readonly LoggedTable[] {
  return changes.some((change) => change.kind === 'delete') ? [...LOGGED_TABLES].reverse() : LOGGED_TABLES;
}

async function findConflict(
  file: OfficeFile,
  table: LoggedTable,
  changes: readonly Change[],
): Promise<ChangeConflict | null> {
  if (changes.length === 0) return null;
  const records = await findRecords(
    file.sql,
    table,
    changes.map((change) => change.id),
  );
  for (const change of changes) {
    const record = records.get(change.id);
    const conflict = conflictOf(record && loggedPart(record), change);
    if (conflict) return conflict;
  }
  return null;
}
