/**
 * How a person left a sheet: widths, hidden and frozen columns, sort, filters, zoom, folded groups. Kept on this
 * computer per office file, user, block and sheet (ADR 0009). Reading never fails: what is not understood is
 * forgotten.
 */
import type { SortWish } from '#renderer/grid/sheet.ts';
import { NUMBER_CONDITIONS, TEXT_CONDITIONS, type ColumnFilter, type FilterSet } from './column-filters.ts';

export interface ViewState {
  /** Only columns whose width a person changed, in pixels. */
  readonly widths: Readonly<Record<string, number>>;
  readonly hidden: readonly string[];
  /** Last frozen column; null leaves the sheet's own. */
  readonly frozenTo: string | null;
  readonly sort: readonly SortWish[];
  readonly filters: FilterSet;
  readonly zoom: number;
  readonly folded: readonly string[] | null;
}

export const DEFAULT_VIEW: ViewState = {
  widths: {},
  hidden: [],
  frozenTo: null,
  sort: [],
  filters: {},
  zoom: 100,
  folded: null,
};

const MIN_ZOOM = 70;
const MAX_ZOOM = 160;

/** Nearest size in percent that the sheet takes, in steps of ten. */
export function clampZoom(percent: number): number {
  return Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, Math.round(percent / 10) * 10));
}

/** The part of localStorage that is used. */
export type ViewStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The name a view is kept under. */
export function viewKey(file: string, user: string, blockId: string, name: string): string {
  return ['cchc.view', file, user, blockId, name].map(encodeURIComponent).join('/');
}

/** The view as it was left, the default one when there is none. */
export function loadView(storage: ViewStorage, key: string): ViewState {
  try {
    return parseView(JSON.parse(storage.getItem(key) ?? 'null'));
  } catch {
    return DEFAULT_VIEW;
  }
}

/** Keeps a view; a full or forbidden storage only costs the memory of it. */
export function saveView(storage: ViewStorage, key: string, view: ViewState): void {
  try {
    if (JSON.stringify(view) === JSON.stringify(DEFAULT_VIEW)) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify(view));
  } catch {
    // A view is a convenience.
  }
}

type Unknown = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

function parseView(value: unknown): ViewState {
  if (!isObject(value)) return DEFAULT_VIEW;
  const { widths, hidden, frozenTo, sort, filters, zoom, folded } = value;
  return {
    widths: isObject(widths) ? Object.fromEntries(Object.entries(widths).filter(isWidth)) : {},
    hidden: strings(hidden),
    frozenTo: typeof frozenTo === 'string' ? frozenTo : null,
    sort: Array.isArray(sort) ? sort.flatMap(parseSort) : [],
    filters: isObject(filters)
      ? Object.fromEntries(Object.entries(filters).flatMap(([id, filter]) => parseFilter(id, filter)))
      : {},
    zoom: typeof zoom === 'number' && Number.isFinite(zoom) ? clampZoom(zoom) : 100,
    folded: Array.isArray(folded) ? strings(folded) : null,
  };
}

function isWidth(entry: [string, unknown]): entry is [string, number] {
  return typeof entry[1] === 'number' && entry[1] >= 20 && entry[1] <= 2_000;
}

function parseSort(value: unknown): readonly SortWish[] {
  if (!isObject(value) || typeof value['columnId'] !== 'string') return [];
  return [{ columnId: value['columnId'], descending: value['descending'] === true }];
}

function parseFilter(id: string, value: unknown): readonly (readonly [string, ColumnFilter])[] {
  if (!isObject(value)) return [];
  if (value['kind'] === 'values') return [[id, { kind: 'values', kept: strings(value['kept']) }]];
  if (value['kind'] === 'text') {
    const condition = TEXT_CONDITIONS.find((each) => each === value['condition']);
    const { text } = value;
    return condition && typeof text === 'string' ? [[id, { kind: 'text', condition, text }]] : [];
  }
  const condition = NUMBER_CONDITIONS.find((each) => each === value['condition']);
  const { fromMicro, toMicro } = value;
  if (value['kind'] !== 'number' || !condition || typeof fromMicro !== 'number') return [];
  return [[id, { kind: 'number', condition, fromMicro, toMicro: typeof toMicro === 'number' ? toMicro : null }]];
}
