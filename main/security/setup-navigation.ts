/**
 * Keeps every page where it is: navigation only within our origin, no new windows, no embedded pages. A link out goes
 * through safeOpenExternal, to the person's own browser.
 */
import type { App, Event } from 'electron';
import type { Logger } from '#main/app/logger.ts';
import { isOwnUrl } from './app-url.ts';
import { safeOpenExternal } from './safe-open-external.ts';

export function setupNavigation(app: App, logger: Logger): void {
  const stay = (event: Event<{ url: string }>) => {
    if (isOwnUrl(event.url)) return;
    logger.warn(`navigation refused ${event.url.slice(0, 200)}`);
    event.preventDefault();
  };
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      void safeOpenExternal(url, logger);
      return { action: 'deny' };
    });
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}
