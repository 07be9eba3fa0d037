import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { CycleId } from '#shared/domain/ids.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { useEvent } from '#renderer/app/hooks/use-event.ts';
import { dayOf } from '#renderer/ui/format-time.ts';
import { createExplanationStore, type ExplanationStore } from './explanation-store.ts';

/** The explanation rounds of a cycle, kept in step with the data service; the component is drawn anew when they change. */
export function useExplanations(cycleId: CycleId): ExplanationStore {
  const client = useClient();
  const store = useMemo(() => createExplanationStore(client, cycleId, () => dayOf(new Date())), [client, cycleId]);
  useSyncExternalStore(store.subscribe, store.get);
  useEvent('changes.committed', (event) => {
    if (event.explanationsChanged && event.cycleId === cycleId) store.reload();
  });
  useEffect(() => client.onResync(store.reload), [client, store]);
  useEffect(() => () => store.dispose(), [store]);
  return store;
}
