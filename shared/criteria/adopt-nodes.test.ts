import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NodeId } from '../domain/ids.ts';
import { adoptNodes } from './adopt-nodes.ts';
import { settleTree } from './settle-tree.ts';
import { randomSet } from './testing/random-set.ts';

function counter(): () => NodeId {
  let next = 0;
  return () => `n${next++}` as NodeId;
}

test('a set taken over by itself keeps every leaf and every branch', () => {
  fc.assert(
    fc.property(randomSet('a'), (set) => {
      const own = settleTree(set.nodes);
      const given = own.map((node) => ({
        ...node,
        id: `g${node.id}` as NodeId,
        parentId: node.parentId && (`g${node.parentId}` as NodeId),
      }));
      expect(adoptNodes(own, given, counter())).toEqual(own);
    }),
  );
});

test('whatever is taken over, the shape is that of the new nodes and no id stands twice', () => {
  fc.assert(
    fc.property(randomSet('a'), randomSet('b'), (own, given) => {
      const adopted = adoptNodes(own.nodes, given.nodes, counter());
      const shape = (nodes: typeof adopted) =>
        nodes.map(({ code, name, level, maxMicro }) => [code, name, level, maxMicro]);
      expect(shape(adopted)).toEqual(shape(settleTree(given.nodes)));
      expect(new Set(adopted.map(({ id }) => id)).size).toBe(adopted.length);
      const parents = new Map(adopted.map((node) => [node.id, node]));
      for (const node of adopted) expect(node.parentId === null || parents.has(node.parentId)).toBe(true);
    }),
  );
});
