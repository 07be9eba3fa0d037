import { useEffect, useRef } from 'react';
import type { Overview } from '#shared/contract/outputs-overview.ts';
import type { CycleId } from '#shared/domain/ids.ts';
import { useCall, type CallState } from '#renderer/app/hooks/use-call.ts';
import { useEvent } from '#renderer/app/hooks/use-event.ts';
import { dayOf } from '#renderer/ui/format-time.ts';

/** A burst of edits is answered by one look through the cells. */
const DEBOUNCE_MS = 150;

/** The overview of a cycle, asked for again after every batch that concerns it. */
export function useLiveOverview(cycleId: CycleId | null): CallState<Overview> {
  const call = useCall('overview.get', cycleId ? { cycleId, today: dayOf(new Date()) } : null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEvent('changes.committed', (event) => {
    if (event.cycleId !== cycleId && !event.structureChanged) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(call.reload, DEBOUNCE_MS);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return call;
}
