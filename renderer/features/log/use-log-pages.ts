import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError } from '#shared/contract/errors.ts';
import type { LogEntry } from '#shared/contract/outputs.ts';
import type { LogFilter } from '#shared/contract/schemas.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { useEvent } from '#renderer/app/hooks/use-event.ts';

const PAGE = 100;
const TYPING_MS = 250;

export interface LogPages {
  readonly entries: readonly LogEntry[];
  readonly total: number;
  readonly more: boolean;
  readonly error: AppError | null;
  readonly loading: boolean;
  loadMore(): void;
}

interface Loaded {
  readonly entries: readonly LogEntry[];
  readonly total: number;
  readonly more: boolean;
  readonly error: AppError | null;
}

const NOTHING: Loaded = { entries: [], total: 0, more: false, error: null };

/** The log page by page; starts anew when what is asked for changes, a batch is added or the data process was replaced. */
export function useLogPages(search: string, filter: LogFilter): LogPages {
  const client = useClient();
  const asked = JSON.stringify({ search, filter });
  const [loaded, setLoaded] = useState(NOTHING);
  const [loading, setLoading] = useState(true);
  /** Only the newest request may answer. */
  const serial = useRef(0);
  const isFirst = useRef(true);

  const load = useCallback(
    async (before: number | null, kept: readonly LogEntry[]) => {
      const mine = ++serial.current;
      setLoading(true);
      const page = await client.call('changes.list', {
        ...(JSON.parse(asked) as { search: string; filter: LogFilter }),
        before,
        limit: PAGE,
      });
      if (mine !== serial.current) return;
      setLoading(false);
      setLoaded(
        page.ok
          ? { entries: [...kept, ...page.value.entries], total: page.value.total, more: page.value.more, error: null }
          : { ...NOTHING, entries: kept, error: page.error },
      );
    },
    [client, asked],
  );
  useEffect(() => {
    const timer = setTimeout(() => void load(null, []), isFirst.current ? 0 : TYPING_MS);
    isFirst.current = false;
    return () => {
      clearTimeout(timer);
      serial.current++;
    };
  }, [load]);
  useEffect(() => client.onResync(() => void load(null, [])), [client, load]);
  useEvent('changes.committed', () => void load(null, []));

  return { ...loaded, loading, loadMore: () => void load(loaded.entries.at(-1)?.seq ?? null, loaded.entries) };
}
