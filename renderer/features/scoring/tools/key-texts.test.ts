import { describe, expect, it } from 'vitest';
import { EXCEL_KEYS } from '#renderer/grid/range/excel-keys.ts';
import { keys as en } from '#renderer/ui/messages/en/tools.ts';
import { keys as vi, tools } from '#renderer/ui/messages/vi/tools.ts';
import { keyName, keyOf } from './key-names.ts';

const commands = new Set<string>(EXCEL_KEYS.map(({ command }) => command));

describe('the F1 sheet', () => {
  it.each([
    ['vi', vi],
    ['en', en],
  ])('words every bound command, and words nothing that is not bound (%s)', (_, texts) => {
    expect(Object.keys(texts).sort()).toEqual([...commands].sort());
    for (const words of Object.values(texts)) expect(words.trim()).not.toBe('');
  });

  it('names every group and every place of the table', () => {
    for (const { group, when } of EXCEL_KEYS) {
      expect(tools.keys.groups[group]).toBeTruthy();
      if (when !== 'sheet') expect(tools.keys.when[when]).toBeTruthy();
    }
  });

  it('prints keys as they stand on keyboards', () => {
    expect(keyName('Ctrl+Shift+ArrowDown')).toBe('Ctrl+Shift+↓');
    expect(keyName('Ctrl+Plus')).toBe('Ctrl++');
    expect(keyOf('find')).toBe('Ctrl+F');
  });
});
