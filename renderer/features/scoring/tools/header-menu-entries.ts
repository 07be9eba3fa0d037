import type { Translate } from '../translate.ts';
import type { ScoreTools } from './create-score-tools.ts';
import { freezeProblem } from './frozen-columns.ts';
import { keyOf } from './key-names.ts';
import type { MenuEntry } from './menu-entry.ts';

/** Commands on one column: sort, filter, freeze, hide. `place` is where a further list opens (CSS pixels). */
export function headerMenuEntries(
  tools: ScoreTools,
  columnId: string,
  place: { readonly x: number; readonly y: number },
  t: Translate,
): readonly (readonly MenuEntry[])[] {
  const target = tools.target();
  if (!target) return [];
  const { sheet, columns } = target;
  const column = columns.get(columnId);
  const { filters, frozenTo, hidden } = tools.state.get();
  const sort = sheet.sort();
  const notSortable = column?.sortable ? null : t('tools.menu.notSortable');
  const isOther = sort.some((wish) => wish.columnId !== columnId);
  const sheetWidthPx = document.querySelector('.sheet-host')?.clientWidth ?? window.innerWidth;
  const freezing = freezeProblem(sheet.columnLooks(), columnId, sheetWidthPx);
  const shown = sheet.view().columnIds.length;

  function entry(id: keyof typeof shortcuts, problem: string | null, run: () => void): MenuEntry {
    return { id, label: t(`tools.menu.${id}`), shortcut: shortcuts[id], problem, run };
  }

  const sortings: MenuEntry[] = [
    entry('sortUp', notSortable, () => tools.sortBy(columnId, false, false)),
    entry('sortDown', notSortable, () => tools.sortBy(columnId, true, false)),
  ];
  if (isOther) {
    sortings.push(
      entry('thenUp', notSortable, () => tools.sortBy(columnId, false, true)),
      entry('thenDown', notSortable, () => tools.sortBy(columnId, true, true)),
    );
  }
  if (sort.length > 0) sortings.push(entry('clearSort', null, tools.clearSort));

  return [
    sortings,
    [
      entry('filter', null, () => tools.openPopup('filter', columnId, place.x, place.y)),
      ...(filters[columnId] ? [entry('clearFilter', null, () => tools.setFilter(columnId, null))] : []),
    ],
    [
      entry('freeze', freezing && t(`tools.menu.freezeProblems.${freezing}`), () => tools.freeze(columnId)),
      ...(frozenTo === null ? [] : [entry('unfreeze', null, () => tools.freeze(null))]),
    ],
    [
      entry('hide', shown > 1 ? null : t('tools.menu.lastColumn'), () =>
        tools.setHidden(new Set([...hidden, columnId])),
      ),
      entry('columns', null, () => tools.state.set({ panel: 'columns' })),
    ],
  ];
}

const shortcuts = {
  sortUp: '',
  sortDown: '',
  thenUp: '',
  thenDown: '',
  clearSort: '',
  filter: keyOf('filterValues'),
  clearFilter: '',
  freeze: '',
  unfreeze: '',
  hide: keyOf('hideColumns'),
  columns: '',
} as const;
