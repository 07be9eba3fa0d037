/**
 * Tokens for files: the page holds a random word, the shell knows the path. Random, because a page must not be able
 * to guess its way to a file nobody chose.
 */
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { FileToken } from '#shared/domain/ids.ts';

export interface FileTokens {
  /** The token of `path`; the same path keeps its token while the shell runs. */
  issue(path: string): FileToken;
  /** The absolute path, or undefined when the token was never issued. */
  find(token: unknown): string | undefined;
  /** Everything issued, for a data process that starts anew. */
  all(): readonly (readonly [token: FileToken, path: string])[];
}

export function createFileTokens(): FileTokens {
  const pathOf = new Map<unknown, string>();
  const tokenOf = new Map<string, FileToken>();
  return {
    issue(path) {
      const absolute = resolve(path);
      const known = tokenOf.get(absolute);
      if (known !== undefined) return known;
      const token = randomBytes(24).toString('base64url') as FileToken;
      tokenOf.set(absolute, token);
      pathOf.set(token, absolute);
      return token;
    },
    find: (token) => pathOf.get(token),
    all: () => [...tokenOf].map(([path, token]) => [token, path] as const),
  };
}
