import { ModuleRegistry, type GridApi } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { memo, useCallback, useLayoutEffect, useRef, useState, type JSX } from 'react';
import { flushSync } from 'react-dom';
import { createSheet } from './create-sheet.ts';
import { GRID_MODULES } from './grid-modules.ts';
import { makeGridOptions } from './grid-options.ts';
import type { SheetHooks } from './sheet-hooks.ts';
import type { Sheet, SheetOptions, SheetRow } from './sheet.ts';
import './sheet.css';

ModuleRegistry.registerModules(GRID_MODULES);

export interface SheetHostProps {
  /** A new object builds the sheet anew; everything else goes through the `Sheet`. Memoise it. */
  readonly options: SheetOptions;
  /** Gets the living sheet, and null when it is gone. Must be stable. */
  readonly onSheet: (sheet: Sheet | null) => void;
  readonly testId: string;
}

const serials = new WeakMap<SheetOptions, number>();
let lastSerial = 0;

function serialOf(options: SheetOptions): number {
  const serial = serials.get(options) ?? ++lastSerial;
  serials.set(options, serial);
  return serial;
}

/** The island: React mounts the grid once per options object and never renders it again. */
export function SheetHost(props: SheetHostProps): JSX.Element {
  return <SheetIsland key={serialOf(props.options)} {...props} />;
}

const SheetIsland = memo(function SheetIsland({ options, onSheet, testId }: SheetHostProps): JSX.Element {
  const frame = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const sheet = useRef<Sheet | null>(null);
  const [hooks] = useState(newHooks);
  const [gridOptions] = useState(() => makeGridOptions(options, hooks));

  const onGridReady = useCallback(
    ({ api }: { readonly api: GridApi<SheetRow> }) => {
      if (!frame.current || !layer.current) return;
      sheet.current = createSheet({
        api,
        frame: frame.current,
        layer: layer.current,
        hooks,
        options,
        atOnce,
      });
      onSheet(sheet.current);
    },
    [hooks, options, onSheet],
  );
  // A layout effect ends before the grid below is taken down, while its editor can still be closed.
  useLayoutEffect(
    () => () => {
      if (!sheet.current) return;
      onSheet(null);
      sheet.current.destroy();
      sheet.current = null;
    },
    [onSheet],
  );

  return (
    <div className="sheet-host" data-testid={testId}>
      <div ref={frame} className="sheet-frame">
        <AgGridReact<SheetRow> gridOptions={gridOptions} onGridReady={onGridReady} />
      </div>
      <div ref={layer} className="sheet-layer" />
    </div>
  );
});

function newHooks(): SheetHooks {
  return {
    editor: { current: null },
    header: { current: null },
    filter: { current: null },
    classesOf: { current: null },
    on: { current: {} },
  };
}

/** The wrapper renders editors in React: without this one would stand in the document only after the next key. */
function atOnce(act: () => void): void {
  flushSync(act);
}
