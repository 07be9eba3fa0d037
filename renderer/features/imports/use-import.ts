import { useRef, useState } from 'react';
import type { Input } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/contract/errors.ts';
import type { ImportPreview, ImportReceipt } from '#shared/contract/outputs.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';

export type ImportSource = Input<'imports.preview'>;

export interface ImportJob {
  readonly running: 'preview' | 'commit' | null;
  /** What came of the last preview; dropped when the form changes. */
  readonly preview: ImportPreview | null;
  readonly error: AppError | null;
  forget(): void;
  runPreview(source: ImportSource): Promise<void>;
  /** The receipt when the new cycle is on disk. */
  runCommit(source: ImportSource): Promise<ImportReceipt | null>;
  cancel(): void;
}

/** Preview and commit of an import, one at a time. */
export function useImport(): ImportJob {
  const client = useClient();
  const [running, setRunning] = useState<ImportJob['running']>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const abort = useRef<AbortController | null>(null);

  function begin(what: 'preview' | 'commit'): AbortSignal {
    abort.current = new AbortController();
    setRunning(what);
    setError(null);
    return abort.current.signal;
  }

  return {
    running,
    preview,
    error,
    forget() {
      setPreview(null);
      setError(null);
    },
    async runPreview(source) {
      const result = await client.call('imports.preview', source, { signal: begin('preview') });
      setRunning(null);
      setPreview(result.ok ? result.value : null);
      if (!result.ok && result.error.code !== 'CANCELLED') setError(result.error);
    },
    async runCommit(source) {
      const result = await client.call('imports.commit', source, { signal: begin('commit') });
      setRunning(null);
      if (result.ok) return result.value;
      if (result.error.code !== 'CANCELLED') setError(result.error);
      return null;
    },
    cancel: () => abort.current?.abort(),
  };
}
