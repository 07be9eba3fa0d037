/** Days of the calendar as ISO text ("2025-07-01"): compared as text, counted here, printed as officials write them. */

/** "2025-07-01" → "2025-06-30". */
export function dayBefore(day: string): string {
  return shifted(day, -1);
}

/** "2025-06-30" → "2025-07-01". */
export function dayAfter(day: string): string {
  return shifted(day, 1);
}

function shifted(day: string, by: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + by)).toISOString().slice(0, 10);
}

/** "2025-07-01" → "01/07/2025"; any other text stays as it is. */
export function formatDay(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  return match ? `${match[3]}/${match[2]}/${match[1]}` : day;
}
