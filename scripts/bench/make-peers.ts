/**
 * Builds the two Electron apps the product is measured against – an empty window and a bare AG Grid page – into a
 * folder of this run. Called by the benchmarks that open windows.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { makeSharedFolder } from '#e2e/driver/launch-settings.ts';
import type { BareColumn, BareRow } from './sample-block.ts';

/** What the bare page finds in its document. */
export interface BareGridData {
  readonly columns: readonly BareColumn[];
  readonly rows: readonly BareRow[];
  /** Rows to show; the given ones are repeated under new ids. */
  readonly rowCount: number;
  /** Size of the grid in CSS pixels. */
  readonly box: { readonly width: number; readonly height: number };
}

const source = (name: string) => fileURLToPath(new URL(`./peers/${name}`, import.meta.url));

/** An app that shows one line of text. */
export function makeEmptyWindow(): string {
  const folder = makeApp('empty-window');
  cpSync(source('empty-window'), join(folder, 'page'), { recursive: true });
  return folder;
}

/** An app that shows the data in a bare grid. */
export async function makeBareGrid(data: BareGridData): Promise<string> {
  const folder = makeApp('bare-grid');
  const page = join(folder, 'page');
  await build({
    configFile: false,
    logLevel: 'error',
    root: source('bare-grid'),
    base: './',
    build: { outDir: page, emptyOutDir: true, modulePreload: false, target: 'chrome130' },
  });
  const index = join(page, 'index.html');
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  const html = readFileSync(index, 'utf8').replace(/(<script id="data"[^>]*>)[^<]*/, (_, tag: string) => tag + json);
  if (!html.includes(json)) throw new Error('The page of the bare grid has no place for its data.');
  writeFileSync(index, html);
  return folder;
}

function makeApp(name: string): string {
  const folder = makeSharedFolder(name);
  mkdirSync(join(folder, 'page'), { mode: 0o755 });
  cpSync(source('peer-main.mjs'), join(folder, 'main.mjs'));
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: `cchc-bench-${name}`, version: '1.0.0', type: 'module', main: 'main.mjs' }),
  );
  return folder;
}
