/**
 * How a screen lays the cells of a block out as rows and columns: what useScoreSheet must know to paint, locate and
 * repaint them. Nhập điểm has the matrix and the form of one unit; Thẩm định brings its own two.
 */
import type { Stage } from '#shared/domain/entities.ts';
import type { Language } from '#shared/wording/language.ts';
import type { CellAddress, SheetColumn, SheetGroup, SheetRow } from '#renderer/grid/sheet.ts';
import type { BlockStore } from './block-store.ts';
import { matrixColumns, matrixRows } from './matrix-sheet.ts';
import { rememberedView } from './remembered-view.ts';
import type { CellAt } from './score-entry.ts';
import type { Translate } from './translate.ts';
import type { UnitDetailsStore } from './unit-details.ts';
import { unitColumns, unitRows } from './unit-sheet.ts';

/** What the sheet shows besides the data; read at paint time, so it is not React state. */
export interface ScoreView {
  stage: Stage;
  u: number;
}

export interface SheetFocus {
  readonly u: number;
  /** Position in the tree; null when the focus is on no criterion. */
  readonly node: number | null;
  readonly stage: Stage;
}

/**
 * What rows and columns of a sheet are: units × leaves, the tree of one unit with the three values, or the units with the
 * three values of one leaf.
 */
export type SheetKind = 'matrix' | 'unit' | 'leaf';

/** Memoise it: a new layout builds the sheet anew. Functions are called at paint time and on every key. */
export interface ScoreLayout {
  readonly rows: readonly SheetRow[];
  readonly columns: readonly (SheetColumn | SheetGroup)[];
  /** The score cell at an address; null where nobody types points. */
  readonly locate: (cell: CellAddress) => CellAt | null;
  readonly addressOf: (at: CellAt) => { readonly rowId: string; readonly columnId: string } | null;
  readonly focusOf: (cell: CellAddress) => SheetFocus;
  /** The points whose ranking says what an edit moved. */
  readonly resultStage: () => Stage;
  /** Rows that show these units; null when the whole sheet does. */
  readonly rowsOf: (units: readonly number[]) => readonly SheetRow[] | null;
  /** Tells when texts outside the store changed (declared data, reasons, documents). */
  readonly subscribe: (listener: () => void) => () => void;
  /** True when such texts may have come before anybody listened. */
  readonly isTextLate: () => boolean;
  /** Marks of this layout beside those every score cell can wear: class name → whether the cell wears it. */
  readonly marks?: Readonly<Record<string, (at: CellAt) => boolean>>;
}

/** The value a column of the three stands for. */
export function stageOfColumn(columnId: string): Stage | null {
  return columnId === 'self' || columnId === 'appraised' || columnId === 'final' ? columnId : null;
}

/** One row per unit, one column per leaf. */
export function matrixLayout(store: BlockStore, view: ScoreView, t: Translate, language: Language): ScoreLayout {
  const { shape } = store;
  const rows = matrixRows(store);
  const nodeAt = new Map(shape.tree.map(({ node }, at) => [node.id as string, at]));
  const folded = new Set(rememberedView.folded.get(shape.blockId) ?? []);
  return {
    rows,
    columns: matrixColumns(
      store,
      () => view.stage,
      t,
      language,
      (groupId) => folded.has(groupId),
    ),
    locate({ row, columnId }) {
      const entry = shape.tree[nodeAt.get(columnId) ?? -1];
      return entry?.isLeaf ? { stage: view.stage, u: row.index, l: entry.leafFrom } : null;
    },
    addressOf({ u, l }) {
      const unit = shape.units[u];
      const leaf = shape.set.leaves[l];
      return unit && leaf ? { rowId: unit.id, columnId: leaf.id } : null;
    },
    focusOf: ({ row, columnId }) => ({ u: row.index, node: nodeAt.get(columnId) ?? null, stage: view.stage }),
    resultStage: () => view.stage,
    rowsOf: (units) => units.flatMap((u) => rows[u] ?? []),
    subscribe: () => () => undefined,
    isTextLate: () => false,
  };
}

/** One unit as a form: one row per node of the tree, the three values side by side. */
export function unitLayout(
  store: BlockStore,
  view: ScoreView,
  details: UnitDetailsStore,
  t: Translate,
  language: Language,
): ScoreLayout {
  return {
    ...unitPlaces(store, view),
    rows: unitRows(store),
    columns: unitColumns(store, () => view.u, details, t, language),
    subscribe: details.subscribe,
    isTextLate: () => details.get() !== null,
  };
}

/** Where the cells of a form of one unit are; shared by the forms of Nhập điểm and Thẩm định. */
export function unitPlaces(
  { shape }: BlockStore,
  view: ScoreView,
): Pick<ScoreLayout, 'locate' | 'addressOf' | 'focusOf' | 'resultStage' | 'rowsOf'> {
  return {
    locate({ row, columnId }) {
      const entry = shape.tree[row.index];
      const stage = stageOfColumn(columnId);
      return entry?.isLeaf && stage ? { stage, u: view.u, l: entry.leafFrom } : null;
    },
    addressOf({ stage, l }) {
      const leaf = shape.set.leaves[l];
      return leaf ? { rowId: leaf.id, columnId: stage } : null;
    },
    focusOf: ({ row, columnId }) => ({ u: view.u, node: row.index, stage: stageOfColumn(columnId) ?? view.stage }),
    resultStage: () => 'final',
    rowsOf: (units) => (units.includes(view.u) ? null : []),
  };
}
