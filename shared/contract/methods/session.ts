/** Who sits at this window (or command line). Only files with users ask; `office.status` says who it is now. */
import { ALL, ANYONE, command, m, nothing } from '#shared/contract/method.ts';
import type * as out from '#shared/contract/outputs.ts';
import * as s from '#shared/contract/schemas.ts';
import { z } from '#shared/contract/z.ts';

export const sessionMethods = {
  /** Errors: FORBIDDEN wrongPassword (also for a name nobody has), wait, inactive; VALIDATION noUsers. */
  'session.signIn': m<out.OfficeStatus>()(
    'session',
    ANYONE,
    z.strictObject({ login: s.typedLogin, password: s.password }),
  ),
  /** Also what locking the window does. */
  'session.signOut': m<out.OfficeStatus>()('session', ANYONE, nothing),
  /** One's own password; the old one is asked for and counted like a sign-in. */
  'session.changePassword': m<out.Committed>()(
    'command',
    ALL,
    z.strictObject({ ...command, current: s.password, next: s.password }),
  ),
} as const;
