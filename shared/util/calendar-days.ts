const DAY_MS = 86_400_000;

/** Days from one calendar day `yyyy-mm-dd` to another; negative when the second lies before the first. */
export function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}
