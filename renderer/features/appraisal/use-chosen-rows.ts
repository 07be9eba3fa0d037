import { useEffect, useReducer, useState, type MouseEvent } from 'react';
import { selectedRows } from '#renderer/grid/range/selection-cells.ts';
import type { Board } from '#renderer/features/scoring/board/use-board.ts';
import type { SheetRow } from '#renderer/grid/sheet.ts';
import { useAfterPaint } from '#renderer/ui/use-after-paint.ts';
import { PICK_COLUMN } from './appraisal-layout.ts';

export interface ChosenRows {
  /** The rows one acts on: those ticked, else those of the selected range. */
  readonly rows: readonly SheetRow[];
  readonly isAllPicked: boolean;
  readonly pickAll: () => void;
  readonly clear: () => void;
  /** Space or a click on a tick; true when it was one. */
  readonly toggle: (target: EventTarget) => boolean;
  readonly onClick: (event: MouseEvent) => void;
}

/**
 * Which rows an act on several rows is about.
 * @param picked ids of ticked rows; the layout reads the same set while it paints
 * @param choosable rows that can be chosen, as they are now
 */
export function useChosenRows(board: Board, picked: Set<string>, choosable: readonly SheetRow[]): ChosenRows {
  const { sheet } = board;
  const [, rerender] = useReducer((count: number) => count + 1, 0);
  const [selected, setSelected] = useState<ReadonlySet<string>>(() => new Set());
  const afterPaint = useAfterPaint();
  useEffect(() => {
    if (!sheet) return;
    const read = () => {
      const selection = sheet.selection();
      setSelected(new Set(selection ? selectedRows(selection, sheet.view()) : []));
    };
    read();
    return sheet.onSelection(() => afterPaint(read));
  }, [sheet, afterPaint]);

  function repaint(): void {
    rerender();
    sheet?.repaint();
  }

  function toggle(target: EventTarget): boolean {
    if (!isInCell(target)) return false;
    const cell = sheet?.focusedCell();
    if (cell?.columnId !== PICK_COLUMN || !choosable.some(({ id }) => id === cell.row.id)) return false;
    if (!picked.delete(cell.row.id)) picked.add(cell.row.id);
    repaint();
    return true;
  }

  const isAllPicked = choosable.length > 0 && choosable.every(({ id }) => picked.has(id));
  const chosen = picked.size > 0 ? picked : selected;
  return {
    rows: choosable.filter(({ id }) => chosen.has(id)),
    isAllPicked,
    pickAll() {
      picked.clear();
      if (!isAllPicked) for (const { id } of choosable) picked.add(id);
      repaint();
    },
    clear() {
      picked.clear();
      repaint();
    },
    toggle,
    onClick: ({ target }) => void toggle(target),
  };
}

function isInCell(target: EventTarget): boolean {
  return target instanceof Element && !target.matches('input, textarea') && target.closest('[role=gridcell]') !== null;
}
