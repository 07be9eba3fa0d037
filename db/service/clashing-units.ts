import type { ImportProblem } from '#shared/contract/outputs.ts';
import type { CycleDraft } from '#shared/domain/cycle-draft.ts';
import type { Unit } from '#shared/domain/entities.ts';
import { problem } from '#shared/reports/import-problem.ts';
import { fold, normaliseName } from '#shared/util/vietnamese-text.ts';

/**
 * Units of a draft whose code another unit of the file already has: the file knows a unit by its code, so taking the
 * draft's points for them would rank them under a stranger's name. Names are compared without case and diacritics; a
 * draft that gives no name (it repeats the code) means the unit of that code; an alias is as good as the name.
 * @param places where each unit stands in what was read, by code
 */
export function clashingUnits(
  draft: CycleDraft,
  unitsByCode: ReadonlyMap<string, Unit>,
  places: ReadonlyMap<string, string> = new Map(),
): readonly ImportProblem[] {
  return draft.blocks
    .flatMap((block) => block.units)
    .flatMap(({ code, name }) => {
      const known = unitsByCode.get(code);
      if (known === undefined || name === code || isNameOf(known, name)) return [];
      return [problem('error', places.get(code) ?? code, 'unitNameDiffers', { code, name, known: known.name })];
    });
}

function isNameOf(unit: Unit, name: string): boolean {
  return [unit.name, ...unit.aliases].some((known) => nameKey(known) === nameKey(name));
}

function nameKey(name: string): string {
  return fold(normaliseName(name));
}
