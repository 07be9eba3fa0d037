import type { Orientation } from '../score-toolbar.tsx';
import type { BlockShape } from '../block-shape.ts';
import type { NamedPlace } from './find-hits.ts';

/** Names that are no cells of this sheet: criteria above the columns of the matrix, units beside the one in the form. */
export function namedPlaces({ tree, set, units }: BlockShape, orientation: Orientation): readonly NamedPlace[] {
  if (orientation === 'unit') {
    return units.map(({ code, name }, u) => ({ texts: textsOf(code, name), to: { kind: 'unit', u } }));
  }
  return tree.flatMap(({ node, leafFrom }): NamedPlace[] => {
    const leaf = set.leaves[leafFrom];
    return leaf ? [{ texts: textsOf(node.code, node.name), to: { kind: 'column', columnId: leaf.id } }] : [];
  });
}

function textsOf(code: string, name: string): readonly string[] {
  return [code, name, `${code} ${name}`];
}
