/** Assessment years (kỳ đánh giá) as a whole. */
import { ALL, COMMENTERS, command, DECIDERS, m, nothing, WRITERS } from '#shared/contract/method.ts';
import type { CycleProgress, CycleReceipt, MilestoneComparison } from '#shared/contract/outputs-cycles.ts';
import type * as out from '#shared/contract/outputs.ts';
import { blockCode, cycleFields, cycleName, cycleSettings } from '#shared/contract/schemas-cycle.ts';
import * as s from '#shared/contract/schemas.ts';
import { CYCLE_STATES } from '#shared/domain/entities.ts';
import type { MilestoneId } from '#shared/domain/ids.ts';
import { z } from '#shared/contract/z.ts';

export const cyclesMethods = {
  'cycles.list': m<readonly out.CycleSummary[]>()('query', ALL, nothing),
  /** Everything about a cycle that is not a score: settings, blocks, criteria trees, units. Null: the first listed. */
  'cycles.get': m<out.CycleStructure>()('query', ALL, z.strictObject({ cycleId: s.cycleId.nullable() })),
  /**
   * A new year: empty, with the blocks named, or from another year, whose blocks, units, criteria and settings are
   * copied and whose results become each unit's `previous`.
   */
  'cycles.create': m<CycleReceipt>()(
    'command',
    WRITERS,
    z.strictObject({
      ...command,
      ...cycleFields,
      from: z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('empty'),
          blocks: z
            .array(z.strictObject({ code: blockCode, name: cycleName }))
            .min(1)
            .max(100),
        }),
        z.strictObject({ kind: z.literal('cycle'), cycleId: s.cycleId }),
      ]),
    }),
  ),
  /** Name, dates and settings of a year, as one step. */
  'cycles.update': m<out.Committed>()(
    'command',
    WRITERS,
    z.strictObject({
      ...command,
      cycleId: s.cycleId,
      expectedVersion: s.version,
      ...cycleFields,
      settings: cycleSettings,
    }),
  ),
  /**
   * The blocks of a year in their order. A block without id is new and gets the criteria of the block named, or one
   * field of 100 points; a block in `removed` goes with its criteria, which only one without units can.
   */
  'cycles.setBlocks': m<out.Committed>()(
    'command',
    WRITERS,
    z.strictObject({
      ...command,
      cycleId: s.cycleId,
      blocks: z
        .array(
          z.discriminatedUnion('kind', [
            z.strictObject({
              kind: z.literal('kept'),
              id: s.blockId,
              expectedVersion: s.version,
              code: blockCode,
              name: cycleName,
            }),
            z.strictObject({
              kind: z.literal('new'),
              criteriaOf: s.blockId.nullable(),
              code: blockCode,
              name: cycleName,
            }),
          ]),
        )
        .min(1)
        .max(100),
      removed: z.array(s.blockId).max(100),
    }),
  ),

  /** Where a year stands and, for the caller, what stands in the way of every step out of there. */
  'cycles.progress': m<CycleProgress>()('query', ALL, z.strictObject({ cycleId: s.cycleId })),
  /** On to the next state; shared/domain/cycle-transitions says who may and what must hold. */
  'cycles.advance': m<out.Committed>()(
    'command',
    COMMENTERS,
    z.strictObject({ ...command, cycleId: s.cycleId, expectedVersion: s.version, to: z.enum(CYCLE_STATES) }),
  ),
  /** Back to an earlier state, with a reason. */
  'cycles.goBack': m<out.Committed>()(
    'command',
    DECIDERS,
    z.strictObject({
      ...command,
      cycleId: s.cycleId,
      expectedVersion: s.version,
      to: z.enum(CYCLE_STATES),
      reason: s.sentence,
    }),
  ),
  /** What changed between a milestone and a later one, or now (null). */
  'milestones.compare': m<MilestoneComparison>()(
    'query',
    ALL,
    z.strictObject({
      cycleId: s.cycleId,
      from: s.id<MilestoneId>(),
      to: s.id<MilestoneId>().nullable(),
    }),
  ),
} as const;
