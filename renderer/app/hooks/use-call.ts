import { useCallback, useEffect, useRef, useState } from 'react';
import type { MethodName, Output } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/contract/errors.ts';
import type { ClientInput } from '#renderer/client/client.ts';
import { useClient } from './use-client.ts';

export interface CallState<T> {
  /** Last answer; stays while a newer one is on its way, so that nothing jumps. */
  readonly data: T | null;
  readonly error: AppError | null;
  readonly loading: boolean;
  readonly reload: () => void;
}

/**
 * Asks a query and keeps its answer; asks again when the input changes, after a resync and on `reload()`. Input null
 * asks nothing.
 */
export function useCall<M extends MethodName>(method: M, input: ClientInput<M> | null): CallState<Output<M>> {
  const client = useClient();
  const [answer, setAnswer] = useState<{ data: Output<M> | null; error: AppError | null }>({ data: null, error: null });
  const [loading, setLoading] = useState(input !== null);
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((current) => current + 1), []);
  const key = input === null ? null : JSON.stringify(input);
  const shownKey = useRef<string | null>(null);

  useEffect(() => client.onResync(reload), [client, reload]);
  useEffect(() => {
    if (key === null) {
      shownKey.current = null;
      setAnswer({ data: null, error: null });
      setLoading(false);
      return;
    }
    const abort = new AbortController();
    setLoading(true);
    void client.call(method, JSON.parse(key) as ClientInput<M>, { signal: abort.signal }).then((result) => {
      if (abort.signal.aborted) return;
      const keep = shownKey.current === key;
      shownKey.current = key;
      setLoading(false);
      if (result.ok) setAnswer({ data: result.value, error: null });
      else setAnswer((before) => ({ data: keep ? before.data : null, error: result.error }));
    });
    return () => abort.abort();
  }, [client, method, key, round]);

  return { ...answer, loading, reload };
}
