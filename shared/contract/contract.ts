/**
 * THE contract between windows (or the command line) and the data service: every method with who may call it, what it
 * takes and what it gives. The typed client, the handler table and the permission test are derived from this object;
 * a name that is not here does not compile.
 *
 * Kinds: `session` changes which office file is open (nothing to log yet) · `query` reads · `command` changes the
 * office file, carries an `opId` and is carried out at most once.
 */
import { ROLES, type Comment, type Milestone, type Role } from '../domain/entities.ts';
import * as s from './schemas.ts';
import type * as out from './outputs.ts';
import { z } from './z.ts';

type Kind = 'session' | 'query' | 'command';

interface Method<K extends Kind, I extends z.ZodType, O> {
  readonly kind: K;
  readonly roles: readonly Role[];
  readonly input: I;
  /** Type only: outputs come from our own code and are checked by the compiler. */
  readonly output: (value: O) => O;
}

/** Curried so that the output type is named and the rest inferred. */
function m<O>() {
  return <K extends Kind, I extends z.ZodType>(kind: K, roles: readonly Role[], input: I): Method<K, I, O> => ({
    kind,
    roles,
    input,
    output: (value) => value,
  });
}

const ALL = ROLES;
const SCORERS = ['secretary', 'reviewer', 'admin'] as const satisfies readonly Role[];
const WRITERS = ['secretary', 'admin'] as const satisfies readonly Role[];
const DECIDERS = ['reviewer', 'approver', 'admin'] as const satisfies readonly Role[];

const COMMENTERS = ['secretary', 'reviewer', 'approver', 'admin'] as const satisfies readonly Role[];

const nothing = z.strictObject({});
const place = z.strictObject({ cycleUnitId: s.cycleUnitId, leafId: s.nodeId });
const command = { opId: s.opId };

export const contract = {
  /** Make a new, empty office file. */
  'office.create': m<out.OfficeStatus>()('session', ALL, z.strictObject({ fileToken: s.fileToken })),
  /** Make an office file holding the sample year. */
  'office.createSample': m<out.OfficeStatus>()('session', ALL, z.strictObject({ fileToken: s.fileToken })),
  'office.open': m<out.OfficeStatus>()('session', ALL, z.strictObject({ fileToken: s.fileToken })),
  'office.close': m<out.OfficeStatus>()('session', ALL, nothing),
  'office.status': m<out.OfficeStatus>()('query', ALL, nothing),

  'cycles.list': m<readonly out.CycleSummary[]>()('query', ALL, nothing),
  /** Everything about a cycle that is not a score: settings, blocks, criteria trees, units. */
  'cycles.get': m<out.CycleStructure>()('query', ALL, z.strictObject({ cycleId: s.cycleId })),

  /** All cells of a block as columns. */
  'scores.block': m<out.BlockCells>()('query', ALL, z.strictObject({ cycleId: s.cycleId, blockId: s.blockId })),
  /** All cells of one unit with declared data, reasons and evidence. */
  'scores.unit': m<out.UnitCells>()('query', ALL, z.strictObject({ cycleUnitId: s.cycleUnitId })),
  /** All cells of one leaf in a block's units, with declared data, reasons and evidence. */
  'scores.leaf': m<out.LeafCells>()('query', ALL, z.strictObject({ blockId: s.blockId, leafId: s.nodeId })),
  'scores.cellHistory': m<readonly out.CellHistoryEntry[]>()(
    'query',
    ALL,
    z.strictObject({ cycleUnitId: s.cycleUnitId, leafId: s.nodeId }),
  ),
  /** Write cells: one call, one transaction, one undo step. All cells or none. */
  'scores.setCells': m<out.Committed>()(
    'command',
    SCORERS,
    z.strictObject({
      ...command,
      cycleId: s.cycleId,
      cells: z.array(s.cellEdit).min(1).max(1_100_000),
      step: s.editStep.default('set'),
    }),
  ),
  /** Reasons given for cuts in this cycle, most used first: the phrases offered next time. */
  'scores.reasonPhrases': m<readonly string[]>()('query', ALL, z.strictObject({ cycleId: s.cycleId })),

  'comments.list': m<readonly Comment[]>()('query', ALL, place),
  'comments.add': m<out.Committed>()(
    'command',
    COMMENTERS,
    place.extend({ ...command, parentId: s.commentId.nullable(), text: s.sentence }),
  ),
  /** Close a thread or open it again. */
  'comments.resolve': m<out.Committed>()(
    'command',
    COMMENTERS,
    z.strictObject({ ...command, commentId: s.commentId, expectedVersion: s.version, resolved: z.boolean() }),
  ),

  /** Record a document for a cell; with a file its bytes are kept in the office file. */
  'evidence.attach': m<out.Committed>()(
    'command',
    SCORERS,
    place.extend({ ...command, record: s.evidenceRecord, fileToken: s.fileToken.nullable() }),
  ),
  'evidence.remove': m<out.Committed>()(
    'command',
    SCORERS,
    z.strictObject({ ...command, evidenceId: s.evidenceId, expectedVersion: s.version }),
  ),
  /** Write the attached file to a place the user chose. */
  'evidence.saveCopy': m<{ readonly bytes: number }>()(
    'query',
    ALL,
    z.strictObject({ evidenceId: s.evidenceId, fileToken: s.fileToken }),
  ),

  'milestones.list': m<readonly Milestone[]>()('query', ALL, z.strictObject({ cycleId: s.cycleId })),
  'milestones.add': m<out.Committed>()(
    'command',
    DECIDERS,
    z.strictObject({ ...command, cycleId: s.cycleId, name: z.string().trim().min(1).max(200) }),
  ),

  'ranking.get': m<out.Ranking>()('query', ALL, z.strictObject({ cycleId: s.cycleId })),
  /** Set or lift a class cap: a logged decision with reason and source. */
  'classification.setCap': m<out.Committed>()(
    'command',
    DECIDERS,
    z.strictObject({
      ...command,
      cycleUnitId: s.cycleUnitId,
      expectedVersion: s.version,
      cap: z
        .strictObject({ classCode: z.string().max(40).nullable(), reason: s.sentence, source: s.sentence })
        .nullable(),
    }),
  ),

  'annexes.preflight': m<out.Preflight>()(
    'query',
    ALL,
    z.strictObject({ cycleId: s.cycleId, annexes: s.annexCodes, decision: s.decision.nullable() }),
  ),
  /** Write the chosen annexes into one workbook. Long: sends progress, can be cancelled. */
  'annexes.export': m<out.ExportReceipt>()(
    'command',
    ALL,
    z.strictObject({
      ...command,
      cycleId: s.cycleId,
      annexes: s.annexCodes,
      decision: s.decision.nullable(),
      fileToken: s.fileToken,
    }),
  ),

  /** Read a criteria set and/or a wide score table and say what would come of it; writes nothing. */
  'imports.preview': m<out.ImportPreview>()('query', WRITERS, s.importSource),
  /** The same, into a new cycle, as one batch. */
  'imports.commit': m<out.ImportReceipt>()('command', WRITERS, s.importSource.extend(command)),

  'changes.byOpId': m<out.Committed | null>()('query', ALL, z.strictObject({ opId: s.opId })),
  'changes.list': m<out.LogPage>()(
    'query',
    ALL,
    z.strictObject({
      /** Batches older than this sequence number; null starts at the newest. */
      before: z.int().nullable(),
      limit: z.int().min(1).max(500),
      /** Folded text looked for in label, actor, unit and leaf; empty lists all. */
      search: z.string().max(200),
    }),
  ),
  'changes.batch': m<readonly out.LogChange[]>()('query', ALL, z.strictObject({ batchId: s.batchId })),
  'changes.verify': m<out.ChainCheck>()('query', ALL, nothing),
  'changes.undoState': m<out.UndoState>()('query', ALL, nothing),
  /** The caller's own steps around now, nearest first, for the history panel. */
  'changes.steps': m<out.Steps>()('query', ALL, z.strictObject({ limit: z.int().min(1).max(500) })),
  /** Take back (negative) or restore (positive) several steps; stops at the first that cannot be. */
  'changes.jump': m<out.Jumped>()(
    'command',
    SCORERS,
    z.strictObject({ ...command, steps: z.int().min(-500).max(500) }),
  ),
  'changes.undo': m<out.Committed>()('command', SCORERS, z.strictObject(command)),
  'changes.redo': m<out.Committed>()('command', SCORERS, z.strictObject(command)),
} as const;

/** Facts the service tells every window, the sender of a change included. */
export interface Events {
  /** A batch is on disk. */
  'changes.committed': out.CommittedEvent;
  /** Another office file is open, or none. */
  'office.changed': out.OfficeStatus;
}

export type Contract = typeof contract;
export type MethodName = keyof Contract;
export type Input<M extends MethodName> = z.input<Contract[M]['input']>;
export type ParsedInput<M extends MethodName> = z.output<Contract[M]['input']>;
export type Output<M extends MethodName> = Parameters<Contract[M]['output']>[0];
export type CommandName = { [M in MethodName]: Contract[M]['kind'] extends 'command' ? M : never }[MethodName];
export type EventName = keyof Events;
export type EventPayload<E extends EventName> = Events[E];
