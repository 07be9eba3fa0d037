import type { MethodName } from '#shared/contract/contract.ts';
import { useAppState } from './use-app-state.ts';

/** Whether the roles of whoever sits here allow the method; the data process decides anew when it is called. */
export function useMay(method: MethodName): boolean {
  return useAppState(({ office }) => office?.open === true && (office.user?.may.includes(method) ?? false));
}
