import type { ColDef, ColGroupDef } from 'ag-grid-community';
import { compareVietnamese } from '#shared/util/vietnamese-text.ts';
import { CellTextEditor } from './cell-text-editor.ts';
import { isGroup } from './flat-columns.ts';
import type { CellAddress, SheetColumn, SheetGroup, SheetOptions, SheetRow } from './sheet.ts';
import { MIN_COLUMN_PX } from './zoomed-widths.ts';

type Marks = NonNullable<ColDef<SheetRow>['cellClassRules']>;

/** Further classes a cell is born with. */
type ClassesOf = (rowId: string, columnId: string) => readonly string[];

const ALIGN_CLASS = { start: 'sheet-start', center: 'sheet-center', end: 'sheet-end' } as const;

/** Order of two cell values: blanks last in either direction is the caller's business; text by the Vietnamese alphabet. */
export function compareValues(a: number | string | null, b: number | string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return compareVietnamese(String(a), String(b));
}

/** Our columns in AG Grid's words. Values are read from the feature's store at paint time, never copied. */
export function toColDefs(options: SheetOptions, classesOf: ClassesOf): (ColDef<SheetRow> | ColGroupDef<SheetRow>)[] {
  return options.columns.map((column) => toColDef(column, options, classesOf));
}

function toColDef(
  column: SheetColumn | SheetGroup,
  options: SheetOptions,
  classesOf: ClassesOf,
): ColDef<SheetRow> | ColGroupDef<SheetRow> {
  const shown = column.shownWhen && ({ columnGroupShow: column.shownWhen === 'open' ? 'open' : 'closed' } as const);
  if (isGroup(column)) {
    return {
      groupId: column.id,
      headerName: column.header,
      headerTooltip: column.tooltip,
      marryChildren: true,
      openByDefault: column.open ?? true,
      ...shown,
      children: column.children.map((child) => toColDef(child, options, classesOf)),
    };
  }
  const { id, entry = false, pinned } = column;
  const fixed = [
    ALIGN_CLASS[column.align],
    ...(column.total ? ['sheet-total'] : []),
    ...(column.rowHeader ? ['sheet-row-header'] : []),
  ];
  return {
    colId: id,
    headerName: column.header,
    headerTooltip: column.tooltip,
    headerClass: ALIGN_CLASS[column.align],
    width: column.widthPx,
    minWidth: MIN_COLUMN_PX,
    ...(column.grows && { flex: 1, minWidth: column.widthPx }),
    ...(pinned && { pinned }),
    ...shown,
    sortable: column.sortable ?? false,
    enableCellChangeFlash: column.flashes ?? false,
    cellClass: ({ data }) => (data ? [...fixed, ...classesOf(data.id, id)] : fixed),
    valueGetter: ({ data }) => (data ? column.value(data) : null),
    valueFormatter: ({ data }) => (data ? column.text(data) : ''),
    comparator: (a, b) => compareValues(a as number | string | null, b as number | string | null),
    ...(entry && {
      cellClassRules: markRules(id, options.marks),
      editable: ({ data }) => data !== undefined && isOpen({ row: data, columnId: id }, options),
      cellEditor: CellTextEditor,
    }),
  };
}

function isOpen(cell: CellAddress, { entry }: SheetOptions): boolean {
  return entry.isEntry(cell) && entry.locked(cell) === null;
}

function markRules(columnId: string, marks: SheetOptions['marks']): Marks {
  const rules: Marks = {};
  for (const [className, wears] of Object.entries(marks)) {
    rules[className] = ({ data }) => data !== undefined && wears({ row: data, columnId });
  }
  return rules;
}
