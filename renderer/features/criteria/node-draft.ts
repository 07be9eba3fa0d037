/**
 * A node (lĩnh vực, tiêu chí, tiêu chí thành phần) while a person types it, and the patch that saving it would send.
 * Called by the node form and by the tree, whose sums follow the typing. Pure.
 */
import type { NodePatch } from '#shared/criteria/edit-set.ts';
import type { CriteriaNode, EvidencePolicy } from '#shared/domain/entities.ts';
import { parseDecimal, type NumberLocale } from '#shared/util/decimal.ts';
import { isSameData } from '#shared/util/is-same-data.ts';
import { nfc } from '#shared/util/vietnamese-text.ts';
import { numberText } from './number-text.ts';
import { readRule, ruleDraftOf, type RuleDraft, type RuleDraftProblem, type TextProblem } from './rule-draft.ts';

export interface NodeDraftTexts {
  readonly code: string;
  readonly name: string;
  readonly max: string;
  /** Null on a branch. */
  readonly rule: RuleDraft | null;
  readonly ruleText: string;
  readonly evidenceText: string;
  readonly evidencePolicy: EvidencePolicy;
}

export type NodeProblem =
  | { readonly name: 'code'; readonly reason: 'emptyCode' | 'duplicateCode' }
  | { readonly name: 'name'; readonly reason: 'emptyName' }
  | { readonly name: 'max'; readonly reason: TextProblem };

export interface ReadNode {
  readonly problems: readonly NodeProblem[];
  readonly ruleProblems: readonly RuleDraftProblem[];
  /** What saving would change; null while something is wrong. Empty when nothing changed. */
  readonly patch: NodePatch | null;
  /** The maximum as typed; null while it is not understood. */
  readonly maxMicro: number | null;
}

/** The texts that would have been typed for the node. */
export function nodeDraftOf(node: CriteriaNode, locale: NumberLocale): NodeDraftTexts {
  return {
    code: node.code,
    name: node.name,
    max: numberText(node.maxMicro, locale),
    rule: node.rule && ruleDraftOf(node.rule, locale),
    ruleText: node.ruleText,
    evidenceText: node.evidenceText,
    evidencePolicy: node.evidencePolicy,
  };
}

/** What the texts say of `node` among the other nodes of its set. */
export function readNode(texts: NodeDraftTexts, node: CriteriaNode, nodes: readonly CriteriaNode[]): ReadNode {
  const problems: NodeProblem[] = [];
  const code = nfc(texts.code).trim();
  const name = nfc(texts.name).trim();
  if (code === '') problems.push({ name: 'code', reason: 'emptyCode' });
  else if (nodes.some((other) => other.id !== node.id && other.code === code)) {
    problems.push({ name: 'code', reason: 'duplicateCode' });
  }
  if (name === '') problems.push({ name: 'name', reason: 'emptyName' });
  const max = parseDecimal(texts.max);
  if (!max.ok) problems.push({ name: 'max', reason: max.error });
  else if (max.value.micro < 0) problems.push({ name: 'max', reason: 'negative' });
  const maxMicro = max.ok && max.value.micro >= 0 ? max.value.micro : null;
  const read = texts.rule === null ? null : readRule(texts.rule, maxMicro);
  const ruleProblems = read?.problems ?? [];
  if (problems.length > 0 || ruleProblems.length > 0 || maxMicro === null) {
    return { problems, ruleProblems, patch: null, maxMicro };
  }
  const next: NodePatch = {
    code,
    name,
    maxMicro,
    ruleText: nfc(texts.ruleText).trim(),
    evidenceText: nfc(texts.evidenceText).trim(),
    evidencePolicy: texts.evidencePolicy,
    ...(read?.rule && { rule: read.rule }),
  };
  const changed = Object.entries(next).filter(([key, value]) => !isSameData(value, node[key as keyof CriteriaNode]));
  return { problems, ruleProblems, patch: Object.fromEntries(changed) as NodePatch, maxMicro };
}
