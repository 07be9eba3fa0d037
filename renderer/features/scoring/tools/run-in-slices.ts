const SLICE_MS = 8;

/** Runs a generator to its end in slices, so that keys and paints come between; answers how to stop it. */
export function runInSlices<T>(steps: Generator<undefined, T>, done: (result: T) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  function slice(): void {
    const until = performance.now() + SLICE_MS;
    do {
      const step = steps.next();
      if (step.done) return done(step.value);
    } while (performance.now() < until);
    timer = setTimeout(slice);
  }
  slice();
  return () => clearTimeout(timer);
}
