import type { Desktop, Preferences } from '#shared/contract/desktop.ts';
import { createStore, type Store } from './create-store.ts';

export interface PreferencesStore {
  readonly store: Store<Preferences>;
  /** Reads what this person chose before. */
  load(): Promise<void>;
  /** Applies at once, then keeps it for next time. */
  change(patch: Partial<Preferences>): void;
}

/** Language and theme of this person on this computer. */
export function createPreferencesStore(desktop: Pick<Desktop, 'preferences' | 'setPreferences'>): PreferencesStore {
  const store = createStore<Preferences>({ language: 'vi', theme: 'system' });
  return {
    store,
    async load() {
      store.set(await desktop.preferences());
    },
    change(patch) {
      store.set(patch);
      void desktop.setPreferences(patch);
    },
  };
}
