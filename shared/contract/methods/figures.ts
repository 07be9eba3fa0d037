/** "Giải thích con số này": results taken apart down to evidence and person. */
import { ALL, m } from '#shared/contract/method.ts';
import type { UnitExplanation } from '#shared/contract/outputs-figures.ts';
import * as s from '#shared/contract/schemas.ts';
import { z } from '#shared/contract/z.ts';
import type { ExplainedMean } from '#shared/scoring/explain-model.ts';

export const figuresMethods = {
  /** Index, rank and class of a unit as the parts they are made of. */
  'figures.explainUnit': m<UnitExplanation>()('query', ALL, z.strictObject({ cycleUnitId: s.cycleUnitId })),
  /** Mean of a block as the indexes it is made of. */
  'figures.explainMean': m<ExplainedMean>()('query', ALL, z.strictObject({ cycleId: s.cycleId, blockId: s.blockId })),
} as const;
