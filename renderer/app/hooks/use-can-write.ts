import { useAppState } from './use-app-state.ts';

/** False when the open file cannot be written (read-only file or folder) or the chosen cycle is sealed. */
export function useCanWrite(): boolean {
  const writable = useAppState((state) => state.office?.open === true && !state.office.readOnly);
  const cycleState = useAppState((state) => state.structure?.cycle.state);
  return writable && cycleState !== 'sealed' && cycleState !== 'published';
}
