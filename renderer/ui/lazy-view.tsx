import { useEffect, useState, type ComponentType } from 'react';

export interface LazyView<P> {
  readonly View: ComponentType<P>;
  /** Fetches the chunk ahead of time. */
  readonly preload: () => void;
}

/**
 * A component in a chunk of its own, drawn the moment it is there. React's own lazy keeps a fallback on screen for at
 * least 300 ms, which a person feels at the start and at every change of screen. A chunk that cannot be fetched throws
 * into the nearest error boundary.
 */
export function lazyView<P extends object>(fetchView: () => Promise<ComponentType<P>>): LazyView<P> {
  let Loaded: ComponentType<P> | null = null;
  let fetching: Promise<void> | null = null;

  function load(): Promise<void> {
    fetching ??= fetchView().then(
      (view) => {
        Loaded = view;
      },
      (cause: unknown) => {
        fetching = null;
        throw cause;
      },
    );
    return fetching;
  }

  function View(props: P) {
    const [failure, setFailure] = useState<{ readonly cause: unknown } | null>(null);
    const [, setRound] = useState(0);
    useEffect(() => {
      if (Loaded) return;
      let mounted = true;
      load().then(
        () => mounted && setRound((round) => round + 1),
        (cause: unknown) => mounted && setFailure({ cause }),
      );
      return () => {
        mounted = false;
      };
    }, []);
    if (failure) throw failure.cause;
    return Loaded ? <Loaded {...props} /> : null;
  }

  return { View, preload: () => void load().catch(() => undefined) };
}
