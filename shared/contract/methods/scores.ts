/** The cells: points, declared data, reasons. */
import { ALL, command, m, SCORERS } from '#shared/contract/method.ts';
import type * as out from '#shared/contract/outputs.ts';
import * as s from '#shared/contract/schemas.ts';
import { z } from '#shared/contract/z.ts';

export const scoresMethods = {
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
} as const;
