/** Live sums of a set at every level: what the editor shows beside each maximum and against the scale. */
import type { CriteriaNode, CriteriaSet, Section } from '../domain/entities.ts';
import type { NodeId } from '../domain/ids.ts';
import { leavesOfSet } from './leaves-of-set.ts';

export interface SetSums {
  /** Sum of the maxima of a branch's children (10⁻⁶ point); leaves are not in it. */
  readonly childrenMicro: ReadonlyMap<NodeId, number>;
  /** Sum of the maxima of the leaves of each section. */
  readonly sectionMicro: Readonly<Record<Section, number>>;
  /** What is missing to the scale; negative when the leaves make more. */
  readonly missingMicro: number;
}

/** Add up a set as it stands, whether it is sound or not. */
export function setSums({ scaleMicro, nodes }: Pick<CriteriaSet, 'scaleMicro' | 'nodes'>): SetSums {
  const childrenMicro = new Map<NodeId, number>();
  for (const { parentId, maxMicro } of nodes) {
    if (parentId !== null) childrenMicro.set(parentId, (childrenMicro.get(parentId) ?? 0) + maxMicro);
  }
  const leaves = leavesOfSet(nodes);
  const sumOf = (section: Section): number =>
    leaves.filter((leaf: CriteriaNode) => leaf.section === section).reduce((sum, leaf) => sum + leaf.maxMicro, 0);
  const sectionMicro = { core: sumOf('core'), bonus: sumOf('bonus'), penalty: sumOf('penalty') };
  return { childrenMicro, sectionMicro, missingMicro: scaleMicro - sectionMicro.core };
}
