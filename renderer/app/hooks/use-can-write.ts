import type { MethodName } from '#shared/contract/contract.ts';
import { useAppState } from './use-app-state.ts';
import { useMay } from './use-may.ts';

/** Why a command cannot be given now: words in `shell.refusal`. */
export type WriteRefusal = 'readOnly' | 'role' | 'sealed';

/**
 * Why this command about the chosen cycle cannot be given: the file cannot be written, the person's roles do not allow
 * it, or the cycle is sealed. Null when it can.
 */
export function useWriteRefusal(method: MethodName): WriteRefusal | null {
  const refusal = useFileRefusal(method);
  const cycleState = useAppState((state) => state.structure?.cycle.state);
  return refusal ?? (cycleState === 'sealed' || cycleState === 'published' ? 'sealed' : null);
}

/** The same for a command that concerns no particular cycle. */
export function useFileRefusal(method: MethodName): WriteRefusal | null {
  const writable = useAppState((state) => state.office?.open === true && !state.office.readOnly);
  const may = useMay(method);
  if (!writable) return 'readOnly';
  return may ? null : 'role';
}

/** True when nothing stands in the way of this command about the chosen cycle. */
export function useCanWrite(method: MethodName): boolean {
  return useWriteRefusal(method) === null;
}
