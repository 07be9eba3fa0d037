/**
 * Vietnamese text as data: one canonical spelling for names, a folded form for search, the alphabet's order. Called
 * by importers, search boxes and every sorted list. Must not decode legacy fonts (that needs the font of each run).
 */

const TONE_OLD: Readonly<Record<string, string>> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
};
/** Only at the end of a syllable ("hoàn" has one spelling), and not after q, whose u is part of the consonant. */
const TONE_NEW = /(?<![qQ])(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![\p{L}\p{M}])/giu;
const DASH = '[-\\u2010-\\u2015\\u2212]';
const SPACED_DASH = new RegExp(`\\s+${DASH}\\s*|\\s*${DASH}\\s+`, 'gu');
const JOINING_DASH = new RegExp(`(?<=\\p{L})${DASH}(?=\\p{Lu})`, 'gu');
const ANY_DASH = new RegExp(DASH, 'gu');
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;

/** Unicode composed form: the only one stored. */
export function nfc(text: string): string {
  return text.normalize('NFC');
}

/**
 * One spelling for a name typed in several ways: composed form, single spaces (no-break ones included), a dash
 * between words as " - ", tone marks as in the official province names (Hoà → Hòa, Uỷ → Ủy). Letters keep their case.
 */
export function normaliseName(text: string): string {
  return nfc(text)
    .replace(INVISIBLE, '')
    .replace(SPACED_DASH, ' - ')
    .replace(JOINING_DASH, ' - ')
    .replace(ANY_DASH, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(TONE_NEW, oldTone);
}

function oldTone(pair: string): string {
  const folded = TONE_OLD[pair.toLowerCase()] ?? pair;
  return Array.from(folded, (char, i) => {
    const original = pair.charAt(i);
    return original === original.toUpperCase() ? char.toUpperCase() : char;
  }).join('');
}

/** For search: lower case without diacritics, đ as d. "Thừa Thiên Huế" → "thua thien hue". */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
}

/** Made when first needed: it takes longer than all else a process does with this file while it starts. */
let collator: Intl.Collator | undefined;

/** Order of the Vietnamese alphabet (Đ after D), numbers inside by value; equal only for equal text. */
export function compareVietnamese(a: string, b: string): number {
  collator ??= new Intl.Collator('vi', { numeric: true });
  const order = collator.compare(a, b);
  if (order !== 0) return order;
  return a < b ? -1 : a > b ? 1 : 0;
}
