import { useEffect } from 'react';
import type { Cell } from '#shared/contract/outputs.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { useAfterPaint } from '#renderer/ui/use-after-paint.ts';

/** Records beside the columns of a block: patched by committed cells, read again when marks changed. */
export interface Details {
  readonly apply: (cells: readonly Cell[]) => void;
  readonly reload: () => void;
}

/** Feeds the details with what was committed, by whichever window, and after a restart of the data process. */
export function useKeptInStep(details: Details): void {
  const client = useClient();
  const afterPaint = useAfterPaint();
  useEffect(() => {
    const stopEvents = client.on('changes.committed', ({ cells, marksChanged }) => {
      afterPaint(() => details.apply(cells));
      if (marksChanged) details.reload();
    });
    const stopResync = client.onResync(details.reload);
    return () => {
      stopEvents();
      stopResync();
    };
  }, [client, details, afterPaint]);
}
