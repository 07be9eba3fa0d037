/**
 * One open office file with what is kept in memory of it. Created by the office handlers, used by every other handler,
 * closed with the file.
 */
import type { CommittedEvent, Committed, CycleStructure, OfficeStatus } from '#shared/contract/outputs.ts';
import { appError, type AppError } from '#shared/contract/errors.ts';
import { ROLES, type Block, type Role } from '#shared/domain/entities.ts';
import type { BatchId, CycleId } from '#shared/domain/ids.ts';
import type { Change, ChangeConflict } from '#shared/changes/change.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import type { OfficeFile } from '#db/engine/office-file.ts';
import type { BatchTable } from '#db/engine/schema.ts';
import { findCycleStructure } from '#db/repos/cycle-repo.ts';
import { getHead } from '#db/repos/log-repo.ts';
import { cellsTouchedBy } from '#db/repos/score-repo.ts';
import { loadBlock, patchBlock, type LoadedBlock, type LoadedBlocks } from './block-cells.ts';
import { undoStateOf, writeBatch, type BatchRequest, type WriteContext } from './write-batch.ts';

export class OfficeSession {
  readonly file: OfficeFile;
  readonly #write: WriteContext;
  readonly #publish: (event: CommittedEvent) => void;
  readonly #structures = new Map<CycleId, CycleStructure>();
  readonly #blocks: LoadedBlocks = new Map();

  constructor(file: OfficeFile, write: WriteContext, publish: (event: CommittedEvent) => void) {
    this.file = file;
    this.#write = write;
    this.#publish = publish;
  }

  get actor(): string {
    return this.#write.actor;
  }

  /** A file without users is a single-seat file: whoever sits at the machine may do everything. */
  get roles(): readonly Role[] {
    return ROLES;
  }

  newId(): string {
    return this.#write.newId();
  }

  async status(): Promise<OfficeStatus> {
    return {
      open: true,
      fileName: this.file.name,
      readOnly: this.file.readOnly,
      schemaVersion: this.file.schemaVersion,
      user: { name: this.actor, roles: this.roles },
      lastSavedAt: (await getHead(this.file.sql)).at,
    };
  }

  async structure(cycleId: CycleId): Promise<Result<CycleStructure, AppError>> {
    const known = this.#structures.get(cycleId) ?? (await findCycleStructure(this.file.sql, cycleId));
    if (!known) return err(appError('NOT_FOUND', 'record', { what: 'cycle' }));
    this.#structures.set(cycleId, known);
    return ok(known);
  }

  async block(structure: CycleStructure, block: Block): Promise<LoadedBlock> {
    const known = this.#blocks.get(block.id) ?? (await loadBlock(this.file.sql, structure, block));
    this.#blocks.set(block.id, known);
    return known;
  }

  /**
   * Writes a batch and tells every window. Errors: DB_READONLY, and VERSION_CONFLICT when a record is no longer what
   * the command saw.
   */
  async commit(request: Omit<BatchRequest, 'kind' | 'targetId'> & Partial<Pick<BatchRequest, 'kind' | 'targetId'>>) {
    if (this.file.readOnly) return err(appError('DB_READONLY', 'readOnlyFile', { name: this.file.name }));
    const full: BatchRequest = { kind: 'command', targetId: null, ...request };
    const written = await writeBatch(this.#write, full);
    if (!written.ok) return err(conflictError(written.error));
    const cells = await cellsTouchedBy(this.file.sql, full.changes);
    const { structureChanged, marksChanged } = reachOf(full.changes);
    this.#remember(cells, written.value.seq, structureChanged, marksChanged);
    const committed = toCommitted(written.value, structureChanged ? [] : cells);
    this.#publish({
      ...committed,
      opId: full.opId,
      actor: written.value.actor,
      cycleId: full.cycleId,
      structureChanged,
      marksChanged,
      undo: await undoStateOf(this.file, this.actor),
    });
    return ok(committed);
  }

  #remember(cells: Committed['cells'], seq: number, structureChanged: boolean, marksChanged: boolean): void {
    if (structureChanged) this.#structures.clear();
    if (structureChanged || marksChanged) return this.#blocks.clear();
    for (const [id, loaded] of this.#blocks) this.#blocks.set(id, patchBlock(loaded, cells, seq));
  }
}

const MARKS: readonly string[] = ['comment', 'evidence', 'milestone'];
const CELLS: readonly string[] = ['score', 'export_record'];

/** How far a batch reaches beyond the cells it names. */
function reachOf(changes: readonly Change[]): { readonly structureChanged: boolean; readonly marksChanged: boolean } {
  return {
    structureChanged: changes.some(({ table }) => !CELLS.includes(table) && !MARKS.includes(table)),
    marksChanged: changes.some(({ table }) => MARKS.includes(table)),
  };
}

/** The reply to a command from the batch it became. */
export function toCommitted(batch: BatchTable, cells: Committed['cells']): Committed {
  return {
    batchId: batch.id as BatchId,
    seq: batch.seq,
    at: batch.at,
    label: JSON.parse(batch.label) as Committed['label'],
    cells,
  };
}

function conflictError(conflict: ChangeConflict): AppError {
  return appError('VERSION_CONFLICT', 'changedMeanwhile', { table: conflict.table, record: conflict.id });
}
