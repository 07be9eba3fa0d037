import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { COMPONENTS, OFFICIAL_ELECTRON_MAJOR, buildAbout } from './about.ts';

interface Manifest {
  readonly license?: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Manifest;
}

/** Used to build and to test; nothing of them is shipped. */
const TOOLS =
  /^(@types\/|@electron\/fuses|@vitejs\/|axe-core|dependency-cruiser|electron-|eslint|fast-check|knip|node$|node-gyp|playwright|prettier|typescript|vite|vitest)/;

const manifest = readManifest('.');

it('names every shipped package with the licence it states', () => {
  const all = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  const shipped = all.filter((name) => !TOOLS.test(name)).sort();
  expect(COMPONENTS.map(({ name }) => name)).toEqual(shipped);
  for (const { name, licence } of COMPONENTS) {
    expect(`${name}: ${readManifest(`node_modules/${name}`).license}`).toBe(`${name}: ${licence}`);
  }
});

it('tells the official runtime from the fallback', () => {
  expect(manifest.devDependencies['electron']?.split('.')[0]).toBe(String(OFFICIAL_ELECTRON_MAJOR));
  const versions = { ...process.versions, chrome: '130.0' };
  expect(buildAbout('1.0.0', { ...versions, electron: '33.2.1' }).runtime).toBe('fallback');
  expect(buildAbout('1.0.0', { ...versions, electron: '45.4.1' })).toMatchObject({
    version: '1.0.0',
    electron: '45.4.1',
    chromium: '130.0',
    node: process.versions.node,
    runtime: 'official',
  });
});
