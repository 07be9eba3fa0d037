import type { CycleSettings } from '#shared/domain/entities.ts';

/** Name of a class as the engine numbers it: −1 is "không xếp loại", −2 (withheld, nothing applicable) prints a dash. */
export function classLabel(settings: Pick<CycleSettings, 'classes' | 'unclassifiedLabel'>, at: number): string {
  if (at === -1) return settings.unclassifiedLabel;
  return settings.classes[at]?.label ?? '—';
}
