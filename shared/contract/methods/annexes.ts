/** The annexes (phụ lục) as workbooks. */
import { ALL, command, COMMENTERS, m } from '#shared/contract/method.ts';
import type * as out from '#shared/contract/outputs.ts';
import * as s from '#shared/contract/schemas.ts';
import { z } from '#shared/contract/z.ts';

export const annexesMethods = {
  'annexes.preflight': m<out.Preflight>()(
    'query',
    ALL,
    z.strictObject({ cycleId: s.cycleId, annexes: s.annexCodes, decision: s.decision.nullable() }),
  ),
  /** Write the chosen annexes into one workbook. Long: sends progress, can be cancelled. */
  'annexes.export': m<out.ExportReceipt>()(
    'command',
    COMMENTERS,
    z.strictObject({
      ...command,
      cycleId: s.cycleId,
      annexes: s.annexCodes,
      decision: s.decision.nullable(),
      fileToken: s.fileToken,
    }),
  ),
} as const;
