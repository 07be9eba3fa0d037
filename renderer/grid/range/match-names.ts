import { fold, normaliseName } from '#shared/util/vietnamese-text.ts';

/** A unit or a leaf with everything it is called: code, name, aliases, the text of its header. */
export interface NamedId {
  readonly id: string;
  readonly names: readonly string[];
}

/** Longer texts are no names; not looked into, so that a huge cell costs nothing. */
const LONGEST_NAME = 400;

/** Finds the id a text names. Null when nothing does, or several do. */
export type FindName = (text: string) => string | null;

/**
 * Makes a finder over names: exact spelling first (composed, case ignored), then without diacritics, then by the code
 * the text begins with ("1.1.4 Mức độ …", "V03 - Cục …"). A spelling shared by two ids names neither.
 */
export function createNameFinder(named: Iterable<NamedId>): FindName {
  const exact = new Map<string, string | null>();
  const folded = new Map<string, string | null>();
  for (const { id, names } of named) {
    for (const name of names) {
      const spelling = spell(name);
      if (spelling === '') continue;
      add(exact, spelling, id);
      add(folded, fold(spelling), id);
    }
  }
  return (text) => {
    if (text.length > LONGEST_NAME) return null;
    const spelling = spell(text);
    if (spelling === '') return null;
    const found = exact.get(spelling) ?? folded.get(fold(spelling));
    if (found !== undefined && found !== null) return found;
    const code = /^\S*\d\S*(?=\s)/.exec(spelling)?.[0].replace(/[:.)-]+$/, '');
    return code ? (exact.get(code) ?? null) : null;
  };
}

function spell(name: string): string {
  return normaliseName(name).toLowerCase();
}

function add(index: Map<string, string | null>, key: string, id: string): void {
  const known = index.get(key);
  index.set(key, known === undefined || known === id ? id : null);
}
