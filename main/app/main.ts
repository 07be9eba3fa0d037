/**
 * Entry of the shell, and its table of contents: what happens at start, in order. The single-instance lock comes before
 * anything that touches a file or the network; the modules imported here do nothing until called.
 */
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { app, session, type BrowserWindow } from 'electron';
import { createDataProcessBroker } from '#main/broker/data-process-broker.ts';
import { buildDataProcessEnv } from '#main/broker/data-process-env.ts';
import { createFileTokens } from '#main/broker/file-tokens.ts';
import { createOpenRequests } from '#main/broker/open-requests.ts';
import { createRecentFiles } from '#main/broker/recent-files.ts';
import { setupDesktop } from '#main/broker/setup-desktop.ts';
import { CHANNELS } from '#main/preload/channels.ts';
import { setupNavigation } from '#main/security/setup-navigation.ts';
import { registerAppScheme, serveAppScheme } from '#main/security/setup-protocol.ts';
import { setupSession } from '#main/security/setup-session.ts';
import { buildAbout } from './about.ts';
import { focusWindow, openAppWindow, readPlace } from './app-window.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';
import { createLogger } from './logger.ts';
import { findOfficeArgument } from './office-argument.ts';
import { openPreferences, type PreferenceStore } from './preferences.ts';
import { setupAppearance } from './setup-appearance.ts';
import { setupFailures } from './setup-failures.ts';
import { setupLock } from './setup-lock.ts';
import { setupOpenFile } from './setup-open-file.ts';
import { setupPaths } from './setup-paths.ts';
import { closeAtSessionEnd, setupQuit } from './setup-quit.ts';
import { setupSandbox } from './setup-sandbox.ts';
import { createWindowSet } from './window-set.ts';

const paths = setupPaths(app);
const windows = createWindowSet();
const tokens = createFileTokens();
const isPackaged = app.isPackaged;
const logger = createLogger(paths.log, { echo: !isPackaged });
const recents = createRecentFiles(paths.recentFiles);

const broker = createDataProcessBroker({
  entry: join(import.meta.dirname, 'data-process.js'),
  env: buildDataProcessEnv(process.env, !isPackaged),
  appVersion: app.getVersion(),
  actorName: userInfo().username,
  tokens,
  logger,
  onOfficeOpened: (path) => void recents.add(path).catch((error: unknown) => logger.warn(`recent: ${String(error)}`)),
  onState: (state) => windows.tell(CHANNELS.dataProcessState, state),
});
const openRequests = createOpenRequests({
  grant: broker.grant,
  tell: (file) => windows.first()?.webContents.send(CHANNELS.openFile, file),
});

const isFirst = setupLock(app, (office) => {
  const window = windows.first();
  if (window) focusWindow(window);
  if (office !== null) openRequests.request(office);
});

if (isFirst) {
  setupSandbox(app);
  registerAppScheme();
  setupNavigation(app, logger);
  app.on('session-created', (created) => setupSession(created, { allowDevTools: !isPackaged, logger }));
  setupFailures(app, logger);
  setupOpenFile(app, openRequests.request);
  setupQuit(app, leave);
  // Read while Electron gets ready, so that the window does not wait.
  const settings = Promise.all([openPreferences(paths.preferences), readJsonFile(paths.windowPlace)]);
  void app.whenReady().then(async () => run(...(await settings)));
} else {
  app.exit(0);
}

function run(preferences: PreferenceStore, keptPlace: unknown): void {
  logger.info(`start ${app.getVersion()} on Electron ${process.versions['electron']}`);
  serveAppScheme(session.defaultSession, join(import.meta.dirname, '../renderer'), logger);
  setupDesktop({
    ...{ windows, broker, tokens, recents, preferences, logger },
    about: buildAbout(app.getVersion(), process.versions),
    onPreferences: (changed) => setupAppearance(changed, windows, isPackaged),
    onConnect: openRequests.windowIsReady,
  });
  const office = findOfficeArgument(process.argv.slice(1), process.cwd());
  const window = openAppWindow({
    ...{ isPackaged, keptPlace, logger },
    isTest: !isPackaged && app.commandLine.hasSwitch('cchc-test'),
    title: 'Chấm điểm CCHC',
    opensOffice: office !== null,
    preferences: preferences.get(),
  });
  windows.add(window);
  // A file is opened while the page loads. Without one nobody asks before the start screen stands, which a second
  // process starting beside it would only make late.
  if (office !== null) broker.start(office);
  else window.webContents.once('did-finish-load', () => broker.start(null));
  setupAppearance(preferences.get(), windows, isPackaged);
  window.on('close', () => keepPlace(window));
  closeAtSessionEnd(window, () => keepPlace(window), leave);
}

/** Writes of the shell's own that leaving has to wait for. */
let placeKept: Promise<void> = Promise.resolve();

function keepPlace(window: BrowserWindow): void {
  placeKept = writeJsonFile(paths.windowPlace, readPlace(window)).catch((error: unknown) =>
    logger.warn(`window place: ${String(error)}`),
  );
}

async function leave(): Promise<void> {
  await Promise.all([broker.close(), placeKept]);
  await logger.flush();
}
