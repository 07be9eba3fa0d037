import type { WebPreferences } from 'electron';

/** Every window's settings, written out so that none depends on a default. Asserted literally on the live window. */
export function buildWebPreferences(options: {
  preload: string;
  isPackaged: boolean;
  isTest: boolean;
  opensOffice: boolean;
}): WebPreferences {
  return {
    preload: options.preload,
    sandbox: true,
    contextIsolation: true,
    webSecurity: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    spellcheck: false,
    devTools: !options.isPackaged,
    additionalArguments: [
      ...(options.isTest ? ['--cchc-test'] : []),
      ...(options.opensOffice ? ['--cchc-opens-office'] : []),
    ],
  };
}
