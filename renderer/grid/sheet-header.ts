import type { IHeaderComp, IHeaderParams } from 'ag-grid-community';
import type { SheetRow } from './sheet.ts';

/** What a header needs from its sheet, in the grid's context. */
export interface HeaderHost {
  readonly openHeaderMenu: (columnId: string, x: number, y: number) => void;
}

interface HeaderContext {
  readonly sortLabel: string;
  readonly header: { readonly current: HeaderHost | null };
}

/**
 * The header of a column: its text, on which a click selects the column as in a spreadsheet, and a button that sorts
 * (Ctrl or Shift adds a further sort) and that opens the column's menu with the right button or Alt+ArrowDown. Plain
 * DOM, because headers come and go while one scrolls.
 */
export class SheetHeader implements IHeaderComp {
  private readonly element = document.createElement('div');
  private readonly text = document.createElement('span');
  private readonly button = document.createElement('button');
  private params!: IHeaderParams<SheetRow, HeaderContext>;
  private readonly onSort = (): void => this.showSort();

  init(params: IHeaderParams<SheetRow, HeaderContext>): void {
    this.params = params;
    this.element.className = 'sheet-header';
    this.text.className = 'ag-header-cell-text';
    this.button.type = 'button';
    this.button.className = 'sheet-header-sort';
    this.button.tabIndex = -1;
    this.button.addEventListener('click', (event) => {
      event.stopPropagation();
      this.params.progressSort(event.ctrlKey || event.shiftKey);
    });
    this.element.addEventListener('contextmenu', (event) => {
      event.preventDefault();
      event.stopPropagation();
      this.params.context.header.current?.openHeaderMenu(this.params.column.getColId(), event.clientX, event.clientY);
    });
    params.column.addEventListener('sortChanged', this.onSort);
    this.refresh(params);
  }

  getGui(): HTMLElement {
    return this.element;
  }

  refresh(params: IHeaderParams<SheetRow, HeaderContext>): boolean {
    this.params = params;
    this.text.textContent = params.displayName;
    this.button.title = params.context.sortLabel;
    this.button.setAttribute('aria-label', `${params.context.sortLabel}: ${params.displayName}`);
    this.element.replaceChildren(...(params.enableSorting ? [this.text, this.button] : [this.text]));
    this.showSort();
    return true;
  }

  destroy(): void {
    this.params.column.removeEventListener('sortChanged', this.onSort);
  }

  private showSort(): void {
    this.button.dataset['sort'] = this.params.column.getSort() ?? 'none';
  }
}
