/** Which office file is open. */
import { ANYONE, m, nothing } from '#shared/contract/method.ts';
import type * as out from '#shared/contract/outputs.ts';
import * as s from '#shared/contract/schemas.ts';
import { z } from '#shared/contract/z.ts';

export const officeMethods = {
  /** Make a new, empty office file. */
  'office.create': m<out.OfficeStatus>()('session', ANYONE, z.strictObject({ fileToken: s.fileToken })),
  /** Make an office file holding the sample year. */
  'office.createSample': m<out.OfficeStatus>()('session', ANYONE, z.strictObject({ fileToken: s.fileToken })),
  'office.open': m<out.OfficeStatus>()('session', ANYONE, z.strictObject({ fileToken: s.fileToken })),
  'office.close': m<out.OfficeStatus>()('session', ANYONE, nothing),
  'office.status': m<out.OfficeStatus>()('query', ANYONE, nothing),
} as const;
