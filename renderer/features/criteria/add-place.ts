import type { SetEdit } from '#shared/criteria/edit-set.ts';
import { childrenOf, LEVELS } from '#shared/criteria/settle-tree.ts';
import type { CriteriaNode, Section } from '#shared/domain/entities.ts';

type Add = Extract<SetEdit, { kind: 'add' }>;

/** Where "beside", "below" and a new section's leaf go, seen from the selected node (null: the set as a whole). */
export function addPlace(
  nodes: readonly CriteriaNode[],
  selected: CriteriaNode | null,
  where: 'beside' | 'below' | Section,
  name: string,
): Add | null {
  const children = childrenOf(nodes);
  if (where === 'beside' && selected) {
    return { kind: 'add', parentId: selected.parentId, afterId: selected.id, section: selected.section, name };
  }
  if (where === 'below' && selected) {
    if (selected.section !== 'core' || LEVELS.indexOf(selected.level) + 1 >= LEVELS.length) return null;
    const last = children.get(selected.id)?.at(-1);
    return { kind: 'add', parentId: selected.id, afterId: last?.id ?? null, section: 'core', name };
  }
  const section: Section = where === 'bonus' || where === 'penalty' ? where : 'core';
  const last = (children.get(null) ?? []).filter((root) => root.section === section).at(-1);
  return { kind: 'add', parentId: null, afterId: last?.id ?? null, section, name };
}
