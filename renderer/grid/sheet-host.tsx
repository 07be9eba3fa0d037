import { useEffect, useRef, type JSX } from 'react';
import { createSheet } from './create-sheet.ts';
import type { Sheet, SheetOptions } from './sheet.ts';
import './sheet.css';

export interface SheetHostProps {
  /** A new object builds the sheet anew; everything else goes through the `Sheet`. Memoise it. */
  readonly options: SheetOptions;
  /** Gets the living sheet, and null when it is gone. Must be stable. */
  readonly onSheet: (sheet: Sheet | null) => void;
  readonly testId: string;
}

/** The island: React gives the element, everything inside belongs to the sheet. */
export function SheetHost({ options, onSheet, testId }: SheetHostProps): JSX.Element {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!element.current) return;
    const sheet = createSheet(element.current, options);
    onSheet(sheet);
    return () => {
      onSheet(null);
      sheet.destroy();
    };
  }, [options, onSheet]);
  return <div ref={element} className="sheet-host" data-testid={testId} />;
}
