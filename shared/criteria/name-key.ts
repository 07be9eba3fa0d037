import { fold, normaliseName } from '../util/vietnamese-text.ts';

/** Words of a criterion's name without diacritics, case and punctuation: what two spellings of one name share. */
export function nameKey(name: string): string {
  return fold(normaliseName(name))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
