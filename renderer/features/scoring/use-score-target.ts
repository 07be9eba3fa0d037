import { useEffect, useRef } from 'react';
import type { Target } from '#renderer/app/stores/app-state.ts';
import type { Sheet } from '#renderer/grid/sheet.ts';
import type { BlockStore } from './block-store.ts';
import type { Orientation } from './score-toolbar.tsx';
import type { ScoreView } from './score-layout.ts';

/** Goes where the command palette asked to, once per request, as soon as the sheet stands. */
export function useScoreTarget(
  target: Target | null,
  store: BlockStore,
  orientation: Orientation,
  sheet: Sheet | null,
  view: ScoreView,
  showUnit: (u: number) => void,
): void {
  const done = useRef(0);
  useEffect(() => {
    if (!sheet || !target || target.serial === done.current) return;
    const { unitAt, units, tree, set } = store.shape;
    if (target.kind !== 'node') {
      const u = unitAt.get(target.cycleUnitId);
      if (u === undefined) return;
      if (orientation === 'unit') showUnit(u);
      else sheet.focus(target.cycleUnitId, sheet.focusedCell()?.columnId ?? set.leaves[0]?.id ?? 'unit');
    } else {
      const node = tree.find((entry) => entry.node.id === target.nodeId);
      const leaf = node && set.leaves[node.leafFrom];
      const unit = units[view.u];
      if (!node || !leaf || !unit) return;
      if (orientation === 'unit') sheet.focus(node.node.id, view.stage);
      else sheet.focus(unit.id, leaf.id);
    }
    done.current = target.serial;
  }, [target, store, orientation, sheet, view, showUnit]);
}
