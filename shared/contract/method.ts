/** How a method of the contract is declared, and the groups of roles and pieces of input that several of them share. */
import { ROLES, type Role } from '#shared/domain/entities.ts';
import * as s from './schemas.ts';
import { z } from './z.ts';

export type Kind = 'session' | 'query' | 'command';

export interface Method<K extends Kind, I extends z.ZodType, O> {
  readonly kind: K;
  readonly roles: readonly Role[];
  readonly input: I;
  /** Type only: outputs come from our own code and are checked by the compiler. */
  readonly output: (value: O) => O;
}

/** Curried so that the output type is named and the rest inferred. */
export function m<O>() {
  return <K extends Kind, I extends z.ZodType>(kind: K, roles: readonly Role[], input: I): Method<K, I, O> => ({
    kind,
    roles,
    input,
    output: (value) => value,
  });
}

export const ALL = ROLES;
export const SCORERS = ['secretary', 'reviewer', 'admin'] as const satisfies readonly Role[];
export const WRITERS = ['secretary', 'admin'] as const satisfies readonly Role[];
export const DECIDERS = ['reviewer', 'approver', 'admin'] as const satisfies readonly Role[];
export const COMMENTERS = ['secretary', 'reviewer', 'approver', 'admin'] as const satisfies readonly Role[];

export const nothing = z.strictObject({});
/** One cell. */
export const place = z.strictObject({ cycleUnitId: s.cycleUnitId, leafId: s.nodeId });
/** What every command carries besides its own. */
export const command = { opId: s.opId };
