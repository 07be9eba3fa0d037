import { useEffect, useRef, useState } from 'react';
import type { CellFilter } from '#shared/appraisal/cell-rules.ts';
import type { ExplanationStore } from '#renderer/features/explanations/explanation-store.ts';
import type { BlockStore } from '../block-store.ts';
import type { SheetKind } from '../score-layout.ts';
import type { ScoreTools } from '../tools/create-score-tools.ts';
import { shownRows, type ShownPlace } from './shown-rows.ts';

export interface CellFilterState {
  readonly filter: CellFilter;
  /** Positions of the rows the filter left when it was applied; null shows all. */
  readonly shown: ReadonlySet<number> | null;
  /** The cells changed so that the filter would leave other rows now. */
  readonly isStale: boolean;
  /** Applies a filter to the cells as they are now. */
  readonly apply: (filter: CellFilter) => void;
}

/** Looking through a whole matrix costs more than a key press may. */
const CHECK_DELAY_MS = 300;

/**
 * The filter "what waits" of a board. The rows stay as they are while somebody works: a cell that no longer fits must
 * not vanish under the hands.
 */
export function useCellFilter(
  store: BlockStore,
  explanations: ExplanationStore,
  kind: SheetKind,
  place: () => ShownPlace,
  tools: ScoreTools,
  hasSheet: boolean,
): CellFilterState {
  const [state, setState] = useState<Pick<CellFilterState, 'filter' | 'shown' | 'isStale'>>({
    filter: 'all',
    shown: null,
    isStale: false,
  });
  const { filter, shown } = state;
  const latestPlace = useRef(place);
  useEffect(() => {
    latestPlace.current = place;
  });

  function rowsOf(wanted: CellFilter): ReadonlySet<number> | null {
    return wanted === 'all' ? null : shownRows(store, explanations, kind, wanted, latestPlace.current());
  }

  useEffect(() => tools.setWork(shown && (({ index }) => shown.has(index))), [tools, shown, hasSheet]);
  useEffect(() => {
    if (!shown) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const check = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        const fresh = rowsOf(filter);
        setState((before) =>
          before.shown === shown ? { ...before, isStale: !isSameSet(shown, fresh ?? shown) } : before,
        );
      }, CHECK_DELAY_MS);
    };
    const stops = [store.subscribe(check), explanations.subscribe(check)];
    return () => {
      clearTimeout(waiting);
      for (const stop of stops) stop();
    };
  }, [store, explanations, kind, filter, shown]);

  function apply(wanted: CellFilter): void {
    setState({ filter: wanted, shown: rowsOf(wanted), isStale: false });
  }

  // Rows of another kind of sheet are others.
  useEffect(() => {
    if (filter !== 'all') apply(filter);
  }, [kind]);

  return { ...state, apply };
}

function isSameSet(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each));
}
