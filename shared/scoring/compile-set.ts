/**
 * Prepare a criteria set for computing, or say everything that is wrong with it. Called once per set by the data
 * service, the window and the importers; a set that does not add up never reaches the engine.
 */
import type { CriteriaNode, CriteriaSet, EvidencePolicy, Section } from '../domain/entities.ts';
import { err, ok, type Result } from '../util/result.ts';
import { ruleProblems } from './check-rule.ts';
import type { CompiledSet } from './model.ts';
import type { SetProblem } from './set-problem.ts';

type SetInput = Pick<CriteriaSet, 'scaleMicro' | 'nodes'>;

const SECTION_NUMBER: Readonly<Record<Section, number>> = { core: 0, bonus: 1, penalty: 2 };
const POLICY_NUMBER: Readonly<Record<EvidencePolicy, number>> = { explain: 0, zero: 1, block: 2 };
const NO_EVIDENCE_ASKED = 3;
const DEPTH = { field: 0, criterion: 1, subCriterion: 2 } as const;
const MAX_MICRO = 1e15;

/**
 * Check and flatten a criteria set. A node without children is a leaf, whatever its level. Problems name the code and
 * the two figures that disagree (10⁻⁶ point).
 */
export function compileSet(set: SetInput): Result<CompiledSet, readonly SetProblem[]> {
  const tree = readTree(set.nodes);
  const problems = [
    ...duplicateCodes(set.nodes),
    ...tree.problems,
    ...tree.nodes.flatMap((node) => nodeProblems(node, tree)),
    ...scaleProblems(set.scaleMicro, tree),
  ];
  return problems.length > 0 ? err(problems) : ok(flatten(set.scaleMicro, tree));
}

interface Tree {
  /** Depth-first, siblings by `order`. */
  readonly nodes: readonly CriteriaNode[];
  readonly childrenOf: ReadonlyMap<CriteriaNode, readonly CriteriaNode[]>;
  readonly parentOf: ReadonlyMap<CriteriaNode, CriteriaNode>;
  readonly problems: readonly SetProblem[];
}

function readTree(input: readonly CriteriaNode[]): Tree {
  const sorted = input.map((node, i) => ({ node, i })).sort((a, b) => a.node.order - b.node.order || a.i - b.i);
  const byParent = new Map<string | null, CriteriaNode[]>();
  for (const { node } of sorted) {
    const siblings = byParent.get(node.parentId);
    if (siblings) siblings.push(node);
    else byParent.set(node.parentId, [node]);
  }
  const nodes: CriteriaNode[] = [];
  const childrenOf = new Map<CriteriaNode, readonly CriteriaNode[]>();
  const parentOf = new Map<CriteriaNode, CriteriaNode>();
  function visit(node: CriteriaNode, parent: CriteriaNode | null): void {
    if (childrenOf.has(node)) return;
    if (parent) parentOf.set(node, parent);
    nodes.push(node);
    const children = byParent.get(node.id) ?? [];
    childrenOf.set(node, children);
    for (const child of children) visit(child, node);
  }
  for (const root of byParent.get(null) ?? []) visit(root, null);
  const problems: SetProblem[] = input
    .filter((node) => !childrenOf.has(node))
    .map((node) => ({ at: node.code, reason: 'parentMissing', params: { code: node.code } }));
  return { nodes, childrenOf, parentOf, problems };
}

function duplicateCodes(nodes: readonly CriteriaNode[]): SetProblem[] {
  const counts = new Map<string, number>();
  for (const { code } of nodes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([code, count]) => ({ at: code, reason: 'duplicateCode', params: { code, count } }));
}

function nodeProblems(node: CriteriaNode, tree: Tree): SetProblem[] {
  const children = tree.childrenOf.get(node) ?? [];
  const parent = tree.parentOf.get(node) ?? null;
  const { code, maxMicro } = node;
  const problems: SetProblem[] = [];
  if (!Number.isSafeInteger(maxMicro) || maxMicro < 0 || maxMicro > MAX_MICRO) {
    problems.push({ at: code, reason: 'maxOutOfRange', params: { code, foundMicro: maxMicro, limitMicro: MAX_MICRO } });
  }
  if (!levelFits(node, parent)) {
    problems.push({ at: code, reason: 'wrongLevel', params: { code, parent: parent?.code ?? '' } });
  }
  if (parent && parent.section !== node.section) {
    problems.push({ at: code, reason: 'sectionDiffers', params: { code, parent: parent.code } });
  }
  if (children.length === 0) {
    if (node.rule === null) problems.push({ at: code, reason: 'leafWithoutRule', params: { code } });
    else problems.push(...ruleProblems(code, node.rule, maxMicro));
    return problems;
  }
  if (node.rule !== null) problems.push({ at: code, reason: 'ruleOnBranch', params: { code } });
  const sumMicro = children.reduce((sum, child) => sum + child.maxMicro, 0);
  if (sumMicro !== maxMicro) {
    problems.push({ at: code, reason: 'childrenSum', params: { code, foundMicro: sumMicro, expectedMicro: maxMicro } });
  }
  return problems;
}

/** Core trees start with a field and go down level by level; a bonus or penalty may stand alone at any level. */
function levelFits(node: CriteriaNode, parent: CriteriaNode | null): boolean {
  if (parent) return DEPTH[node.level] === DEPTH[parent.level] + 1;
  return node.section !== 'core' || node.level === 'field';
}

function scaleProblems(scaleMicro: number, tree: Tree): SetProblem[] {
  if (!Number.isSafeInteger(scaleMicro) || scaleMicro <= 0 || scaleMicro > MAX_MICRO) {
    return [{ at: '', reason: 'scaleOutOfRange', params: { foundMicro: scaleMicro, limitMicro: MAX_MICRO } }];
  }
  const sumMicro = leavesOf(tree)
    .filter((leaf) => leaf.section === 'core')
    .reduce((sum, leaf) => sum + leaf.maxMicro, 0);
  if (sumMicro === scaleMicro) return [];
  return [{ at: '', reason: 'scaleSum', params: { foundMicro: sumMicro, expectedMicro: scaleMicro } }];
}

function leavesOf(tree: Tree): CriteriaNode[] {
  return tree.nodes.filter((node) => tree.childrenOf.get(node)?.length === 0);
}

function flatten(scaleMicro: number, tree: Tree): CompiledSet {
  const core = tree.nodes.filter((node) => node.section === 'core');
  const leaves = leavesOf(tree);
  const fields = core.filter((node) => node.level === 'field');
  const criteria = core.filter((node) => node.level === 'criterion');
  const fieldIndex = new Map(fields.map((node, i) => [node, i]));
  const criterionIndex = new Map(criteria.map((node, i) => [node, i]));
  function indexIn(index: ReadonlyMap<CriteriaNode, number>, leaf: CriteriaNode): number {
    for (let node: CriteriaNode | undefined = leaf; node; node = tree.parentOf.get(node)) {
      const found = index.get(node);
      if (found !== undefined) return found;
    }
    return -1;
  }
  return {
    nodes: tree.nodes,
    leaves,
    fields,
    criteria,
    fieldOfLeaf: Int32Array.from(leaves, (leaf) => indexIn(fieldIndex, leaf)),
    criterionOfLeaf: Int32Array.from(leaves, (leaf) => indexIn(criterionIndex, leaf)),
    sectionOfLeaf: Uint8Array.from(leaves, (leaf) => SECTION_NUMBER[leaf.section]),
    maxMicro: Float64Array.from(leaves, (leaf) => leaf.maxMicro),
    evidencePolicyOfLeaf: Uint8Array.from(leaves, (leaf) =>
      leaf.evidenceText.trim() === '' ? NO_EVIDENCE_ASKED : POLICY_NUMBER[leaf.evidencePolicy],
    ),
    scaleMicro,
  };
}
