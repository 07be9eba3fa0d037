/** What is said and shown about a cell: comments, evidence, milestones. */
import type { Comment, Milestone } from '#shared/domain/entities.ts';
import { ALL, command, COMMENTERS, DECIDERS, m, place, SCORERS } from '#shared/contract/method.ts';
import type * as out from '#shared/contract/outputs.ts';
import * as s from '#shared/contract/schemas.ts';
import { z } from '#shared/contract/z.ts';

export const discussionMethods = {
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
} as const;
