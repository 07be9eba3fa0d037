import type { ImportPreview, ImportProblem } from '../contract/outputs.ts';
import type { BlockDraft } from '../domain/cycle-draft.ts';
import { formatMicro } from '../util/decimal.ts';
import { leavesOf } from './leaves-of.ts';
import type { WideUnit } from './wide-unit.ts';

/** Counts for the person who is about to accept. */
export function previewOf(
  blocks: readonly BlockDraft[],
  units: readonly Pick<WideUnit, 'draft' | 'read'>[],
  problems: readonly ImportProblem[],
): ImportPreview {
  const cells = units.flatMap(({ draft }) => draft.cells);
  const leafCounts = blocks.map(({ criteriaSet }) => leavesOf(criteriaSet.nodes).length);
  return {
    units: units.length,
    leaves: leafCounts.reduce((sum, count) => sum + count, 0),
    blocks: blocks.map(({ code, criteriaSet, units: own }, b) => ({
      code,
      units: own.length,
      leaves: leafCounts[b] ?? 0,
      scale: formatMicro(criteriaSet.scaleMicro, { locale: 'vi' }),
    })),
    cells: {
      points: cells.filter((cell) => cell.finalMicro !== null).length,
      blank: units.reduce((sum, { read }) => sum + read.blanks, 0),
      notApplicable: cells.filter((cell) => cell.notApplicableReason !== null).length,
      rounded: units.reduce((sum, { read }) => sum + read.rounded.length, 0),
    },
    problems,
    acceptable: problems.every((found) => found.severity !== 'error'),
  };
}
