import { appError, type AppError } from '#shared/contract/errors.ts';
import { isSealed } from '#shared/domain/is-sealed.ts';
import type { Registry } from '#shared/units/registry.ts';
import { nameOn } from '#shared/units/unit-on.ts';
import type { Db } from '#db/repos/log-repo.ts';
import { listParticipations, listPeriods } from '#db/repos/unit-repo.ts';

/**
 * CYCLE_SEALED when a sealed cycle would print another code or name for one of its units than it was sealed with; null
 * otherwise. A rename from a later day on does not touch it.
 */
export async function refuseSealedNames(db: Db, before: Registry, after: Registry): Promise<AppError | null> {
  const sealed = (await listPeriods(db)).filter(isSealed);
  if (sealed.length === 0) return null;
  const known = new Map(before.units.map((unit) => [unit.id, unit]));
  const cyclesOf = new Map((await listParticipations(db)).map(({ unitId, cycleIds }) => [unitId, cycleIds]));
  for (const unit of after.units) {
    const old = known.get(unit.id);
    if (!old || old === unit) continue;
    const cycle = sealed.find(({ id, periodEnd }) => {
      const takesPart = cyclesOf.get(unit.id)?.includes(id) === true;
      return takesPart && JSON.stringify(nameOn(unit, periodEnd)) !== JSON.stringify(nameOn(old, periodEnd));
    });
    if (cycle) return appError('CYCLE_SEALED', 'sealed', { cycle: cycle.name });
  }
  return null;
}
