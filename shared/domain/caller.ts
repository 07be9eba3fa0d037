import { ROLES, type Role } from './entities.ts';
import type { UserId } from './ids.ts';

/** Người đang gọi: who sits behind one port of the data service. */
export interface Caller {
  /** Null in a single-seat file, where nobody signs in, and for whoever has not signed in yet. */
  readonly userId: UserId | null;
  readonly name: string;
  /** Empty for whoever has not signed in yet. */
  readonly roles: readonly Role[];
}

/** Whoever has not signed in to a file with users. */
export const SIGNED_OUT: Caller = { userId: null, name: '', roles: [] };

/** A file without users is a single-seat file: whoever sits at the machine may do everything. */
export function singleSeat(name: string): Caller {
  return { userId: null, name, roles: ROLES };
}

/** Whether two callers are one person: by user id, in a single-seat file by name. */
export function isSamePerson(a: Omit<Caller, 'roles'>, b: Omit<Caller, 'roles'>): boolean {
  return a.userId === b.userId && (a.userId !== null || a.name === b.name);
}
