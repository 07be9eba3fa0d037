/** What a sheet does with files dragged over it from the desktop. */
export interface FileDropHost<T> {
  /** The cell below an element when it takes files; null when it does not. */
  readonly cellOf: (target: Element) => T | null;
  readonly onFiles: (cell: T, files: readonly File[]) => void;
}

/**
 * Files dragged over the sheet: the cell below the pointer shows that it takes them. Answers the way out. Anything else
 * that is dragged, and files over a cell that takes none, is left to the window, which refuses it.
 */
export function attachFileDrop<T>(frame: HTMLElement, host: FileDropHost<T>): () => void {
  let marked: Element | null = null;

  function mark(cell: Element | null): void {
    if (marked === cell) return;
    marked?.classList.remove('sheet-drop');
    cell?.classList.add('sheet-drop');
    marked = cell;
  }

  /** The cell the files would go to; the element beside it is what shows it. */
  function targetOf({ dataTransfer, target }: DragEvent): { readonly cell: T; readonly element: Element } | null {
    const element = target instanceof Element ? target.closest('.ag-cell') : null;
    const cell = element && dataTransfer?.types.includes('Files') ? host.cellOf(element) : null;
    return element && cell ? { cell, element } : null;
  }

  function onDragOver(event: DragEvent): void {
    const found = targetOf(event);
    mark(found?.element ?? null);
    if (!found || !event.dataTransfer) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  }

  function onDragLeave({ relatedTarget }: DragEvent): void {
    if (!(relatedTarget instanceof Node && frame.contains(relatedTarget))) mark(null);
  }

  function onDrop(event: DragEvent): void {
    const found = targetOf(event);
    mark(null);
    if (!found) return;
    event.preventDefault();
    host.onFiles(found.cell, [...(event.dataTransfer?.files ?? [])]);
  }

  frame.addEventListener('dragover', onDragOver);
  frame.addEventListener('dragleave', onDragLeave);
  frame.addEventListener('drop', onDrop);
  return () => {
    frame.removeEventListener('dragover', onDragOver);
    frame.removeEventListener('dragleave', onDragLeave);
    frame.removeEventListener('drop', onDrop);
  };
}
