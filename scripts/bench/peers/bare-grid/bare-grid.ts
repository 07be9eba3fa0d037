/**
 * The peer of the score matrix: AG Grid Community alone through `ag-grid-react`, as the product uses it, in its own
 * theme, with its own text editor, over static numbers. Row heights and the size of the grid are the product's, so that
 * both paint equally many cells.
 */
import { ClientSideRowModelModule, ModuleRegistry, TextEditorModule, type GridOptions } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { BareGridData } from '../../make-peers.ts';

ModuleRegistry.registerModules([ClientSideRowModelModule, TextEditorModule]);

const element = document.getElementById('grid');
const data = JSON.parse(document.getElementById('data')?.textContent ?? 'null') as BareGridData;
if (!element) throw new Error('index.html has no #grid');
element.style.width = `${data.box.width}px`;
element.style.height = `${data.box.height}px`;

const gridOptions: GridOptions = {
  rowData: Array.from({ length: data.rowCount }, (_, at) => {
    const times = Math.floor(at / data.rows.length);
    const row = data.rows[at % data.rows.length];
    return times === 0 ? row : { ...row, id: `${row?.['id']}-${times}`, ordinal: at + 1 };
  }),
  columnDefs: structuredClone(data.columns) as never,
  getRowId: ({ data: row }) => String(row?.['id']),
  rowHeight: 28,
  headerHeight: 40,
  groupHeaderHeight: 24,
  animateRows: false,
  enterNavigatesVertically: true,
  enterNavigatesVerticallyAfterEdit: true,
  defaultColDef: {
    cellDataType: false,
    cellEditor: 'agTextCellEditor',
    valueParser: ({ newValue }) => Number(newValue),
  },
};
createRoot(element).render(createElement(AgGridReact, { gridOptions }));
