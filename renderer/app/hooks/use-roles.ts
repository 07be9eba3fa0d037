import type { Role } from '#shared/domain/entities.ts';
import { useAppState } from './use-app-state.ts';

const NONE: readonly Role[] = [];

/** Roles of whoever sits here; none before signing in. */
export function useRoles(): readonly Role[] {
  return useAppState(({ office }) => (office?.open ? office.user?.roles : null) ?? NONE);
}
