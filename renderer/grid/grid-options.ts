import type { GridOptions } from 'ag-grid-community';
import { HEADER_PX, ROW_PX } from './grid-sizes.ts';
import { gridTheme } from './grid-theme.ts';
import { localeText } from './locale-text.ts';
import { toColDefs } from './sheet-columns.ts';
import type { SheetHooks } from './sheet-hooks.ts';
import { SheetHeader } from './sheet-header.ts';
import type { SheetOptions, SheetRow } from './sheet.ts';

/** The grid's options for a sheet, made once. Everything that acts goes through `hooks`, which the sheet fills in. */
export function makeGridOptions(options: SheetOptions, hooks: SheetHooks): GridOptions<SheetRow> {
  return {
    theme: gridTheme,
    context: { ...hooks, sortLabel: options.sortLabel },
    rowData: [...options.rows],
    columnDefs: toColDefs(options, (rowId, columnId) => hooks.classesOf.current?.(rowId, columnId) ?? []),
    getRowId: ({ data }) => data.id,
    readOnlyEdit: true,
    rowHeight: ROW_PX,
    headerHeight: HEADER_PX.column,
    groupHeaderHeight: HEADER_PX.group,
    // Rows kept ready outside the view: fewer than the grid's ten, because each is ninety cells.
    rowBuffer: 4,
    animateRows: false,
    suppressColumnMoveAnimation: true,
    suppressMovableColumns: true,
    suppressDragLeaveHidesColumns: true,
    suppressModelUpdateAfterUpdateTransaction: true,
    suppressScrollOnNewData: true,
    tooltipShowDelay: 500,
    cellFlashDuration: 600,
    // A fade repaints the cell for its whole length, which a computer without a graphics card feels at every key.
    cellFadeDuration: 0,
    defaultColDef: {
      resizable: true,
      suppressHeaderMenuButton: true,
      wrapHeaderText: true,
      headerComponent: SheetHeader,
    },
    localeText: localeText(options.language),
    getRowClass: ({ data }) => (data && data.level > 0 ? `sheet-heading-${data.level}` : undefined),
    isExternalFilterPresent: () => hooks.filter.current !== null,
    doesExternalFilterPass: ({ data }) => !hooks.filter.current || data === undefined || hooks.filter.current(data),
    onCellFocused: (event) => hooks.on.current.onCellFocused?.(event),
    onBodyScroll: (event) => hooks.on.current.onBodyScroll?.(event),
    onViewportChanged: (event) => hooks.on.current.onViewportChanged?.(event),
    onModelUpdated: (event) => hooks.on.current.onModelUpdated?.(event),
    onDisplayedColumnsChanged: (event) => hooks.on.current.onDisplayedColumnsChanged?.(event),
    onColumnResized: (event) => hooks.on.current.onColumnResized?.(event),
    onColumnGroupOpened: (event) => hooks.on.current.onColumnGroupOpened?.(event),
    onSortChanged: (event) => hooks.on.current.onSortChanged?.(event),
    onCellDoubleClicked: (event) => hooks.on.current.onCellDoubleClicked?.(event),
    onCellContextMenu: (event) => hooks.on.current.onCellContextMenu?.(event),
    ...(options.styleNonce !== undefined && { styleNonce: options.styleNonce }),
  };
}
