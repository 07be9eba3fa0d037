/** What a unit was on a day: whether it existed, and what it was called. */
import type { RegistryUnit, UnitNames } from './registry.ts';

type Span = Pick<RegistryUnit, 'validFrom' | 'validTo'>;

/** Whether the unit existed on that day. */
export function existsOn(unit: Span, day: string): boolean {
  return existsWithin(unit, day, day);
}

/** Whether the unit existed on any day of the span, both ends included. */
export function existsWithin({ validFrom, validTo }: Span, from: string, to: string): boolean {
  return (validFrom === null || validFrom <= to) && (validTo === null || validTo >= from);
}

/** Code and names on that day: the first former name still in force then, else the present one. */
export function nameOn(unit: UnitNames & Pick<RegistryUnit, 'formerNames'>, day: string): UnitNames {
  const { code, name, shortName } = unit.formerNames.find(({ validTo }) => day <= validTo) ?? unit;
  return { code, name, shortName };
}
