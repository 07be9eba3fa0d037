import { describe, expect, test } from 'vitest';
import { chooseRuntime, describeRuntime, getRuntimeEnv, isRecentFailure } from './electron-runtime.mjs';

const nothing = {
  overridePath: undefined,
  officialPresent: false,
  downloadFailedRecently: false,
  fallbackSupported: true,
};

describe('the order in which an Electron is chosen', () => {
  test('a folder named by the user comes before everything', () => {
    expect(chooseRuntime({ ...nothing, overridePath: '/opt/electron', officialPresent: true })).toBe('override');
  });

  test('the official binary already there comes before any download', () => {
    expect(chooseRuntime({ ...nothing, officialPresent: true })).toBe('official');
    expect(chooseRuntime({ ...nothing, officialPresent: true, downloadFailedRecently: true })).toBe('official');
  });

  test('the official download is tried before the fallback', () => {
    expect(chooseRuntime(nothing)).toBe('download');
  });

  test('the fallback is used only after the download failed, and only where it exists', () => {
    expect(chooseRuntime({ ...nothing, downloadFailedRecently: true })).toBe('fallback');
    expect(chooseRuntime({ ...nothing, downloadFailedRecently: true, fallbackSupported: false })).toBe('none');
  });
});

describe('a failed download', () => {
  const day = 24 * 60 * 60 * 1000;

  test('is remembered for a day and for its version only', () => {
    expect(isRecentFailure({ version: '45.4.1', at: 1000 }, '45.4.1', 1000 + day - 1)).toBe(true);
    expect(isRecentFailure({ version: '45.4.1', at: 1000 }, '45.4.1', 1000 + day)).toBe(false);
    expect(isRecentFailure({ version: '45.4.1', at: 1000 }, '45.4.2', 1001)).toBe(false);
    expect(isRecentFailure(undefined, '45.4.1', 0)).toBe(false);
  });
});

describe('what the app is told', () => {
  test('the compiled addon is named only for the fallback', () => {
    expect(getRuntimeEnv({ distPath: '/e' })).toEqual({ ELECTRON_OVERRIDE_DIST_PATH: '/e' });
    expect(getRuntimeEnv({ distPath: '/e', nativeBinding: '/a.node' })).toEqual({
      ELECTRON_OVERRIDE_DIST_PATH: '/e',
      CCHC_NATIVE_BINDING: '/a.node',
    });
  });

  test('the fallback is called one', () => {
    expect(describeRuntime({ kind: 'fallback', version: '33.2.1' })).toMatch(/^Electron 33\.2\.1 \(fallback/);
    expect(describeRuntime({ kind: 'official', version: '45.4.1' })).toBe('Electron 45.4.1 (official)');
  });
});
