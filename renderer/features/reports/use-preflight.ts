import { useEffect, useState } from 'react';
import type { Preflight } from '#shared/contract/outputs.ts';
import type { CycleId } from '#shared/domain/ids.ts';
import { useCall, type CallState } from '#renderer/app/hooks/use-call.ts';
import { useEvent } from '#renderer/app/hooks/use-event.ts';
import type { AnnexRequest } from './use-annex-form.ts';

/** A decision number is typed letter by letter; the checks need not run for each. */
const SETTLE_MS = 300;

/** The checks before an export, run again when the choice or the figures change. */
export function usePreflight(cycleId: CycleId | null, request: AnnexRequest | null): CallState<Preflight> {
  const [settled, setSettled] = useState(request);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(request), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [request]);
  const call = useCall('annexes.preflight', cycleId && settled ? { cycleId, ...settled } : null);
  useEvent('changes.committed', (event) => {
    if (event.cycleId === cycleId && event.label.key !== 'annex.export') call.reload();
  });
  return { ...call, loading: call.loading || settled !== request };
}
