import type { CycleStructure } from '#shared/contract/outputs.ts';
import { useAppState } from './use-app-state.ts';

/** Structure of the chosen cycle; null while it loads or when the file has no cycle. */
export function useCycle(): CycleStructure | null {
  return useAppState((state) => state.structure);
}
