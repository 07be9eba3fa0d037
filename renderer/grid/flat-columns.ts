import type { SheetColumn, SheetGroup } from './sheet.ts';

/** True for a group of columns. */
export function isGroup(column: SheetColumn | SheetGroup): column is SheetGroup {
  return 'children' in column;
}

/** The columns without their groups, in printed order. */
export function flatColumns(columns: readonly (SheetColumn | SheetGroup)[]): SheetColumn[] {
  return columns.flatMap((column) => (isGroup(column) ? flatColumns(column.children) : [column]));
}

/** Ids of the groups that fold: those with a child that comes or goes with them. */
export function foldableGroups(columns: readonly (SheetColumn | SheetGroup)[]): string[] {
  return columns.flatMap((column) => {
    if (!isGroup(column)) return [];
    const isFoldable = column.children.some(({ shownWhen }) => shownWhen !== undefined);
    return [...(isFoldable ? [column.id] : []), ...foldableGroups(column.children)];
  });
}
