/**
 * Work on many cells that can be left and taken up again: planners and readers are generators that say now and then how
 * far they are. Whoever runs them lets keys and paints come between; nothing here knows of time.
 */

/** How far a piece of work is. `total` is 0 while nobody knows. */
export interface Progress {
  readonly step: 'read' | 'plan';
  readonly done: number;
  readonly total: number;
}

export type Steps<T> = Generator<Progress, T, undefined>;

/** Cells between two rests: well below a millisecond of work. */
const CELLS_PER_REST = 256;

/** Counts cells; answers how far it is at every rest, null between. */
export function createPace(step: Progress['step'], total: number): () => Progress | null {
  let done = 0;
  return () => (++done % CELLS_PER_REST === 0 ? { step, done, total } : null);
}

/** Runs work to its end without a rest. */
export function complete<T>(steps: Steps<T>): T {
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
  }
}
