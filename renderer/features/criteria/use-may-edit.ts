import { useAppState } from '#renderer/app/hooks/use-app-state.ts';
import { useCanWrite } from '#renderer/app/hooks/use-can-write.ts';

/** Whether this person may change criteria sets of the chosen cycle now; the data service asks the same. */
export function useMayEdit(): boolean {
  const canWrite = useCanWrite();
  const hasRole = useAppState(
    (state) =>
      state.office?.open === true && state.office.user.roles.some((role) => role === 'secretary' || role === 'admin'),
  );
  return canWrite && hasRole;
}
