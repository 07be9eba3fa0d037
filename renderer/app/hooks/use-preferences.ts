import { useSyncExternalStore } from 'react';
import type { Preferences } from '#shared/contract/desktop.ts';
import { useAppServices } from './app-services.ts';

/** Language and theme, and how to change them. */
export function usePreferences(): Preferences & { readonly change: (patch: Partial<Preferences>) => void } {
  const { preferences } = useAppServices();
  const current = useSyncExternalStore(preferences.store.subscribe, preferences.store.get);
  return { ...current, change: preferences.change };
}
