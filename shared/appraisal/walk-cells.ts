/** One pass over the cells of a block with what the rules must know of each. Called by the data service. */
import type { CycleUnitId, NodeId } from '../domain/ids.ts';
import type { CompiledSet } from '../scoring/model.ts';
import type { CellFacts } from './cell-rules.ts';

/** Columns of a block, unit-major: cell (u, l) is at `u * leafIds.length + l`; points are 10⁻⁶ point, NaN is blank. */
export interface CellColumns {
  readonly cycleUnitIds: readonly CycleUnitId[];
  readonly leafIds: readonly NodeId[];
  readonly self: Float64Array;
  readonly appraised: Float64Array;
  readonly final: Float64Array;
  readonly flags: Uint8Array;
}

/** Newest explanation by position of the cell in the columns. */
export type ExplanationColumn = ReadonlyMap<number, NonNullable<CellFacts['explanation']>>;

/** Visits every cell, unit by unit. The facts are one object filled anew each time: take what you need, do not keep it. */
export function walkCells(
  set: CompiledSet,
  cells: CellColumns,
  explanations: ExplanationColumn,
  visit: (u: number, l: number, facts: CellFacts) => void,
): void {
  const leafCount = cells.leafIds.length;
  const isSurvey = set.leaves.map(({ rule }) => rule?.kind === 'survey');
  const facts = {
    selfMicro: NaN,
    appraisedMicro: NaN,
    finalMicro: NaN,
    flags: 0,
    section: 0,
    evidencePolicy: 0,
    isSurvey: false,
    explanation: null as CellFacts['explanation'],
  };
  for (let u = 0, i = 0; u < cells.cycleUnitIds.length; u++) {
    for (let l = 0; l < leafCount; l++, i++) {
      facts.selfMicro = cells.self[i]!;
      facts.appraisedMicro = cells.appraised[i]!;
      facts.finalMicro = cells.final[i]!;
      facts.flags = cells.flags[i]!;
      facts.section = set.sectionOfLeaf[l]!;
      facts.evidencePolicy = set.evidencePolicyOfLeaf[l]!;
      facts.isSurvey = isSurvey[l]!;
      facts.explanation = explanations.get(i) ?? null;
      visit(u, l, facts);
    }
  }
}
