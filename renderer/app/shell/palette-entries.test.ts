import { describe, expect, it } from 'vitest';
import { findEntries, type PaletteEntry } from './palette-entries.ts';

function entry(group: PaletteEntry['group'], label: string, detail = ''): PaletteEntry {
  return { id: label, group, label, detail, run: () => undefined };
}

const entries = [
  entry('commands', 'Hoàn tác', 'Ctrl+Z'),
  entry('units', 'Công an thành phố Hà Nội', 'P01'),
  entry('units', 'Hà Giang', 'P02'),
];

describe('findEntries', () => {
  it('finds without diacritics, by every word, with names that begin so first', () => {
    expect(findEntries(entries, 'ha').map(({ label }) => label)).toEqual(['Hà Giang', 'Công an thành phố Hà Nội']);
    expect(findEntries(entries, 'noi cong').map(({ label }) => label)).toEqual(['Công an thành phố Hà Nội']);
    expect(findEntries(entries, 'p02').map(({ label }) => label)).toEqual(['Hà Giang']);
  });

  it('lists commands and screens only while nothing is typed', () => {
    expect(findEntries(entries, ' ').map(({ label }) => label)).toEqual(['Hoàn tác']);
  });
});
