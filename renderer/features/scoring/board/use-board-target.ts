import { useEffect } from 'react';
import type { CycleStructure } from '#shared/contract/outputs.ts';
import type { CellFilter } from '#shared/appraisal/cell-rules.ts';
import type { BlockId } from '#shared/domain/ids.ts';
import type { Target } from '#renderer/app/stores/app-state.ts';
import type { CellAt } from '../score-entry.ts';
import type { SheetKind } from '../score-layout.ts';
import { useAfterPaint } from '#renderer/ui/use-after-paint.ts';
import type { Board } from './use-board.ts';

/** Requests are obeyed once in a window: coming back to a screen must not jump again. */
let obeyedSerial = 0;

/** What the target asks of a screen before its board can go there; null when it was obeyed, or is for another screen. */
export function placeForTarget(
  structure: CycleStructure,
  target: Target | null,
  screen: 'scoring' | 'appraisal',
  current: BlockId | null,
): { readonly blockId: BlockId | null; readonly sheet: SheetKind | null } | null {
  if (!target || target.serial <= obeyedSerial) return null;
  switch (target.kind) {
    case 'log':
      return null;
    case 'work':
      return target.screen === screen ? { blockId: target.blockId, sheet: target.sheet } : null;
    case 'unit': {
      const unit = structure.cycleUnits.find(({ id }) => id === target.cycleUnitId);
      return { blockId: unit?.blockId ?? null, sheet: null };
    }
    case 'node': {
      const set = structure.criteriaSets.find(({ nodes }) => nodes.some(({ id }) => id === target.nodeId));
      const holders = structure.blocks.filter(({ criteriaSetId }) => criteriaSetId === set?.id);
      const holder = holders.find(({ id }) => id === current) ?? holders[0];
      return { blockId: holder?.id ?? null, sheet: null };
    }
  }
}

export interface TargetParts {
  readonly screen: 'scoring' | 'appraisal';
  readonly board: Board;
  /** Shows this unit or this leaf where the sheet shows one of them only. */
  readonly showPlace: (place: { readonly u?: number; readonly l?: number }) => void;
  readonly filter: { readonly shown: ReadonlySet<number> | null; readonly apply: (filter: CellFilter) => void };
}

/** Goes where the command palette, Ctrl+G or the overview asked to, as soon as the sheet stands. */
export function useBoardTarget(target: Target | null, { screen, board, showPlace, filter }: TargetParts): void {
  const { sheet, store, kind, view } = board;
  const afterPaint = useAfterPaint();
  const { unitAt, leafAt, units, tree, set, blockId } = store.shape;

  function goToUnit(u: number): void {
    const unit = units[u];
    if (!unit) return;
    if (kind === 'unit') return showPlace({ u });
    if (filter.shown?.has(u) === false) filter.apply('all');
    const columnId = sheet?.focusedCell()?.columnId ?? (kind === 'leaf' ? view.stage : (set.leaves[0]?.id ?? 'unit'));
    sheet?.focus(unit.id, columnId);
  }

  function goToNode(at: number): void {
    const entry = tree[at];
    const leaf = entry && set.leaves[entry.leafFrom];
    const unit = units[view.u];
    if (!entry || !leaf || !unit) return;
    if (kind === 'leaf') return showPlace({ l: entry.leafFrom });
    if (kind === 'matrix') return sheet?.focus(unit.id, leaf.id);
    if (filter.shown?.has(at) === false) filter.apply('all');
    sheet?.focus(entry.node.id, view.stage);
  }

  function obey(wish: Target): boolean {
    switch (wish.kind) {
      case 'log':
        return false;
      case 'unit': {
        const u = unitAt.get(wish.cycleUnitId);
        if (u !== undefined) goToUnit(u);
        return u !== undefined;
      }
      case 'node': {
        const at = tree.findIndex(({ node }) => node.id === wish.nodeId);
        if (at >= 0) goToNode(at);
        return at >= 0;
      }
      case 'work': {
        if (wish.screen !== screen || wish.blockId !== blockId || wish.sheet !== kind) return false;
        const u = unitAt.get(wish.cycleUnitId);
        const l = leafAt.get(wish.leafId);
        if (u === undefined || l === undefined) return true;
        const at: CellAt = { stage: wish.stage, u, l };
        showPlace({ u, l });
        filter.apply(wish.filter);
        // The rows that stay are known to the sheet once this is painted.
        afterPaint(() => board.focusCell(at));
        return true;
      }
    }
  }

  useEffect(() => {
    if (!sheet || !target || target.serial <= obeyedSerial) return;
    if (obey(target)) obeyedSerial = target.serial;
  }, [target, sheet, store, kind]);
}
