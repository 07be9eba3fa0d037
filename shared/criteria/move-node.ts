import type { CriteriaNode } from '../domain/entities.ts';
import type { NodeId } from '../domain/ids.ts';
import { err, ok, type Result } from '../util/result.ts';
import { LEVELS, settleTree } from './settle-tree.ts';

/** Up and down among siblings; in: under the sibling before; out: after the parent. */
export const MOVE_DIRECTIONS = ['up', 'down', 'in', 'out'] as const;
export type MoveDirection = (typeof MOVE_DIRECTIONS)[number];

type Refusal = { readonly reason: 'notFound' | 'cannotMove' | 'tooDeep' | 'outsideIsLeaf' };

/**
 * Move a node with everything below it, in a settled tree. Bonus and penalty are leaves of the top level (ADR 6) and
 * only change places among themselves. Because a node only ever goes beside or under a sibling, it can never come to
 * stand under itself.
 */
export function moveNode(
  nodes: readonly CriteriaNode[],
  nodeId: NodeId,
  direction: MoveDirection,
): Result<readonly CriteriaNode[], Refusal> {
  const node = nodes.find((candidate) => candidate.id === nodeId);
  if (!node) return err({ reason: 'notFound' });
  const siblings = nodes.filter((other) => other.parentId === node.parentId && other.section === node.section);
  const at = siblings.indexOf(node);
  const sideways = direction === 'in' || direction === 'out';
  if (sideways && node.section !== 'core') return err({ reason: 'outsideIsLeaf' });
  switch (direction) {
    case 'up':
    case 'down': {
      const neighbour = siblings[direction === 'up' ? at - 1 : at + 1];
      return neighbour ? ok(settleTree(swap(nodes, node, neighbour))) : err({ reason: 'cannotMove' });
    }
    case 'in': {
      const before = siblings[at - 1];
      if (!before) return err({ reason: 'cannotMove' });
      if (depthOf(node) + heightOf(nodes, node) + 1 >= LEVELS.length) return err({ reason: 'tooDeep' });
      return ok(settleTree(last(nodes, node, before.id)));
    }
    case 'out': {
      const parent = nodes.find((candidate) => candidate.id === node.parentId);
      if (!parent) return err({ reason: 'cannotMove' });
      return ok(settleTree(after(nodes, node, parent)));
    }
  }
}

/** Directions that would not be refused, for the buttons. */
export function possibleMoves(nodes: readonly CriteriaNode[], nodeId: NodeId): readonly MoveDirection[] {
  return MOVE_DIRECTIONS.filter((direction) => moveNode(nodes, nodeId, direction).ok);
}

function depthOf(node: CriteriaNode): number {
  return LEVELS.indexOf(node.level);
}

/** Levels below the node. */
function heightOf(nodes: readonly CriteriaNode[], node: CriteriaNode): number {
  const below = nodes.filter((other) => other.parentId === node.id);
  return below.reduce((height, child) => Math.max(height, heightOf(nodes, child) + 1), 0);
}

function swap(nodes: readonly CriteriaNode[], a: CriteriaNode, b: CriteriaNode): readonly CriteriaNode[] {
  return nodes.map((node) => (node === a ? b : node === b ? a : node));
}

function last(nodes: readonly CriteriaNode[], node: CriteriaNode, parentId: NodeId): readonly CriteriaNode[] {
  return [...nodes.filter((other) => other !== node), { ...node, parentId }];
}

function after(nodes: readonly CriteriaNode[], node: CriteriaNode, parent: CriteriaNode): readonly CriteriaNode[] {
  const rest = nodes.filter((other) => other !== node);
  const at = rest.indexOf(parent) + 1;
  return [...rest.slice(0, at), { ...node, parentId: parent.parentId }, ...rest.slice(at)];
}
