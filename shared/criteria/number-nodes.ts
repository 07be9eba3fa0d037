/** Đánh số: codes by position, in the two ways offices print them, and which of them a set follows now. */
import type { CriteriaNode } from '../domain/entities.ts';
import type { NodeId } from '../domain/ids.ts';
import { childrenOf } from './settle-tree.ts';

/** `roman`: I › 1.1 › 1.1.1 · `decimal`: 1 › 1.1 › 1.1.1. Bonus and penalty are B1, P1 in both. */
export const NUMBERINGS = ['roman', 'decimal'] as const;
export type Numbering = (typeof NUMBERINGS)[number];

/** The nodes with the codes their places give them; everything else stays. Expects a settled tree. */
export function numberNodes(nodes: readonly CriteriaNode[], numbering: Numbering): readonly CriteriaNode[] {
  const codes = codesByPlace(nodes, numbering);
  return nodes.map((node) => ({ ...node, code: codes.get(node.id) ?? node.code }));
}

/** The way the codes of a settled tree follow, or null when somebody chose them by hand. */
export function numberingOf(nodes: readonly CriteriaNode[]): Numbering | null {
  const follows = (numbering: Numbering): boolean => {
    const codes = codesByPlace(nodes, numbering);
    return nodes.every((node) => codes.get(node.id) === node.code);
  };
  return nodes.length === 0 ? 'roman' : (NUMBERINGS.find(follows) ?? null);
}

/** A code for a node at its place that no other node has: that of the place itself, or the next free one beside it. */
export function freeCode(nodes: readonly CriteriaNode[], nodeId: NodeId): string {
  const taken = new Set(nodes.filter((node) => node.id !== nodeId).map((node) => node.code));
  const node = nodes.find((candidate) => candidate.id === nodeId);
  const parent = nodes.find((candidate) => candidate.id === node?.parentId);
  const isRoman = nodes.some((root) => root.parentId === null && root.section === 'core' && root.code === 'I');
  const siblings = nodes.filter((other) => other.parentId === node?.parentId && other.section === node?.section);
  const prefix = parent === undefined ? '' : childPrefix(nodes, parent);
  for (let number = siblings.length; ; number++) {
    const code = prefix === '' ? rootCode(node?.section ?? 'core', number, isRoman) : `${prefix}.${number}`;
    if (!taken.has(code)) return code;
  }
}

/** What the codes of a node's children begin with: its own code, or its number where its own is Roman. */
function childPrefix(nodes: readonly CriteriaNode[], parent: CriteriaNode): string {
  if (parent.parentId !== null || !/^[IVXLCDM]+$/.test(parent.code)) return parent.code;
  const fields = nodes.filter((node) => node.parentId === null && node.section === 'core');
  return String(fields.findIndex((field) => field.id === parent.id) + 1);
}

function codesByPlace(nodes: readonly CriteriaNode[], numbering: Numbering): ReadonlyMap<NodeId, string> {
  const children = childrenOf(nodes);
  const codes = new Map<NodeId, string>();
  function visit(node: CriteriaNode, code: string, prefix: string): void {
    codes.set(node.id, code);
    children.get(node.id)?.forEach((child, i) => visit(child, `${prefix}.${i + 1}`, `${prefix}.${i + 1}`));
  }
  const counts = { core: 0, bonus: 0, penalty: 0 };
  for (const root of children.get(null) ?? []) {
    const number = ++counts[root.section];
    visit(root, rootCode(root.section, number, numbering === 'roman'), String(number));
  }
  return codes;
}

function rootCode(section: CriteriaNode['section'], number: number, isRoman: boolean): string {
  if (section === 'bonus') return `B${number}`;
  if (section === 'penalty') return `P${number}`;
  return isRoman ? roman(number) : String(number);
}

const ROMAN = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, letters] of ROMAN) {
    for (; rest >= value; rest -= value) text += letters;
  }
  return text;
}
