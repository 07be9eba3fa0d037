import { useEffect, useRef } from 'react';
import type { Ranking } from '#shared/contract/outputs.ts';
import type { CycleId } from '#shared/domain/ids.ts';
import { useCall, type CallState } from '#renderer/app/hooks/use-call.ts';
import { useEvent } from '#renderer/app/hooks/use-event.ts';

/** A burst of edits is answered by one recompute, still well within a second of the last. */
const DEBOUNCE_MS = 120;

/** The ranking of a cycle, asked for again after every batch that concerns it. */
export function useLiveRanking(cycleId: CycleId | null): CallState<Ranking> {
  const call = useCall('ranking.get', cycleId ? { cycleId } : null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEvent('changes.committed', (event) => {
    if (event.cycleId !== cycleId && !event.structureChanged) return;
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = setTimeout(call.reload, DEBOUNCE_MS);
  });
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  return call;
}
