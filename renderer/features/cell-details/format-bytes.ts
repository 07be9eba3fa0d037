import { formatMicro, type NumberLocale } from '#shared/util/decimal.ts';

const KILO = 1024;
const MICRO = 1_000_000;

/** A file's size as people say it: "812 byte", "97,7 KB", "1,2 MB". */
export function formatBytes(bytes: number, locale: NumberLocale): string {
  if (bytes < KILO) return `${bytes} byte`;
  const [amount, unit] = bytes < KILO * KILO ? [bytes / KILO, 'KB'] : [bytes / (KILO * KILO), 'MB'];
  return `${formatMicro(Math.round(amount * MICRO), { locale, decimals: 1, minDecimals: 0 })} ${unit}`;
}
