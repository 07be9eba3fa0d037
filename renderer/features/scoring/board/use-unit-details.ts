import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import type { BlockStore } from '../block-store.ts';
import { createUnitDetails, type UnitDetails, type UnitDetailsStore } from '../unit-details.ts';
import { useKeptInStep } from './use-kept-in-step.ts';

export interface ShownDetails {
  readonly store: UnitDetailsStore;
  /** Of the unit that was asked for last and has come; null before the first. */
  readonly shown: UnitDetails | null;
  /** Asks for the unit at this position. */
  readonly show: (u: number) => void;
}

/** Declared data, reasons and documents of the unit with the focus, kept in step with what others write. */
export function useUnitDetails({ shape }: BlockStore): ShownDetails {
  const client = useClient();
  const store = useMemo(() => createUnitDetails(client), [client]);
  const shown = useSyncExternalStore(store.subscribe, store.get);
  useEffect(() => () => store.dispose(), [store]);
  useKeptInStep(store);
  return {
    store,
    shown,
    show(u) {
      const unit = shape.units[u];
      if (unit) store.show(unit.id);
    },
  };
}
