/**
 * What becomes of a scored cell when the leaf under it changes: the decisions a person takes once, before a set in use
 * is issued anew, applied to one cell. Called for the list of consequences and for the change itself, so that what was
 * said is what happens. Nothing is ever changed silently: every effect has a name and is counted.
 */
import type { CriteriaNode } from '../domain/entities.ts';
import type { Declared, Rule } from '../domain/rules.ts';
import { pointsFromDeclared, type DeclaredOutcome } from '../scoring/points-from-declared.ts';
import { isSameData } from '../util/is-same-data.ts';

/** The part of a cell that depends on its leaf. */
export interface CellContent {
  readonly selfMicro: number | null;
  readonly appraisedMicro: number | null;
  readonly finalMicro: number | null;
  readonly declared: Declared | null;
  readonly notApplicable: boolean;
  readonly notApplicableReason: string;
  readonly cutReason: string;
}

/**
 * `misfit`: what was declared does not suit the new rule · `recount`: it gives other points now · `overMax`: points are
 * above the new maximum · `rescaled`: points stay although the maximum is another one.
 */
export const CELL_EFFECTS = ['misfit', 'recount', 'overMax', 'rescaled'] as const;
export type CellEffect = (typeof CELL_EFFECTS)[number];

/** What to do with the cells a change does not leave as they are. */
export interface CellChoices {
  /** Drop the declared data and keep the points, or clear both for a new declaration. */
  readonly misfit: 'keepPoints' | 'clear';
  /** Values that came from the declared data follow the new rule, or stay. */
  readonly recount: 'recompute' | 'keep';
  /** Lower to the new maximum, or clear for a new score. */
  readonly overMax: 'lower' | 'clear';
}

/** Words the change itself puts where a reason is asked for; they are stored data. */
export interface SettleWords {
  readonly notApplicableReason: string;
  readonly cutReason: string;
}

export interface SettledCell {
  readonly cell: CellContent;
  readonly effects: readonly CellEffect[];
}

type Leaf = Pick<CriteriaNode, 'rule' | 'maxMicro' | 'section'>;
const STAGE_FIELDS = ['selfMicro', 'appraisedMicro', 'finalMicro'] as const;

/** The cell under the changed leaf, and what happened to it; a cell nothing happens to is given back as it is. */
export function settleCell(
  cell: CellContent,
  before: Leaf,
  after: Leaf,
  choices: CellChoices,
  words: SettleWords,
): SettledCell {
  const ruleChanged = !isSameData(before.rule, after.rule);
  if (!ruleChanged && before.maxMicro === after.maxMicro) return { cell, effects: [] };
  const effects: CellEffect[] = [];
  let next = cell;
  if (cell.declared !== null) {
    const was = outcomeOf(before, cell.declared);
    const now = outcomeOf(after, cell.declared);
    if (now === null) {
      effects.push('misfit');
      next = { ...next, declared: null, ...(choices.misfit === 'clear' && NO_POINTS) };
    } else if (!isSameData(was, now)) {
      effects.push('recount');
      if (choices.recount === 'recompute') next = recomputed(next, was, now, words);
    }
  }
  const over = STAGE_FIELDS.filter((field) => (next[field] ?? 0) > after.maxMicro);
  if (over.length > 0) {
    effects.push('overMax');
    const value = choices.overMax === 'lower' ? after.maxMicro : null;
    next = { ...next, ...Object.fromEntries(over.map((field) => [field, value])) };
  }
  if (effects.length === 0 && STAGE_FIELDS.some((field) => cell[field] !== null)) effects.push('rescaled');
  return { cell: withReason(next, words), effects };
}

const NO_POINTS = { selfMicro: null, appraisedMicro: null, finalMicro: null } as const;

function outcomeOf(leaf: Leaf, declared: Declared): DeclaredOutcome | null {
  const rule: Rule | null = leaf.rule;
  if (rule === null) return null;
  const outcome = pointsFromDeclared(rule, declared, leaf.maxMicro, leaf.section);
  return outcome.ok ? outcome.value : null;
}

/** Values that are the old outcome become the new one; values a person set otherwise stay. */
function recomputed(
  cell: CellContent,
  was: DeclaredOutcome | null,
  now: DeclaredOutcome,
  words: SettleWords,
): CellContent {
  const pointsWas = was?.kind === 'points' ? was.pointsMicro : null;
  const pointsNow = now.kind === 'points' ? now.pointsMicro : null;
  const follow = (value: number | null): number | null => (value === pointsWas && value !== null ? pointsNow : value);
  const followed = {
    ...cell,
    // A cell that had no points because nothing arose gets what the data give now.
    selfMicro: cell.selfMicro === null && pointsWas === null ? pointsNow : follow(cell.selfMicro),
    appraisedMicro: follow(cell.appraisedMicro),
    finalMicro: follow(cell.finalMicro),
  };
  if (now.kind === 'notApplicable') {
    return { ...followed, notApplicable: true, notApplicableReason: words.notApplicableReason };
  }
  if (was?.kind === 'notApplicable') return { ...followed, notApplicable: false, notApplicableReason: '' };
  return followed;
}

/** A later value below the self-scored one keeps its reason or says that the set changed; without a cut there is none. */
function withReason(cell: CellContent, words: SettleWords): CellContent {
  const { selfMicro } = cell;
  const isCut = selfMicro !== null && [cell.appraisedMicro, cell.finalMicro].some((v) => v !== null && v < selfMicro);
  if (!isCut) return cell.cutReason === '' ? cell : { ...cell, cutReason: '' };
  return cell.cutReason === '' ? { ...cell, cutReason: words.cutReason } : cell;
}
