/** One unit as a form: the criteria tree downwards, the three values side by side, sums in the headings. */
import { STAGES } from '#shared/domain/entities.ts';
import { formatIndex } from '#shared/scoring/index-value.ts';
import { fold } from '#shared/util/vietnamese-text.ts';
import type { Language } from '#shared/wording/language.ts';
import type { SheetColumn, SheetRow } from '#renderer/grid/sheet.ts';
import type { TreeNode } from './block-shape.ts';
import type { BlockStore } from './block-store.ts';
import { cellText } from './cell-look.ts';
import { declaredWords } from './declared-words.ts';
import { formatCellPoints } from './points-text.ts';
import type { Translate } from './translate.ts';
import type { UnitDetailsStore } from './unit-details.ts';

/** Rows of the form; `index` is the node's position in the tree. */
export function unitRows(store: BlockStore): readonly SheetRow[] {
  return store.shape.tree.map(({ node, depth, isLeaf }, index) => ({
    id: node.id,
    index,
    folded: fold(`${node.code} ${node.name}`),
    level: isLeaf ? 0 : depth === 0 ? 1 : 2,
  }));
}

/** Columns of the form. `unit()` is asked at every paint, so that the next unit needs a repaint only. */
export function unitColumns(
  store: BlockStore,
  unit: () => number,
  details: UnitDetailsStore,
  t: Translate,
  language: Language,
): readonly SheetColumn[] {
  const { tree, settings, units } = store.shape;
  const entryOf = ({ index }: SheetRow) => tree[index] as TreeNode;

  function detailsNow() {
    const shown = details.get();
    return shown && shown.cycleUnitId === units[unit()]?.id ? shown : null;
  }

  function cellOf(row: SheetRow) {
    return detailsNow()?.cells.get(entryOf(row).node.id) ?? null;
  }

  function column(
    id: keyof typeof headers,
    widthPx: number,
    align: SheetColumn['align'],
    text: (row: SheetRow) => string,
  ): SheetColumn {
    return { id, header: headers[id], tooltip: tooltips[id] ?? headers[id], widthPx, align, value: text, text };
  }

  const headers = {
    code: t('scoring.columns.code'),
    name: t('scoring.columns.name'),
    max: t('scoring.columns.max'),
    declared: t('scoring.columns.declared'),
    index: t('scoring.columns.index'),
    reason: t('scoring.columns.reason'),
    evidence: t('scoring.columns.evidence'),
  };
  const tooltips: Partial<Record<keyof typeof headers, string>> = {
    index: t('scoring.columns.indexTooltip'),
    reason: t('scoring.columns.reasonTooltip'),
    evidence: t('scoring.columns.evidenceTooltip'),
  };

  const stageColumns = STAGES.map((stage): SheetColumn => ({
    id: stage,
    header: t(`scoring.stages.${stage}`),
    tooltip: t(`scoring.stagesLong.${stage}`),
    widthPx: stage === 'final' ? 106 : 88,
    align: 'end',
    entry: true,
    flashes: true,
    value: (row) => store.nodeMicro(stage, unit(), entryOf(row)),
    micro: (row) => store.nodeMicro(stage, unit(), entryOf(row)),
    text: (row) => {
      const entry = entryOf(row);
      if (entry.isLeaf) return cellText(store, { stage, u: unit(), l: entry.leafFrom }, t, language);
      return formatCellPoints(store.nodeMicro(stage, unit(), entry), language);
    },
  }));

  return [
    { ...column('code', 66, 'start', (row) => entryOf(row).node.code), pinned: 'left' },
    { ...column('name', 260, 'start', (row) => entryOf(row).node.name), grows: true },
    {
      ...column('max', 72, 'end', (row) => formatCellPoints(entryOf(row).node.maxMicro, language)),
      micro: (row) => entryOf(row).node.maxMicro,
    },
    column('declared', 170, 'start', (row) => {
      return declaredWords(cellOf(row)?.declared ?? null, entryOf(row).node, t, language);
    }),
    ...stageColumns,
    {
      ...column('index', 66, 'end', (row) => {
        const entry = entryOf(row);
        if (entry.node.section !== 'core') return '';
        const numeratorMicro = store.nodeMicro('final', unit(), entry);
        if (isNaN(numeratorMicro)) return '';
        const ratio = { numeratorMicro, denominatorMicro: store.applicableMicro(unit(), entry) };
        return formatIndex(ratio, settings.printDecimals, language);
      }),
      flashes: true,
    },
    column('reason', 140, 'start', (row) => {
      const cell = cellOf(row);
      return cell ? cell.notApplicableReason || cell.cutReason : '';
    }),
    column('evidence', 54, 'end', (row) => {
      const entry = entryOf(row);
      const shown = detailsNow();
      if (!shown || !entry.isLeaf) return '';
      const count = shown.evidence.get(entry.node.id)?.length ?? 0;
      const isAsked = store.shape.set.evidencePolicyOfLeaf[entry.leafFrom] !== 3;
      if (count === 0 && !isAsked) return '';
      return String(count);
    }),
  ];
}
