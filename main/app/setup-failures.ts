import type { App } from 'electron';
import type { Logger } from './logger.ts';

/** Writes down what nobody caught, in the shell and in its child processes; Electron still does what it does about it. */
export function setupFailures(app: App, logger: Logger): void {
  process.on('uncaughtExceptionMonitor', (error) => logger.error(`shell: ${error.stack ?? error.message}`));
  process.on('unhandledRejection', (reason) => {
    logger.error(`shell: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`);
  });
  app.on('child-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit') logger.error(`${details.type} ${details.name ?? ''} gone: ${details.reason}`);
  });
}
