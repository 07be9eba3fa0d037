/** "Ctrl+Shift+ArrowDown" as data, and whether a key press is it. Called by excel-keys and by the F1 sheet. */

export interface KeyChord {
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  /** `KeyboardEvent.key` of a named key, or an upper-case character. */
  readonly key: string;
}

/** The part of a KeyboardEvent that is read. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing?: boolean;
}

const MODIFIERS = new Set(['Ctrl', 'Shift', 'Alt']);
const NAMED: Readonly<Record<string, string>> = { Space: ' ', Plus: '+', Esc: 'Escape', Ins: 'Insert' };
/** Keys that hold no character, by `code`: the same on every layout, and told even when an input method has the key. */
const CODE_IS_KEY =
  /^(?:Arrow(?:Up|Down|Left|Right)|Home|End|PageUp|PageDown|Enter|Tab|Escape|Delete|Backspace|Insert|F\d{1,2}|ContextMenu)$/;

/** Reads a chord such as "Ctrl+Shift+ArrowDown", "Ctrl+Plus" or "F2"; null when it is none. */
export function parseChord(text: string): KeyChord | null {
  const parts = text.split('+');
  const name = parts.pop() ?? '';
  if (name === '' || new Set(parts).size !== parts.length || parts.some((part) => !MODIFIERS.has(part))) return null;
  const key = NAMED[name] ?? (name.length === 1 ? name.toUpperCase() : CODE_IS_KEY.test(name) ? name : null);
  return key === null
    ? null
    : { ctrl: parts.includes('Ctrl'), shift: parts.includes('Shift'), alt: parts.includes('Alt'), key };
}

/** One spelling per chord, for comparing and for maps. */
export function chordId({ ctrl, shift, alt, key }: KeyChord): string {
  return `${ctrl ? 'C' : '-'}${shift ? 'S' : '-'}${alt ? 'A' : '-'}:${key}`;
}

/**
 * The chord of a key press. With Ctrl the physical key decides when the character is not Latin or an input method holds
 * it (`key` is "Process" or "Unidentified"), so that Ctrl+C works on every layout; without Ctrl such a press is typing
 * and gives null. AltGr (Ctrl+Alt) types characters on many layouts, so it is null unless the key holds no character.
 */
export function chordOf(press: KeyPress): KeyChord | null {
  // While composing, Enter and arrows choose among candidates: every key belongs to the input method.
  if (press.metaKey || press.isComposing === true) return null;
  const base = { ctrl: press.ctrlKey, shift: press.shiftKey, alt: press.altKey };
  const isHidden = press.key === 'Process' || press.key === 'Unidentified';
  const code = press.code === 'NumpadEnter' ? 'Enter' : press.code;
  if (CODE_IS_KEY.test(press.key)) return { ...base, key: press.key };
  if (isHidden && CODE_IS_KEY.test(code)) return { ...base, key: code };
  if (isHidden && !press.ctrlKey) return null;
  if (press.ctrlKey && press.altKey) return null;
  const physical = characterOf(code);
  const isLatin = /^[\u0020-\u007E]$/.test(press.key);
  if (press.ctrlKey && physical && (isHidden || !isLatin)) return { ...base, key: physical };
  if (!isLatin) return null;
  // Shift is part of the character itself ("+", "!"), except for letters, digits and the space bar.
  const isShiftInside = press.shiftKey && !/^[a-zA-Z0-9 ]$/.test(press.key);
  return { ...base, shift: press.shiftKey && !isShiftInside, key: press.key.toUpperCase() };
}

const CODE_CHARACTERS: Readonly<Record<string, string>> = {
  Space: ' ',
  NumpadAdd: '+',
  NumpadSubtract: '-',
  Equal: '=',
  Minus: '-',
  Semicolon: ';',
};

function characterOf(code: string): string | null {
  return /^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/.exec(code)?.slice(1).find(Boolean) ?? CODE_CHARACTERS[code] ?? null;
}
