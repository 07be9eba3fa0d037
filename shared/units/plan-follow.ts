/**
 * Cập nhật đơn vị của kỳ theo danh mục: which units of a cycle had ended by its last day, and who took over from them.
 * Shown before it is done and done by the same plan.
 */
import type { CycleUnit } from '../domain/entities.ts';
import type { BlockId, CycleUnitId, UnitId } from '../domain/ids.ts';
import type { Registry, RegistryUnit } from './registry.ts';
import { existsOn } from './unit-on.ts';

export interface FollowPlan {
  /** Ended units that leave the cycle: nothing hangs on them. */
  readonly leave: readonly CycleUnit[];
  /** Ended units that stay, because something was entered for them or for one merged with them. */
  readonly kept: readonly CycleUnit[];
  /** Units that come in, into the block of the first unit they succeed. */
  readonly enter: readonly { readonly unitId: UnitId; readonly blockId: BlockId }[];
}

interface FollowInput {
  readonly registry: Registry;
  readonly cycleUnits: readonly CycleUnit[];
  /** Last day of the period. */
  readonly onDay: string;
  readonly isUsed: (id: CycleUnitId) => boolean;
}

/**
 * The plan; empty when every unit of the cycle exists on that day. A unit with data stays, and with it those that were
 * merged into the same successor: otherwise the same work would be scored twice.
 */
export function planFollow({ registry, cycleUnits, onDay, isUsed }: FollowInput): FollowPlan {
  const units = new Map(registry.units.map((unit) => [unit.id, unit]));
  const present = new Set(cycleUnits.map(({ unitId }) => unitId));
  const ended = cycleUnits.flatMap((cycleUnit) => {
    const unit = units.get(cycleUnit.unitId);
    if (!unit || existsOn(unit, onDay)) return [];
    return [{ cycleUnit, successors: successorsOn(registry, units, unit.id, onDay) }];
  });
  const blocked = new Set(ended.flatMap(({ cycleUnit, successors }) => (isUsed(cycleUnit.id) ? successors : [])));
  const stays = (one: (typeof ended)[number]) =>
    isUsed(one.cycleUnit.id) || one.successors.some((successor) => blocked.has(successor));
  const enter = new Map<UnitId, BlockId>();
  for (const { cycleUnit, successors } of ended.filter((one) => !stays(one))) {
    for (const unitId of successors) {
      if (!present.has(unitId) && !enter.has(unitId)) enter.set(unitId, cycleUnit.blockId);
    }
  }
  return {
    leave: ended.filter((one) => !stays(one)).map(({ cycleUnit }) => cycleUnit),
    kept: ended.filter(stays).map(({ cycleUnit }) => cycleUnit),
    enter: [...enter].map(([unitId, blockId]) => ({ unitId, blockId })),
  };
}

/** The units that exist on the day and stand at the end of the chains that begin at `id`. */
function successorsOn(
  registry: Registry,
  units: ReadonlyMap<UnitId, RegistryUnit>,
  id: UnitId,
  onDay: string,
): readonly UnitId[] {
  return registry.successions
    .filter(({ fromId, effectiveOn }) => fromId === id && effectiveOn <= onDay)
    .flatMap(({ toId }) => {
      const to = units.get(toId);
      if (!to) return [];
      return existsOn(to, onDay) ? [toId] : successorsOn(registry, units, toId, onDay);
    });
}
