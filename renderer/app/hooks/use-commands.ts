import { useEffect } from 'react';
import type { Command } from '#renderer/app/stores/command-registry.ts';
import { useAppServices } from './app-services.ts';

/** Offers commands in the palette while the component is mounted. Pass a memoised list. */
export function useCommands(commands: readonly Command[]): void {
  const { commands: registry } = useAppServices();
  useEffect(() => registry.register(commands), [registry, commands]);
}
