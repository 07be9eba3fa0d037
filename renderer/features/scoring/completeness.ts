import type { BlockResult, CompiledSet } from '#shared/scoring/model.ts';

export interface Completeness {
  /** Core cells with points or excused, of all core cells. */
  readonly done: number;
  readonly all: number;
  readonly missingEvidence: number;
}

/** How far the block (or one unit of it) is scored; bonus and penalty never count as missing. */
export function completeness(set: CompiledSet, result: BlockResult, u: number | null = null): Completeness {
  const core = set.sectionOfLeaf.reduce((count, section) => count + (section === 0 ? 1 : 0), 0);
  const units = u === null ? Array.from({ length: result.unitCount }, (_, i) => i) : [u];
  let missing = 0;
  let missingEvidence = 0;
  for (const unit of units) {
    missing += result.missing[unit] ?? 0;
    missingEvidence += result.missingEvidence[unit] ?? 0;
  }
  const all = core * units.length;
  return { done: all - missing, all, missingEvidence };
}
