/**
 * How long to wait after wrong passwords (chờ giữa các lần đăng nhập sai). Pure: the data service keeps the count and
 * the clock. The first slips cost nothing, then every failure doubles the wait up to a quarter of an hour, so that
 * guessing takes years and a person who forgot waits minutes.
 */
const FREE_FAILURES = 2;
const FIRST_DELAY_MS = 2_000;
const MAX_DELAY_MS = 15 * 60_000;

/** What is kept of the failures since the last right password. */
export interface SignInFailures {
  readonly count: number;
  /** When the last one was; ISO, null when there was none. */
  readonly lastAt: string | null;
}

export const NO_FAILURES: SignInFailures = { count: 0, lastAt: null };

/** Wait in ms that follows the `count`-th failure. */
export function delayAfterMs(count: number): number {
  if (count <= FREE_FAILURES) return 0;
  // 2 ** 1000 is Infinity, which the cap turns into a number again.
  return Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** (count - FREE_FAILURES - 1));
}

/**
 * What is left of the wait at `now`, in ms; 0 lets the person try. A clock set back never makes it longer than the
 * wait itself.
 */
export function remainingDelayMs({ count, lastAt }: SignInFailures, now: string): number {
  const delayMs = delayAfterMs(count);
  if (delayMs === 0 || lastAt === null) return 0;
  const elapsedMs = Date.parse(now) - Date.parse(lastAt);
  return Math.min(delayMs, Math.max(0, delayMs - elapsedMs));
}

/** The count after one more wrong password. */
export function countFailure({ count }: SignInFailures, now: string): SignInFailures {
  return { count: count + 1, lastAt: now };
}
