import { checkPoints } from '#shared/scoring/check-points.ts';
import { parseDecimal, type Decimal } from '#shared/util/decimal.ts';
import { fold } from '#shared/util/vietnamese-text.ts';
import type { ClipboardCell } from './clipboard-grid.ts';

/** What the person answered once for the whole paste; null is not asked yet. */
export interface ReadingAnswers {
  /** What "1.234" means. */
  readonly ambiguousDot?: 'thousands' | 'decimal' | null;
  /** Whether "70 %" in a cell of points means 70 points. */
  readonly percent?: 'asPoints' | null;
}

export type ReadingProblem =
  | 'notANumber'
  | 'notApplicable'
  | 'negative'
  | 'overMax'
  | 'tooPrecise'
  /** "1.234": thousands or decimals. */
  | 'ambiguous'
  /** A percentage in a cell of points. */
  | 'percent';

/** What a pasted text means for a cell of points. */
export type CellReading =
  | { readonly kind: 'points'; readonly micro: number }
  | { readonly kind: 'blank' }
  | { readonly kind: 'problem'; readonly problem: ReadingProblem };

/** "Không áp dụng" and "không phát sinh" as units write them, folded: none of them is a zero or a blank. */
const NOT_APPLICABLE = new Set([
  '-',
  '–',
  '—',
  '−',
  'x',
  'kad',
  'k/ad',
  'kps',
  'k/ps',
  'na',
  'n/a',
  'khong ap dung',
  'khong phat sinh',
]);
/** No number is longer; a longer text is not looked into, so that one huge cell costs nothing. */
const LONGEST_NUMBER = 64;
const INVISIBLE_ONLY = /^[\s\u200B-\u200F\u2060\uFEFF]*$/;

/** True for a text that means "không áp dụng" or "không phát sinh". */
function meansNoPoints(text: string): boolean {
  // Nearly every cell begins with a digit: no need to fold it.
  return !/^\d/.test(text) && NOT_APPLICABLE.has(fold(text).trim().replace(/\s+/g, ' '));
}

/** Reads a cell against the maximum of its target (10⁻⁶ point). */
export type CellReader = (cell: ClipboardCell, maxMicro: number) => CellReading;

/** Most texts remembered by a reader: scores of a whole office repeat, whatever else does not. */
const MOST_REMEMBERED = 20_000;

/** A reader for many cells of one paste; it reads each text once. */
export function createCellReader(answers: ReadingAnswers = {}): CellReader {
  const known = new Map<string, CellReading>();
  return (cell, maxMicro) => {
    if (cell.value) return readClipboardCell(cell, maxMicro, answers);
    const { text } = cell;
    let reading = known.get(text);
    if (!reading) {
      reading = readText(text, answers);
      if (text.length <= LONGEST_NUMBER && known.size < MOST_REMEMBERED) known.set(text, reading);
    }
    return reading.kind === 'points' ? within(reading.micro, maxMicro) : reading;
  };
}

/**
 * Reads a pasted cell against the maximum of its target (10⁻⁶ point). Numbers in every Vietnamese and English form;
 * formulas, dates and words are not numbers. An exact value beside the text is taken only when it is the number the
 * text shows: a date or a percentage carries a value too, and it is not points.
 */
export function readClipboardCell(cell: ClipboardCell, maxMicro: number, answers: ReadingAnswers = {}): CellReading {
  const { text, value } = cell;
  if (
    value &&
    text.length <= LONGEST_NUMBER &&
    !INVISIBLE_ONLY.test(text) &&
    !meansNoPoints(text) &&
    !/[%％]/.test(text)
  ) {
    return readExact(value, text, maxMicro);
  }
  const reading = readText(text, answers);
  return reading.kind === 'points' ? within(reading.micro, maxMicro) : reading;
}

/** What a text alone says, whatever the target. */
function readText(text: string, answers: ReadingAnswers): CellReading {
  if (INVISIBLE_ONLY.test(text)) return { kind: 'blank' };
  if (text.length > LONGEST_NUMBER) return problem('notANumber');
  if (meansNoPoints(text)) return problem('notApplicable');
  if (/[%％]\s*$/.test(text) && answers.percent !== 'asPoints') {
    return isNumber(text) ? problem('percent') : problem('notANumber');
  }
  const parsed = parseDecimal(text, { ambiguousDot: answers.ambiguousDot ?? null });
  if (parsed.ok) return { kind: 'points', micro: parsed.value.micro };
  switch (parsed.error) {
    case 'empty':
      return { kind: 'blank' };
    case 'ambiguousNumber':
      return problem('ambiguous');
    case 'tooLarge':
      return problem(isNegative(text) ? 'negative' : 'overMax');
    case 'notANumber':
    case 'tooPrecise':
      return problem(parsed.error);
  }
}

function problem(kind: ReadingProblem): CellReading {
  return { kind: 'problem', problem: kind };
}

function within(micro: number, maxMicro: number): CellReading {
  const wrong = checkPoints(micro, maxMicro);
  return wrong ? problem(wrong) : { kind: 'points', micro };
}

function isNumber(text: string): boolean {
  const parsed = parseDecimal(text, { ambiguousDot: 'decimal' });
  return parsed.ok || parsed.error === 'tooPrecise' || parsed.error === 'tooLarge';
}

function isNegative(text: string): boolean {
  return /^[\s\u200B-\u200F\u2060\uFEFF]*[-−–﹣－]/.test(text);
}

function readExact(value: Decimal, text: string, maxMicro: number): CellReading {
  if (!readingsOf(text).some((shown) => showsAs(value.micro, shown))) {
    const parsed = parseDecimal(text, { ambiguousDot: 'decimal' });
    return problem(!parsed.ok && parsed.error === 'tooPrecise' ? 'tooPrecise' : 'notANumber');
  }
  const reading = within(value.micro, maxMicro);
  return reading.kind === 'points' && value.rounded ? problem('tooPrecise') : reading;
}

interface Shown {
  readonly micro: number;
  readonly decimals: number;
}

/** Every number the text may show, in a Vietnamese or an English spreadsheet. */
function readingsOf(text: string): readonly Shown[] {
  const swapped = text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
  const forms = [
    { text, ambiguousDot: 'decimal' },
    { text, ambiguousDot: 'thousands' },
    { text: swapped, ambiguousDot: 'decimal' },
    { text: swapped, ambiguousDot: 'thousands' },
  ] as const;
  return forms.flatMap(({ text: form, ambiguousDot }) => {
    const parsed = parseDecimal(form, { ambiguousDot });
    if (!parsed.ok) return [];
    const isWhole = ambiguousDot === 'thousands' && parsed.value.micro % 1_000_000 === 0;
    const decimals = isWhole ? 0 : (/[.,](\d*)\D*$/.exec(form)?.[1]?.length ?? 0);
    return [{ micro: parsed.value.micro, decimals }];
  });
}

/** True when a value is shown as this number after rounding to the decimals shown; a hair for halves in doubles. */
function showsAs(micro: number, shown: Shown): boolean {
  const step = 10 ** Math.max(6 - shown.decimals, 0);
  return Math.abs(micro - shown.micro) <= step / 2 + 1;
}
