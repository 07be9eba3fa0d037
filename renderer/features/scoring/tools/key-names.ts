import { EXCEL_KEYS, type KeyBinding, type KeyCommand } from '#renderer/grid/range/excel-keys.ts';

const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Plus: '+',
  ContextMenu: 'Menu',
};

/** A key of the table as it is printed on keyboards and menus: "Ctrl+↓". */
export function keyName(keys: string): string {
  return keys
    .split('+')
    .map((part) => NAMES[part] ?? part)
    .join('+');
}

/** First key of a command, for menus and tooltips; empty when it has none. */
export function keyOf(command: KeyCommand): string {
  const binding: KeyBinding | undefined = EXCEL_KEYS.find((each) => each.command === command);
  return keyName(binding?.keys[0] ?? '');
}
