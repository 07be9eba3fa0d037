import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Whether the operating system asks for dark windows. */
export function useSystemIsDark(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}
