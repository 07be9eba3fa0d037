import { formatDay } from '../util/calendar-day.ts';
import { formatMicro } from '../util/decimal.ts';
import type { Params } from './fill.ts';
import type { Language } from './language.ts';

/**
 * Parameters as a person reads them: `…Micro` figures become decimals under the name without the suffix, ISO days under
 * names ending in `Day` are printed dd/mm/yyyy, and a cell known by unit and leaf gets an address `at`.
 */
export function readableParams(params: Params | undefined, language: Language): Params {
  const readable: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(params ?? {})) {
    const isMicro = name.endsWith('Micro') && typeof value === 'number';
    if (isMicro) readable[name.slice(0, -'Micro'.length)] = formatMicro(value, { locale: language });
    else if (value !== '') readable[name] = name.endsWith('Day') ? formatDay(String(value)) : value;
  }
  const place = [params?.['unit'], params?.['leaf']].filter((part) => part !== undefined && part !== '');
  if (readable['at'] === undefined && place.length > 0) readable['at'] = place.join(' · ');
  return readable;
}
