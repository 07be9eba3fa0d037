import type { CellFacts } from '#shared/appraisal/cell-rules.ts';
import { HAS_EVIDENCE, NOT_APPLICABLE } from '#shared/scoring/model.ts';
import type { ExplanationStore } from '#renderer/features/explanations/explanation-store.ts';
import type { BlockStore } from '../block-store.ts';

/** What the rules of waiting work must know of a cell, edits on their way included. */
export function cellFactsAt(
  store: BlockStore,
  explanations: Pick<ExplanationStore, 'factOf'>,
  u: number,
  l: number,
): CellFacts {
  const { set, units } = store.shape;
  const unit = units[u];
  const leaf = set.leaves[l];
  return {
    selfMicro: store.points('self', u, l),
    appraisedMicro: store.points('appraised', u, l),
    finalMicro: store.points('final', u, l),
    flags: (store.isNotApplicable(u, l) ? NOT_APPLICABLE : 0) | (store.hasEvidence(u, l) ? HAS_EVIDENCE : 0),
    section: set.sectionOfLeaf[l] ?? 0,
    evidencePolicy: set.evidencePolicyOfLeaf[l] ?? 0,
    isSurvey: leaf?.rule?.kind === 'survey',
    explanation: unit && leaf ? explanations.factOf(unit.id, leaf.id) : null,
  };
}
