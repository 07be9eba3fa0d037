import type { BlockResult } from '#shared/scoring/model.ts';

const PER_UNIT = ['totalMicro', 'applicableMicro', 'rank', 'classFinal', 'tied', 'blocked', 'missing'] as const;

/** Units whose printed result differs between two results of the same block. */
export function changedUnits(before: BlockResult, after: BlockResult): number[] {
  const changed: number[] = [];
  for (let u = 0; u < after.unitCount; u++) {
    if (PER_UNIT.some((column) => before[column][u] !== after[column][u])) changed.push(u);
  }
  return changed;
}
