/** Shapes of the answers about years as a whole. */
import type { CycleId } from '../domain/ids.ts';
import type { Committed } from './outputs.ts';

export interface CycleReceipt {
  readonly cycleId: CycleId;
  readonly committed: Committed;
}
