/**
 * Enforces the table of permissions, which is the contract's `roles` (printed in docs/permissions.md). Called by the
 * dispatcher before every handler.
 */
import { contract, type MethodName } from '#shared/contract/contract.ts';
import { appError, type AppError } from '#shared/contract/errors.ts';
import type { Standing } from '#shared/contract/method.ts';
import type { Role } from '#shared/domain/entities.ts';

/** Why a caller with these roles may not call the method, or null. No roles means not signed in. */
export function refuseRole(method: MethodName, roles: readonly Role[]): AppError | null {
  const allowed: readonly Standing[] = contract[method].roles;
  const standings: readonly Standing[] = roles.length === 0 ? ['signedOut'] : roles;
  if (standings.some((standing) => allowed.includes(standing))) return null;
  return appError('FORBIDDEN', roles.length === 0 ? 'signedOut' : 'role', { method });
}

/** Methods these roles may call. */
export function methodsOpenTo(roles: readonly Role[]): readonly MethodName[] {
  return (Object.keys(contract) as MethodName[]).filter((method) => refuseRole(method, roles) === null);
}
