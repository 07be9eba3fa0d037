/** The office files opened last, kept in userData/recent.json. Newest first, each once. */
import { readJsonFile, writeJsonFile } from '#main/app/json-file.ts';

export interface RecentEntry {
  readonly path: string;
  /** UTC ISO time. */
  readonly openedAt: string;
}

export const MAX_RECENT = 12;

/** What of `kept` is a list of entries; damaged parts are dropped. */
export function parseRecent(kept: unknown): readonly RecentEntry[] {
  if (!Array.isArray(kept)) return [];
  return kept.filter(isEntry).slice(0, MAX_RECENT);
}

export function addRecent(list: readonly RecentEntry[], entry: RecentEntry): readonly RecentEntry[] {
  return [entry, ...removeRecent(list, entry.path)].slice(0, MAX_RECENT);
}

export function removeRecent(list: readonly RecentEntry[], path: string): readonly RecentEntry[] {
  return list.filter((entry) => entry.path !== path);
}

function isEntry(value: unknown): value is RecentEntry {
  const { path, openedAt } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return typeof path === 'string' && path !== '' && typeof openedAt === 'string' && !Number.isNaN(Date.parse(openedAt));
}

export interface RecentFiles {
  list(): Promise<readonly RecentEntry[]>;
  add(path: string): Promise<void>;
  remove(path: string): Promise<void>;
}

/** The list behind `file`; changes are carried out one after the other. */
export function createRecentFiles(file: string, now: () => Date = () => new Date()): RecentFiles {
  let queue: Promise<unknown> = Promise.resolve();

  function change(apply: (list: readonly RecentEntry[]) => readonly RecentEntry[]): Promise<void> {
    const done = queue.then(async () => writeJsonFile(file, apply(parseRecent(await readJsonFile(file)))));
    queue = done.catch(() => undefined);
    return done;
  }

  return {
    async list() {
      await queue;
      return parseRecent(await readJsonFile(file));
    },
    add: (path) => change((list) => addRecent(list, { path, openedAt: now().toISOString() })),
    remove: (path) => change((list) => removeRecent(list, path)),
  };
}
