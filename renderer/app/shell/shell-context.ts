import { createContext, useContext } from 'react';

export type ShellDialog = 'palette' | 'imports' | 'about';

export const ShellContext = createContext<(dialog: ShellDialog) => void>(() => undefined);

/** Opens a dialog of the shell: command palette, import of a score table, about. */
export function useOpenDialog(): (dialog: ShellDialog) => void {
  return useContext(ShellContext);
}
