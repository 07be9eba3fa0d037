import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError } from '#shared/contract/errors.ts';
import type { ExportReceipt } from '#shared/contract/outputs.ts';
import type { Progress } from '#shared/contract/wire.ts';
import type { CycleId, FileToken } from '#shared/domain/ids.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import type { AnnexRequest } from './use-annex-form.ts';

type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: Pick<Progress, 'step' | 'done' | 'total'> | null }
  | { readonly kind: 'done'; readonly receipt: ExportReceipt; readonly fileToken: FileToken }
  | { readonly kind: 'failed'; readonly error: AppError };

export interface ExportJob {
  readonly state: ExportState;
  /** Asks where to, then writes; nothing happens when the person closes the dialog. */
  start(cycleId: CycleId, request: AnnexRequest, suggestedName: string): Promise<void>;
  cancel(): void;
}

/** One export at a time, with progress and cancel; leaving the screen does not stop it. */
export function useExport(): ExportJob {
  const client = useClient();
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const abort = useRef<AbortController | null>(null);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const start = useCallback(
    async (cycleId: CycleId, request: AnnexRequest, suggestedName: string) => {
      const file = await window.desktop.chooseFile('exportAnnexes', suggestedName);
      if (!file) return;
      const show = (next: ExportState) => mounted.current && setState(next);
      abort.current = new AbortController();
      show({ kind: 'running', progress: null });
      const result = await client.call(
        'annexes.export',
        { cycleId, ...request, fileToken: file.token },
        { signal: abort.current.signal, onProgress: (progress) => show({ kind: 'running', progress }) },
      );
      if (result.ok) show({ kind: 'done', receipt: result.value, fileToken: file.token });
      else show(result.error.code === 'CANCELLED' ? { kind: 'idle' } : { kind: 'failed', error: result.error });
    },
    [client],
  );
  return { state, start, cancel: () => abort.current?.abort() };
}
