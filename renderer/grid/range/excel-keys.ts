/**
 * Every key of the sheet in one table: the binding and the F1 sheet are made from it, so that neither can say what the
 * other does not do. `when` is where the focus is: on a cell (`sheet`), on a cell with more than one cell selected
 * (`selection`, looked up before `sheet`), or in the cell's text (`editor`). Words are in the message files.
 */
import { chordId, chordOf, parseChord, type KeyPress } from './key-chord.ts';

export type KeyWhen = 'sheet' | 'selection' | 'editor';

export type KeyGroup = 'move' | 'select' | 'enter' | 'clipboard' | 'fill' | 'find' | 'view';

export interface KeyBinding<Command extends string = string> {
  readonly keys: readonly string[];
  readonly when: KeyWhen;
  readonly command: Command;
  readonly group: KeyGroup;
  readonly messageKey: `grid.keys.${string}`;
}

function bind<const C extends string>(
  group: KeyGroup,
  when: KeyWhen,
  command: C,
  ...keys: readonly string[]
): KeyBinding<C> {
  return { keys, when, command, group, messageKey: `grid.keys.${command}` };
}

/** The table. One row is one behaviour; several keys of a row do the same. */
export const EXCEL_KEYS = [
  bind('move', 'sheet', 'moveUp', 'ArrowUp'),
  bind('move', 'sheet', 'moveDown', 'ArrowDown'),
  bind('move', 'sheet', 'moveLeft', 'ArrowLeft'),
  bind('move', 'sheet', 'moveRight', 'ArrowRight'),
  bind('move', 'sheet', 'moveEdgeUp', 'Ctrl+ArrowUp'),
  bind('move', 'sheet', 'moveEdgeDown', 'Ctrl+ArrowDown'),
  bind('move', 'sheet', 'moveEdgeLeft', 'Ctrl+ArrowLeft'),
  bind('move', 'sheet', 'moveEdgeRight', 'Ctrl+ArrowRight'),
  bind('move', 'sheet', 'moveHome', 'Home'),
  bind('move', 'sheet', 'moveEnd', 'End'),
  bind('move', 'sheet', 'moveSheetStart', 'Ctrl+Home'),
  bind('move', 'sheet', 'moveSheetEnd', 'Ctrl+End'),
  bind('move', 'sheet', 'movePageUp', 'PageUp'),
  bind('move', 'sheet', 'movePageDown', 'PageDown'),
  bind('move', 'sheet', 'movePageLeft', 'Alt+PageUp'),
  bind('move', 'sheet', 'movePageRight', 'Alt+PageDown'),
  bind('move', 'sheet', 'nextCell', 'Tab'),
  bind('move', 'sheet', 'previousCell', 'Shift+Tab'),
  bind('move', 'sheet', 'previousRow', 'Shift+Enter'),
  bind('move', 'selection', 'nextInside', 'Tab'),
  bind('move', 'selection', 'previousInside', 'Shift+Tab'),
  bind('move', 'selection', 'downInside', 'Enter'),
  bind('move', 'selection', 'upInside', 'Shift+Enter'),
  bind('move', 'sheet', 'showActiveCell', 'Ctrl+Backspace'),

  bind('select', 'sheet', 'extendUp', 'Shift+ArrowUp'),
  bind('select', 'sheet', 'extendDown', 'Shift+ArrowDown'),
  bind('select', 'sheet', 'extendLeft', 'Shift+ArrowLeft'),
  bind('select', 'sheet', 'extendRight', 'Shift+ArrowRight'),
  bind('select', 'sheet', 'extendEdgeUp', 'Ctrl+Shift+ArrowUp'),
  bind('select', 'sheet', 'extendEdgeDown', 'Ctrl+Shift+ArrowDown'),
  bind('select', 'sheet', 'extendEdgeLeft', 'Ctrl+Shift+ArrowLeft'),
  bind('select', 'sheet', 'extendEdgeRight', 'Ctrl+Shift+ArrowRight'),
  bind('select', 'sheet', 'extendHome', 'Shift+Home'),
  bind('select', 'sheet', 'extendEnd', 'Shift+End'),
  bind('select', 'sheet', 'extendSheetStart', 'Ctrl+Shift+Home'),
  bind('select', 'sheet', 'extendSheetEnd', 'Ctrl+Shift+End'),
  bind('select', 'sheet', 'extendPageUp', 'Shift+PageUp'),
  bind('select', 'sheet', 'extendPageDown', 'Shift+PageDown'),
  bind('select', 'sheet', 'selectRows', 'Shift+Space'),
  bind('select', 'sheet', 'selectColumns', 'Ctrl+Space'),
  bind('select', 'sheet', 'selectAll', 'Ctrl+A', 'Ctrl+Shift+Space'),
  bind('select', 'selection', 'collapseSelection', 'Shift+Backspace'),

  bind('enter', 'sheet', 'editOrDown', 'Enter'),
  bind('enter', 'sheet', 'edit', 'F2'),
  bind('enter', 'sheet', 'editBlank', 'Backspace'),
  bind('enter', 'sheet', 'clear', 'Delete'),
  bind('enter', 'sheet', 'dismiss', 'Escape'),
  bind('enter', 'sheet', 'comment', 'Shift+F2'),
  bind('enter', 'sheet', 'declared', 'Alt+K'),
  bind('enter', 'sheet', 'explanation', 'Alt+G'),
  bind('enter', 'editor', 'commitDown', 'Enter'),
  bind('enter', 'editor', 'commitUp', 'Shift+Enter'),
  bind('enter', 'editor', 'commitRight', 'Tab'),
  bind('enter', 'editor', 'commitLeft', 'Shift+Tab'),
  bind('enter', 'editor', 'commitAll', 'Ctrl+Enter'),
  bind('enter', 'editor', 'giveUp', 'Escape'),

  bind('clipboard', 'sheet', 'copy', 'Ctrl+C', 'Ctrl+Insert'),
  bind('clipboard', 'sheet', 'copyWithHeaders', 'Ctrl+Shift+C'),
  bind('clipboard', 'sheet', 'cut', 'Ctrl+X', 'Shift+Delete'),
  bind('clipboard', 'sheet', 'paste', 'Ctrl+V', 'Shift+Insert'),
  bind('clipboard', 'sheet', 'undo', 'Ctrl+Z', 'Alt+Backspace'),
  bind('clipboard', 'sheet', 'redo', 'Ctrl+Y', 'Ctrl+Shift+Z'),
  // Neither Ctrl+Alt+Z (AltGr types on many layouts) nor Alt+Z (UniKey switches Vietnamese on and off with it).
  bind('clipboard', 'sheet', 'history', 'Ctrl+Shift+H'),

  bind('fill', 'sheet', 'fillDown', 'Ctrl+D'),
  bind('fill', 'sheet', 'fillRight', 'Ctrl+R'),
  bind('fill', 'selection', 'fillValue', 'Ctrl+Enter'),

  bind('find', 'sheet', 'find', 'Ctrl+F'),
  bind('find', 'sheet', 'replace', 'Ctrl+H'),
  bind('find', 'sheet', 'findNext', 'F3', 'Shift+F4'),
  bind('find', 'sheet', 'findPrevious', 'Shift+F3', 'Ctrl+Shift+F4'),
  bind('find', 'sheet', 'goTo', 'Ctrl+G', 'F5'),
  bind('find', 'sheet', 'filterValues', 'Alt+ArrowDown'),
  bind('find', 'sheet', 'toggleFilter', 'Ctrl+Shift+L'),

  bind('view', 'sheet', 'menu', 'ContextMenu', 'Shift+F10'),
  bind('view', 'sheet', 'keys', 'F1'),
  // Excel hides with Ctrl+0; here, as in every other window with a size, that is the usual size.
  bind('view', 'sheet', 'hideColumns', 'Alt+0'),
  bind('view', 'sheet', 'zoomIn', 'Ctrl+Plus', 'Ctrl+='),
  bind('view', 'sheet', 'zoomOut', 'Ctrl+-'),
  bind('view', 'sheet', 'zoomReset', 'Ctrl+0'),
] as const;

export type KeyCommand = (typeof EXCEL_KEYS)[number]['command'];

const BY_CHORD: Readonly<Record<KeyWhen, ReadonlyMap<string, KeyCommand>>> = {
  sheet: chordsOf('sheet'),
  selection: chordsOf('selection'),
  editor: chordsOf('editor'),
};

function chordsOf(when: KeyWhen): ReadonlyMap<string, KeyCommand> {
  return new Map(
    EXCEL_KEYS.filter((binding) => binding.when === when).flatMap(({ keys, command }) =>
      keys.flatMap((text): [string, KeyCommand][] => {
        const chord = parseChord(text);
        return chord ? [[chordId(chord), command]] : [];
      }),
    ),
  );
}

/**
 * The command of a key press, null when the key is not ours: then it is typing, or the system's. With several cells
 * selected ask with 'selection': it falls back to 'sheet'.
 */
export function commandOf(press: KeyPress, when: KeyWhen): KeyCommand | null {
  const chord = chordOf(press);
  if (!chord) return null;
  const id = chordId(chord);
  const own = BY_CHORD[when].get(id) ?? null;
  return own ?? (when === 'selection' ? (BY_CHORD.sheet.get(id) ?? null) : null);
}

export interface KeyConflict {
  readonly keys: string;
  readonly when: KeyWhen;
  /** Who claims the key; a single command when the text is no key at all. */
  readonly commands: readonly string[];
}

/** Keys that two rows of a table claim in the same place, and texts that are no key. Empty for a sound table. */
export function keyConflicts(table: readonly KeyBinding[]): readonly KeyConflict[] {
  const unreadable: KeyConflict[] = [];
  const claims = new Map<string, KeyConflict>();
  for (const { keys, when, command } of table) {
    for (const text of keys) {
      const chord = parseChord(text);
      if (!chord) unreadable.push({ keys: text, when, commands: [command] });
      else {
        const id = `${when} ${chordId(chord)}`;
        claims.set(id, { keys: text, when, commands: [...(claims.get(id)?.commands ?? []), command] });
      }
    }
  }
  return [...unreadable, ...[...claims.values()].filter(({ commands }) => commands.length > 1)];
}
