import type { GridApi } from 'ag-grid-community';
import { HEADER_PX, ROW_PX } from './grid-sizes.ts';
import type { ColumnLook, SheetColumn, SheetRow, SortWish } from './sheet.ts';
import { createZoomedWidths } from './zoomed-widths.ts';

export interface SheetLook {
  readonly columns: () => readonly ColumnLook[];
  readonly setColumns: (looks: readonly ColumnLook[]) => void;
  readonly sort: () => readonly SortWish[];
  readonly setSort: (wishes: readonly SortWish[]) => void;
  readonly setZoom: (percent: number) => void;
  readonly folded: () => readonly string[];
  readonly setFolded: (groupId: string, isFolded: boolean) => void;
  readonly foldAll: (isFolded: boolean) => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly tell: () => void;
}

/** How the sheet looks apart from its data: widths, visible and frozen columns, order, zoom, folded groups. */
export function createSheetLook(
  api: GridApi<SheetRow>,
  frame: HTMLElement,
  columns: ReadonlyMap<string, SheetColumn>,
  /** Groups that can be folded; the grid makes others of its own. */
  groupIds: ReadonlySet<string>,
): SheetLook {
  const listeners = new Set<() => void>();
  const widths = createZoomedWidths();

  function setGroups(ids: readonly string[], isFolded: boolean): void {
    api.setColumnGroupState(ids.map((groupId) => ({ groupId, open: !isFolded })));
  }

  // Between the end of the grid and the next render somebody may still look.
  const columnState = () => (api.isDestroyed() ? [] : api.getColumnState());
  const groupState = () => (api.isDestroyed() ? [] : api.getColumnGroupState());

  return {
    columns: () =>
      columnState().map(({ colId, width, hide, pinned }) => ({
        id: colId,
        widthPx: widths.baseOf(colId, width ?? 0),
        isShown: !hide,
        pinned: pinned === 'left' || pinned === 'right' ? pinned : null,
      })),
    setColumns(looks) {
      const now = new Map(columnState().map(({ colId, width }) => [colId, width]));
      const widthOf = (id: string, widthPx: number) => {
        const width = widths.paint(id, widthPx);
        if (width === now.get(id)) return {};
        // One that takes what is left over goes on doing so; a width of its own would end that.
        return columns.get(id)?.grows ? { flex: 1 } : { width };
      };
      const state = looks.map(({ id, widthPx, isShown, pinned }) => ({
        colId: id,
        ...widthOf(id, widthPx),
        hide: !isShown,
        pinned,
      }));
      api.applyColumnState({ state });
    },
    sort: () =>
      columnState()
        .filter((state) => Boolean(state.sort))
        .sort((a, b) => (a.sortIndex ?? 0) - (b.sortIndex ?? 0))
        .map(({ colId, sort }) => ({ columnId: colId, descending: sort === 'desc' })),
    setSort(wishes) {
      const state = wishes.map(({ columnId, descending }, sortIndex) => ({
        colId: columnId,
        sort: descending ? ('desc' as const) : ('asc' as const),
        sortIndex,
      }));
      api.applyColumnState({ state, defaultState: { sort: null } });
    },
    setZoom(percent) {
      const next = Math.min(200, Math.max(50, Math.round(percent)));
      if (next === widths.zoom()) return;
      const fixed = columnState()
        .filter(({ flex }) => !flex)
        .map(({ colId, width }) => ({ id: colId, basePx: widths.baseOf(colId, width ?? 0) }));
      widths.setZoom(next);
      frame.style.setProperty('--sheet-zoom', String(next / 100));
      api.setGridOption('rowHeight', Math.round((ROW_PX * next) / 100));
      api.setGridOption('headerHeight', Math.round((HEADER_PX.column * next) / 100));
      api.setGridOption('groupHeaderHeight', Math.round((HEADER_PX.group * next) / 100));
      api.resetRowHeights();
      api.setColumnWidths(fixed.map(({ id, basePx }) => ({ key: id, newWidth: widths.paint(id, basePx) })));
    },
    folded: () =>
      groupState()
        .filter(({ groupId, open }) => !open && groupIds.has(groupId))
        .map(({ groupId }) => groupId),
    setFolded: (groupId, isFolded) => setGroups([groupId], isFolded),
    foldAll: (isFolded) => setGroups([...groupIds], isFolded),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell() {
      for (const listener of listeners) listener();
    },
  };
}
