import type { CycleFacts } from './check-cycle.ts';
import type { CriteriaSet, CycleUnit } from './entities.ts';

/** What the settings of a year must still agree with: its criteria sets and the caps already decided. */
export function cycleFacts(structure: {
  readonly criteriaSets: readonly Pick<CriteriaSet, 'nodes'>[];
  readonly cycleUnits: readonly Pick<CycleUnit, 'cap'>[];
}): CycleFacts {
  const fields = structure.criteriaSets
    .flatMap(({ nodes }) => nodes)
    .filter(({ level, section }) => level === 'field' && section === 'core');
  const caps = structure.cycleUnits.map(({ cap }) => cap?.classCode ?? null).filter((code) => code !== null);
  return { fieldCodes: [...new Set(fields.map(({ code }) => code))], usedClassCodes: [...new Set(caps)] };
}
