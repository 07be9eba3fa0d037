import { formatMicro, type NumberLocale } from '#shared/util/decimal.ts';

/** Decimals of points in the sheets: equal in every cell, so that a column can be compared by eye. */
const POINT_DECIMALS = 3;

/** Points (10⁻⁶ point) in a cell, rounded half-up to three decimals; blank is empty. */
export function formatCellPoints(micro: number, locale: NumberLocale): string {
  return isNaN(micro) ? '' : formatMicro(micro, { locale, decimals: POINT_DECIMALS });
}

/** Points in full, with at least `minDecimals` decimals; blank is empty. */
export function formatPoints(micro: number, locale: NumberLocale, minDecimals = 2): string {
  return isNaN(micro) ? '' : formatMicro(micro, { locale, minDecimals });
}
