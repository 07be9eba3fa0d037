/** Which units take part in a cycle (đơn vị trong kỳ), in which block, in what order, ranked or not. */
import type { UnitId } from '#shared/domain/ids.ts';
import { ALL, command, m, SCORERS, WRITERS } from '#shared/contract/method.ts';
import type * as out from '#shared/contract/outputs.ts';
import type { CycleUnitUse } from '#shared/contract/outputs-units.ts';
import * as s from '#shared/contract/schemas.ts';
import { z } from '#shared/contract/z.ts';

/** The unit of the cycle as the person saw it. */
const seen = { cycleUnitId: s.cycleUnitId, expectedVersion: s.version };

export const cycleUnitsMethods = {
  /** What hangs on each unit of the cycle, by criteria set: what a move leaves behind and a removal would lose. */
  'cycleUnits.use': m<readonly CycleUnitUse[]>()('query', ALL, z.strictObject({ cycleId: s.cycleId })),
  'cycleUnits.add': m<out.Committed>()(
    'command',
    WRITERS,
    z.strictObject({ ...command, blockId: s.blockId, cycleId: s.cycleId, unitIds: z.array(s.id<UnitId>()).min(1) }),
  ),
  /** Only a unit without cells, documents and comments. */
  'cycleUnits.remove': m<out.Committed>()('command', WRITERS, z.strictObject({ ...command, ...seen })),
  /**
   * To another block of the cycle. Cells under another criteria set stay in the file but no longer count; a person who
   * saw how many says so in `leavesCells`, and is refused when there are others by now.
   */
  'cycleUnits.move': m<out.Committed>()(
    'command',
    WRITERS,
    z.strictObject({ ...command, ...seen, blockId: s.blockId, leavesCells: z.int().min(0) }),
  ),
  /** All units of a block in their new order. */
  'cycleUnits.setOrder': m<out.Committed>()(
    'command',
    WRITERS,
    z.strictObject({ ...command, cycleId: s.cycleId, blockId: s.blockId, cycleUnitIds: z.array(s.cycleUnitId) }),
  ),
  /** Chấm nhưng không xếp hạng, with the reason; null ranks the unit again. */
  'cycleUnits.setUnranked': m<out.Committed>()(
    'command',
    SCORERS,
    z.strictObject({ ...command, ...seen, reason: s.sentence.nullable() }),
  ),
  /** Puts the units of the last day of the period in the place of those that had ended by then. */
  'cycleUnits.follow': m<out.Committed>()('command', WRITERS, z.strictObject({ ...command, cycleId: s.cycleId })),
} as const;
