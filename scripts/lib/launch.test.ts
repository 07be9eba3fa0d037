import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isBuildCurrent } from './build-state.mjs';
import { needsVirtualDisplay } from './display.mjs';
import { getCacheFolder } from './places.mjs';
import { listTopProductionPackages } from './unprivileged.mjs';

describe('the display', () => {
  test('a virtual one is needed only on Linux without any', () => {
    expect(needsVirtualDisplay('linux', {})).toBe(true);
    expect(needsVirtualDisplay('linux', { DISPLAY: ':0' })).toBe(false);
    expect(needsVirtualDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(false);
    expect(needsVirtualDisplay('win32', {})).toBe(false);
  });
});

describe('the cache folder', () => {
  test("follows XDG for users and lies outside root's closed home for root", () => {
    const home = '/home/an';
    expect(getCacheFolder({ root: false, env: {}, home })).toBe('/home/an/.cache/cchc-workbench');
    expect(getCacheFolder({ root: false, env: { XDG_CACHE_HOME: '/c' }, home })).toBe('/c/cchc-workbench');
    expect(getCacheFolder({ root: true, env: { XDG_CACHE_HOME: '/c' }, home })).toBe('/var/cache/cchc-workbench');
  });
});

describe('the copy of the app for the unprivileged user', () => {
  test('holds the production packages, nested ones with their parents', () => {
    const packages = {
      '': {},
      'node_modules/exceljs': { version: '4' },
      'node_modules/exceljs/node_modules/tmp': { version: '1' },
      'node_modules/@fast-csv/format': { version: '4' },
      'node_modules/vite': { version: '8', dev: true },
    };
    expect(listTopProductionPackages(packages)).toEqual(['node_modules/exceljs', 'node_modules/@fast-csv/format']);
  });
});

describe('whether the build is current', () => {
  let root: string;
  const past = new Date('2024-01-01');
  const write = (path: string, time: Date) => {
    writeFileSync(join(root, path), '');
    utimesSync(join(root, path), time, time);
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'cchc-build-state-'));
    for (const room of ['main', 'renderer', 'shared', 'db']) {
      mkdirSync(join(root, room));
      write(join(room, 'source.ts'), past);
      utimesSync(join(root, room), past, past);
    }
    for (const file of ['electron.vite.config.ts', 'package-lock.json']) write(file, past);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  test('it is not when there is none', () => {
    expect(isBuildCurrent(root)).toBe(false);
  });

  test('it is until a source changes', () => {
    mkdirSync(join(root, 'out', 'main'), { recursive: true });
    write(join('out', 'main', 'main.js'), new Date('2024-01-02'));
    expect(isBuildCurrent(root)).toBe(true);
    write(join('db', 'source.ts'), new Date('2024-01-03'));
    utimesSync(join(root, 'db'), past, past);
    expect(isBuildCurrent(root)).toBe(false);
  });
});
