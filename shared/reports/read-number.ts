/** Numbers in imported cells: exact decimals, with more than six decimals rounded half-up and said so. */
import { microFromNumber, parseDecimal } from '../util/decimal.ts';
import { err, ok, type Result } from '../util/result.ts';
import type { RawCell } from './raw-table.ts';

export type AmbiguousDot = 'thousands' | 'decimal' | null;

export interface ReadNumber {
  /** In 10⁻⁶. */
  readonly micro: number;
  readonly rounded: boolean;
}

export type NumberFault = 'notANumber' | 'ambiguousNumber' | 'tooLarge' | 'errorCell';

const SCIENTIFIC = /^([+-]?)(\d+)(?:[.,](\d*))?e([+-]?\d{1,3})$/i;

/** Read one cell that is not empty. */
export function readNumber(cell: RawCell, ambiguousDot: AmbiguousDot): Result<ReadNumber, NumberFault> {
  if (cell.kind === 'error') return err('errorCell');
  if (cell.kind === 'number' || (cell.kind === 'formula' && cell.number !== undefined)) {
    const read = microFromNumber(cell.number ?? Number.NaN);
    return read === null ? err('tooLarge') : ok(read);
  }
  return cell.kind === 'empty' ? err('notANumber') : readText(cell.text, ambiguousDot);
}

function readText(raw: string, dot: AmbiguousDot): Result<ReadNumber, NumberFault> {
  const scientific = SCIENTIFIC.exec(raw.trim());
  const text = scientific === null ? raw : withoutExponent(scientific);
  // A mantissa has no groups of thousands.
  const ambiguousDot = scientific === null ? dot : 'decimal';
  const parsed = parseDecimal(text, { ambiguousDot });
  if (parsed.ok) return parsed;
  switch (parsed.error) {
    case 'tooPrecise':
      return roundText(text, ambiguousDot);
    case 'empty':
    case 'notANumber':
      return err('notANumber');
    case 'ambiguousNumber':
    case 'tooLarge':
      return err(parsed.error);
  }
}

/** "1.5e-05", as programs write small figures: the same digits with the decimal mark moved. */
function withoutExponent([, sign = '', whole = '', fraction = '', exponent = '0']: RegExpExecArray): string {
  const shift = Number(exponent);
  const digits = whole + fraction;
  const point = whole.length + shift;
  const left = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  const right = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
  return `${sign}${left}.${right}`;
}

/** The digits beyond the sixth decide half-up (away from zero); done on text, so nothing is lost on the way. */
function roundText(text: string, ambiguousDot: AmbiguousDot): Result<ReadNumber, NumberFault> {
  const match = /^(.*[.,]\d{6})(\d)\d*(\s*%?\s*)$/s.exec(text.trim());
  if (match === null) return err('notANumber');
  const kept = parseDecimal(match[1] ?? '', { ambiguousDot });
  if (!kept.ok) return err('notANumber');
  const step = (match[2] ?? '0') >= '5' ? 1 : 0;
  const negative = /^\s*[-\u2212]/.test(text);
  return ok({ micro: kept.value.micro + (negative ? -step : step), rounded: true });
}

/**
 * What a dot must mean in these texts, judged by the cells that leave no doubt: "12.5" has a decimal dot, "1.234,5" a
 * dot of thousands. Null when nothing tells, or both do: then the person is asked.
 */
export function inferDot(texts: Iterable<string>): AmbiguousDot {
  let decimal = false;
  let thousands = false;
  for (const raw of texts) {
    const text = raw.trim().replace(/\s*%$/, '');
    if (/^[+-]?(?:\d*\.\d{1,2}|\d*\.\d{4,}|0\.\d+|\d{4,}\.\d+)$/.test(text)) decimal = true;
    else if (/^[+-]?\d+,\d+$/.test(text) || /^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/.test(text)) thousands = true;
  }
  if (decimal === thousands) return null;
  // A decimal comma elsewhere makes a dot of thousands likely, not certain: that is still asked.
  return decimal ? 'decimal' : null;
}

/** "1.234": a thousand and more, or one and a bit. */
export function isDoubtful(text: string): boolean {
  return /^[+\-\u2212]?[1-9]\d{0,2}\.\d{3}(?:\s*%)?$/.test(text.trim());
}
