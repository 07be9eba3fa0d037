import type { Cycle, CycleState } from './entities.ts';

type Dates = Pick<Cycle, 'periodStart' | 'periodEnd'> & { readonly deadlines: Cycle['settings']['deadlines'] };

/** The dates of a year moved by whole years, 29 February becoming the 28th where there is none. */
export function moveYears({ periodStart, periodEnd, deadlines }: Dates, years: number): Dates {
  return {
    periodStart: moveDay(periodStart, years),
    periodEnd: moveDay(periodEnd, years),
    deadlines: Object.fromEntries(
      Object.entries(deadlines).map(([state, day]) => [state as CycleState, moveDay(day, years)]),
    ),
  };
}

function moveDay(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0');
  const moved = `${year}${day.slice(4)}`;
  return moved.endsWith('-02-29') && !isLeap(Number(year)) ? `${year}-02-28` : moved;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
