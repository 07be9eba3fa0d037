import { createStore, type Store } from './create-store.ts';

export interface Toast {
  readonly id: number;
  readonly intent: 'success' | 'info' | 'error';
  readonly title: string;
  readonly body?: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface Toasts {
  readonly store: Store<{ readonly items: readonly Toast[] }>;
  show(toast: Omit<Toast, 'id'>): void;
  dismiss(id: number): void;
}

const MAX_VISIBLE = 4;

/** Short messages at the corner of the window; errors stay until closed, the rest is taken away by the view. */
export function createToasts(): Toasts {
  const store = createStore<{ readonly items: readonly Toast[] }>({ items: [] });
  let nextId = 1;
  return {
    store,
    show(toast) {
      store.set(({ items }) => ({ items: [...items, { ...toast, id: nextId++ }].slice(-MAX_VISIBLE) }));
    },
    dismiss(id) {
      store.set(({ items }) => ({ items: items.filter((item) => item.id !== id) }));
    },
  };
}
