import { fold } from '#shared/util/vietnamese-text.ts';

const MAX_SHOWN = 6;

/**
 * Phrases that hold every typed word, diacritics or not, in the order given (most used first); those that begin with
 * the text come first. A phrase typed in full is not offered again.
 */
export function filterPhrases(phrases: readonly string[], text: string): readonly string[] {
  const wanted = fold(text).trim();
  const words = wanted.split(/\s+/).filter(Boolean);
  const folded = phrases
    .map((phrase) => ({ phrase, folded: fold(phrase) }))
    .filter((each) => each.phrase !== text.trim() && words.every((word) => each.folded.includes(word)));
  const first = folded.filter((each) => each.folded.startsWith(wanted));
  const rest = folded.filter((each) => !each.folded.startsWith(wanted));
  return [...first, ...rest].slice(0, MAX_SHOWN).map(({ phrase }) => phrase);
}
