/**
 * The matrix: one row per unit of a block, one column per leaf under its field and criterion, which fold to their sums,
 * live results at the right.
 */
import type { Stage } from '#shared/domain/entities.ts';
import { formatIndex } from '#shared/scoring/index-value.ts';
import { formatMicro } from '#shared/util/decimal.ts';
import { fold } from '#shared/util/vietnamese-text.ts';
import type { Language } from '#shared/wording/language.ts';
import type { SheetColumn, SheetGroup, SheetRow } from '#renderer/grid/sheet.ts';
import type { TreeNode } from './block-shape.ts';
import type { BlockStore } from './block-store.ts';
import { cellText } from './cell-look.ts';
import { classLabel } from './class-label.ts';
import { formatCellPoints } from './points-text.ts';
import type { Translate } from './translate.ts';

/** Rows of the matrix; `index` is the unit's position in the store. */
export function matrixRows(store: BlockStore): readonly SheetRow[] {
  return store.shape.units.map(({ id, code, name }, u) => ({
    id,
    index: u,
    folded: fold(`${code} ${name}`),
    level: 0,
  }));
}

/** Columns of the matrix. `stage()` is asked at every paint, so that changing it needs a repaint only. */
export function matrixColumns(
  store: BlockStore,
  stage: () => Stage,
  t: Translate,
  language: Language,
  isFolded: (groupId: string) => boolean,
): readonly (SheetColumn | SheetGroup)[] {
  const { units } = store.shape;
  const start: readonly SheetColumn[] = [
    {
      id: 'ordinal',
      header: t('scoring.columns.ordinal'),
      tooltip: t('scoring.columns.ordinal'),
      widthPx: 44,
      align: 'end',
      pinned: 'left',
      rowHeader: true,
      value: ({ index }) => index + 1,
      text: ({ index }) => String(index + 1),
    },
    textColumn('code', t('scoring.columns.code'), t('scoring.columns.code'), 60, ({ index }) => units[index]?.code),
    textColumn('unit', t('scoring.columns.unit'), t('scoring.columns.unitTooltip'), 190, ({ index }) => {
      return units[index]?.name;
    }),
  ];
  return [...start, ...scoreGroups(store, stage, t, language, isFolded), ...resultColumns(store, stage, t, language)];
}

function textColumn(
  id: string,
  header: string,
  tooltip: string,
  widthPx: number,
  read: (row: SheetRow) => string | undefined,
): SheetColumn {
  return {
    id,
    header,
    tooltip,
    widthPx,
    align: 'start',
    pinned: 'left',
    sortable: true,
    value: (row) => read(row) ?? null,
    text: (row) => read(row) ?? '',
  };
}

function scoreGroups(
  store: BlockStore,
  stage: () => Stage,
  t: Translate,
  language: Language,
  isFolded: (groupId: string) => boolean,
): readonly (SheetColumn | SheetGroup)[] {
  const { tree, set } = store.shape;

  function words({ node }: TreeNode) {
    const max = formatMicro(node.maxMicro, { locale: language });
    return { code: node.code, name: node.name, max };
  }

  function leafColumn(entry: TreeNode): SheetColumn {
    const l = entry.leafFrom;
    return {
      id: entry.node.id,
      shownWhen: 'open',
      header: t('scoring.columns.leafHeader', words(entry)),
      tooltip: t('scoring.columns.leafTooltip', words(entry)),
      widthPx: 66,
      align: 'end',
      entry: true,
      sortable: true,
      value: ({ index }) => blankAsNull(store.effectivePoints(stage(), index, l)),
      text: ({ index }) => cellText(store, { stage: stage(), u: index, l }, t, language),
      micro: ({ index }) => store.nodeMicro(stage(), index, entry),
    };
  }

  /** Sums of fields stay; sums of criteria stand for their leaves while those are folded away. */
  function totalColumn(entry: TreeNode, isField: boolean): SheetColumn {
    const shown = (u: number) => store.nodeMicro(stage(), u, entry, store.settledResult(stage()));
    return {
      id: `sum:${entry.node.id}`,
      ...(!isField && { shownWhen: 'folded' as const }),
      header: isField ? t('scoring.columns.fieldTotal') : t('scoring.columns.leafHeader', words(entry)),
      tooltip: t('scoring.columns.fieldTotalTooltip', words(entry)),
      widthPx: 70,
      align: 'end',
      total: true,
      flashes: true,
      sortable: true,
      value: ({ index }) => shown(index),
      text: ({ index }) => formatCellPoints(shown(index), language),
      micro: ({ index }) => store.nodeMicro(stage(), index, entry),
    };
  }

  function build(at: number): SheetColumn | SheetGroup {
    const entry = tree[at] as TreeNode;
    if (entry.isLeaf) return leafColumn(entry);
    const children: (SheetColumn | SheetGroup)[] = [];
    for (let child = at + 1; child < tree.length && (tree[child]?.depth ?? 0) > entry.depth; child++) {
      if (tree[child]?.depth === entry.depth + 1) children.push(build(child));
    }
    const isField = set.fields.includes(entry.node);
    return {
      id: `group:${entry.node.id}`,
      header: `${entry.node.code} ${entry.node.name}`,
      tooltip: t('scoring.columns.groupTooltip', words(entry)),
      open: !isFolded(`group:${entry.node.id}`),
      ...(entry.depth > 0 && { shownWhen: 'open' as const }),
      children: [...children, totalColumn(entry, isField)],
    };
  }

  return tree.flatMap((entry, at) => (entry.depth === 0 ? [build(at)] : []));
}

function resultColumns(
  store: BlockStore,
  stage: () => Stage,
  t: Translate,
  language: Language,
): readonly SheetColumn[] {
  const { settings } = store.shape;
  const base = { align: 'end', pinned: 'right', sortable: true, total: true, flashes: true } as const;
  // What is painted follows a moment after the cell that was typed; what is copied is exact at once.
  const now = () => store.settledResult(stage());
  return [
    {
      ...base,
      id: 'total',
      header: t('scoring.columns.total'),
      tooltip: t('scoring.columns.totalTooltip'),
      widthPx: 68,
      value: ({ index }) => now().totalMicro[index] ?? null,
      micro: ({ index }) => store.result(stage()).totalMicro[index] ?? NaN,
      text: ({ index }) => formatCellPoints(now().totalMicro[index] ?? NaN, language),
    },
    {
      ...base,
      id: 'index',
      header: t('scoring.columns.index'),
      tooltip: t('scoring.columns.indexTooltip'),
      widthPx: 62,
      // Only the order of rows on the screen; ranks come from the engine, which compares exactly.
      value: ({ index }) => {
        const { totalMicro, applicableMicro } = now();
        const applicable = applicableMicro[index] ?? 0;
        return applicable > 0 ? (totalMicro[index] ?? 0) / applicable : null;
      },
      text: ({ index }) => {
        const { totalMicro, applicableMicro } = now();
        const ratio = { numeratorMicro: totalMicro[index] ?? 0, denominatorMicro: applicableMicro[index] ?? 0 };
        return formatIndex(ratio, settings.printDecimals, language);
      },
    },
    {
      ...base,
      id: 'rank',
      header: t('scoring.columns.rank'),
      tooltip: t('scoring.columns.rankTooltip'),
      widthPx: 60,
      value: ({ index }) => now().rank[index] || null,
      text: ({ index }) => String(now().rank[index] || t('scoring.notRanked')),
    },
    {
      ...base,
      id: 'class',
      header: t('scoring.columns.class'),
      tooltip: t('scoring.columns.classTooltip'),
      widthPx: 92,
      align: 'start',
      value: ({ index }) => {
        const at = now().classFinal[index] ?? -2;
        return at >= 0 ? at : settings.classes.length - at;
      },
      text: ({ index }) => classLabel(settings, now().classFinal[index] ?? -2),
    },
  ];
}

function blankAsNull(micro: number): number | null {
  return isNaN(micro) ? null : micro;
}
