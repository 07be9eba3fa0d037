import { passesFilter } from '#shared/appraisal/cell-rules.ts';
import type { ExplanationState } from '#shared/domain/explanation-states.ts';
import type { Language } from '#shared/wording/language.ts';
import type { SheetColumn, SheetRow } from '#renderer/grid/sheet.ts';
import type { ExplanationStore } from '#renderer/features/explanations/explanation-store.ts';
import { explanationWords } from '#renderer/features/explanations/explanation-words.ts';
import type { BlockStore } from '#renderer/features/scoring/block-store.ts';
import { cellFactsAt } from '#renderer/features/scoring/board/cell-facts.ts';
import type { CellAt } from '#renderer/features/scoring/score-entry.ts';
import type { ScoreLayout } from '#renderer/features/scoring/score-layout.ts';
import type { Translate } from '#renderer/features/scoring/translate.ts';
import { dayOf } from '#renderer/ui/format-time.ts';

/** Where the explanation of each row's cell stands, in words; a cut that nobody put to its unit says so. */
export function explanationColumn(
  store: BlockStore,
  explanations: ExplanationStore,
  t: Translate,
  language: Language,
  placeOf: (row: SheetRow) => Pick<CellAt, 'u' | 'l'> | null,
): SheetColumn {
  function text(row: SheetRow): string {
    const at = placeOf(row);
    const unit = at && store.shape.units[at.u];
    const leaf = at && store.shape.set.leaves[at.l];
    if (!unit || !leaf) return '';
    if (passesFilter('toExplain', cellFactsAt(store, explanations, at.u, at.l))) return t('explanations.short.none');
    const newest = explanations.ofCell(unit.id, leaf.id).at(-1);
    return newest ? explanationWords(newest, dayOf(new Date()), t, language) : '';
  }
  return {
    id: 'explanation',
    header: t('explanations.column'),
    tooltip: t('explanations.columnTooltip'),
    widthPx: 170,
    align: 'start',
    sortable: true,
    value: text,
    text,
  };
}

/** Marks of the final points: each a sign of its own, so that none speaks by colour alone. */
export function explanationMarks(store: BlockStore, explanations: ExplanationStore): NonNullable<ScoreLayout['marks']> {
  function factAt({ stage, u, l }: CellAt) {
    const unit = store.shape.units[u];
    const leaf = store.shape.set.leaves[l];
    return stage === 'final' && unit && leaf ? explanations.factOf(unit.id, leaf.id) : null;
  }
  const wears = (state: ExplanationState) => (at: CellAt) => factAt(at)?.state === state;
  return {
    'explained-open': (at) => wears('open')(at) && factAt(at)?.isOverdue === false,
    'explained-overdue': (at) => factAt(at)?.isOverdue === true,
    'explained-answered': wears('answered'),
    'explained-accepted': wears('accepted'),
    'explained-rejected': wears('rejected'),
  };
}
