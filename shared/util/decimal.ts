/**
 * Exact decimals: text or an Excel double → integer of 10⁻⁶ unit (`micro`), and back to text. Everything here is
 * arithmetic on digits, so 1.005 is 1.005 and not 1.00499…. Called by every editor, importer, annex and screen.
 * Must not know about limits of a leaf (shared/scoring/check-points) nor about words such as "n/a".
 */
import { err, ok, type Result } from './result.ts';

export type DecimalError = 'empty' | 'notANumber' | 'ambiguousNumber' | 'tooPrecise' | 'tooLarge';

export interface Decimal {
  /** The value in 10⁻⁶ unit. */
  readonly micro: number;
  /** True when digits beyond 10⁻⁶ were rounded away. */
  readonly rounded: boolean;
}

export interface DecimalOptions {
  /** How to read "1.234": as 1234, as 1,234, or ask (null, the default). */
  readonly ambiguousDot?: 'thousands' | 'decimal' | null;
}

export type NumberLocale = 'vi' | 'en';

const MICRO = 1_000_000;
const DECIMALS = 6;
/** Largest magnitude, 10⁹ units: sums of a whole office stay far below 2⁵³. */
const LIMIT_MICRO = 1e15;

const INVISIBLE = /[\u200B-\u200F\u2060\uFEFF]/g;
const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
const SIGN = /^[+\-\u2212\u2013\uFE63]\s*/;
const GROUPED = {
  bySpace: /^([1-9]\d{0,2}(?:\s\d{3})+)(?:[.,](\d*))?$/,
  byDotWithComma: /^([1-9]\d{0,2}(?:\.\d{3})+),(\d*)$/,
  byCommaWithDot: /^([1-9]\d{0,2}(?:,\d{3})+)\.(\d*)$/,
  byDotsOrCommas: /^([1-9]\d{0,2}(?:(?:\.\d{3}){2,}|(?:,\d{3}){2,}))()$/,
} as const;
const AMBIGUOUS = /^[1-9]\d{0,2}\.\d{3}$/;
const PLAIN = /^(\d*)(?:[.,](\d*))?$/;

/**
 * Read a number as officials type it: decimal comma or dot ("8,5", "91,16 %", "1.234,5", "1 234,5"), a sign, a
 * trailing percent sign (ignored: "91,16 %" is 91.16). The comma is the official decimal mark, so "1,234" is 1.234;
 * "1.234" may be either and is `ambiguousNumber` unless told. More than six decimals are refused, not rounded.
 */
export function parseDecimal(text: string, options: DecimalOptions = {}): Result<Decimal, DecimalError> {
  // Full-width digits of an East Asian keyboard are digits; NFKC as a whole would also make 5² into 52.
  const clean = text
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .trim();
  if (clean === '') return err('empty');
  const sign = SIGN.exec(clean);
  const negative = sign !== null && !sign[0].startsWith('+');
  const body = clean.slice(sign?.[0].length ?? 0).replace(/\s*%$/, '');

  if (AMBIGUOUS.test(body)) {
    if (options.ambiguousDot === 'thousands') return fromDigits(negative, body.replace('.', ''), '');
    if (options.ambiguousDot !== 'decimal') return err('ambiguousNumber');
  }
  for (const pattern of Object.values(GROUPED)) {
    const match = pattern.exec(body);
    if (match) return fromDigits(negative, (match[1] ?? '').replace(/\D/g, ''), match[2] ?? '');
  }
  const plain = PLAIN.exec(body);
  const whole = plain?.[1] ?? '';
  const fraction = plain?.[2] ?? '';
  if (plain === null || whole + fraction === '') return err('notANumber');
  return fromDigits(negative, whole, fraction);
}

function fromDigits(negative: boolean, whole: string, fraction: string): Result<Decimal, DecimalError> {
  const digits = fraction.replace(/0+$/, '');
  const integer = whole.replace(/^0+/, '');
  if (digits.length > DECIMALS) return err('tooPrecise');
  if (integer.length > 10) return err('tooLarge');
  const micro = Number(integer) * MICRO + Number(digits.padEnd(DECIMALS, '0'));
  if (micro > LIMIT_MICRO) return err('tooLarge');
  return ok({ micro: negative && micro !== 0 ? -micro : micro, rounded: false });
}

/**
 * A double out of an Excel cell, read as Excel shows it: 15 significant digits, then half-up to 10⁻⁶ (away from zero
 * for negatives). 1.005 → 1_005_000. Null when not finite or beyond 10⁹ units.
 */
export function microFromNumber(value: number): Decimal | null {
  const magnitude = Math.abs(value);
  if (!(magnitude <= LIMIT_MICRO / MICRO)) return null;
  const match = /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(magnitude.toPrecision(15));
  if (match === null) return null;
  const whole = match[1] ?? '';
  const digits = whole + (match[2] ?? '');
  const point = whole.length + Number(match[3] ?? 0);
  const fraction = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
  const rest = fraction.slice(DECIMALS);
  const kept = Number(fraction.slice(0, DECIMALS).padEnd(DECIMALS, '0'));
  const micro = Number(digits.slice(0, Math.max(point, 0))) * MICRO + kept + (rest.charAt(0) >= '5' ? 1 : 0);
  if (micro > LIMIT_MICRO) return null;
  return { micro: value < 0 && micro !== 0 ? -micro : micro, rounded: /[1-9]/.test(rest) };
}

export interface FormatOptions {
  readonly locale: NumberLocale;
  /** Round half-up (away from zero) to this many decimals, 0–6; as many as needed when absent. */
  readonly decimals?: number;
  /** At least this many decimals; equal to `decimals` when absent, 0 without both. */
  readonly minDecimals?: number;
}

/** Print an integer of 10⁻⁶ unit, without thousands groups: 1_005_000 with 2 decimals is "1,01". NaN prints empty. */
export function formatMicro(micro: number, options: FormatOptions): string {
  if (!Number.isFinite(micro)) return '';
  const decimals = clampDecimals(options.decimals ?? DECIMALS);
  const unit = 10 ** (DECIMALS - decimals);
  const scaled = Math.floor((Math.abs(micro) + unit / 2) / unit);
  const text = formatScaled(micro < 0 ? -scaled : scaled, decimals, options.locale);
  return dropZeros(text, decimals, clampDecimals(options.minDecimals ?? options.decimals ?? 0));
}

function dropZeros(text: string, decimals: number, atLeast: number): string {
  let kept = decimals;
  while (kept > atLeast && text.charAt(text.length - 1 - (decimals - kept)) === '0') kept--;
  if (kept === decimals) return text;
  return text.slice(0, text.length - (decimals - kept) - (kept === 0 ? 1 : 0));
}

/** Print `scaled × 10^−decimals` with exactly that many decimals; `scaled` is an integer. */
export function formatScaled(scaled: number | bigint, decimals: number, locale: NumberLocale): string {
  const negative = scaled < 0;
  const digits = BigInt(scaled)
    .toString()
    .replace('-', '')
    .padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const mark = locale === 'vi' ? ',' : '.';
  return (negative ? '-' : '') + (decimals === 0 ? whole : whole + mark + digits.slice(digits.length - decimals));
}

function clampDecimals(decimals: number): number {
  return Math.min(Math.max(Math.trunc(decimals), 0), DECIMALS);
}
