/**
 * Values of the command line's options, checked before anything is opened, so that a slip is said in a sentence and
 * costs nothing. Called by main; must not touch files.
 */
import type { Input } from '#shared/contract/contract.ts';
import type { AnnexCode } from '#shared/contract/schemas.ts';
import { err, ok, type Result } from '#shared/util/result.ts';

type ImportSource = Input<'imports.preview'>;

export type ImportChoices = Pick<ImportSource, 'year' | 'blanks' | 'ambiguousDot'> & {
  readonly ties: NonNullable<ImportSource['ties']>;
};

const FIRST_YEAR = 1990;
const LAST_YEAR = 2200;

/** Choices of `import`; the error is a sentence for the caller. */
export function readImportChoices(
  values: {
    readonly year?: string;
    readonly blanks: string;
    readonly dot?: string;
    readonly ties: string;
  },
  thisYear: number,
): Result<ImportChoices, string> {
  const year = values.year === undefined ? thisYear : Number(values.year);
  const isYear = /^\d{4}$/.test(String(year)) && year >= FIRST_YEAR && year <= LAST_YEAR;
  if (!isYear) return err(`--year must be a year from ${FIRST_YEAR} to ${LAST_YEAR}, not “${values.year}”`);
  const blanks = oneOf('blanks', values.blanks, ['missing', 'notApplicable', 'zero'] as const);
  if (!blanks.ok) return blanks;
  const dot = values.dot === undefined ? ok(null) : oneOf('dot', values.dot, ['thousands', 'decimal'] as const);
  if (!dot.ok) return dot;
  const ties = oneOf('ties', values.ties, ['competition', 'dense'] as const);
  if (!ties.ok) return ties;
  return ok({ year, blanks: blanks.value, ambiguousDot: dot.value, ties: ties.value });
}

/** Annexes of `export`: "I,III" → ["I", "III"]. */
export function readAnnexes(text: string): Result<AnnexCode[], string> {
  const annexes: AnnexCode[] = [];
  for (const word of text.split(',')) {
    const annex = oneOf('annexes', word.trim(), ['I', 'II', 'III'] as const);
    if (!annex.ok) return annex;
    annexes.push(annex.value);
  }
  return ok(annexes);
}

/** A day of the calendar, yyyy-mm-dd; null when not given. */
export function readDate(text: string | undefined): Result<string | null, string> {
  if (text === undefined) return ok(null);
  const day = new Date(`${text}T00:00:00Z`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime());
  // A day that rolls over ("02-30") comes back as another one.
  if (isDay && day.toISOString().startsWith(text)) return ok(text);
  return err(`--date must be a date as YYYY-MM-DD, not “${text}”`);
}

function oneOf<T extends string>(option: string, text: string, allowed: readonly T[]): Result<T, string> {
  const found = allowed.find((candidate) => candidate === text);
  return found === undefined ? err(`--${option} must be ${allowed.join(', ')}; not “${text}”`) : ok(found);
}
