import type { ExplainableBlock } from './explain-block.ts';
import type { ExplainedClass } from './explain-model.ts';
import { ratioOf } from './explain-rank.ts';
import { scaleRatio } from './exact.ts';
import { clampPlaces } from './index-value.ts';

const WITHHELD = -2;

/** Where a class comes from: the number held against the thresholds, what the cap makes of it, what is missing. */
export function explainClass(computed: ExplainableBlock, u: number): ExplainedClass {
  const { members, result, settings } = computed;
  const byThreshold = result.classByThreshold[u]!;
  const decidingMicroPercent = byThreshold === WITHHELD ? null : decidingOf(computed, u);
  const better = settings.classes[byThreshold === -1 ? settings.classes.length - 1 : byThreshold - 1];
  return {
    byThreshold,
    final: result.classFinal[u]!,
    cap: members[u]!.cycleUnit.cap,
    classifyBy: settings.classifyBy,
    decidingMicroPercent,
    missingMicroPercent:
      decidingMicroPercent === null || !better ? null : better.minMicroPercent - decidingMicroPercent,
    neighbour: result.neighbour[u]!,
  };
}

/** The index as classifyBlock compares it: rounded down to 10⁻⁶ percent, or as printed. */
function decidingOf(computed: ExplainableBlock, u: number): number {
  const { classifyBy, printDecimals } = computed.settings;
  const { numeratorMicro, denominatorMicro } = ratioOf(computed, u);
  if (classifyBy === 'exact') return scaleRatio(numeratorMicro, denominatorMicro, 8, false);
  const places = clampPlaces(printDecimals);
  return scaleRatio(numeratorMicro, denominatorMicro, places + 2, true) * 10 ** (6 - places);
}
