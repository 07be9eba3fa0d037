/** The log: reading it, checking it, going back and forth in it. */
import { ALL, command, COMMENTERS, m, nothing } from '#shared/contract/method.ts';
import type * as out from '#shared/contract/outputs.ts';
import * as s from '#shared/contract/schemas.ts';
import { z } from '#shared/contract/z.ts';

export const changesMethods = {
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
      filter: s.logFilter.prefault({}),
    }),
  ),
  /** Everybody who ever wrote into the file. */
  'changes.actors': m<readonly string[]>()('query', ALL, nothing),
  'changes.batch': m<readonly out.LogChange[]>()('query', ALL, z.strictObject({ batchId: s.batchId })),
  /** Check the log and the file against it; `anchor` is a code printed or noted earlier, kept outside the file. */
  'changes.verify': m<out.ChainCheck>()(
    'query',
    ALL,
    z.strictObject({
      anchor: z
        .strictObject({ seq: z.int().min(1), hash: z.string().regex(/^[0-9a-f]{8,64}$/) })
        .nullable()
        .default(null),
    }),
  ),
  'changes.undoState': m<out.UndoState>()('query', ALL, nothing),
  /** The caller's own steps around now, nearest first, for the history panel. */
  'changes.steps': m<out.Steps>()('query', ALL, z.strictObject({ limit: z.int().min(1).max(500) })),
  /** Take back (negative) or restore (positive) several steps; stops at the first that cannot be. */
  'changes.jump': m<out.Jumped>()(
    'command',
    COMMENTERS,
    z.strictObject({ ...command, steps: z.int().min(-500).max(500) }),
  ),
  /**
   * Only one's own steps, and only those one's roles could take today. With `only`, takes back this step or nothing:
   * somebody may have gone on meanwhile.
   */
  'changes.undo': m<out.Committed>()('command', COMMENTERS, z.strictObject({ ...command, only: s.opId.optional() })),
  'changes.redo': m<out.Committed>()('command', COMMENTERS, z.strictObject(command)),
} as const;
