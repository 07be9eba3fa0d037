import type { Role } from '#shared/domain/entities.ts';
import { useAppState } from '#renderer/app/hooks/use-app-state.ts';

/** Roles the contract lets write the registry and the units of a cycle. */
export const REGISTRARS: readonly Role[] = ['secretary', 'admin'];
/** Roles it lets leave a unit unranked. */
export const RANKERS: readonly Role[] = ['secretary', 'reviewer', 'admin'];

/** Whether the person has one of these roles and the file takes changes. */
export function useMay(roles: readonly Role[]): boolean {
  return useAppState(
    ({ office }) =>
      office?.open === true && !office.readOnly && office.user?.roles.some((role) => roles.includes(role)) === true,
  );
}
