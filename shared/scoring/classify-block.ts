/** Xếp loại: class by thresholds, class after the cap, and thresholds close enough for a second look. */
import type { BlockSums } from './add-up-block.ts';
import { compareProducts, scaleRatio } from './exact.ts';
import { clampPlaces } from './index-value.ts';
import type { BlockResult, ComputeSettings, UnitFacts } from './model.ts';

interface ClassifyInput {
  readonly sums: BlockSums;
  readonly totalMicro: Float64Array;
  /** Index as printed, in 10^−printDecimals percent. */
  readonly printed: Float64Array;
  readonly units: readonly UnitFacts[];
  readonly settings: ComputeSettings;
}

const UNCLASSIFIED = -1;
const WITHHELD = -2;
const NO_NEIGHBOUR = -1;
/** 100 % in 10⁻⁶ percent. */
const WHOLE = 100_000_000;

/**
 * Classify every unit of a block, ranked or not. Thresholds are whole 10⁻⁶ percent, so the index rounded down to
 * 10⁻⁶ percent decides exactly: 94,995 % stays below 95 % although it prints 95,00.
 */
export function classifyBlock(
  input: ClassifyInput,
): Pick<BlockResult, 'classByThreshold' | 'classFinal' | 'neighbour'> {
  const { sums, totalMicro, printed, units, settings } = input;
  const unitCount = totalMicro.length;
  const thresholds = settings.classes.map((entry) => entry.minMicroPercent);
  const printedUnit = 10 ** (6 - clampPlaces(settings.printDecimals));
  const classByThreshold = new Int8Array(unitCount);
  const classFinal = new Int8Array(unitCount);
  const neighbour = new Int8Array(unitCount).fill(NO_NEIGHBOUR);
  for (let u = 0; u < unitCount; u++) {
    const applicable = sums.applicableMicro[u]!;
    if (applicable === 0 || sums.blocked[u] !== 0) {
      classByThreshold[u] = WITHHELD;
      classFinal[u] = WITHHELD;
      continue;
    }
    const exact = scaleRatio(totalMicro[u]!, applicable, 8, false);
    const deciding = settings.classifyBy === 'printed' ? printed[u]! * printedUnit : exact;
    const byThreshold = firstReached(thresholds, deciding);
    classByThreshold[u] = byThreshold;
    classFinal[u] = capped(byThreshold, units[u], settings);
    neighbour[u] = nearest(thresholds, exact, settings.neighbourMicroPercent, totalMicro[u]!, applicable);
  }
  return { classByThreshold, classFinal, neighbour };
}

function firstReached(thresholds: readonly number[], deciding: number): number {
  for (let c = 0; c < thresholds.length; c++) if (deciding >= thresholds[c]!) return c;
  return UNCLASSIFIED;
}

/** A cap only ever lowers; a cap naming a class the cycle does not have changes nothing. */
function capped(byThreshold: number, unit: UnitFacts | undefined, settings: ComputeSettings): number {
  const cap = unit?.cap;
  if (!cap || byThreshold === UNCLASSIFIED) return byThreshold;
  if (cap.classCode === null) return UNCLASSIFIED;
  const best = settings.classes.findIndex((entry) => entry.code === cap.classCode);
  return Math.max(byThreshold, best);
}

/** The nearest threshold within the distance, both ends included; of two equally near ones the higher. */
function nearest(
  thresholds: readonly number[],
  exact: number,
  withinMicroPercent: number,
  totalMicro: number,
  applicableMicro: number,
): number {
  let found = NO_NEIGHBOUR;
  let best = withinMicroPercent;
  for (let c = 0; c < thresholds.length; c++) {
    const distance = Math.abs(exact - thresholds[c]!);
    if (distance > best || (distance === best && found !== NO_NEIGHBOUR)) continue;
    // `exact` was rounded down: on the far edge above a threshold a lost remainder means it is just outside.
    const isOnUpperEdge = distance === withinMicroPercent && exact > thresholds[c]!;
    if (isOnUpperEdge && compareProducts(totalMicro, WHOLE, exact, applicableMicro) !== 0) continue;
    found = c;
    best = distance;
  }
  return found;
}
