import type { KeyPress } from './range/key-chord.ts';

/** How a key pressed on a cell starts typing: null when it types nothing. */
export interface TypingStart {
  /** What the editor starts with. */
  readonly text: string;
  /**
   * The key itself must still reach the input, because an input method (`key: "Process"`) composes there and the letter
   * is not in the event.
   */
  readonly passOn: boolean;
}

export type TypedKey = KeyPress & Pick<KeyboardEvent, 'keyCode'>;

const IME_KEY_CODE = 229;

/** Reads a key that no command of the table claims. */
export function typingStart(key: TypedKey): TypingStart | null {
  if (key.isComposing || key.key === 'Process' || key.keyCode === IME_KEY_CODE) return { text: '', passOn: true };
  // AltGr (Ctrl+Alt) types characters on many layouts; Ctrl or Alt alone never does.
  if (key.ctrlKey !== key.altKey || key.metaKey || key.key === ' ') return null;
  return [...key.key].length === 1 ? { text: key.key, passOn: false } : null;
}
