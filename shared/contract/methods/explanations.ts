/** Đợt giải trình: cuts put to the units, their answers, and what the reviewer makes of them. */
import { EXPLANATION_MOVES, ROUND_ROLES } from '#shared/domain/explanation-states.ts';
import { ALL, command, m } from '#shared/contract/method.ts';
import type * as out from '#shared/contract/outputs.ts';
import type * as explained from '#shared/contract/outputs-explanations.ts';
import * as s from '#shared/contract/schemas.ts';
import { z } from '#shared/contract/z.ts';

const MAX_ITEMS = 100_000;

/** An item as the caller saw it. */
const item = z.strictObject({ itemId: s.explanationItemId, expectedVersion: s.version });
/** The same where final points are written: the cell as the caller saw it, too. */
const decided = item.extend({ expectedCellVersion: s.version });

export const explanationsMethods = {
  'explanations.list': m<explained.Explanations>()('query', ALL, z.strictObject({ cycleId: s.cycleId })),
  /** Every cut of the cycle that no open round holds. */
  'explanations.propose': m<readonly explained.ProposedExplanation[]>()(
    'query',
    ALL,
    z.strictObject({ cycleId: s.cycleId }),
  ),
  'explanations.openRound': m<out.Committed>()(
    'command',
    ROUND_ROLES.open,
    z.strictObject({
      ...command,
      cycleId: s.cycleId,
      name: s.title,
      deadline: z.iso.date(),
      /** The caller's day, so that a deadline in the past is refused by the calendar on the wall. */
      today: z.iso.date(),
      cells: z
        .array(z.strictObject({ cycleUnitId: s.cycleUnitId, leafId: s.nodeId }))
        .min(1)
        .max(MAX_ITEMS),
    }),
  ),
  /** Record what the unit wrote, with a document if it sent one; for several cells the same. */
  'explanations.answer': m<out.Committed>()(
    'command',
    EXPLANATION_MOVES.answer.roles,
    z.strictObject({
      ...command,
      items: z.array(item).min(1).max(MAX_ITEMS),
      text: s.sentence,
      document: s.evidenceRecord.nullable(),
    }),
  ),
  /** Grant points: they become the final ones. */
  'explanations.accept': m<out.Committed>()(
    'command',
    EXPLANATION_MOVES.accept.roles,
    z.strictObject({
      ...command,
      items: z
        .array(decided.extend({ pointsMicro: s.micro }))
        .min(1)
        .max(MAX_ITEMS),
      reason: s.reason,
    }),
  ),
  /** Stand by the cut: the appraised points become the final ones. */
  'explanations.reject': m<out.Committed>()(
    'command',
    EXPLANATION_MOVES.reject.roles,
    z.strictObject({ ...command, items: z.array(decided).min(1).max(MAX_ITEMS), reason: s.sentence }),
  ),
  /** End a round. Cells nobody explained are rejected with the reason given; answers must be decided before. */
  'explanations.closeRound': m<out.Committed>()(
    'command',
    ROUND_ROLES.close,
    z.strictObject({
      ...command,
      roundId: s.explanationRoundId,
      expectedVersion: s.version,
      unansweredReason: s.sentence.nullable(),
    }),
  ),
} as const;
