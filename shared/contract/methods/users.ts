/** The people of an office file (Quản trị). The first user turns a single-seat file into one that asks who you are. */
import { ADMINS, command, m, nothing } from '#shared/contract/method.ts';
import type * as out from '#shared/contract/outputs.ts';
import * as s from '#shared/contract/schemas.ts';
import { z } from '#shared/contract/z.ts';
import { MAX_LOCK_MINUTES } from '#shared/domain/office-settings.ts';
import type { User } from '#shared/domain/user.ts';

const user = { ...command, userId: s.userId, expectedVersion: s.version };

export const usersMethods = {
  'users.list': m<readonly User[]>()('query', ADMINS, nothing),
  'users.add': m<out.Committed>()(
    'command',
    ADMINS,
    z.strictObject({ ...command, login: s.login, name: s.personName, roles: s.roles, password: s.password }),
  ),
  'users.change': m<out.Committed>()(
    'command',
    ADMINS,
    z.strictObject({ ...user, name: s.personName, roles: s.roles }),
  ),
  /** For whoever forgot theirs; the log and the user's record say that somebody else chose it. */
  'users.setPassword': m<out.Committed>()('command', ADMINS, z.strictObject({ ...user, password: s.password })),
  /** Ngừng hoạt động, or back again. Users are never removed: the log names them. */
  'users.setActive': m<out.Committed>()('command', ADMINS, z.strictObject({ ...user, active: z.boolean() })),
  /** Minutes without a key or a movement after which a window locks itself. */
  'users.setIdleLock': m<out.Committed>()(
    'command',
    ADMINS,
    z.strictObject({ ...command, minutes: z.int().min(1).max(MAX_LOCK_MINUTES) }),
  ),
} as const;
