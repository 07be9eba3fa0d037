import type { ImportProblem } from '#shared/contract/outputs.ts';
import type { CycleDraft } from '#shared/domain/cycle-draft.ts';
import { problem } from '#shared/reports/import-problem.ts';
import type { KnownUnits } from '#db/repos/unit-repo.ts';

/**
 * Units of a draft whose code was given to a unit that did not exist, or not under that code, when the draft's period
 * ended: taking them for new ones would give the code to two units.
 * @param places where each unit stands in what was read, by code
 */
export function absentUnits(
  draft: CycleDraft,
  known: KnownUnits,
  places: ReadonlyMap<string, string> = new Map(),
): readonly ImportProblem[] {
  const onDay = draft.periodEnd;
  return draft.blocks
    .flatMap((block) => block.units)
    .flatMap(({ code }) => {
      const other = known.byCode.has(code) ? undefined : known.otherDays.get(code);
      if (other === undefined) return [];
      return [problem('error', places.get(code) ?? code, 'unitNotThen', { code, known: other.name, onDay })];
    });
}
