import { useEffect, useRef, useState, type DragEvent } from 'react';
import type { ChosenFile } from '#shared/contract/desktop.ts';

export interface EvidenceDrop {
  readonly isOver: boolean;
  /** Files dropped on this cell and not yet attached. */
  readonly files: readonly ChosenFile[];
  /** Something was dropped that is not a file on this computer. */
  readonly isRefused: boolean;
  readonly setFiles: (files: readonly ChosenFile[]) => void;
  readonly handlers: {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent<HTMLElement>) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
}

/** Files dropped on a cell of the sheet, on their way to its details. */
export interface SheetDrop {
  readonly cycleUnitId: string;
  readonly leafId: string;
  readonly files: readonly File[];
}

/**
 * Files dropped on the details of a cell, or on the cell itself; they are forgotten when another cell gets the focus.
 * `onTaken` is told when what was dropped on the cell is taken over.
 */
export function useEvidenceDrop(
  place: { readonly cycleUnitId: string; readonly leafId: string } | null,
  onDropped: () => void,
  dropped: SheetDrop | null,
  onTaken: () => void,
): EvidenceDrop {
  const placeKey = place ? `${place.cycleUnitId}:${place.leafId}` : '';
  const [isOver, setOver] = useState(false);
  const [state, setState] = useState<{
    readonly placeKey: string;
    readonly files: readonly ChosenFile[];
    readonly isRefused: boolean;
  }>({ placeKey, files: [], isRefused: false });
  const current = useRef(placeKey);
  useEffect(() => {
    current.current = placeKey;
  }, [placeKey]);
  useEffect(() => {
    if (!dropped || `${dropped.cycleUnitId}:${dropped.leafId}` !== placeKey) return;
    onTaken();
    void take(dropped.files);
  }, [dropped, placeKey]);
  const mine = state.placeKey === placeKey ? state : { files: [], isRefused: false };

  async function take(dropped: readonly File[]): Promise<void> {
    const tokens = await Promise.all(dropped.map((file) => window.desktop.fileOfDrop(file)));
    const files = tokens.filter((token) => token !== null);
    // The person may have gone on while the shell looked at the files.
    if (current.current !== placeKey) return;
    setState({ placeKey, files, isRefused: files.length < Math.max(1, dropped.length) });
  }

  return {
    isOver,
    files: mine.files,
    isRefused: mine.isRefused,
    setFiles: (files) => setState({ placeKey, files, isRefused: false }),
    handlers: {
      onDragOver(event) {
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      },
      onDragLeave(event) {
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false);
      },
      onDrop(event) {
        event.preventDefault();
        setOver(false);
        onDropped();
        void take([...event.dataTransfer.files]);
      },
    },
  };
}
