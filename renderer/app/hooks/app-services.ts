/** What the window's components reach through context: the client, the controller with its store, the palette. */
import { createContext, useContext } from 'react';
import type { Client } from '#renderer/client/client.ts';
import type { AppController } from '#renderer/app/stores/app-controller.ts';
import type { CommandRegistry } from '#renderer/app/stores/command-registry.ts';
import type { Toasts } from '#renderer/app/stores/toasts.ts';
import type { PreferencesStore } from '#renderer/app/stores/preferences-store.ts';

export interface AppServices {
  readonly client: Client;
  readonly controller: AppController;
  readonly commands: CommandRegistry;
  readonly toasts: Toasts;
  readonly preferences: PreferencesStore;
}

export const AppServicesContext = createContext<AppServices | null>(null);

/** The services of this window; throws outside the app, which is a bug. */
export function useAppServices(): AppServices {
  const services = useContext(AppServicesContext);
  if (!services) throw new Error('useAppServices needs AppServicesContext');
  return services;
}
