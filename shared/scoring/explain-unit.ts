/**
 * Takes the result of one unit apart: index → total and denominator → field → criterion → leaf, then rank and class.
 * Totals are the engine's; parts are counted by the same rules, and tests hold the sums together. Called by the data
 * service, which adds evidence and the log.
 */
import { STAGES, type CriteriaNode, type Section } from '../domain/entities.ts';
import { countLeaf } from './count-leaf.ts';
import type { ExplainableBlock } from './explain-block.ts';
import { explainClass } from './explain-class.ts';
import type { ExplainedLeaf, ExplainedNode, ExplainedSection, ExplainedUnit } from './explain-model.ts';
import { explainRank } from './explain-rank.ts';

/** Explains row `u` of a block. */
export function explainUnit(computed: ExplainableBlock, u: number): ExplainedUnit {
  const { block, members, result, set, settings } = computed;
  const { cycleUnit, unit } = members[u]!;
  const roots = nodesOf(computed, u);
  const fields = roots.filter(({ section }) => section === 'core');
  const coreMicro = sumOf(fields, 'countedMicro');
  const bonus = sectionOf(roots, 'bonus', settings.bonusCapMicro);
  const penalty = sectionOf(roots, 'penalty', settings.penaltyCapMicro);
  const totalMicro = result.totalMicro[u]!;
  const applicableMicro = result.applicableMicro[u]!;
  return {
    cycleUnitId: cycleUnit.id,
    code: unit.code,
    name: unit.name,
    blockName: block.name,
    fields,
    coreMicro,
    bonus,
    penalty,
    boundMicro: totalMicro - (coreMicro + bonus.countedMicro - penalty.countedMicro),
    totalMicro,
    scaleMicro: set.scaleMicro,
    excused: leavesOf(fields).filter(({ leaf }) => leaf?.cause === 'notApplicable'),
    applicableMicro,
    index: { numeratorMicro: totalMicro, denominatorMicro: applicableMicro },
    missing: result.missing[u]!,
    rank: explainRank(computed, u),
    classification: explainClass(computed, u),
  };
}

/** The tree of the set with what this unit counts at each node. */
function nodesOf(computed: ExplainableBlock, u: number): readonly ExplainedNode[] {
  const { set } = computed;
  const leafAt = new Map<CriteriaNode, number>(set.leaves.map((leaf, l) => [leaf, l]));
  const childrenOf = new Map<string | null, CriteriaNode[]>();
  for (const node of set.nodes) childrenOf.set(node.parentId, [...(childrenOf.get(node.parentId) ?? []), node]);
  function explain(node: CriteriaNode): ExplainedNode {
    const { id, code, name, level, section, maxMicro } = node;
    const place = { nodeId: id, code, name, level, section, maxMicro };
    const l = leafAt.get(node);
    if (l !== undefined) return { ...place, ...explainLeaf(computed, u, l), children: [] };
    const children = (childrenOf.get(id) ?? []).map(explain);
    const sums = {
      countedMicro: sumOf(children, 'countedMicro'),
      applicableMicro: sumOf(children, 'applicableMicro'),
    };
    return { ...place, ...sums, leaf: null, children };
  }
  return (childrenOf.get(null) ?? []).map(explain);
}

function explainLeaf(
  { columns, effective, set }: ExplainableBlock,
  u: number,
  l: number,
): Pick<ExplainedNode, 'countedMicro' | 'applicableMicro'> & { readonly leaf: ExplainedLeaf } {
  const at = u * set.leaves.length + l;
  const { countedMicro, applicableMicro, cause, lacksEvidence, blocks } = countLeaf(
    set,
    l,
    effective[at]!,
    columns.flags[at]!,
  );
  const filled = (points: number) => (Number.isNaN(points) ? null : points);
  const values = {
    self: filled(columns.self[at]!),
    appraised: filled(columns.appraised[at]!),
    final: filled(columns.final[at]!),
  };
  const stage = cause === 'notApplicable' ? null : (STAGES.findLast((each) => values[each] !== null) ?? null);
  return { countedMicro, applicableMicro, leaf: { stage, values, cause, lacksEvidence, blocks } };
}

function sectionOf(roots: readonly ExplainedNode[], section: Section, capMicro: number): ExplainedSection {
  const leaves = leavesOf(roots.filter((node) => node.section === section));
  const sumMicro = sumOf(leaves, 'countedMicro');
  return { leaves, sumMicro, capMicro, countedMicro: Math.min(sumMicro, capMicro) };
}

function leavesOf(nodes: readonly ExplainedNode[]): readonly ExplainedNode[] {
  return nodes.flatMap((node) => (node.leaf ? [node] : leavesOf(node.children)));
}

function sumOf(nodes: readonly ExplainedNode[], column: 'countedMicro' | 'applicableMicro'): number {
  return nodes.reduce((sum, node) => sum + node[column], 0);
}
