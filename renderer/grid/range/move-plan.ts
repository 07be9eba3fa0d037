import { createPlanBuilder, type CellPlan } from './cell-plan.ts';
import { putCopy, type FillInput } from './fill-plan.ts';
import { rectOf, type CellRange } from './selection.ts';
import { createPace, type Steps } from './steps.ts';
import { cellAt, placeOf, type CellRef, type SheetView } from './sheet-view.ts';

/** What Ctrl+X remembers: the cells by id, so that a sort between cut and paste moves the same scores. */
export interface CutCells {
  readonly rowIds: readonly string[];
  readonly columnIds: readonly string[];
}

/** The cells of a range as they stand now; null when it is not displayed. Excel cuts one range, and so do we. */
export function cutCells(range: CellRange, view: SheetView): CutCells | null {
  const rect = rectOf(view, range);
  if (!rect) return null;
  return {
    rowIds: view.rowIds.slice(rect.top, rect.bottom + 1),
    columnIds: view.columnIds.slice(rect.left, rect.right + 1),
  };
}

/**
 * Cut and paste: what the cut cells hold now goes to the block whose top left cell is `to`, and the cells left behind
 * are emptied. A locked cell is listed and stays; a value that cannot be put is not taken away where it was.
 */
export function* planMove(input: FillInput, cut: CutCells, to: CellRef): Steps<CellPlan> {
  const { view, cellInfo } = input;
  const builder = createPlanBuilder(input.needsReason);
  const corner = placeOf(view, to);
  if (!corner) return builder.finish();
  const moved: { readonly cell: CellRef; readonly sourceRow: number; readonly sourceColumn: number }[] = [];
  const targets = new Map<string, Set<string>>();
  const pace = createPace('plan', cut.rowIds.length * cut.columnIds.length);
  for (const [sourceRow, rowId] of cut.rowIds.entries()) {
    for (const [sourceColumn, columnId] of cut.columnIds.entries()) {
      const rest = pace();
      if (rest) yield rest;
      const source = { sourceRow, sourceColumn };
      const from = cellInfo(rowId, columnId);
      const target = cellAt(view, corner.row + sourceRow, corner.column + sourceColumn);
      const text = from.text ?? '';
      if (from.kind === 'readOnly') continue;
      if (from.lock) {
        builder.issue({ kind: 'locked', rowId, columnId, ...source, text, lock: from.lock });
        continue;
      }
      if (!target) {
        builder.issue({ kind: 'outside', ...source, text });
        continue;
      }
      const info = cellInfo(target.rowId, target.columnId);
      if (info.kind !== from.kind) {
        const lock = info.kind === 'readOnly' ? 'readOnly' : 'calculated';
        builder.issue({ kind: 'locked', ...target, ...source, text, lock });
        continue;
      }
      const before = builder.issueCount();
      putCopy(builder, from, target, info, source);
      if (builder.issueCount() > before) continue;
      moved.push({ cell: { rowId, columnId }, ...source });
      let row = targets.get(target.rowId);
      if (!row) targets.set(target.rowId, (row = new Set<string>()));
      row.add(target.columnId);
    }
  }
  for (const { cell, sourceRow, sourceColumn } of moved) {
    if (targets.get(cell.rowId)?.has(cell.columnId)) continue;
    const info = cellInfo(cell.rowId, cell.columnId);
    builder.put(cell, info, { kind: 'blank' }, '', { sourceRow, sourceColumn });
  }
  return builder.finish();
}
