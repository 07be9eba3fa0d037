import type { BlockShape } from '../block-shape.ts';
import type { SheetKind } from '../score-layout.ts';
import type { NamedPlace } from './find-hits.ts';

/**
 * Names that are no cells of this sheet: criteria above the columns of the matrix, units beside the one in the form,
 * leaves beside the one shown across the units.
 */
export function namedPlaces({ tree, set, units }: BlockShape, kind: SheetKind): readonly NamedPlace[] {
  if (kind === 'unit') {
    return units.map(({ code, name }, u) => ({ texts: textsOf(code, name), to: { kind: 'unit', u } }));
  }
  if (kind === 'leaf') {
    return set.leaves.map(({ code, name }, l) => ({ texts: textsOf(code, name), to: { kind: 'leaf', l } }));
  }
  return tree.flatMap(({ node, leafFrom }): NamedPlace[] => {
    const leaf = set.leaves[leafFrom];
    return leaf ? [{ texts: textsOf(node.code, node.name), to: { kind: 'column', columnId: leaf.id } }] : [];
  });
}

function textsOf(code: string, name: string): readonly string[] {
  return [code, name, `${code} ${name}`];
}
