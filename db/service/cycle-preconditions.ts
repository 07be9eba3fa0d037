/**
 * What must hold before a year moves on, one function per name of shared/domain/cycle-transitions: asked before the
 * step by `cycles.steps` and again by the step itself. Reads only. A new name there does not compile until it stands
 * here.
 */
import type { Unmet } from '#shared/contract/outputs-cycles.ts';
import type { PreconditionName } from '#shared/domain/cycle-transitions.ts';
import { effectiveColumn } from '#shared/scoring/effective-points.ts';
import { NOT_APPLICABLE } from '#shared/scoring/model.ts';
import type { RankedUnit } from '#shared/scoring/ranking-model.ts';
import { listCodes } from '#shared/util/list-codes.ts';
import type { ComputedCycle } from './methods/ranking.ts';
import type { OfficeSession } from './office-session.ts';

export interface PreconditionFacts {
  readonly session: OfficeSession;
  readonly computed: ComputedCycle;
}

type Check = (facts: PreconditionFacts) => Promise<Unmet['params'] | null> | Unmet['params'] | null;

const CHECKS: { readonly [N in PreconditionName]: Check } = {
  everyBlockHasUnits({ computed: { structure } }) {
    const empty = structure.blocks.filter(({ id }) => structure.cycleUnits.every(({ blockId }) => blockId !== id));
    if (structure.blocks.length > 0 && empty.length === 0) return null;
    return { blocks: listCodes(empty.map(({ code }) => code)) };
  },
  everyCellScored: (facts) => unitsWhere(facts, ({ missing }) => missing > 0),
  evidenceComplete: (facts) => unitsWhere(facts, ({ missingEvidence }) => missingEvidence > 0),
  noneWithheld: (facts) => unitsWhere(facts, ({ blocked }) => blocked),
  surveyFilled(facts) {
    const blank = new Set<string>();
    for (const { set, cells } of facts.computed.loaded) {
      const points = effectiveColumn(cells.self, cells.appraised, cells.final);
      const surveys = set.leaves.map((leaf, l) => (leaf.rule?.kind === 'survey' ? l : -1)).filter((l) => l >= 0);
      for (const [u, id] of cells.cycleUnitIds.entries()) {
        const isBlank = (at: number) => Number.isNaN(points[at]!) && (cells.flags[at]! & NOT_APPLICABLE) === 0;
        if (surveys.some((l) => isBlank(u * set.leaves.length + l))) blank.add(id);
      }
    }
    return unitsWhere(facts, ({ cycleUnitId }) => blank.has(cycleUnitId));
  },
};

/** Of these, what does not hold, in the order given. */
export async function findUnmet(names: readonly PreconditionName[], facts: PreconditionFacts): Promise<Unmet[]> {
  const unmet: Unmet[] = [];
  for (const name of names) {
    const params = await CHECKS[name](facts);
    if (params) unmet.push({ name, params });
  }
  return unmet;
}

function unitsWhere(
  { computed }: PreconditionFacts,
  test: (unit: RankedUnit) => boolean,
): Readonly<Record<string, string | number>> | null {
  const units = computed.ranking.blocks.flatMap(({ rows }) => rows.filter(test));
  return units.length === 0 ? null : { count: units.length, units: listCodes(units.map(({ code }) => code)) };
}
