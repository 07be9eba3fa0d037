/** What is typed about a unit, and what it means: the same fields for adding, correcting and renaming. */
import { formatDay } from '#shared/util/calendar-day.ts';
import type { RegistryUnit } from '#shared/units/registry.ts';
import { parseDay } from '#renderer/ui/format-time.ts';

export interface UnitFields {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  /** One name a line. */
  readonly aliases: string;
  readonly validFrom: string;
  readonly validTo: string;
}

export const EMPTY_FIELDS: UnitFields = { code: '', name: '', shortName: '', aliases: '', validFrom: '', validTo: '' };

export function fieldsOf({ code, name, shortName, aliases, validFrom, validTo }: RegistryUnit): UnitFields {
  return {
    code,
    name,
    shortName,
    aliases: aliases.join('\n'),
    validFrom: validFrom === null ? '' : formatDay(validFrom),
    validTo: validTo === null ? '' : formatDay(validTo),
  };
}

export type UnitField = keyof UnitFields;

/** Fields that cannot be sent as they are. */
export function badFields(fields: UnitFields): readonly UnitField[] {
  const missing = (['code', 'name'] as const).filter((name) => fields[name].trim() === '');
  const unreadable = (['validFrom', 'validTo'] as const).filter((name) => readDay(fields[name]) === undefined);
  return [...missing, ...unreadable];
}

/** The fields as the contract takes them; call it when badFields is empty. */
export function factsOf(fields: UnitFields) {
  const { code, name, shortName } = fields;
  return {
    code,
    name,
    shortName,
    aliases: fields.aliases.split('\n').filter((line) => line.trim() !== ''),
    validFrom: readDay(fields.validFrom) ?? null,
    validTo: readDay(fields.validTo) ?? null,
  };
}

/** Null for nothing typed, undefined for what is no day. */
function readDay(text: string): string | null | undefined {
  if (text.trim() === '') return null;
  return parseDay(text) ?? undefined;
}
