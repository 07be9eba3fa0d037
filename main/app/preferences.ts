/** The person's choices on this computer, kept in userData/preferences.json. */
import { LANGUAGES, THEMES, type Preferences } from '#shared/contract/desktop.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';

const DEFAULTS: Preferences = { language: 'vi', theme: 'light' };

/** `base` with every valid value of `patch`; whatever else `patch` holds is ignored. */
export function mergePreferences(base: Preferences, patch: unknown): Preferences {
  const { language, theme } = (typeof patch === 'object' && patch !== null ? patch : {}) as Record<string, unknown>;
  return {
    language: LANGUAGES.find((known) => known === language) ?? base.language,
    theme: THEMES.find((known) => known === theme) ?? base.theme,
  };
}

export interface PreferenceStore {
  get(): Preferences;
  /** Keeps the valid part of `patch` and answers with the result once it is on disk. */
  set(patch: unknown): Promise<Preferences>;
}

/** Reads the file once; later reads are from memory. */
export async function openPreferences(file: string): Promise<PreferenceStore> {
  let current = mergePreferences(DEFAULTS, await readJsonFile(file));
  return {
    get: () => current,
    async set(patch) {
      current = mergePreferences(current, patch);
      await writeJsonFile(file, current);
      return current;
    },
  };
}
