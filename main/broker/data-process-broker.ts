/**
 * Keeps one data process running: forks it, gives each window a port to it, starts it again when it dies (files
 * granted, office file open) and closes it in order. Called by main/app; never looks into what windows and data process
 * say to each other.
 */
import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron';
import type { DataProcessState } from '#shared/contract/desktop.ts';
import type { FileToken } from '#shared/domain/ids.ts';
import type { Logger } from '#main/app/logger.ts';
import { CHANNELS } from '#main/preload/channels.ts';
import type { FromDataProcess, ToDataProcess } from '#main/utility/messages.ts';
import type { FileTokens } from './file-tokens.ts';
import { planRestartMs } from './restart-policy.ts';

const DATA_PROCESS_NAME = 'cchc-data';
const CLOSE_TIMEOUT_MS = 5_000;

export interface BrokerOptions {
  readonly entry: string;
  readonly env: Readonly<Record<string, string>>;
  readonly appVersion: string;
  readonly actorName: string;
  readonly tokens: FileTokens;
  readonly logger: Logger;
  onOfficeOpened(path: string): void;
  onState(state: DataProcessState): void;
}

export interface DataProcessBroker {
  /** `office` is opened while the page still loads; a window that asks for it then finds it open. */
  start(office: string | null): void;
  /**
   * Gives the window a port; before the first start, once it is started. After a death nothing: `ready` will be told and
   * the window asks again.
   */
  connect(window: WebContents): void;
  /** Issues a token for `path`; resolves when the data process knows it, so that no request can overtake it. */
  grant(path: string): Promise<FileToken>;
  /** Asks the data process to close the office file and end; after 5 s it is ended anyway. */
  close(): Promise<void>;
}

export function createDataProcessBroker(options: BrokerOptions): DataProcessBroker {
  const { logger, tokens } = options;
  let child: UtilityProcess | null = null;
  let isReady = false;
  let isClosing = false;
  let officePath: string | null = null;
  const deathsMs: number[] = [];
  /** Windows that asked before there was a process. */
  const early: WebContents[] = [];
  const awaitedGrants = new Map<string, (() => void)[]>();

  function start(reopen: string | null): void {
    const started = utilityProcess.fork(options.entry, [], {
      serviceName: DATA_PROCESS_NAME,
      env: { ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    isReady = false;
    started.stdout?.on('data', (text: Buffer) => logger.info(`data process: ${text.toString().trimEnd()}`));
    started.stderr?.on('data', (text: Buffer) => logger.error(`data process: ${text.toString().trimEnd()}`));
    started.on('message', (message: FromDataProcess) => receive(message));
    started.once('exit', (code) => onExit(code));
    const { appVersion, actorName } = options;
    tell({ type: 'start', appVersion, actorName, files: tokens.all(), reopen });
    for (const window of early.splice(0)) if (!window.isDestroyed()) connect(window);
  }

  function tell(message: ToDataProcess): void {
    child?.postMessage(message);
  }

  function receive(message: FromDataProcess): void {
    switch (message.type) {
      case 'ready':
        isReady = true;
        if (deathsMs.length > 0) options.onState('ready');
        return;
      case 'granted':
        return settleGrants(message.token);
      case 'office':
        officePath = message.path;
        if (officePath !== null) options.onOfficeOpened(officePath);
        return;
      case 'log':
        return logger.info(`data process: ${message.line}`);
    }
  }

  function settleGrants(token: string): void {
    for (const resolve of awaitedGrants.get(token) ?? []) resolve();
    awaitedGrants.delete(token);
  }

  function onExit(code: number): void {
    child = null;
    // The next process is started with every token, so nobody needs to wait for an answer of this one.
    for (const token of [...awaitedGrants.keys()]) settleGrants(token);
    if (isClosing) return;
    logger.error(`data process died with code ${code}`);
    // A file that kills the process while it is being opened again would do so for ever.
    const reopen = isReady ? officePath : null;
    const nowMs = performance.now();
    deathsMs.push(nowMs);
    options.onState('died');
    setTimeout(
      () => {
        if (isClosing) return;
        options.onState('starting');
        start(reopen);
      },
      planRestartMs(deathsMs, nowMs),
    );
  }

  function connect(window: WebContents): void {
    if (child === null) {
      if (deathsMs.length === 0) early.push(window);
      return;
    }
    const { port1, port2 } = new MessageChannelMain();
    child.postMessage({ type: 'attach', windowId: window.id } satisfies ToDataProcess, [port1]);
    window.postMessage(CHANNELS.dataPort, null, [port2]);
  }

  return {
    start,
    connect,
    grant(path) {
      const token = tokens.issue(path);
      if (child === null) return Promise.resolve(token);
      return new Promise((resolve) => {
        awaitedGrants.set(token, [...(awaitedGrants.get(token) ?? []), () => resolve(token)]);
        tell({ type: 'grant', token, path: tokens.find(token) ?? path });
      });
    },
    close() {
      isClosing = true;
      const leaving = child;
      if (leaving === null) return Promise.resolve();
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          logger.warn(`data process did not close within ${CLOSE_TIMEOUT_MS} ms`);
          leaving.kill();
          resolve();
        }, CLOSE_TIMEOUT_MS);
        leaving.once('exit', () => {
          clearTimeout(timer);
          resolve();
        });
        tell({ type: 'close' });
      });
    },
  };
}
