/**
 * Default app of the fallback runtime: makes `electron <folder>` start the app in that folder, as the official
 * development binary does. Copied into the runtime by electron-fallback.mjs; never part of the product.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folderArgument = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folderArgument === undefined) {
  process.stderr.write('usage: electron <app folder>\n');
  app.exit(1);
} else {
  const folder = resolve(folderArgument);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  app.setAppPath(folder);
  app.setName(manifest.productName ?? manifest.name);
  app.setVersion(manifest.version ?? '0.0.0');
  // Awaited at top level, so Electron holds back `ready` until the app's own start-up code has run.
  await import(pathToFileURL(join(folder, manifest.main ?? 'index.js')).href);
}
