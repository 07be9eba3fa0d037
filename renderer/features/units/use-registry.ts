import type { UnitRegistry } from '#shared/contract/outputs-units.ts';
import { useCall, type CallState } from '#renderer/app/hooks/use-call.ts';
import { useEvent } from '#renderer/app/hooks/use-event.ts';

/** The registry of units, asked for again whenever more than cells changed. */
export function useRegistry(): CallState<UnitRegistry> {
  const call = useCall('units.registry', {});
  useEvent('changes.committed', ({ structureChanged }) => {
    if (structureChanged) call.reload();
  });
  return call;
}
