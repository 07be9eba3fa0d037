/** Assessment years (kỳ đánh giá) as a whole. */
import { ALL, m, nothing } from '#shared/contract/method.ts';
import type * as out from '#shared/contract/outputs.ts';
import * as s from '#shared/contract/schemas.ts';
import { z } from '#shared/contract/z.ts';

export const cyclesMethods = {
  'cycles.list': m<readonly out.CycleSummary[]>()('query', ALL, nothing),
  /** Everything about a cycle that is not a score: settings, blocks, criteria trees, units. */
  'cycles.get': m<out.CycleStructure>()('query', ALL, z.strictObject({ cycleId: s.cycleId })),
} as const;
