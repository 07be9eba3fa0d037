/** How a score cell looks: its text and its marks, none of which speaks by colour alone. */
import type { Language } from '#shared/wording/language.ts';
import type { BlockStore } from './block-store.ts';
import { formatCellPoints } from './points-text.ts';
import type { CellAt } from './score-entry.ts';
import type { Translate } from './translate.ts';

const MISSING = '·';

/** What a cell shows: text that could not be written, KAD, points typed or taken over, or a dot for nothing. */
export function cellText(store: BlockStore, { stage, u, l }: CellAt, t: Translate, language: Language): string {
  const problem = store.problem(stage, u, l);
  if (problem) return problem.text;
  if (store.isNotApplicable(u, l)) return t('scoring.notApplicableShort');
  return formatCellPoints(store.effectivePoints(stage, u, l), language) || MISSING;
}

/** Class names of the marks and when a cell wears them. */
export const CELL_MARKS = {
  'score-na': (store, { u, l }) => store.isNotApplicable(u, l),
  'score-inherited': (store, { stage, u, l }) =>
    stage !== 'self' && isNaN(store.points(stage, u, l)) && !isNaN(store.effectivePoints(stage, u, l)),
  'score-missing': (store, { stage, u, l }) =>
    isNaN(store.effectivePoints(stage, u, l)) && !store.isNotApplicable(u, l) && !store.problem(stage, u, l),
  'score-no-evidence': (store, { stage, u, l }) => store.lacksEvidence(stage, u, l),
  'score-locked': (store, { stage, l }) => stage === 'self' && store.shape.set.leaves[l]?.rule?.kind === 'survey',
  'score-comment': (store, { u, l }) => store.hasComment(u, l),
  'score-changed': (store, { u, l }) => store.isChangedSinceMilestone(u, l),
  'score-pending': (store, { stage, u, l }) =>
    store.isPending(stage, u, l) || store.problem(stage, u, l)?.kind === 'asking',
  'score-failed': (store, { stage, u, l }) => {
    const problem = store.problem(stage, u, l);
    return problem !== null && problem.kind !== 'asking';
  },
} as const satisfies Readonly<Record<string, (store: BlockStore, at: CellAt) => boolean>>;
