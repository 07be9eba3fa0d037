/**
 * What can be done to a set being edited: each edit gives the set after it, or says why it is refused. Called by the
 * data service for every command of the criteria screen, so a window can never store what this refuses. Does not ask
 * whether the set adds up: that is for issuing it (check-set).
 */
import type { CriteriaNode, Section } from '../domain/entities.ts';
import type { NodeId } from '../domain/ids.ts';
import type { Rule } from '../domain/rules.ts';
import { ruleProblems } from '../scoring/check-rule.ts';
import type { SetProblem } from '../scoring/set-problem.ts';
import { assertNever } from '../util/assert-never.ts';
import { err, ok, type Result } from '../util/result.ts';
import { moveNode, type MoveDirection } from './move-node.ts';
import { freeCode, numberNodes, type Numbering } from './number-nodes.ts';
import type { EditableSet } from './editable-set.ts';
import { LEVELS, settleTree } from './settle-tree.ts';
import { setSums } from './set-sums.ts';

export type NodePatch = Partial<
  Pick<CriteriaNode, 'code' | 'name' | 'maxMicro' | 'ruleText' | 'evidenceText' | 'evidencePolicy'>
> & { readonly rule?: Rule };

export type SetEdit =
  | { readonly kind: 'set'; readonly name?: string; readonly scaleMicro?: number }
  /** A new leaf after a sibling (null: first) under a parent (null: at the top). */
  | {
      readonly kind: 'add';
      readonly parentId: NodeId | null;
      readonly afterId: NodeId | null;
      readonly section: Section;
      readonly name: string;
    }
  | { readonly kind: 'patch'; readonly nodeId: NodeId; readonly patch: NodePatch }
  /** With everything below it. */
  | { readonly kind: 'remove'; readonly nodeId: NodeId }
  | { readonly kind: 'move'; readonly nodeId: NodeId; readonly direction: MoveDirection }
  | { readonly kind: 'renumber'; readonly numbering: Numbering }
  /** Make the maximum of a branch the sum of its children. */
  | { readonly kind: 'takeSum'; readonly nodeId: NodeId };

export type EditProblem =
  | {
      readonly reason: 'notFound' | 'cannotMove' | 'tooDeep' | 'outsideIsLeaf' | 'emptyCode' | 'emptyName' | 'notALeaf';
    }
  | { readonly reason: 'duplicateCode'; readonly code: string }
  | { readonly reason: 'maxOutOfRange' | 'scaleOutOfRange'; readonly foundMicro: number }
  | { readonly reason: 'rule'; readonly problems: readonly SetProblem[] };

type Edited = Result<EditableSet, EditProblem>;

const MAX_MICRO = 1e15;

/** @param newId id of a node that `add` makes */
export function editSet(set: EditableSet, edit: SetEdit, newId: () => NodeId): Edited {
  switch (edit.kind) {
    case 'set':
      return describe(set, edit);
    case 'add':
      return add(set, edit, newId());
    case 'patch':
      return patch(set, edit.nodeId, edit.patch);
    case 'remove':
      return remove(set, edit.nodeId);
    case 'move': {
      const moved = moveNode(set.nodes, edit.nodeId, edit.direction);
      return moved.ok ? ok({ ...set, nodes: moved.value }) : moved;
    }
    case 'renumber':
      return ok({ ...set, nodes: numberNodes(set.nodes, edit.numbering) });
    case 'takeSum': {
      const sumMicro = setSums(set).childrenMicro.get(edit.nodeId);
      return sumMicro === undefined ? err({ reason: 'notFound' }) : patch(set, edit.nodeId, { maxMicro: sumMicro });
    }
    default:
      return assertNever(edit);
  }
}

function describe(set: EditableSet, { name, scaleMicro }: Extract<SetEdit, { kind: 'set' }>): Edited {
  if (name?.trim() === '') return err({ reason: 'emptyName' });
  if (scaleMicro !== undefined && (!isPoints(scaleMicro) || scaleMicro === 0)) {
    return err({ reason: 'scaleOutOfRange', foundMicro: scaleMicro });
  }
  return ok({ ...set, name: name ?? set.name, scaleMicro: scaleMicro ?? set.scaleMicro });
}

function add(set: EditableSet, edit: Extract<SetEdit, { kind: 'add' }>, id: NodeId): Edited {
  const parent = edit.parentId === null ? null : set.nodes.find((node) => node.id === edit.parentId);
  const after = edit.afterId === null ? null : set.nodes.find((node) => node.id === edit.afterId);
  if (parent === undefined || after === undefined) return err({ reason: 'notFound' });
  if (after !== null && after.parentId !== edit.parentId) return err({ reason: 'notFound' });
  if (parent && (parent.section !== 'core' || edit.section !== 'core')) return err({ reason: 'outsideIsLeaf' });
  if (parent && LEVELS.indexOf(parent.level) + 1 >= LEVELS.length) return err({ reason: 'tooDeep' });
  if (edit.name.trim() === '') return err({ reason: 'emptyName' });
  const node: CriteriaNode = {
    id,
    parentId: edit.parentId,
    level: 'field',
    section: edit.section,
    code: '',
    name: edit.name.trim(),
    order: 0,
    maxMicro: 0,
    rule: { kind: 'manual' },
    ruleText: '',
    evidenceText: '',
    evidencePolicy: 'explain',
  };
  // Siblings keep the order they are given in, so the place in the list is the place among them.
  const at = after === null ? 0 : set.nodes.indexOf(after) + 1;
  const nodes = settleTree([...set.nodes.slice(0, at), node, ...set.nodes.slice(at)]);
  return ok({ ...set, nodes: withNode(nodes, id, { code: freeCode(nodes, id) }) });
}

function patch(set: EditableSet, nodeId: NodeId, given: NodePatch): Edited {
  const node = set.nodes.find((candidate) => candidate.id === nodeId);
  if (!node) return err({ reason: 'notFound' });
  const { code, name, maxMicro, rule } = given;
  if (code?.trim() === '') return err({ reason: 'emptyCode' });
  if (name?.trim() === '') return err({ reason: 'emptyName' });
  if (code !== undefined && set.nodes.some((other) => other.id !== nodeId && other.code === code)) {
    return err({ reason: 'duplicateCode', code });
  }
  if (maxMicro !== undefined && !isPoints(maxMicro)) return err({ reason: 'maxOutOfRange', foundMicro: maxMicro });
  const isLeaf = !set.nodes.some((other) => other.parentId === nodeId);
  if (!isLeaf && rule) return err({ reason: 'notALeaf' });
  const next = { ...node, ...given };
  // A rule and the maximum it speaks of are held against each other whenever either changes.
  if (isLeaf && next.rule && (rule !== undefined || maxMicro !== undefined)) {
    const problems = ruleProblems(next.code, next.rule, next.maxMicro);
    if (problems.length > 0) return err({ reason: 'rule', problems });
  }
  return ok({ ...set, nodes: settleTree(withNode(set.nodes, nodeId, given)) });
}

function remove(set: EditableSet, nodeId: NodeId): Edited {
  const gone = new Set<NodeId>();
  // Parents come before their children.
  for (const node of set.nodes) {
    if (node.id === nodeId || (node.parentId !== null && gone.has(node.parentId))) gone.add(node.id);
  }
  if (gone.size === 0) return err({ reason: 'notFound' });
  return ok({ ...set, nodes: settleTree(set.nodes.filter((node) => !gone.has(node.id))) });
}

function withNode(nodes: readonly CriteriaNode[], id: NodeId, given: NodePatch): readonly CriteriaNode[] {
  return nodes.map((node) => (node.id === id ? { ...node, ...given } : node));
}

function isPoints(micro: number): boolean {
  return Number.isSafeInteger(micro) && micro >= 0 && micro <= MAX_MICRO;
}
