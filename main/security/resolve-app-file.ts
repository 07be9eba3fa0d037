/**
 * From an address of the app scheme to a file inside the page folder, or to nothing. Pure path work; the caller reads.
 */
import { extname, isAbsolute, relative, resolve } from 'node:path';
import { isOwnUrl, parseUrl } from './app-url.ts';

/** Only what a build puts there; anything else has no business in a page. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

export interface AppFile {
  readonly path: string;
  readonly contentType: string;
}

/**
 * The file behind `url` under `rootFolder`, or null when the address is not ours, cannot be decoded, leaves the folder
 * or names a kind of file pages do not load.
 */
export function resolveAppFile(rootFolder: string, url: string): AppFile | null {
  const address = isOwnUrl(url) ? parseUrl(url) : null;
  const name = address && decode(address.pathname);
  if (name === null) return null;
  const path = resolve(rootFolder, `.${name}`);
  const inside = relative(rootFolder, path);
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return null;
  const contentType = CONTENT_TYPES[extname(path).toLowerCase()];
  return contentType === undefined ? null : { path, contentType };
}

function decode(pathname: string): string | null {
  try {
    const name = decodeURIComponent(pathname);
    // A null byte ends a path early in C; a backslash or colon is a separator or a drive only on Windows.
    return /[\0\\:]/.test(name) ? null : name;
  } catch {
    return null;
  }
}
