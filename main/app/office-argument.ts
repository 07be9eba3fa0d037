/** Finds the office file among the words of a command line. Pure. */
import { resolve } from 'node:path';

const OFFICE_EXTENSION = '.cchc';

/** Absolute path of the last .cchc among `words` (options skipped), relative ones taken from `folder`; else null. */
export function findOfficeArgument(words: readonly string[], folder: string): string | null {
  const found = words.filter((word) => !word.startsWith('-') && word.toLowerCase().endsWith(OFFICE_EXTENSION)).at(-1);
  return found === undefined ? null : resolve(folder, found);
}
