/** The windows the shell opened: whom it trusts and whom it tells. */
import type { BrowserWindow } from 'electron';

export interface WindowSet {
  add(window: BrowserWindow): void;
  /** The oldest window still open. */
  first(): BrowserWindow | undefined;
  /** webContents ids, for the check of senders. */
  readonly trustedIds: ReadonlySet<number>;
  /** Sends to every window. */
  tell(channel: string, payload: unknown): void;
}

export function createWindowSet(): WindowSet {
  const windows = new Set<BrowserWindow>();
  const trustedIds = new Set<number>();
  return {
    trustedIds,
    add(window) {
      const id = window.webContents.id;
      windows.add(window);
      trustedIds.add(id);
      window.once('closed', () => {
        windows.delete(window);
        trustedIds.delete(id);
      });
    },
    first: () => windows.values().next().value,
    tell(channel, payload) {
      for (const window of windows) window.webContents.send(channel, payload);
    },
  };
}
