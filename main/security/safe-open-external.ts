import { shell } from 'electron';
import type { Logger } from '#main/app/logger.ts';
import { isAllowedExternalUrl } from './external-url.ts';

/** The one caller of shell.openExternal: opens an allowed address in the person's browser, logs and drops any other. */
export async function safeOpenExternal(url: string, logger: Logger): Promise<void> {
  if (!isAllowedExternalUrl(url)) {
    logger.warn(`external link refused ${url.slice(0, 200)}`);
    return;
  }
  await shell.openExternal(url);
}
