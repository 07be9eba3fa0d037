import type { CycleStructure } from '#shared/contract/outputs.ts';
import type { BlockId, CycleUnitId, NodeId } from '#shared/domain/ids.ts';
import { rankTargets, type GoToTarget } from '#renderer/grid/range/go-to.ts';
import type { ViewStorage } from './view-state.ts';

/** A unit of any block or a criterion of any set, as the go-to list shows it. */
export interface GoToItem extends GoToTarget {
  readonly to:
    { readonly kind: 'unit'; readonly cycleUnitId: CycleUnitId } | { readonly kind: 'node'; readonly nodeId: NodeId };
  /** Codes of the blocks it is in. */
  readonly blocks: string;
}

/** Everything one can go to; what is in this block comes before the others. */
export function goToItems(structure: CycleStructure, blockId: BlockId): readonly GoToItem[] {
  const units = new Map(structure.units.map((unit) => [unit.id, unit]));
  const blocks = new Map(structure.blocks.map((block) => [block.id, block]));
  const here: GoToItem[] = [];
  const elsewhere: GoToItem[] = [];
  for (const { id, unitId, blockId: home } of structure.cycleUnits) {
    const unit = units.get(unitId);
    if (!unit) continue;
    (home === blockId ? here : elsewhere).push({
      id: `unit:${id}`,
      code: unit.code,
      names: [unit.name],
      to: { kind: 'unit', cycleUnitId: id },
      blocks: blocks.get(home)?.code ?? '',
    });
  }
  for (const set of structure.criteriaSets) {
    const holders = structure.blocks.filter(({ criteriaSetId }) => criteriaSetId === set.id);
    const isHere = holders.some(({ id }) => id === blockId);
    for (const { id, code, name } of set.nodes) {
      (isHere ? here : elsewhere).push({
        id: `node:${id}`,
        code,
        names: [name],
        to: { kind: 'node', nodeId: id },
        blocks: holders.map((block) => block.code).join(', '),
      });
    }
  }
  return [...here, ...elsewhere];
}

/** Items for typed text, best first; among equals, and without text, those gone to lately come first. */
export function findGoToItems(
  text: string,
  items: readonly GoToItem[],
  recent: readonly string[],
  limit = 50,
): readonly GoToItem[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const known = recent.flatMap((id) => byId.get(id) ?? []);
  const lately = new Set(known.map(({ id }) => id));
  const ordered = [...known, ...items.filter(({ id }) => !lately.has(id))];
  return rankTargets(text, ordered, limit).flatMap(({ id }) => byId.get(id) ?? []);
}

const MAX_RECENT = 8;

/** Ids gone to lately, newest first. */
export function loadRecent(storage: ViewStorage, key: string): readonly string[] {
  try {
    const found: unknown = JSON.parse(storage.getItem(key) ?? '[]');
    return Array.isArray(found) ? found.filter((id): id is string => typeof id === 'string').slice(0, MAX_RECENT) : [];
  } catch {
    return [];
  }
}

/** Remembers where one went. */
export function addRecent(storage: ViewStorage, key: string, id: string): void {
  const next = [id, ...loadRecent(storage, key).filter((each) => each !== id)].slice(0, MAX_RECENT);
  try {
    storage.setItem(key, JSON.stringify(next));
  } catch {
    // A full storage only costs the memory of it.
  }
}
