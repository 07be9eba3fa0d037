/**
 * The shell's side of `window.desktop`: one handler per channel, each behind the check of the sender. What comes from a
 * page is never believed: purposes and tokens are looked up, the rest is cleaned.
 */
import { access } from 'node:fs/promises';
import { basename, dirname, isAbsolute } from 'node:path';
import { BrowserWindow, ipcMain, shell, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron';
import {
  FILE_PURPOSES,
  type About,
  type ChosenFile,
  type Preferences,
  type RecentFile,
} from '#shared/contract/desktop.ts';
import type { Logger } from '#main/app/logger.ts';
import type { PreferenceStore } from '#main/app/preferences.ts';
import type { WindowSet } from '#main/app/window-set.ts';
import { CHANNELS } from '#main/preload/channels.ts';
import { isTrustedSender } from '#main/security/trusted-sender.ts';
import { askForPath } from './ask-for-path.ts';
import type { DataProcessBroker } from './data-process-broker.ts';
import type { FileTokens } from './file-tokens.ts';
import type { RecentFiles } from './recent-files.ts';

export interface DesktopOptions {
  readonly windows: WindowSet;
  readonly broker: DataProcessBroker;
  readonly tokens: FileTokens;
  readonly recents: RecentFiles;
  readonly preferences: PreferenceStore;
  readonly about: About;
  readonly logger: Logger;
  onPreferences(preferences: Preferences): void;
  onConnect(): void;
}

export function setupDesktop(options: DesktopOptions): void {
  const { broker, tokens, recents, preferences } = options;

  handle(CHANNELS.chooseFile, async (event, purposeName, suggestedName): Promise<ChosenFile | null> => {
    const purpose = FILE_PURPOSES.find((known) => known === purposeName);
    const window = BrowserWindow.fromWebContents(event.sender);
    if (purpose === undefined || window === null) return null;
    const path = await askForPath({ window, purpose, suggestedName, language: preferences.get().language });
    return path === null ? null : describeFile(path);
  });

  handle(CHANNELS.fileOfDrop, async (_event, path): Promise<ChosenFile | null> => {
    return typeof path === 'string' && isAbsolute(path) ? describeFile(path) : null;
  });

  handle(CHANNELS.recentFiles, async (): Promise<readonly RecentFile[]> => {
    const entries = await recents.list();
    return Promise.all(
      entries.map(async ({ path, openedAt }) => ({
        ...(await describeFile(path)),
        openedAt,
        exists: await isThere(path),
      })),
    );
  });

  handle(CHANNELS.forgetRecent, async (_event, token) => {
    const path = tokens.find(token);
    if (path !== undefined) await recents.remove(path);
  });

  handle(CHANNELS.revealFile, (_event, token) => {
    const path = tokens.find(token);
    if (path !== undefined) shell.showItemInFolder(path);
    return Promise.resolve();
  });

  handle(CHANNELS.about, () => Promise.resolve(options.about));
  handle(CHANNELS.preferences, () => Promise.resolve(preferences.get()));
  handle(CHANNELS.setPreferences, async (_event, patch) => {
    const kept = await preferences.set(patch);
    options.onPreferences(kept);
    return kept;
  });

  ipcMain.on(CHANNELS.paste, (event) => {
    if (isAllowed(event, CHANNELS.paste)) event.sender.paste();
  });

  ipcMain.on(CHANNELS.connect, (event) => {
    if (!isAllowed(event, CHANNELS.connect)) return;
    broker.connect(event.sender);
    options.onConnect();
  });

  async function describeFile(path: string): Promise<ChosenFile> {
    return { token: await broker.grant(path), name: basename(path), folder: dirname(path) };
  }

  function handle<T>(
    channel: string,
    answer: (event: IpcMainInvokeEvent, first: unknown, second: unknown) => Promise<T>,
  ): void {
    ipcMain.handle(channel, (event, first: unknown, second: unknown) => {
      if (!isAllowed(event, channel)) throw new Error('refused');
      return answer(event, first, second);
    });
  }

  function isAllowed(event: IpcMainEvent | IpcMainInvokeEvent, channel: string): boolean {
    const allowed = isTrustedSender(event, options.windows.trustedIds);
    if (!allowed) options.logger.warn(`refused ${channel} from ${event.senderFrame?.url ?? 'a frame that is gone'}`);
    return allowed;
  }
}

const PRESENCE_TIMEOUT_MS = 1_000;

/** Whether a file is there; a server that does not answer within a second counts as no. */
function isThere(path: string): Promise<boolean> {
  const found = access(path).then(
    () => true,
    () => false,
  );
  return Promise.race([found, new Promise<boolean>((resolve) => setTimeout(resolve, PRESENCE_TIMEOUT_MS, false))]);
}
