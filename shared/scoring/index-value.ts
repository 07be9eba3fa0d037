/**
 * The index (chỉ số, %) of an exact ratio: compared, rounded and printed straight from numerator and denominator, so
 * that nothing is rounded twice. Called by the engine, screens and annexes.
 */
import { formatMicro, formatScaled, type NumberLocale } from '../util/decimal.ts';
import { compareProducts, scaleRatio } from './exact.ts';
import type { Ratio } from './model.ts';

/** Below this relative distance two doubles no longer tell which ratio is larger. */
const CLOSE = 1e-9;

/** The index in 10⁻⁶ percent, half-up; null when nothing was applicable. 1/3 → 33_333_333. */
export function indexMicroPercent(ratio: Ratio): number | null {
  if (!(ratio.denominatorMicro > 0)) return null;
  return scaleRatio(ratio.numeratorMicro, ratio.denominatorMicro, 8, true);
}

/** Exact order of two indexes: negative when a is lower. An index with denominator 0 is below every other. */
export function compareRatio(a: Ratio, b: Ratio): number {
  const aHas = a.denominatorMicro > 0;
  const bHas = b.denominatorMicro > 0;
  if (!aHas || !bHas) return Number(aHas) - Number(bHas);
  const x = a.numeratorMicro / a.denominatorMicro;
  const y = b.numeratorMicro / b.denominatorMicro;
  if (Math.abs(x - y) > CLOSE * Math.max(x, y)) return x < y ? -1 : 1;
  return compareProducts(a.numeratorMicro, b.denominatorMicro, b.numeratorMicro, a.denominatorMicro);
}

/** Print an index half-up, without percent sign: 94.995 % with 2 decimals is "95,00". Empty for denominator 0. */
export function formatIndex(ratio: Ratio, decimals: number, locale: NumberLocale): string {
  if (!(ratio.denominatorMicro > 0)) return '';
  const places = clampPlaces(decimals);
  return formatScaled(scaleRatio(ratio.numeratorMicro, ratio.denominatorMicro, places + 2, true), places, locale);
}

/**
 * Print a percentage that is itself given data (a threshold, last year's published index). For a computed index use
 * formatIndex: this one would round a second time.
 */
export function formatMicroPercent(microPercent: number, decimals: number, locale: NumberLocale): string {
  return formatMicro(microPercent, { locale, decimals });
}

/** A block mean (10⁻¹² percent, rounded down) as 10⁻⁶ percent, half-up; null stays null. */
export function meanMicroPercent(picoPercent: bigint | null): number | null {
  return picoPercent === null ? null : Number((picoPercent + 500_000n) / 1_000_000n);
}

/** Print a block mean half-up, without percent sign; empty when there is none. */
export function formatMean(picoPercent: bigint | null, decimals: number, locale: NumberLocale): string {
  if (picoPercent === null) return '';
  const places = clampPlaces(decimals);
  const unit = 10n ** BigInt(12 - places);
  return formatScaled((picoPercent + unit / 2n) / unit, places, locale);
}

/** Indexes print with 0 to 6 decimals. */
export function clampPlaces(decimals: number): number {
  return Math.min(Math.max(Math.trunc(decimals), 0), 6);
}
