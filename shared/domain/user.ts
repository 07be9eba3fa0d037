/**
 * Người dùng: who signs in to an office file, with which roles, and the rules about them. A file without users is a
 * single-seat file. Users are never removed, only deactivated: the log names them for ever.
 */
import type { Role } from './entities.ts';
import type { UserId } from './ids.ts';

export interface User {
  readonly id: UserId;
  /** Tên đăng nhập: lower case, without spaces, unique. */
  readonly login: string;
  readonly name: string;
  /** At least one; a person may hold several. */
  readonly roles: readonly Role[];
  /** False for whoever may not sign in any more (ngừng hoạt động). */
  readonly active: boolean;
  readonly passwordChangedAt: string;
  /** True while the password is one that somebody else chose (an administrator, a recovery). */
  readonly passwordByOther: boolean;
  readonly version: number;
}

/** Why these users cannot be: reasons of VALIDATION. */
export type UsersRefusal = 'firstUserAdmin' | 'lastAdmin';

/**
 * Whether these may be the users of a file after a change; null when yes. Without an active administrator nobody could
 * ever change anything about users again.
 */
export function refuseUsers(after: readonly Pick<User, 'roles' | 'active'>[]): UsersRefusal | null {
  if (after.some(({ active, roles }) => active && roles.includes('admin'))) return null;
  return after.length === 1 ? 'firstUserAdmin' : 'lastAdmin';
}

/** One spelling of a login name, so that "An " and "an" are one person. */
export function normaliseLogin(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

/** Letters, digits, dot, dash and underscore; it is typed every morning. */
export const LOGIN_PATTERN = /^[\p{Ll}\p{Lo}\p{N}._-]{2,60}$/u;
