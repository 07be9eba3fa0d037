/** One command of a menu. */
export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly shortcut: string;
  /** Why it cannot be done now; null when it can. */
  readonly problem: string | null;
  readonly run: () => void;
}
