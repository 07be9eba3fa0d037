import type { CycleStructure, Ranking } from '#shared/contract/outputs.ts';
import type { BlockDraft, CriteriaSetDraft, CycleDraft, UnitDraft } from '#shared/domain/cycle-draft.ts';
import type { CriteriaSet, Cycle, PreviousResult } from '#shared/domain/entities.ts';
import type { BlockId, UnitId } from '#shared/domain/ids.ts';
import { moveYears } from '#shared/domain/move-years.ts';
import type { RankedUnit } from '#shared/scoring/ranking-model.ts';
import type { UnitNames } from '#shared/units/registry.ts';

/**
 * The year after `source`: its blocks, units, criteria and settings, no scores, deadlines moved with the year. What the
 * engine says of `source` becomes each unit's previous result. Figures of an invented year stay invented.
 * @param namesOf code and names on the last day of the new year; null leaves out a unit that has ended by then
 */
export function draftNextCycle(
  source: CycleStructure,
  ranking: Ranking,
  fields: Pick<Cycle, 'name' | 'year' | 'periodStart' | 'periodEnd'>,
  namesOf: (unitId: UnitId) => UnitNames | null,
): CycleDraft {
  const { settings, year, simulated } = source.cycle;
  const moved = moveYears({ ...source.cycle, deadlines: settings.deadlines }, fields.year - year);
  const results = new Map(ranking.blocks.flatMap((block) => block.rows).map((row) => [row.cycleUnitId, row]));
  return {
    ...fields,
    state: 'entered',
    settings: { ...settings, deadlines: moved.deadlines },
    simulated,
    blocks: source.blocks.map((block): BlockDraft => ({
      code: block.code,
      name: block.name,
      criteriaSet: draftOfSet(source.criteriaSets.find(({ id }) => id === block.criteriaSetId)!),
      units: unitsOf(source, block.id).flatMap((cycleUnit): UnitDraft[] => {
        const names = namesOf(cycleUnit.unitId);
        if (!names) return [];
        const { code, name, shortName } = names;
        const result = results.get(cycleUnit.id);
        const previous = result ? previousOf(result, year) : null;
        return [{ code, name, shortName, ranked: cycleUnit.ranked, previous, cells: [] }];
      }),
    })),
  };
}

/** A stored criteria set as a draft of the same set. */
export function draftOfSet({ name, scaleMicro, nodes }: CriteriaSet): CriteriaSetDraft {
  const codes = new Map(nodes.map((node) => [node.id, node.code]));
  return {
    name,
    scaleMicro,
    nodes: nodes.map(({ id: _id, parentId, order: _order, ...node }) => ({
      ...node,
      parentCode: parentId === null ? null : (codes.get(parentId) ?? null),
    })),
  };
}

function unitsOf({ cycleUnits }: CycleStructure, block: BlockId): CycleStructure['cycleUnits'] {
  return cycleUnits.filter(({ blockId }) => blockId === block);
}

/** Null for a unit nothing was applicable to: it has no index to compare with. */
function previousOf({ indexMicroPercent, rank, classCode }: RankedUnit, year: number): PreviousResult | null {
  return indexMicroPercent === null ? null : { year, indexMicroPercent, rank, classCode };
}
