import { expect, it } from 'vitest';
import { smallShape } from '../testing/small-block.ts';
import { withHeadings } from './with-headings.ts';

it('keeps the headings above the leaves that stay, and no others', () => {
  const { tree } = smallShape();
  const codes = (...leafCodes: string[]) => {
    const ids = new Set(tree.filter(({ node }) => leafCodes.includes(node.code)).map(({ node }) => node.id as string));
    const kept = withHeadings(tree, ids);
    return tree.filter(({ node }) => kept.has(node.id)).map(({ node }) => node.code);
  };
  expect(codes('1.1')).toEqual(['I', '1.1']);
  expect(codes('1.2.2')).toEqual(['I', '1.2', '1.2.2']);
  expect(codes()).toEqual([]);
});
