import type { Cycle } from './entities.ts';

/** Whether a cycle takes no more changes: sealed (đã khóa) or published (đã công bố). */
export function isSealed(cycle: Pick<Cycle, 'state'>): boolean {
  return cycle.state === 'sealed' || cycle.state === 'published';
}
