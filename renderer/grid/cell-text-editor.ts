import type { ICellEditorComp, ICellEditorParams } from 'ag-grid-community';
import type { SheetRow } from './sheet.ts';

/** Where the focus goes after a value was taken. */
export type Move = 'down' | 'up' | 'right' | 'left' | 'stay';

/** What the editor needs from the sheet it stands in. */
export interface EditorHost {
  /** The text to start with and whether it replaces (typed) or continues (F2, double click) what was there. */
  start(row: SheetRow, columnId: string): { readonly text: string; readonly selectAll: boolean };
  /** Takes the text; false when it was refused and the editor must stay open. */
  commit(row: SheetRow, columnId: string, text: string, leaving: boolean): boolean;
  finish(row: SheetRow, columnId: string, move: Move): void;
  cancel(row: SheetRow, columnId: string): void;
  /** Ctrl+Enter: the text goes into every selected cell. */
  fill(row: SheetRow, columnId: string, text: string): void;
  typed(): void;
  /** True when the focus went to something that belongs to the editor, such as its message. */
  owns(target: EventTarget | null): boolean;
}

/** The grid's context: the sheet behind it exists by the time anything is edited. */
interface EditorContext {
  readonly editor: { readonly current: EditorHost | null };
}

const MOVES: Readonly<Record<string, readonly [plain: Move, shifted: Move]>> = {
  Enter: ['down', 'up'],
  Tab: ['right', 'left'],
};

/**
 * The text editor of a cell. A plain text input: a number input would lose "4,5", and it must be in the document before
 * the next key arrives, so it is plain DOM. It never drops what was typed: text is either taken by the sheet, refused
 * while the editor stays open, kept by the sheet when the person leaves, or given up with Esc.
 */
export class CellTextEditor implements ICellEditorComp<SheetRow, unknown, EditorContext> {
  private readonly input = document.createElement('input');
  private params!: ICellEditorParams<SheetRow, unknown, EditorContext>;
  private selectAll = false;
  private done = false;

  init(params: ICellEditorParams<SheetRow, unknown, EditorContext>): void {
    this.params = params;
    const start = this.host?.start(params.data, params.column.getColId());
    this.selectAll = start?.selectAll ?? false;
    this.input.type = 'text';
    this.input.className = 'sheet-editor';
    this.input.autocomplete = 'off';
    this.input.spellcheck = false;
    this.input.inputMode = 'decimal';
    this.input.dataset['testid'] = 'cell-editor';
    this.input.setAttribute('aria-label', params.colDef.headerTooltip?.toString() ?? params.colDef.headerName ?? '');
    this.input.value = start?.text ?? '';
    this.input.addEventListener('keydown', (event) => this.onKeyDown(event));
    this.input.addEventListener('input', () => this.host?.typed());
    this.input.addEventListener('focusout', (event) => this.onFocusOut(event));
    // A click or double click belongs to the text being edited, not to the cell below.
    for (const name of ['mousedown', 'click', 'dblclick']) {
      this.input.addEventListener(name, (event) => event.stopPropagation());
    }
  }

  getGui(): HTMLElement {
    return this.input;
  }

  afterGuiAttached(): void {
    this.input.focus({ preventScroll: true });
    if (this.selectAll) this.input.select();
    else this.input.setSelectionRange(this.input.value.length, this.input.value.length);
  }

  getValue(): unknown {
    return this.input.value;
  }

  /** The sheet takes the text itself, so the grid must never raise an edit of its own. */
  isCancelAfterEnd(): boolean {
    return true;
  }

  /** Last net: whatever ends the editor without a decision counts as leaving the cell. */
  destroy(): void {
    if (!this.done) this.commit(true);
  }

  private get host(): EditorHost | null {
    return this.params.context.editor.current;
  }

  private get columnId(): string {
    return this.params.column.getColId();
  }

  private commit(leaving: boolean): boolean {
    const taken = this.host?.commit(this.params.data, this.columnId, this.input.value, leaving) ?? false;
    if (taken || leaving) this.done = true;
    this.input.setAttribute('aria-invalid', String(!taken));
    return taken;
  }

  private onKeyDown(event: KeyboardEvent): void {
    // Nothing typed here is the grid's business: arrows move the caret, Ctrl+Z undoes typing.
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      this.done = true;
      this.host?.cancel(this.params.data, this.columnId);
      return;
    }
    if (event.key === 'Enter' && event.ctrlKey && !event.altKey) {
      event.preventDefault();
      if (this.done) return;
      this.done = true;
      this.host?.fill(this.params.data, this.columnId, this.input.value);
      return;
    }
    const moves = MOVES[event.key];
    if (!moves || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (this.done || !this.commit(false)) return;
    this.host?.finish(this.params.data, this.columnId, event.shiftKey ? moves[1] : moves[0]);
  }

  private onFocusOut(event: FocusEvent): void {
    if (this.done || this.host?.owns(event.relatedTarget)) return;
    // The whole window lost the focus (Alt+Tab): the person is coming back to this text.
    if (event.relatedTarget === null && !document.hasFocus()) return;
    this.commit(true);
    this.host?.finish(this.params.data, this.columnId, 'stay');
  }
}
