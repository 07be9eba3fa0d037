import { useEffect, useMemo, useRef } from 'react';
import { useAppState } from '#renderer/app/hooks/use-app-state.ts';
import { flatColumns } from '#renderer/grid/flat-columns.ts';
import { commandOf, type KeyCommand } from '#renderer/grid/range/excel-keys.ts';
import type { Sheet } from '#renderer/grid/sheet.ts';
import type { BlockStore } from '../block-store.ts';
import type { ScoreLayout, SheetKind } from '../score-layout.ts';
import { createScoreTools, type ScoreTools } from './create-score-tools.ts';
import { viewKey } from './view-state.ts';
import { withHeadings } from './with-headings.ts';

/** Commands that are about the sheet as a whole, wherever the keyboard is. */
const ANYWHERE: ReadonlySet<KeyCommand> = new Set([
  'find',
  'replace',
  'findNext',
  'findPrevious',
  'goTo',
  'history',
  'keys',
  'toggleFilter',
  'zoomIn',
  'zoomOut',
  'zoomReset',
]);

export interface ScoreToolParts {
  readonly store: BlockStore;
  readonly kind: SheetKind;
  /** Name under which the view of this sheet is kept. */
  readonly viewName: string;
  readonly layout: ScoreLayout;
  readonly sheet: Sheet | null;
  /** What the values of the sheet belong to besides the rows: a stage, a unit or a leaf. */
  readonly shownAs: string | number;
}

/** The tools of the sheet on the screen; other ones for another block, kind of sheet, file or user. */
export function useScoreTools({ store, kind, viewName, layout, sheet, shownAs }: ScoreToolParts): ScoreTools {
  const file = useAppState(({ office }) => (office?.open ? office.fileName : ''));
  const user = useAppState(({ office }) => (office?.open ? (office.user?.name ?? '') : ''));
  const key = viewKey(file, user, store.shape.blockId, viewName);
  const tools = useMemo(() => createScoreTools({ storage: localStorage, key }), [key]);

  const attached = useRef<{ readonly sheet: Sheet; readonly layout: ScoreLayout } | null>(null);
  useEffect(() => {
    // A new layout comes one render before its sheet: what is still here then belongs to the former one.
    const isFormer = attached.current?.sheet === sheet && attached.current?.layout !== layout;
    if (!sheet || isFormer) return;
    attached.current = { sheet, layout };
    const { tree } = store.shape;
    const columns = new Map(flatColumns(layout.columns).map((column) => [column.id, column]));
    return tools.attach({
      sheet,
      rows: layout.rows,
      columns,
      withHeadings: (rowIds) => (kind === 'unit' ? withHeadings(tree, rowIds) : rowIds),
    });
  }, [tools, sheet, layout, store, kind]);

  useEffect(() => tools.applyFilters(), [tools, shownAs]);

  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stop = store.subscribe(() => {
      clearTimeout(waiting);
      waiting = setTimeout(tools.checkFilters, 300);
    });
    return () => {
      stop();
      clearTimeout(waiting);
    };
  }, [tools, store]);

  useEffect(() => {
    // On a cell the sheet itself passes these keys on; they also work from the command bar and when nothing has the focus.
    function onKeyDown(event: KeyboardEvent): void {
      const isElsewhere =
        event.target instanceof Element && event.target.closest('[role=dialog], .sheet-editor') !== null;
      if (event.defaultPrevented || isElsewhere) return;
      const command = commandOf(event, 'sheet');
      if (command && ANYWHERE.has(command) && tools.obey(command)) event.preventDefault();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [tools]);

  useEffect(() => {
    window.addEventListener('pagehide', tools.keepView);
    return () => window.removeEventListener('pagehide', tools.keepView);
  }, [tools]);

  useEffect(() => {
    function onWheel(event: WheelEvent): void {
      const isOnSheet = event.target instanceof Element && event.target.closest('.sheet-host') !== null;
      if (!event.ctrlKey || !isOnSheet || event.deltaY === 0) return;
      event.preventDefault();
      tools.setZoom(tools.state.get().zoom + (event.deltaY < 0 ? 10 : -10));
    }
    window.addEventListener('wheel', onWheel, { passive: false });
    return () => window.removeEventListener('wheel', onWheel);
  }, [tools]);

  return tools;
}
