import { formatMicro, parseDecimal, type NumberLocale } from '#shared/util/decimal.ts';

/** A number as a field shows it for editing: as printed, but never "1.234", which the field itself would ask about. */
export function numberText(micro: number, locale: NumberLocale): string {
  const text = formatMicro(micro, { locale });
  return parseDecimal(text).ok ? text : text.replace('.', ',');
}
