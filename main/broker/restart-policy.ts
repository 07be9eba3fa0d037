/** How long to wait before a dead data process is started again. Pure. */
const WINDOW_MS = 60_000;
const DELAYS_MS = [100, 1_000, 5_000, 15_000, 30_000] as const;

/** `deathsMs`: times of all deaths, the last one included, on the clock of `nowMs`. Answers milliseconds to wait. */
export function planRestartMs(deathsMs: readonly number[], nowMs: number): number {
  const recent = deathsMs.filter((deathMs) => nowMs - deathMs < WINDOW_MS).length;
  return DELAYS_MS[Math.min(Math.max(recent, 1), DELAYS_MS.length) - 1] ?? WINDOW_MS;
}
