/**
 * The two layouts of Thẩm định over the same cells as Nhập điểm: one leaf across the units of a block, and one unit
 * whole. Both put self, appraised and final side by side, with reason, explanation, documents and declared data in words.
 */
import { STAGES } from '#shared/domain/entities.ts';
import type { Language } from '#shared/wording/language.ts';
import type { SheetColumn, SheetRow } from '#renderer/grid/sheet.ts';
import type { ExplanationStore } from '#renderer/features/explanations/explanation-store.ts';
import type { BlockStore } from '#renderer/features/scoring/block-store.ts';
import { cellText } from '#renderer/features/scoring/cell-look.ts';
import { declaredWords } from '#renderer/features/scoring/declared-words.ts';
import { matrixRows } from '#renderer/features/scoring/matrix-sheet.ts';
import {
  stageOfColumn,
  unitPlaces,
  type ScoreLayout,
  type ScoreView,
} from '#renderer/features/scoring/score-layout.ts';
import type { Translate } from '#renderer/features/scoring/translate.ts';
import type { UnitDetailsStore } from '#renderer/features/scoring/unit-details.ts';
import { unitColumns, unitRows } from '#renderer/features/scoring/unit-sheet.ts';
import { explanationColumn, explanationMarks } from './explanation-column.ts';
import type { LeafDetailsStore } from './leaf-details.ts';

/** Read at paint time. */
export interface AppraisalView extends ScoreView {
  l: number;
}

/** Column whose cells are ticked to choose rows. */
export const PICK_COLUMN = 'pick';

const TICKED = '☑';
const UNTICKED = '☐';

/** One row per node of the criteria tree of the unit in `view`. */
export function unitAppraisalLayout(
  store: BlockStore,
  view: AppraisalView,
  details: UnitDetailsStore,
  explanations: ExplanationStore,
  isPicked: (rowId: string) => boolean,
  t: Translate,
  language: Language,
): ScoreLayout {
  const { tree } = store.shape;
  const explained = explanationColumn(store, explanations, t, language, ({ index }) => {
    const entry = tree[index];
    return entry?.isLeaf ? { u: view.u, l: entry.leafFrom } : null;
  });
  const all = new Map(
    [...unitColumns(store, () => view.u, details, t, language), explained].map((column) => [column.id, column]),
  );
  const order = ['code', 'name', 'max', ...STAGES, 'explanation', 'reason', 'evidence', 'declared'];
  return {
    ...unitPlaces(store, view),
    rows: unitRows(store),
    columns: [
      pickColumn(({ id, index }) => (tree[index]?.isLeaf ? isPicked(id) : null), t),
      ...order.flatMap((id) => all.get(id) ?? []),
    ],
    subscribe: both(details.subscribe, explanations.subscribe),
    isTextLate: () => details.get() !== null || explanations.get() !== null,
    marks: explanationMarks(store, explanations),
  };
}

/** One row per unit of the block, for the leaf in `view`. */
export function leafAppraisalLayout(
  store: BlockStore,
  view: AppraisalView,
  details: LeafDetailsStore,
  explanations: ExplanationStore,
  isPicked: (rowId: string) => boolean,
  t: Translate,
  language: Language,
): ScoreLayout {
  const { shape } = store;
  const rows = matrixRows(store);
  const nodeOf = (l: number): number | null => {
    const at = shape.tree.findIndex(({ isLeaf, leafFrom }) => isLeaf && leafFrom === l);
    return at < 0 ? null : at;
  };
  const leafNow = () => shape.set.leaves[view.l];
  const detailsNow = () => (details.get()?.leafId === leafNow()?.id ? details.get() : null);
  const cellOf = ({ index }: SheetRow) => {
    const unit = shape.units[index];
    return (unit && detailsNow()?.cells.get(unit.id)) ?? null;
  };

  function column(
    id: string,
    header: string,
    tooltip: string,
    widthPx: number,
    text: (row: SheetRow) => string,
  ): SheetColumn {
    return { id, header, tooltip, widthPx, align: 'start', sortable: true, value: text, text };
  }

  const stages = STAGES.map((stage): SheetColumn => ({
    id: stage,
    header: t(`scoring.stages.${stage}`),
    tooltip: t(`scoring.stagesLong.${stage}`),
    widthPx: stage === 'final' ? 112 : 92,
    align: 'end',
    entry: true,
    sortable: true,
    flashes: true,
    value: ({ index }) => {
      const points = store.effectivePoints(stage, index, view.l);
      return isNaN(points) ? null : points;
    },
    text: ({ index }) => cellText(store, { stage, u: index, l: view.l }, t, language),
  }));
  const words = { code: t('scoring.columns.code'), unit: t('appraisal.columns.unit') };
  return {
    rows,
    columns: [
      pickColumn(({ id }) => isPicked(id), t),
      { ...column('code', words.code, words.code, 70, ({ index }) => shape.units[index]?.code ?? ''), pinned: 'left' },
      { ...column('unit', words.unit, words.unit, 230, ({ index }) => shape.units[index]?.name ?? ''), grows: true },
      ...stages,
      explanationColumn(store, explanations, t, language, ({ index }) => ({ u: index, l: view.l })),
      column('reason', t('appraisal.columns.cut'), t('scoring.columns.reasonTooltip'), 190, (row) => {
        const cell = cellOf(row);
        return cell ? cell.notApplicableReason || cell.cutReason : '';
      }),
      {
        ...column('evidence', t('scoring.columns.evidence'), t('scoring.columns.evidenceTooltip'), 66, ({ index }) => {
          const unit = shape.units[index];
          const shown = detailsNow();
          if (!unit || !shown) return '';
          const count = shown.evidenceCount.get(unit.id) ?? 0;
          return count === 0 && shape.set.evidencePolicyOfLeaf[view.l] === 3 ? '' : String(count);
        }),
        align: 'end',
      },
      column('declared', t('appraisal.columns.declared'), t('appraisal.columns.declared'), 200, (row) => {
        const leaf = leafNow();
        return leaf ? declaredWords(cellOf(row)?.declared ?? null, leaf, t, language) : '';
      }),
    ],
    locate({ row, columnId }) {
      const stage = stageOfColumn(columnId);
      return stage ? { stage, u: row.index, l: view.l } : null;
    },
    addressOf({ stage, u }) {
      const unit = shape.units[u];
      return unit ? { rowId: unit.id, columnId: stage } : null;
    },
    focusOf: ({ row, columnId }) => ({
      u: row.index,
      node: nodeOf(view.l),
      stage: stageOfColumn(columnId) ?? 'appraised',
    }),
    resultStage: () => 'final',
    rowsOf: (units) => units.flatMap((u) => rows[u] ?? []),
    subscribe: both(details.subscribe, explanations.subscribe),
    isTextLate: () => details.get() !== null || explanations.get() !== null,
    marks: explanationMarks(store, explanations),
  };
}

/** Listens to two sources at once. */
function both(first: ScoreLayout['subscribe'], second: ScoreLayout['subscribe']): ScoreLayout['subscribe'] {
  return (listener) => {
    const stops = [first(listener), second(listener)];
    return () => stops.forEach((stop) => stop());
  };
}

function pickColumn(state: (row: SheetRow) => boolean | null, t: Translate): SheetColumn {
  const text = (row: SheetRow): string => {
    const isTicked = state(row);
    return isTicked === null ? '' : isTicked ? TICKED : UNTICKED;
  };
  return {
    id: PICK_COLUMN,
    header: t('appraisal.pick'),
    tooltip: t('appraisal.pickTooltip'),
    widthPx: 54,
    align: 'center',
    pinned: 'left',
    value: text,
    text,
  };
}
