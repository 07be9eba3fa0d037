import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fold } from '#shared/util/vietnamese-text.ts';
import type { Sheet } from '#renderer/grid/sheet.ts';
import type { BlockStore } from './block-store.ts';
import { planMatrixFilter, planTreeFilter, type FilterPlan } from './filter-plan.ts';
import type { Orientation } from './score-toolbar.tsx';

export interface ScoreFilter {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly found: string;
}

/** The filter box: its text, and what it leaves of the sheet. */
export function useScoreFilter(
  store: BlockStore,
  orientation: Orientation,
  sheet: Pick<Sheet, 'setFilter' | 'showColumns'> | null,
): ScoreFilter {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const { tree, set, units } = store.shape;
  const searchable = useMemo(() => {
    const nodes = tree.map(({ node, depth }) => ({ depth, folded: fold(`${node.code} ${node.name}`) }));
    return {
      nodes,
      units: units.map(({ code, name }) => ({ folded: fold(`${code} ${name}`) })),
      leaves: set.leaves.map(({ code, name }) => ({ folded: fold(`${code} ${name}`) })),
    };
  }, [tree, set, units]);
  const plan = useMemo(
    () =>
      orientation === 'matrix'
        ? planMatrixFilter(text, searchable.units, searchable.leaves)
        : planTreeFilter(text, searchable.nodes),
    [text, orientation, searchable],
  );

  useEffect(() => {
    if (!sheet) return;
    sheet.setFilter(plan.rows === null ? null : ({ index }) => plan.rows?.has(index) ?? true);
    if (orientation !== 'matrix') return;
    const hidden = new Set(
      tree.flatMap(({ node, isLeaf, leafFrom }) => {
        if (isLeaf) return plan.leaves && !plan.leaves.has(leafFrom) ? [node.id as string] : [];
        return plan.leaves ? [`sum:${node.id}`] : [];
      }),
    );
    sheet.showColumns((columnId) => !hidden.has(columnId));
  }, [sheet, plan, orientation, tree]);

  return { text, setText, found: words(plan) };

  function words({ kind, shown, count }: FilterPlan): string {
    if (kind === 'none') return '';
    if (shown === 0) return t('scoring.filterNone');
    switch (kind) {
      case 'units':
        return t('scoring.filterUnits', { shown, count });
      case 'leaves':
        return t('scoring.filterLeaves', { shown, count });
      case 'rows':
        return t('scoring.filterRows', { shown, count });
    }
  }
}
