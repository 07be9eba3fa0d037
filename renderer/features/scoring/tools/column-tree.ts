import { fold } from '#shared/util/vietnamese-text.ts';
import type { SheetColumn, SheetGroup } from '#renderer/grid/sheet.ts';

/** One line of the column chooser: a column, or a group with all columns below it. */
export interface ColumnLine {
  readonly id: string;
  readonly label: string;
  readonly depth: number;
  readonly isGroup: boolean;
  /** Columns this line shows and hides. */
  readonly columnIds: readonly string[];
  readonly folded: string;
}

/** Groups before their columns, in printed order. Columns without a name of their own take their tooltip. */
export function columnLines(columns: readonly (SheetColumn | SheetGroup)[], depth = 0): readonly ColumnLine[] {
  return columns.flatMap((column): readonly ColumnLine[] => {
    const label = labelOf(column);
    if (!('children' in column)) {
      return [{ id: column.id, label, depth, isGroup: false, columnIds: [column.id], folded: fold(label) }];
    }
    const below = columnLines(column.children, depth + 1);
    const columnIds = below.filter(({ isGroup }) => !isGroup).flatMap((line) => line.columnIds);
    return [{ id: column.id, label, depth, isGroup: true, columnIds, folded: fold(label) }, ...below];
  });
}

function labelOf(column: SheetColumn | SheetGroup): string {
  return 'children' in column ? column.header : column.tooltip || column.header.replace(/\s+/g, ' ');
}

/** Lines that match every word, with the groups above them and everything below a matching group. */
export function filterLines(lines: readonly ColumnLine[], text: string): readonly ColumnLine[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return lines;
  const wanted = new Set(
    lines.filter(({ folded }) => words.every((word) => folded.includes(word))).flatMap(({ columnIds }) => columnIds),
  );
  return lines.filter(({ columnIds }) => columnIds.some((id) => wanted.has(id)));
}
