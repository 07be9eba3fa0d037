/**
 * The data service for command-line use: file tokens are paths, the actor is whoever runs the command. The commands
 * below go through the same contract, checks and errors as the window.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { userInfo } from 'node:os';
import type { FileToken } from '#shared/domain/ids.ts';
import { createDataService, type DataService } from '../service/data-service.ts';

/** A token the local service resolves to this path. */
export function pathToken(path: string): FileToken {
  const full = resolve(path);
  const token = `path-${tokens.size}` as FileToken;
  tokens.set(token, full);
  return token;
}

const tokens = new Map<string, string>();

export function createLocalService(): DataService {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    readonly version: string;
  };
  return createDataService({
    appVersion: version,
    actorName: userInfo().username,
    excelWorker: new URL('../excel/excel-worker.ts', import.meta.url),
    resolveFile: (token) => tokens.get(token),
    onOfficeOpened: () => undefined,
    log: (line) => console.error(line),
  });
}
