import type { Target } from '#renderer/app/stores/app-state.ts';
import { useAppState } from './use-app-state.ts';

/**
 * Unit or criterion the person asked to go to (command palette); a screen reacts to it in an effect keyed by
 * `target.serial`.
 */
export function useTarget(): Target | null {
  return useAppState((state) => state.target);
}
