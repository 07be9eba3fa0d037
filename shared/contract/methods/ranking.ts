/** Ranks and classes, and the decisions about them. */
import { ALL, command, DECIDERS, m } from '#shared/contract/method.ts';
import type * as out from '#shared/contract/outputs.ts';
import * as s from '#shared/contract/schemas.ts';
import { z } from '#shared/contract/z.ts';

export const rankingMethods = {
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
} as const;
