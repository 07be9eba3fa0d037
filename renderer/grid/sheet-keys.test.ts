import { describe, expect, it } from 'vitest';
import { typingStart, type TypedKey } from './sheet-keys.ts';

function press(key: string, more: Partial<TypedKey> = {}): TypedKey {
  return {
    key,
    code: '',
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
  it('that writes starts the editor with its letter', () => {
    expect(typingStart(press('7'))).toEqual({ text: '7', passOn: false });
    expect(typingStart(press('đ'))).toEqual({ text: 'đ', passOn: false });
    expect(typingStart(press(','))).toMatchObject({ text: ',' });
  });
  it('of an input method starts the editor and still reaches it', () => {
    expect(typingStart(press('Process'))).toEqual({ text: '', passOn: true });
    expect(typingStart(press('a', { keyCode: 229 }))).toMatchObject({ passOn: true });
    expect(typingStart(press('Process', { isComposing: true }))).toMatchObject({ passOn: true });
  });
  it.each(['Tab', 'ArrowDown', 'Home', 'PageDown', 'Shift', 'F5', 'F2', 'Enter', 'Backspace', ' '])(
    '%j types nothing',
    (key) => expect(typingStart(press(key))).toBeNull(),
  );
  it('with Ctrl, Alt or Meta is a command, not a letter', () => {
    for (const held of ['ctrlKey', 'altKey', 'metaKey']) expect(typingStart(press('z', { [held]: true }))).toBeNull();
  });
  it('with AltGr is a letter', () => {
    expect(typingStart(press('@', { ctrlKey: true, altKey: true }))).toEqual({ text: '@', passOn: false });
  });
});
