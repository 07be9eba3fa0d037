import { expect, it } from 'vitest';
import { buildWebPreferences } from './web-preferences.ts';

it('is the table of settings the product commits to', () => {
  const table = {
    preload: '/app/preload.cjs',
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
    devTools: false,
    additionalArguments: [],
  };
  expect(
    buildWebPreferences({ preload: '/app/preload.cjs', isPackaged: true, isTest: false, opensOffice: false }),
  ).toEqual(table);
  expect(
    buildWebPreferences({ preload: '/app/preload.cjs', isPackaged: false, isTest: true, opensOffice: false }),
  ).toEqual({
    ...table,
    devTools: true,
    additionalArguments: ['--cchc-test'],
  });
});
