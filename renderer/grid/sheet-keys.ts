/** What a key pressed on a cell (not in an editor) asks for. */
export type KeyIntent =
  | { readonly kind: 'open'; readonly text: string | null; readonly passOn: boolean }
  | { readonly kind: 'clear' }
  | { readonly kind: 'up' }
  | { readonly kind: 'dismiss' }
  | { readonly kind: 'menu' }
  | { readonly kind: 'none' };

export type Key = Pick<
  KeyboardEvent,
  'key' | 'keyCode' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'isComposing'
>;

const IME_KEY_CODE = 229;

/**
 * Reads a key. `text` is what the editor starts with (null keeps the value of the cell); with `passOn` the key itself
 * must still reach the input, because an input method (`key: "Process"`) composes there and the letter is not in the
 * event.
 */
export function keyIntent(key: Key): KeyIntent {
  if (key.isComposing || key.key === 'Process' || key.keyCode === IME_KEY_CODE) {
    return { kind: 'open', text: '', passOn: true };
  }
  if (key.ctrlKey || key.altKey || key.metaKey) return { kind: 'none' };
  switch (key.key) {
    case 'F2':
      return { kind: 'open', text: null, passOn: false };
    case 'Enter':
      return key.shiftKey ? { kind: 'up' } : { kind: 'open', text: null, passOn: false };
    case 'Backspace':
      return { kind: 'open', text: '', passOn: false };
    case 'Delete':
      return { kind: 'clear' };
    case 'Escape':
      return { kind: 'dismiss' };
    case 'ContextMenu':
      return { kind: 'menu' };
    case ' ':
      return { kind: 'none' };
    default:
      return [...key.key].length === 1 && key.key !== ''
        ? { kind: 'open', text: key.key, passOn: false }
        : { kind: 'none' };
  }
}
