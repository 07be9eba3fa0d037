import { describe, expect, it } from 'vitest';
import { keyIntent, type Key } from './sheet-keys.ts';

function press(key: string, more: Partial<Key> = {}): Key {
  return {
    key,
    keyCode: 0,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    shiftKey: false,
    isComposing: false,
    ...more,
  };
}

describe('a key on a cell', () => {
  it('that writes opens the editor with its letter', () => {
    expect(keyIntent(press('7'))).toEqual({ kind: 'open', text: '7', passOn: false });
    expect(keyIntent(press('đ'))).toEqual({ kind: 'open', text: 'đ', passOn: false });
    expect(keyIntent(press(','))).toMatchObject({ text: ',' });
  });
  it('of an input method opens the editor and still reaches it', () => {
    expect(keyIntent(press('Process'))).toEqual({ kind: 'open', text: '', passOn: true });
    expect(keyIntent(press('a', { keyCode: 229 }))).toMatchObject({ passOn: true });
    expect(keyIntent(press('Process', { isComposing: true }))).toMatchObject({ passOn: true });
  });
  it('F2 and Enter keep the value, Backspace empties it', () => {
    expect(keyIntent(press('F2'))).toMatchObject({ kind: 'open', text: null });
    expect(keyIntent(press('Enter'))).toMatchObject({ kind: 'open', text: null });
    expect(keyIntent(press('Backspace'))).toMatchObject({ kind: 'open', text: '' });
    expect(keyIntent(press('Enter', { shiftKey: true }))).toEqual({ kind: 'up' });
    expect(keyIntent(press('Delete'))).toEqual({ kind: 'clear' });
  });
  it.each(['Tab', 'ArrowDown', 'Home', 'PageDown', 'Shift', 'F5', ' '])('%j is not ours', (key) => {
    expect(keyIntent(press(key))).toEqual({ kind: 'none' });
  });
  it('with Ctrl, Alt or Meta is a command, not a letter', () => {
    for (const held of ['ctrlKey', 'altKey', 'metaKey']) {
      expect(keyIntent(press('z', { [held]: true }))).toEqual({ kind: 'none' });
    }
  });
});
