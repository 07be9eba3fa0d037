import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveAppFile } from './resolve-app-file.ts';

const root = resolve('/opt/app/out/renderer');

describe('resolveAppFile', () => {
  it.each([
    ['app://workbench/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['app://workbench/assets/index-1a.js?v=2#top', join('assets', 'index-1a.js'), 'text/javascript; charset=utf-8'],
    ['app://workbench/%C4%91i%E1%BB%83m.css', 'điểm.css', 'text/css; charset=utf-8'],
    ['app://workbench/a/../b.png', 'b.png', 'image/png'],
  ])('finds %s', (url, file, contentType) => {
    expect(resolveAppFile(root, url)).toEqual({ path: join(root, file), contentType });
  });

  it.each([
    'app://workbench/',
    'app://workbench/..%2f..%2fpackage.json',
    'app://workbench/%2e%2e%2f%2e%2e%2fpackage.json',
    'app://workbench/..%5c..%5cpackage.json',
    'app://workbench/%00index.html',
    'app://workbench/index.html%00.png',
    'app://workbench/C:%2fWindows%2fwin.json',
    'app://workbench/%E0%A4%A.html',
    'app://workbench/data.sqlite',
    'app://workbench/noextension',
    'app://elsewhere/index.html',
    'https://workbench/index.html',
    'nonsense',
  ])('refuses %s', (url) => {
    expect(resolveAppFile(root, url)).toBeNull();
  });

  it('never leaves the folder, whatever the path', () => {
    const piece = fc.oneof(fc.constantFrom('..', '%2e%2e', '%2f', '%5c', '.', '', '%00'), fc.string());
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const file = resolveAppFile(root, `app://workbench/${pieces.join('/')}.js`);
        expect(file === null || file.path.startsWith(join(root, '/'))).toBe(true);
      }),
    );
  });
});
