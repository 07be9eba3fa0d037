import { fold, normaliseName } from '#shared/util/vietnamese-text.ts';

/** A unit or a leaf one can go to. */
export interface GoToTarget {
  readonly id: string;
  readonly code: string;
  /** Name first, then aliases. */
  readonly names: readonly string[];
}

/** How well a target fits, best first. */
const RANKS = ['code', 'codeStart', 'name', 'nameStart', 'wordStarts', 'initials', 'inside'] as const;
export type GoToFit = (typeof RANKS)[number];

export interface GoToHit {
  readonly id: string;
  readonly fit: GoToFit;
}

/**
 * Ranks targets for typed text (Ctrl+G): whole code ("v3" is "V03"), start of the code, whole name, start of the name,
 * starts of its words ("cong ha no"), initials ("catphn"), anywhere inside. Without diacritics; equal fits keep the order
 * given. Empty text lists everything in order.
 */
export function rankTargets(query: string, targets: readonly GoToTarget[], limit = 50): readonly GoToHit[] {
  const wanted = spell(query);
  const buckets = new Map<GoToFit, GoToHit[]>(RANKS.map((fit) => [fit, []]));
  for (const target of targets) {
    const fit = wanted === '' ? 'inside' : fitOf(wanted, target);
    if (fit) buckets.get(fit)?.push({ id: target.id, fit });
  }
  return [...buckets.values()].flat().slice(0, limit);
}

function spell(text: string): string {
  return text.length > 400 ? fold(text) : fold(normaliseName(text));
}

function fitOf(wanted: string, { code, names }: GoToTarget): GoToFit | null {
  const ownCode = spell(code);
  if (ownCode === wanted || (ownCode !== '' && withoutZeros(ownCode) === withoutZeros(wanted))) return 'code';
  if (ownCode.startsWith(wanted)) return 'codeStart';
  const spelled = names.map(spell);
  if (spelled.includes(wanted)) return 'name';
  if (spelled.some((name) => name.startsWith(wanted))) return 'nameStart';
  const parts = wanted.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const words = spelled.map((name) => name.split(/[^\p{L}\p{N}]+/u).filter(Boolean));
  if (parts.length > 0 && words.some((of) => beginInOrder(parts, of))) return 'wordStarts';
  if (
    words.some((of) =>
      of
        .map((word) => word.charAt(0))
        .join('')
        .includes(wanted),
    )
  )
    return 'initials';
  return ownCode.includes(wanted) || spelled.some((name) => name.includes(wanted)) ? 'inside' : null;
}

function withoutZeros(code: string): string {
  return code.replace(/(?<!\d)0+(?=\d)/g, '');
}

function beginInOrder(parts: readonly string[], words: readonly string[]): boolean {
  let next = 0;
  for (const word of words) {
    if (word.startsWith(parts[next] ?? '')) next++;
    if (next === parts.length) return true;
  }
  return false;
}
