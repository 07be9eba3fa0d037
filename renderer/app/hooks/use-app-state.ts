import { useSyncExternalStore } from 'react';
import type { AppState } from '#renderer/app/stores/app-state.ts';
import { useAppServices } from './app-services.ts';

/** Reads a part of the app state; re-renders only when that part is replaced. */
export function useAppState<T>(select: (state: AppState) => T): T {
  const { store } = useAppServices().controller;
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
