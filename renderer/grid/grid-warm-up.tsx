import { ModuleRegistry } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useState, type JSX } from 'react';
import { GRID_MODULES } from './grid-modules.ts';
import { makeGridOptions } from './grid-options.ts';
import { newHooks } from './sheet-hooks.ts';
import type { GridLook, SheetColumn, SheetRow } from './sheet.ts';
import './sheet.css';

ModuleRegistry.registerModules(GRID_MODULES);

const ROW: SheetRow = { id: 'warm', index: 0, folded: '', level: 0 };
const COLUMN: SheetColumn = {
  ...{ id: 'warm', header: 'x', tooltip: '', widthPx: 60, align: 'end', entry: true, sortable: true },
  value: () => 0,
  text: () => '0',
};
const LOOK: GridLook = {
  rows: [ROW],
  columns: [
    { ...COLUMN, id: 'pinned', pinned: 'left' },
    { id: 'group', header: 'x', tooltip: '', children: [COLUMN] },
  ],
  marks: {},
  entry: { isEntry: () => true, locked: () => null },
  language: 'vi',
  sortLabel: '',
  styleNonce: document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content,
};

/**
 * A sheet of one cell nobody sees. Shown while the window waits for the data process: the grid's styles, measurements
 * and first run of its code are then done when the real sheet comes.
 */
export function GridWarmUp(): JSX.Element {
  const [gridOptions] = useState(() => makeGridOptions(LOOK, newHooks()));
  return (
    <div className="sheet-warm-up" aria-hidden="true" inert>
      <AgGridReact<SheetRow> gridOptions={gridOptions} />
    </div>
  );
}
