import type { FilterSet } from './column-filters.ts';

/** A menu or list at a place of the window (CSS pixels). */
export interface ToolPopup {
  readonly kind: 'filter' | 'header';
  readonly columnId: string;
  readonly x: number;
  readonly y: number;
}

export type ToolBar = 'find' | 'replace' | 'goTo';
export type ToolPanel = 'history' | 'columns';

/** What the tools of a sheet show now. */
export interface ToolState {
  readonly bar: ToolBar | null;
  /** Grows with every call for the bar, so that its field gets the focus again. */
  readonly barSerial: number;
  readonly panel: ToolPanel | null;
  readonly popup: ToolPopup | null;
  readonly isKeysOpen: boolean;
  readonly filters: FilterSet;
  /** Filters that Ctrl+Shift+L took away, for the next press. */
  readonly suspended: FilterSet | null;
  /** Score rows that filters leave, of how many; null without a filter of a column. */
  readonly shown: { readonly shown: number; readonly count: number } | null;
  /** Values changed since the filters were applied: some row would come or go. */
  readonly isFilterOld: boolean;
  readonly hidden: ReadonlySet<string>;
  readonly frozenTo: string | null;
  readonly zoom: number;
  /** Asks the find bar for the next or previous hit; the sign is the direction. */
  readonly findStep: { readonly serial: number; readonly step: 1 | -1 } | null;
}
