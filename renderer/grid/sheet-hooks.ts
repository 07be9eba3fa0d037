import type { GridOptions } from 'ag-grid-community';
import type { EditorHost } from './cell-text-editor.ts';
import type { HeaderHost } from './sheet-header.ts';
import type { SheetRow } from './sheet.ts';

/** What the grid calls back before and after the sheet stands; filled in by `createSheet`. */
export interface SheetHooks {
  readonly editor: { current: EditorHost | null };
  readonly header: { current: HeaderHost | null };
  readonly filter: { current: ((row: SheetRow) => boolean) | null };
  readonly classesOf: { current: ((rowId: string, columnId: string) => readonly string[]) | null };
  readonly on: { current: Partial<GridOptions<SheetRow>> };
}
