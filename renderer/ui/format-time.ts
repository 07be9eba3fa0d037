/** Instants and dates as officials write them, in the time of this computer: 10:32, 05/11/2023 10:32. */
function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** "10:32" from a UTC ISO instant. */
export function formatClock(iso: string): string {
  const at = new Date(iso);
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** "05/11/2023 10:32:07" from a UTC ISO instant. */
export function formatInstant(iso: string): string {
  const at = new Date(iso);
  const day = `${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()}`;
  return `${day} ${formatClock(iso)}:${two(at.getSeconds())}`;
}

/** The calendar day of an instant on this computer: "2023-11-05". */
export function dayOf(at: Date): string {
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** "05/11/2023" from "2023-11-05". */
export function formatDay(day: string): string {
  return day.split('-').reverse().join('/');
}

/** "05/11/2023" to "2023-11-05"; null when it is not a date of the calendar. */
export function parseDay(text: string): string | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  if (!match) return null;
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return `${match[3]}-${two(month)}-${two(day)}`;
}

/** First instant of a day ("2023-11-05") in the time of this computer, as UTC ISO. */
export function dayStart(day: string): string {
  return localDay(day, 0).toISOString();
}

/** First instant after the day: "before this" includes all of it, whatever the clock did that night. */
export function dayEnd(day: string): string {
  return localDay(day, 1).toISOString();
}

function localDay(day: string, plusDays: number): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + plusDays);
}
