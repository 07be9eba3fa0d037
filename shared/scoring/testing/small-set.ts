/** Criteria sets and cells written in a line, for tests only. Points here are plain points, not micro. */
import { DEFAULT_SETTINGS } from '../../domain/default-settings.ts';
import type { CriteriaNode } from '../../domain/entities.ts';
import type { NodeId } from '../../domain/ids.ts';
import { compileSet } from '../compile-set.ts';
import { computeBlock } from '../compute-block.ts';
import {
  HAS_EVIDENCE,
  NOT_APPLICABLE,
  type BlockResult,
  type BlockScores,
  type CompiledSet,
  type ComputeSettings,
  type UnitFacts,
} from '../model.ts';

export function micro(points: number): number {
  return Math.round(points * 1e6);
}

export interface NodeSpec extends Partial<Pick<CriteriaNode, 'section' | 'rule' | 'evidenceText' | 'evidencePolicy'>> {
  readonly code: string;
  /** Points of a leaf; branches get the sum of their children. */
  readonly max?: number;
  readonly children?: readonly NodeSpec[];
}

const LEVELS = ['field', 'criterion', 'subCriterion'] as const;

/** Nodes of a tree, branches summed up, leaves `manual` unless said. */
export function nodesOf(specs: readonly NodeSpec[]): CriteriaNode[] {
  const nodes: CriteriaNode[] = [];
  function visit(spec: NodeSpec, parentId: NodeId | null, depth: number): number {
    const children = spec.children ?? [];
    const id = `n-${spec.code}` as NodeId;
    const position = nodes.length;
    const node: CriteriaNode = {
      id,
      parentId,
      level: LEVELS[depth] ?? 'subCriterion',
      section: spec.section ?? 'core',
      code: spec.code,
      name: `Tên ${spec.code}`,
      order: position,
      maxMicro: 0,
      rule: children.length > 0 ? null : (spec.rule ?? { kind: 'manual' }),
      ruleText: '',
      evidenceText: spec.evidenceText ?? '',
      evidencePolicy: spec.evidencePolicy ?? 'explain',
    };
    nodes.push(node);
    const sum = children.reduce((total, child) => total + visit(child, id, depth + 1), 0);
    const maxMicro = children.length > 0 ? sum : micro(spec.max ?? 0);
    nodes[position] = { ...node, maxMicro };
    return maxMicro;
  }
  for (const spec of specs) visit(spec, null, 0);
  return nodes;
}

/** A compiled set whose scale is the sum of its core leaves; throws when the test wrote a wrong one. */
export function setOf(specs: readonly NodeSpec[]): CompiledSet {
  const nodes = nodesOf(specs);
  const scaleMicro = nodes
    .filter((node) => node.section === 'core' && node.rule !== null)
    .reduce((sum, node) => sum + node.maxMicro, 0);
  const compiled = compileSet({ scaleMicro, nodes });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  return compiled.value;
}

/** Points; null blank, 'kad' not applicable, `{ bare }` points without evidence. */
export type CellSpec = number | null | 'kad' | { readonly bare: number };

export interface UnitSpec extends Partial<UnitFacts> {
  readonly cells: readonly CellSpec[];
}

/** Run the engine over cells written as points; units are D1, D2, … and ranked unless said. */
export function compute(
  set: CompiledSet,
  units: readonly UnitSpec[],
  settings: Partial<ComputeSettings> = {},
): BlockResult {
  return computeBlock(set, scoresOf(set, units), factsOf(units), { ...DEFAULT_SETTINGS, ...settings });
}

export function scoresOf(set: CompiledSet, units: readonly UnitSpec[]): BlockScores {
  const cells = units.flatMap((unit) => unit.cells);
  return {
    unitCount: units.length,
    leafCount: set.leaves.length,
    points: Float64Array.from(cells, pointsOf),
    flags: Uint8Array.from(cells, flagsOf),
  };
}

export function factsOf(units: readonly UnitSpec[]): UnitFacts[] {
  return units.map(({ code, ranked, cap }, u) => ({
    code: code ?? `D${u + 1}`,
    ranked: ranked ?? true,
    cap: cap ?? null,
  }));
}

function pointsOf(cell: CellSpec): number {
  if (cell === null || cell === 'kad') return NaN;
  return micro(typeof cell === 'number' ? cell : cell.bare);
}

function flagsOf(cell: CellSpec): number {
  if (cell === 'kad') return NOT_APPLICABLE;
  return typeof cell === 'number' ? HAS_EVIDENCE : 0;
}
