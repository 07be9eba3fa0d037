/** A cycle from files made elsewhere. */
import { command, m, WRITERS } from '#shared/contract/method.ts';
import type * as out from '#shared/contract/outputs.ts';
import * as s from '#shared/contract/schemas.ts';

export const importsMethods = {
  /** Read a criteria set and/or a wide score table and say what would come of it; writes nothing. */
  'imports.preview': m<out.ImportPreview>()('query', WRITERS, s.importSource),
  /** The same, into a new cycle, as one batch. */
  'imports.commit': m<out.ImportReceipt>()('command', WRITERS, s.importSource.extend(command)),
} as const;
