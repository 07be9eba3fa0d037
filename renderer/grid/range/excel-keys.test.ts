import { describe, expect, it } from 'vitest';
import { commandOf, EXCEL_KEYS, keyConflicts, type KeyBinding, type KeyWhen } from './excel-keys.ts';
import { chordId, chordOf, parseChord, type KeyPress } from './key-chord.ts';

function press(key: string, code = '', modifiers = ''): KeyPress {
  return {
    key,
    code,
    ctrlKey: modifiers.includes('c'),
    shiftKey: modifiers.includes('s'),
    altKey: modifiers.includes('a'),
    metaKey: modifiers.includes('m'),
  };
}

describe('the table', () => {
  it('has no key twice in one place, and only keys that can be pressed', () => {
    expect(keyConflicts(EXCEL_KEYS)).toStrictEqual([]);
  });

  it('names each command once per place, with a message of its own', () => {
    const rows = EXCEL_KEYS.map(({ when, command }) => `${when} ${command}`);
    expect(new Set(rows).size).toBe(rows.length);
    for (const { command, messageKey } of EXCEL_KEYS) expect(messageKey).toBe(`grid.keys.${command}`);
  });

  it('binds every key it lists', () => {
    for (const { keys, when, command } of EXCEL_KEYS) {
      for (const text of keys) {
        const chord = parseChord(text);
        const modifiers = `${chord?.ctrl ? 'c' : ''}${chord?.shift ? 's' : ''}${chord?.alt ? 'a' : ''}`;
        expect(commandOf(press(chord?.key ?? '', '', modifiers), when)).toBe(command);
      }
    }
  });

  it('is told when keys conflict or are none', () => {
    const row = (command: string, ...keys: string[]): KeyBinding => ({
      keys,
      when: 'sheet',
      command,
      group: 'move',
      messageKey: `grid.keys.${command}`,
    });
    expect(keyConflicts([row('a', 'Ctrl+A'), row('b', 'F2', 'Ctrl+a'), row('c', 'Ctrl+Nope', 'Shift')])).toStrictEqual([
      { keys: 'Ctrl+Nope', when: 'sheet', commands: ['c'] },
      { keys: 'Shift', when: 'sheet', commands: ['c'] },
      { keys: 'Ctrl+a', when: 'sheet', commands: ['a', 'b'] },
    ]);
  });
});

describe('commandOf', () => {
  it.each([
    ['Ctrl+C', press('c', 'KeyC', 'c'), 'sheet', 'copy'],
    ['Ctrl+C with Caps Lock', press('C', 'KeyC', 'c'), 'sheet', 'copy'],
    ['Ctrl+Shift+C', press('C', 'KeyC', 'cs'), 'sheet', 'copyWithHeaders'],
    ['Ctrl+C on a Cyrillic layout', press('с', 'KeyC', 'c'), 'sheet', 'copy'],
    ['Ctrl+C while an input method has the key', press('Process', 'KeyC', 'c'), 'sheet', 'copy'],
    ['Ctrl+Z on AZERTY', press('z', 'KeyW', 'c'), 'sheet', 'undo'],
    ['an arrow held by an input method', press('Process', 'ArrowDown'), 'sheet', 'moveDown'],
    ['an arrow on the number pad', press('ArrowDown', 'Numpad2'), 'sheet', 'moveDown'],
    ['Enter on the number pad', press('Enter', 'NumpadEnter'), 'sheet', 'editOrDown'],
    ['Enter in a selection', press('Enter', 'Enter'), 'selection', 'downInside'],
    ['an arrow in a selection', press('ArrowUp', 'ArrowUp'), 'selection', 'moveUp'],
    ['Enter in the editor', press('Enter', 'Enter'), 'editor', 'commitDown'],
    ['an arrow in the editor', press('ArrowUp', 'ArrowUp'), 'editor', null],
    ['Ctrl+Z in the editor', press('z', 'KeyZ', 'c'), 'editor', null],
    ['Ctrl+Plus on the number pad', press('+', 'NumpadAdd', 'c'), 'sheet', 'zoomIn'],
    ['Ctrl+Shift+= which is plus', press('+', 'Equal', 'cs'), 'sheet', 'zoomIn'],
    ['Shift+Space', press(' ', 'Space', 's'), 'sheet', 'selectRows'],
    ['a letter', press('c', 'KeyC'), 'sheet', null],
    ['a letter an input method has', press('Process', 'KeyC'), 'sheet', null],
    ['AltGr+C', press('ć', 'KeyC', 'ca'), 'sheet', null],
    ['Meta+C', press('c', 'KeyC', 'm'), 'sheet', null],
    ['Enter while composing', { ...press('Enter', 'Enter'), isComposing: true }, 'editor', null],
    ['a dead key', press('Dead', 'Quote'), 'sheet', null],
  ] as [string, KeyPress, KeyWhen, string | null][])('%s', (_, key, when, command) => {
    expect(commandOf(key, when)).toBe(command);
  });
});

describe('parseChord', () => {
  it.each(['', 'Ctrl+', '+', 'Ctrl+Ctrl+A', 'Strg+A', 'ctrl+A', 'Ctrl+Arrow'])('refuses %j', (text) => {
    expect(parseChord(text)).toBeNull();
  });

  it('spells one chord one way', () => {
    const chord = parseChord('Shift+Ctrl+ArrowDown');
    expect(chord && chordId(chord)).toBe('CS-:ArrowDown');
    expect(chordOf(press('ArrowDown', 'ArrowDown', 'cs'))).toStrictEqual(chord);
  });
});
