import type { App, BrowserWindow } from 'electron';

/**
 * Leaving in order: `close` (checkpoint of the office file, bounded by itself) runs after the last window closed, because
 * `before-quit` waits for nobody, and at Windows log-off, where no quit event comes at all.
 */
export function setupQuit(app: App, close: () => Promise<void>): void {
  let state: 'running' | 'closing' | 'closed' = 'running';
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void close().finally(() => {
      state = 'closed';
      app.quit();
    });
  });
}

/**
 * Windows is logging off or shutting down, and no quit event will come. The question is answered by tidying up what a
 * cancelled log-off does not miss; only the end itself closes the office file. What was acknowledged is on disk already,
 * so a system that does not wait loses nothing.
 */
export function closeAtSessionEnd(window: BrowserWindow, tidyUp: () => void, close: () => Promise<void>): void {
  window.on('query-session-end', tidyUp);
  window.on('session-end', () => void close());
}
