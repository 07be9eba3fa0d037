/** What the tools show around the sheet: a bar above it, a panel beside it, lists over it. Each is a chunk of its own. */
import { useSyncExternalStore, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetOptions } from '#renderer/grid/sheet.ts';
import { lazyView } from '#renderer/ui/lazy-view.tsx';
import type { BlockStore } from '../block-store.ts';
import type { SheetKind } from '../score-layout.ts';
import type { ScoreTools } from './create-score-tools.ts';
import { FilterStrip } from './filter-strip.tsx';
import { headerMenuEntries } from './header-menu-entries.ts';

const findBar = lazyView(() => import('./find-bar.tsx').then((m) => m.FindBar));
const goToBox = lazyView(() => import('./go-to-box.tsx').then((m) => m.GoToBox));
const historyPanel = lazyView(() => import('./history-panel.tsx').then((m) => m.HistoryPanel));
const columnPanel = lazyView(() => import('./column-panel.tsx').then((m) => m.ColumnPanel));
const filterList = lazyView(() => import('./filter-list.tsx').then((m) => m.FilterList));
const sheetMenu = lazyView(() => import('./sheet-menu.tsx').then((m) => m.SheetMenu));
const keySheet = lazyView(() => import('./key-sheet.tsx').then((m) => m.KeySheet));

/** A menu of named commands, drawn once its chunk is there. */
export const SheetMenu = sheetMenu.View;

/** Fetches what opens at a key press; to be called when the window has nothing better to do. */
export function preloadScoreTools(): void {
  for (const view of [findBar, goToBox, filterList, sheetMenu]) view.preload();
}

export interface ToolsBesideProps {
  readonly tools: ScoreTools;
  readonly store: BlockStore;
  readonly options: SheetOptions;
}

export interface ToolsAboveProps extends ToolsBesideProps {
  readonly kind: SheetKind;
  readonly showPlace: (place: { readonly u?: number; readonly l?: number }) => void;
}

/** Above the sheet. */
export function ToolsAbove({ tools, store, kind, options, showPlace }: ToolsAboveProps): JSX.Element {
  const { bar, barSerial, findStep } = useSyncExternalStore(tools.state.subscribe, tools.state.get);
  return (
    <>
      {(bar === 'find' || bar === 'replace') && (
        <findBar.View
          tools={tools}
          store={store}
          kind={kind}
          options={options}
          showPlace={showPlace}
          mode={bar}
          serial={barSerial}
          step={findStep}
        />
      )}
      <FilterStrip tools={tools} kind={kind} />
    </>
  );
}

/** Beside and over the sheet; inside its positioned frame. */
export function ToolsBeside({ tools, store, options }: ToolsBesideProps): JSX.Element {
  const { t } = useTranslation();
  const { bar, barSerial, panel, popup, isKeysOpen } = useSyncExternalStore(tools.state.subscribe, tools.state.get);
  return (
    <>
      {bar === 'goTo' && <goToBox.View tools={tools} store={store} serial={barSerial} />}
      {panel === 'history' && <historyPanel.View tools={tools} />}
      {panel === 'columns' && <columnPanel.View tools={tools} columns={options.columns} />}
      {popup?.kind === 'filter' && (
        <filterList.View key={`${popup.columnId} ${popup.x} ${popup.y}`} tools={tools} popup={popup} />
      )}
      {popup?.kind === 'header' && (
        <SheetMenu
          label={t('tools.menu.header')}
          x={popup.x}
          y={popup.y}
          groups={headerMenuEntries(tools, popup.columnId, popup, t)}
          onClose={() => tools.close('popup')}
          onLeave={() => tools.target()?.sheet.takeFocus()}
        />
      )}
      {isKeysOpen && <keySheet.View tools={tools} />}
    </>
  );
}
