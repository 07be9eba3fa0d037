/** How a method of the contract is declared, and the groups of roles and pieces of input that several of them share. */
import { ROLES, type Role } from '#shared/domain/entities.ts';
import * as s from './schemas.ts';
import { z } from './z.ts';

/** A role, or standing outside the door: what the table of permissions is written for. */
export type Standing = Role | 'signedOut';

export type Kind = 'session' | 'query' | 'command';

export interface Method<K extends Kind, I extends z.ZodType, O> {
  readonly kind: K;
  /** THE table of permissions: docs/permissions.md is printed from it, the data service enforces it. */
  readonly roles: readonly Standing[];
  readonly input: I;
  /** Type only: outputs come from our own code and are checked by the compiler. */
  readonly output: (value: O) => O;
}

/** Curried so that the output type is named and the rest inferred. */
export function m<O>() {
  return <K extends Kind, I extends z.ZodType>(kind: K, roles: readonly Standing[], input: I): Method<K, I, O> => ({
    kind,
    roles,
    input,
    output: (value) => value,
  });
}

/** Before signing in too. */
export const ANYONE = [...ROLES, 'signedOut'] as const satisfies readonly Standing[];
/** Everybody who signed in. */
export const ALL = ROLES;
// An administrator looks after people and files and decides nothing about scores, unless given another role as well:
// that, too, is in the log.
export const SCORERS = ['secretary', 'reviewer'] as const satisfies readonly Role[];
export const WRITERS = ['secretary'] as const satisfies readonly Role[];
export const DECIDERS = ['reviewer', 'approver'] as const satisfies readonly Role[];
/** Whoever works on the year. */
export const COMMENTERS = ['secretary', 'reviewer', 'approver'] as const satisfies readonly Role[];
export const ADMINS = ['admin'] as const satisfies readonly Role[];

export const nothing = z.strictObject({});
/** One cell. */
export const place = z.strictObject({ cycleUnitId: s.cycleUnitId, leafId: s.nodeId });
/** What every command carries besides its own. */
export const command = { opId: s.opId };
