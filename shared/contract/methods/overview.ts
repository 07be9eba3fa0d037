/** How far the year is, and what waits for whom. */
import { ALL, m } from '#shared/contract/method.ts';
import type { Overview } from '#shared/contract/outputs-overview.ts';
import * as s from '#shared/contract/schemas.ts';
import { z } from '#shared/contract/z.ts';

export const overviewMethods = {
  /** `today` is the caller's day, for what is overdue. Work is listed for the roles of the caller only. */
  'overview.get': m<Overview>()('query', ALL, z.strictObject({ cycleId: s.cycleId, today: z.iso.date() })),
} as const;
