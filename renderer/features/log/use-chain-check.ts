import { useCallback, useState } from 'react';
import type { AppError } from '#shared/contract/errors.ts';
import type { ChainCheck } from '#shared/contract/outputs-audit.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';

export interface ChainCheckJob {
  readonly running: boolean;
  readonly result: ChainCheck | null;
  readonly error: AppError | null;
  check(anchor: { readonly seq: number; readonly hash: string } | null): void;
}

/** Kiểm tra chuỗi: recomputes every hash of the log and says whether the file was touched from outside. */
export function useChainCheck(): ChainCheckJob {
  const client = useClient();
  const [state, setState] = useState<Omit<ChainCheckJob, 'check'>>({ running: false, result: null, error: null });
  const check = useCallback<ChainCheckJob['check']>(
    (anchor) => {
      setState({ running: true, result: null, error: null });
      void client.call('changes.verify', { anchor }).then((answer) =>
        setState({
          running: false,
          result: answer.ok ? answer.value : null,
          error: answer.ok ? null : answer.error,
        }),
      );
    },
    [client],
  );
  return { ...state, check };
}
