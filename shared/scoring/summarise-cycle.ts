/**
 * The results of a whole cycle as records (RankedBlock, RankedUnit): what `ranking.get`, the ranking screen, annexes
 * and the command line show. Called by db/service and by the window's live preview with the same arrays.
 */
import { err, ok, type Result } from '../util/result.ts';
import { compileSet } from './compile-set.ts';
import { ENGINE_VERSION } from './engine-version.ts';
import type { RankColumns, RankedBlock, RankedUnit, Ranking, RankStructure } from './ranking-model.ts';
import type { SetProblem } from './set-problem.ts';
import { summariseBlock } from './summarise-block.ts';

/**
 * Rank every block whose columns are given, blocks in the cycle's order. Fails only when a criteria set does not add
 * up or the columns are not those of the structure.
 */
export function rankCycle(
  structure: RankStructure,
  columns: readonly RankColumns[],
): Result<Ranking, readonly SetProblem[]> {
  const blocks: RankedBlock[] = [];
  for (const block of [...structure.blocks].sort((a, b) => a.order - b.order)) {
    const own = columns.find((candidate) => candidate.blockId === block.id);
    if (!own) continue;
    const set = structure.criteriaSets.find((candidate) => candidate.id === block.criteriaSetId);
    const compiled = compileSet(set ?? { scaleMicro: 0, nodes: [] });
    if (!compiled.ok) return compiled;
    const ranked = summariseBlock(structure, block, compiled.value, own);
    if (!ranked.ok) return err([ranked.error]);
    blocks.push(ranked.value);
  }
  const { classes, unclassifiedLabel } = structure.cycle.settings;
  const rows = blocks.flatMap((block) => block.rows);
  const classCounts = [
    ...classes.map(({ code, label }) => ({ code, label, count: rows.filter((row) => row.classCode === code).length })),
    { code: null, label: unclassifiedLabel, count: rows.filter(isUnclassified).length },
  ];
  return ok({ cycleId: structure.cycle.id, engineVersion: ENGINE_VERSION, blocks, classCounts });
}

/** Below every threshold, or capped to nothing; a withheld unit has no class to count. */
function isUnclassified(row: RankedUnit): boolean {
  return row.classCode === null && !row.blocked && row.indexMicroPercent !== null;
}

export type { RankColumns, RankStructure };
