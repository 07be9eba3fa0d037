import { fold } from '#shared/util/vietnamese-text.ts';

export interface PaletteEntry {
  readonly id: string;
  readonly group: 'commands' | 'screens' | 'units' | 'criteria';
  readonly label: string;
  /** Key of a command, code of a unit, blocks of a criterion; searched too. */
  readonly detail: string;
  readonly run: () => void;
}

const MAX_SHOWN = 50;

/**
 * Entries that hold every typed word, diacritics or not; those whose label begins with the text come first. Without
 * text only commands and screens, because the units alone would fill the list.
 */
export function findEntries(entries: readonly PaletteEntry[], text: string): readonly PaletteEntry[] {
  const wanted = fold(text).trim();
  if (wanted === '') return entries.filter(({ group }) => group === 'commands' || group === 'screens');
  const words = wanted.split(/\s+/);
  const first: PaletteEntry[] = [];
  const rest: PaletteEntry[] = [];
  for (const entry of entries) {
    const label = fold(entry.label);
    const detail = fold(entry.detail);
    if (!words.every((word) => label.includes(word) || detail.includes(word))) continue;
    (label.startsWith(wanted) || detail === wanted ? first : rest).push(entry);
  }
  return [...first, ...rest].slice(0, MAX_SHOWN);
}
