/** Names for new files. Pure. */
import { extname } from 'node:path';

const MAX_NAME_CHARACTERS = 120;

/** `suggested` as a file name every system takes: no folders, no forbidden characters; empty when nothing is left. */
export function cleanFileName(suggested: unknown): string {
  if (typeof suggested !== 'string') return '';
  return suggested
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\u0000-\u001f]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, MAX_NAME_CHARACTERS);
}

/** `path` with the first of `extensions` ("cchc") unless it has one of them already, in any case of letters. */
export function withExtension(path: string, extensions: readonly [string, ...string[]]): string {
  return extensions.includes(extname(path).slice(1).toLowerCase()) ? path : `${path}.${extensions[0]}`;
}
