import { useEffect, useState } from 'react';
import type { AppError } from '#shared/contract/errors.ts';
import type { CommittedEvent } from '#shared/contract/outputs.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { afterPaint } from '#renderer/ui/after-paint.ts';
import type { BlockShape } from './block-shape.ts';
import { BlockStore } from './block-store.ts';

export interface LoadedBlock {
  readonly store: BlockStore | null;
  readonly error: AppError | null;
  readonly reload: () => void;
}

/** Loads the cells of a block and keeps them in step with the data service: events, undo, other windows, a restart. */
export function useBlockStore(shape: BlockShape | null): LoadedBlock {
  const client = useClient();
  const [loaded, setLoaded] = useState<{ readonly store: BlockStore | null; readonly error: AppError | null }>({
    store: null,
    error: null,
  });
  const [round, setRound] = useState(0);

  useEffect(() => {
    setLoaded({ store: null, error: null });
    if (!shape) return;
    const abort = new AbortController();
    let store: BlockStore | null = null;
    // Events that come before the answer are laid on top of it; versions keep the newer cell.
    const early: CommittedEvent[] = [];
    const input = { cycleId: shape.cycleId, blockId: shape.blockId };

    async function load(): Promise<void> {
      const answer = await client.call('scores.block', input, { signal: abort.signal });
      if (abort.signal.aborted || !shape) return;
      if (!answer.ok) {
        if (!store) setLoaded({ store: null, error: answer.error });
        return;
      }
      if (store) return store.reload(answer.value);
      store = new BlockStore(shape, answer.value, afterPaint);
      const late = early.splice(0);
      for (const event of late) store.apply(event.cells, event.opId);
      setLoaded({ store, error: null });
      void askMilestone(store);
      if (late.some(({ marksChanged }) => marksChanged)) void refreshMarks();
    }

    async function askMilestone(of: BlockStore): Promise<void> {
      const answer = await client.call('milestones.list', { cycleId: input.cycleId }, { signal: abort.signal });
      if (answer.ok) of.hasMilestone = answer.value.length > 0;
    }

    /** Comments, evidence or a milestone: no cell was written, so only the marks are taken over. */
    async function refreshMarks(): Promise<void> {
      if (!store) return;
      const [answer] = await Promise.all([
        client.call('scores.block', input, { signal: abort.signal }),
        askMilestone(store),
      ]);
      if (answer.ok && !abort.signal.aborted) store.remark(answer.value);
    }

    const stopEvents = client.on('changes.committed', (event) => {
      if (event.cycleId !== shape.cycleId) return;
      if (!store) return void early.push(event);
      store.apply(event.cells, event.opId);
      if (event.marksChanged) void refreshMarks();
    });
    const stopResync = client.onResync(() => void load());
    void load();
    return () => {
      abort.abort();
      stopEvents();
      stopResync();
    };
  }, [client, shape, round]);

  return { ...loaded, reload: () => setRound((current) => current + 1) };
}
