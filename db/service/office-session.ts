/**
 * One open office file with what is kept in memory of it, and who is using it: created by the office handlers, handed
 * to every other handler seated for its caller (`openSession`), closed with the file.
 */
import type { EventMessage } from '#shared/contract/wire.ts';
import type { Committed, CycleStructure, OfficeStatus, SeatedUser } from '#shared/contract/outputs.ts';
import { appError, type AppError } from '#shared/contract/errors.ts';
import { isSamePerson, type Caller } from '#shared/domain/caller.ts';
import type { Block, Role } from '#shared/domain/entities.ts';
import type { BatchId, CycleId, UserId } from '#shared/domain/ids.ts';
import type { Change, ChangeConflict } from '#shared/changes/change.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import type { OfficeFile } from '#db/engine/office-file.ts';
import type { BatchTable } from '#db/engine/schema.ts';
import { findCycleStructure } from '#db/repos/cycle-repo.ts';
import { getHead } from '#db/repos/log-repo.ts';
import { cellsTouchedBy } from '#db/repos/score-repo.ts';
import { loadBlock, patchBlock, type LoadedBlock, type LoadedBlocks } from './block-cells.ts';
import { People } from './people.ts';
import { methodsOpenTo } from './permissions.ts';
import { undoStateOf, writeBatch, type BatchRequest, type WriteContext } from './write-batch.ts';

/** What a session needs of the service around it. */
export interface SessionHost {
  now(): string;
  newId(): string;
  publish: Publish;
}

/** Tells every port what `eventFor` says for the person behind it; null tells that port nothing. */
export type Publish = (eventFor: (caller: Caller) => EventMessage | null) => void;

/** Kept once per open file, whoever uses it. */
interface Kept {
  readonly people: People;
  readonly structures: Map<CycleId, CycleStructure>;
  readonly blocks: LoadedBlocks;
}

export class OfficeSession {
  readonly file: OfficeFile;
  readonly caller: Caller;
  readonly #host: SessionHost;
  readonly #kept: Kept;

  private constructor(file: OfficeFile, host: SessionHost, caller: Caller, kept: Kept) {
    this.file = file;
    this.caller = caller;
    this.#host = host;
    this.#kept = kept;
  }

  static async start(file: OfficeFile, host: SessionHost, caller: Caller): Promise<OfficeSession> {
    const people = await People.read(file.sql);
    return new OfficeSession(file, host, caller, { people, structures: new Map(), blocks: new Map() });
  }

  /** The same open file as this person uses it: what they commit is theirs, and so are their undo steps. */
  seatedFor(caller: Caller): OfficeSession {
    return new OfficeSession(this.file, this.#host, caller, this.#kept);
  }

  get people(): People {
    return this.#kept.people;
  }

  /** Name the log gives to what is committed here. */
  get actor(): string {
    return this.caller.name;
  }

  /** Null in a single-seat file. */
  get userId(): UserId | null {
    return this.caller.userId;
  }

  get roles(): readonly Role[] {
    return this.caller.roles;
  }

  newId(): string {
    return this.#host.newId();
  }

  async status(): Promise<OfficeStatus> {
    return (await this.statuses())(this.caller);
  }

  /** The state of the file as each caller may know it, to be told to many at once. */
  async statuses(): Promise<(caller: Caller) => OfficeStatus> {
    const { name: fileName, readOnly, schemaVersion } = this.file;
    const lastSavedAt = (await getHead(this.file.sql)).at;
    const { settings } = this.people;
    return (caller) => ({
      open: true,
      fileName,
      readOnly,
      schemaVersion,
      user: this.#seated(caller),
      settings,
      lastSavedAt,
    });
  }

  #seated({ userId, name, roles }: Caller): SeatedUser | null {
    if (roles.length === 0) return null;
    const user = this.people.find(userId);
    const { login = '', passwordByOther = false } = user ?? {};
    return { id: userId, login, name, roles, may: methodsOpenTo(roles), passwordByOther };
  }

  async structure(cycleId: CycleId): Promise<Result<CycleStructure, AppError>> {
    const known = this.#kept.structures.get(cycleId) ?? (await findCycleStructure(this.file.sql, cycleId));
    if (!known) return err(appError('NOT_FOUND', 'record', { what: 'cycle' }));
    this.#kept.structures.set(cycleId, known);
    return ok(known);
  }

  async block(structure: CycleStructure, block: Block): Promise<LoadedBlock> {
    const known = this.#kept.blocks.get(block.id) ?? (await loadBlock(this.file.sql, structure, block));
    this.#kept.blocks.set(block.id, known);
    return known;
  }

  /**
   * Writes a batch and tells every window. Errors: DB_READONLY, and VERSION_CONFLICT when a record is no longer what
   * the command saw.
   */
  async commit(request: Omit<BatchRequest, 'kind' | 'targetId'> & Partial<Pick<BatchRequest, 'kind' | 'targetId'>>) {
    if (this.file.readOnly) return err(appError('DB_READONLY', 'readOnlyFile', { name: this.file.name }));
    const full: BatchRequest = { kind: 'command', targetId: null, ...request };
    const { file, caller } = this;
    const write: WriteContext = { file, caller, now: () => this.#host.now(), newId: () => this.#host.newId() };
    const written = await writeBatch(write, full);
    if (!written.ok) return err(conflictError(written.error));
    const cells = await cellsTouchedBy(this.file.sql, full.changes);
    const { peopleChanged, ...reach } = reachOf(full.changes);
    const { structureChanged } = reach;
    if (peopleChanged) await this.people.readAgain(file.sql);
    this.#remember(cells, written.value.seq, structureChanged, reach.marksChanged);
    const committed = toCommitted(written.value, structureChanged ? [] : cells);
    const event = {
      ...committed,
      opId: full.opId,
      actor: written.value.actor,
      cycleId: full.cycleId,
      ...reach,
    };
    const undo = await undoStateOf(file, caller);
    this.#host.publish((other) => {
      if (other.roles.length === 0) return null;
      const payload = { ...event, undo: isSamePerson(caller, other) ? undo : null };
      return { type: 'event', name: 'changes.committed', payload };
    });
    if (peopleChanged) await this.tellStatus();
    return ok(committed);
  }

  /** Tells every window what it may know of the file now: rights may have come or gone. */
  async tellStatus(): Promise<void> {
    const statusOf = await this.statuses();
    this.#host.publish((caller) => ({ type: 'event', name: 'office.changed', payload: statusOf(caller) }));
  }

  #remember(cells: Committed['cells'], seq: number, structureChanged: boolean, marksChanged: boolean): void {
    const { structures, blocks } = this.#kept;
    if (structureChanged) structures.clear();
    if (structureChanged || marksChanged) return blocks.clear();
    for (const [id, loaded] of blocks) blocks.set(id, patchBlock(loaded, cells, seq));
  }
}

const MARKS: readonly string[] = ['comment', 'evidence', 'milestone'];
const EXPLANATIONS: readonly string[] = ['explanation_round', 'explanation_item'];
const CELLS: readonly string[] = ['score', 'export_record'];
/** Criteria that are not in force touch nothing else. */
const CRITERIA_ASIDE: readonly string[] = [
  'criteria_draft',
  'criteria_draft_node',
  'criteria_version',
  'criteria_match',
];

const PEOPLE: readonly string[] = ['user', 'office_setting'];

/** How far a batch reaches beyond the cells it names. */
function reachOf(changes: readonly Change[]) {
  const known = [...CELLS, ...MARKS, ...EXPLANATIONS, ...CRITERIA_ASIDE, ...PEOPLE];
  return {
    structureChanged: changes.some(({ table }) => !known.includes(table)),
    marksChanged: changes.some(({ table }) => MARKS.includes(table)),
    explanationsChanged: changes.some(({ table }) => EXPLANATIONS.includes(table)),
    peopleChanged: changes.some(({ table }) => PEOPLE.includes(table)),
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
