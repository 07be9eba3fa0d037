import type { GridApi } from 'ag-grid-community';
import { HEADER_PX, ROW_PX } from './grid-sizes.ts';
import type { ColumnLook, SheetColumn, SheetRow, SortWish } from './sheet.ts';

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
  let zoom = 100;

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
        widthPx: Math.round(((width ?? 0) * 100) / zoom),
        isShown: !hide,
        pinned: pinned === 'left' || pinned === 'right' ? pinned : null,
      })),
    setColumns(looks) {
      const state = looks.map(({ id, widthPx, isShown, pinned }) => ({
        colId: id,
        width: (widthPx * zoom) / 100,
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
      const factor = next / zoom;
      if (factor === 1) return;
      zoom = next;
      frame.style.setProperty('--sheet-zoom', String(zoom / 100));
      api.setGridOption('rowHeight', Math.round((ROW_PX * zoom) / 100));
      api.setGridOption('headerHeight', Math.round((HEADER_PX.column * zoom) / 100));
      api.setGridOption('groupHeaderHeight', Math.round((HEADER_PX.group * zoom) / 100));
      api.resetRowHeights();
      api.setColumnWidths(
        api.getColumnState().map(({ colId, width }) => ({
          key: colId,
          newWidth: Math.round((width ?? columns.get(colId)?.widthPx ?? 66) * factor),
        })),
      );
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
