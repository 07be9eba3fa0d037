/** Short enough that a key in between is answered at once. */
const SLICE_MS = 8;

export interface Slices<P> {
  /** Milliseconds of work before keys and paints get their turn; 8 unless told. */
  readonly sliceMs?: number;
  /** Told after every slice how far the work is. */
  readonly onRest?: (progress: P) => void;
}

/**
 * Runs a generator to its end in slices, so that keys and paints come between; what ends within the first slice ends
 * before this returns. Answers how to stop it.
 */
export function runInSlices<T, P>(
  steps: Generator<P, T>,
  done: (result: T) => void,
  { sliceMs = SLICE_MS, onRest }: Slices<P> = {},
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  function slice(): void {
    const until = performance.now() + sliceMs;
    for (;;) {
      const step = steps.next();
      if (step.done) return done(step.value);
      if (performance.now() < until) continue;
      timer = setTimeout(slice);
      return onRest?.(step.value);
    }
  }
  slice();
  return () => clearTimeout(timer);
}
