import { useEffect, useRef } from 'react';
import type { EventName, EventPayload } from '#shared/contract/contract.ts';
import { useClient } from './use-client.ts';

/** Listens to a service event while the component is mounted; the handler may change on every render. */
export function useEvent<E extends EventName>(name: E, handler: (payload: EventPayload<E>) => void): void {
  const client = useClient();
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => client.on(name, (payload) => latest.current(payload)), [client, name]);
}
