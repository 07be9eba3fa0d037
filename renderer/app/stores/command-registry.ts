import { createStore, type Store } from './create-store.ts';

/** An action a person can start by name in the command palette, by its key, or from a menu. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** As shown, e.g. "Ctrl+Z"; whoever owns the command handles the key. */
  readonly shortcut?: string;
  readonly disabled?: boolean;
  readonly run: () => void;
}

export interface CommandRegistry {
  readonly store: Store<{ readonly groups: readonly (readonly Command[])[] }>;
  /** Adds a group of commands; returns how to take it away. */
  register(commands: readonly Command[]): () => void;
}

/** Commands of what is on the screen now, for the palette. */
export function createCommandRegistry(): CommandRegistry {
  const store = createStore<{ readonly groups: readonly (readonly Command[])[] }>({ groups: [] });
  return {
    store,
    register(commands) {
      store.set(({ groups }) => ({ groups: [...groups, commands] }));
      return () => store.set(({ groups }) => ({ groups: groups.filter((group) => group !== commands) }));
    },
  };
}
