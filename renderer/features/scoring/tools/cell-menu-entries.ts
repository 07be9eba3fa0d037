import { isSingleCell } from '#renderer/grid/range/selection.ts';
import { filterKey } from '#renderer/grid/range/filter-values.ts';
import type { KeyCommand } from '#renderer/grid/range/excel-keys.ts';
import type { CellAddress, SheetCommand, SheetEntry } from '#renderer/grid/sheet.ts';
import type { Translate } from '../translate.ts';
import { filterValueOf } from './column-filters.ts';
import type { ScoreTools } from './create-score-tools.ts';
import { headerMenuEntries } from './header-menu-entries.ts';
import { keyOf } from './key-names.ts';
import type { MenuEntry } from './menu-entry.ts';

/** Commands on one score cell that the board carries out itself. */
export type CellCommand =
  'edit' | 'notApplicable' | 'liftNotApplicable' | 'declared' | 'comments' | 'evidence' | 'explanation' | 'history';

export interface CellMenuParts {
  readonly tools: ScoreTools;
  readonly cell: CellAddress;
  readonly entry: SheetEntry;
  /** Why nothing can be written here now; null when it can. */
  readonly refusal: string | null;
  /** Null for a cell nobody types points into. */
  readonly isNotApplicable: boolean | null;
  readonly place: { readonly x: number; readonly y: number };
  readonly onPick: (command: CellCommand) => void;
  readonly t: Translate;
}

/** Commands on a cell and on what is selected around it. */
export function cellMenuEntries(parts: CellMenuParts): readonly (readonly MenuEntry[])[] {
  const { tools, cell, entry, refusal, isNotApplicable, place, onPick, t } = parts;
  const target = tools.target();
  if (!target) return [];
  const { sheet, columns } = target;
  const notEntry = isNotApplicable === null ? t('tools.menu.notEntry') : null;
  const locked = isNotApplicable === null ? null : (entry.locked(cell)?.text ?? null);
  const selection = sheet.selection();
  const single = !selection || isSingleCell(selection) ? t('tools.menu.needsSeveral') : null;
  // One cell says why it is locked; in a selection the plan lists each.
  const cannotWrite = refusal ?? (single === null ? null : (notEntry ?? locked));

  const own = (id: CellCommand, shortcut: string, problem: string | null): MenuEntry => ({
    id,
    label: t(`scoring.menu.${id}`),
    shortcut,
    problem,
    run: () => onPick(id),
  });
  const named = (id: SheetCommand, label: string, shortcut: KeyCommand | null, problem: string | null): MenuEntry => ({
    id,
    label,
    shortcut: shortcut === null ? '' : keyOf(shortcut),
    problem,
    run: () => sheet.run(id),
  });

  const headers = headerMenuEntries(tools, cell.columnId, place, t).flat();
  const ofColumn = (...ids: readonly string[]) => headers.filter(({ id }) => ids.includes(id));

  return [
    [
      named('cut', t('tools.menu.cut'), 'cut', cannotWrite),
      named('copy', t('tools.menu.copy'), 'copy', null),
      named('copyWithHeaders', t('tools.menu.copyWithHeaders'), 'copyWithHeaders', null),
      {
        id: 'paste',
        label: t('tools.menu.paste'),
        shortcut: keyOf('paste'),
        problem: refusal,
        run: () => window.desktop.paste(),
      },
    ],
    [
      own('edit', keyOf('edit'), refusal ?? notEntry ?? locked),
      named('clear', t('scoring.menu.clear'), 'clear', cannotWrite),
      isNotApplicable === true
        ? own('liftNotApplicable', keyOf('clear'), refusal)
        : own('notApplicable', 'kad', refusal ?? notEntry),
      named('fillDown', t('tools.menu.fillDown'), 'fillDown', refusal),
      named('fillRight', t('tools.menu.fillRight'), 'fillRight', refusal),
      named('fillSeries', t('tools.menu.fillSeries'), null, refusal ?? single),
    ],
    [
      own('declared', keyOf('declared'), notEntry),
      own('comments', keyOf('comment'), notEntry),
      own('evidence', '', notEntry),
      own('explanation', keyOf('explanation'), notEntry),
      own('history', '', notEntry),
    ],
    [
      {
        id: 'filterByValue',
        label: t('tools.menu.filterByValue'),
        shortcut: '',
        problem: null,
        run() {
          const column = columns.get(cell.columnId);
          if (!column) return;
          tools.setFilter(cell.columnId, { kind: 'values', kept: [filterKey(filterValueOf(column, cell.row))] });
        },
      },
      ...ofColumn('filter', 'clearFilter', 'sortUp', 'sortDown'),
    ],
    [named('goTo', t('tools.menu.goTo'), 'goTo', null), ...ofColumn('freeze', 'unfreeze', 'hide')],
  ];
}
