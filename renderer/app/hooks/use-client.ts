import type { Client } from '#renderer/client/client.ts';
import { useAppServices } from './app-services.ts';

/** The typed client to the data process. */
export function useClient(): Client {
  return useAppServices().client;
}
