import type { CycleStructure } from '#shared/contract/outputs.ts';
import type { CriteriaNode, CycleSettings } from '#shared/domain/entities.ts';
import type { BlockId, CycleId, CycleUnitId, NodeId } from '#shared/domain/ids.ts';
import { compileSet } from '#shared/scoring/compile-set.ts';
import type { CompiledSet, UnitFacts } from '#shared/scoring/model.ts';

export interface UnitInBlock {
  readonly id: CycleUnitId;
  readonly code: string;
  readonly name: string;
  readonly ranked: boolean;
}

/** A node of the criteria tree with the leaves below it: positions [leafFrom, leafTo) in `set.leaves`. */
export interface TreeNode {
  readonly node: CriteriaNode;
  readonly depth: number;
  readonly leafFrom: number;
  readonly leafTo: number;
  readonly isLeaf: boolean;
}

/** Everything about a block that is not a cell. Replaced as a whole when the structure of the cycle changes. */
export interface BlockShape {
  readonly cycleId: CycleId;
  readonly blockId: BlockId;
  readonly units: readonly UnitInBlock[];
  readonly facts: readonly UnitFacts[];
  readonly set: CompiledSet;
  /** Depth-first, as printed. */
  readonly tree: readonly TreeNode[];
  readonly settings: CycleSettings;
  readonly unitAt: ReadonlyMap<CycleUnitId, number>;
  readonly leafAt: ReadonlyMap<NodeId, number>;
}

/** Picks one block out of a cycle; null when it is gone or its criteria set does not add up. */
export function blockShape(structure: CycleStructure, blockId: BlockId): BlockShape | null {
  const block = structure.blocks.find((candidate) => candidate.id === blockId);
  const criteriaSet = structure.criteriaSets.find((candidate) => candidate.id === block?.criteriaSetId);
  if (!block || !criteriaSet) return null;
  const compiled = compileSet(criteriaSet);
  if (!compiled.ok) return null;
  const set = compiled.value;
  const unitsById = new Map(structure.units.map((unit) => [unit.id, unit]));
  const members = structure.cycleUnits
    .filter((cycleUnit) => cycleUnit.blockId === blockId)
    .sort((a, b) => a.order - b.order);
  const units = members.map(({ id, unitId, ranked }): UnitInBlock => {
    const unit = unitsById.get(unitId);
    return { id, code: unit?.code ?? '', name: unit?.name ?? '', ranked };
  });
  return {
    cycleId: structure.cycle.id,
    blockId,
    units,
    facts: members.map(({ ranked, cap }, u): UnitFacts => ({ code: units[u]?.code ?? '', ranked, cap })),
    set,
    tree: readTree(set),
    settings: structure.cycle.settings,
    unitAt: new Map(units.map((unit, u) => [unit.id, u])),
    leafAt: new Map(set.leaves.map((leaf, l) => [leaf.id, l])),
  };
}

/** Walks the depth-first nodes once: a node spans the leaves up to the next node that is not below it. */
function readTree(set: CompiledSet): readonly TreeNode[] {
  const depthOf = new Map<NodeId, number>();
  const leafAt = new Map(set.leaves.map((leaf, l) => [leaf.id, l]));
  const open: { node: CriteriaNode; depth: number; leafFrom: number; at: number }[] = [];
  const tree: TreeNode[] = [];
  let leaves = 0;
  function closeDownTo(depth: number): void {
    while (open.length > depth) {
      const done = open.pop();
      if (done) tree[done.at] = { ...done, leafTo: leaves, isLeaf: leafAt.has(done.node.id) };
    }
  }
  set.nodes.forEach((node, at) => {
    const depth = node.parentId === null ? 0 : (depthOf.get(node.parentId) ?? 0) + 1;
    depthOf.set(node.id, depth);
    closeDownTo(depth);
    open.push({ node, depth, leafFrom: leaves, at });
    if (leafAt.has(node.id)) leaves++;
  });
  closeDownTo(0);
  return tree.map(({ node, depth, leafFrom, leafTo, isLeaf }) => ({ node, depth, leafFrom, leafTo, isLeaf }));
}
