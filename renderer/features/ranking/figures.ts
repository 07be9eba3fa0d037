/** Small figures the ranking shows beside the engine's: distances and differences, in 10⁻⁶ percent. */
import type { RankedUnit } from '#shared/contract/outputs.ts';
import type { ClassThreshold } from '#shared/domain/entities.ts';
import { formatMicro } from '#shared/util/decimal.ts';
import type { Language } from '#shared/wording/language.ts';

const HUNDREDTH = 10_000;

/** "83,18" in the decimal sign of the language. */
export function percentText(microPercent: number | null, language: Language): string {
  return microPercent === null ? '' : formatMicro(microPercent, { locale: language, decimals: 2 });
}

/** Points with three decimals, as in the score grid, so that a column of them lines up. */
export function pointsText(micro: number, language: Language): string {
  return formatMicro(micro, { locale: language, decimals: 3 });
}

/** The engine's printed text (decimal comma) in the decimal sign of the language. */
export function printedText(text: string, language: Language): string {
  return language === 'vi' ? text : text.replace(',', '.');
}

export interface NextClass {
  readonly label: string;
  /** Rounded up to a hundredth, so that a unit below a threshold never shows 0,00. */
  readonly missingMicroPercent: number;
}

/** The next better class by thresholds and how much is missing; null in the best class or without an index. */
export function nextClassOf(unit: RankedUnit, classes: readonly ClassThreshold[]): NextClass | null {
  if (unit.indexMicroPercent === null) return null;
  const at = classes.findIndex(({ code }) => code === unit.classByThresholdCode);
  const next = at === -1 ? classes.at(-1) : classes[at - 1];
  if (!next) return null;
  const missing = Math.max(next.minMicroPercent - unit.indexMicroPercent, 1);
  return { label: next.label, missingMicroPercent: Math.ceil(missing / HUNDREDTH) * HUNDREDTH };
}

export interface Change {
  readonly microPercent: number;
  /** Places gained (positive) or lost; null when one of the years has no rank. */
  readonly places: number | null;
}

/** Difference to last year; null when one of the years has no index. */
export function changeOf(unit: RankedUnit): Change | null {
  if (!unit.previous || unit.indexMicroPercent === null) return null;
  const places = unit.rank !== null && unit.previous.rank !== null ? unit.previous.rank - unit.rank : null;
  return { microPercent: unit.indexMicroPercent - unit.previous.indexMicroPercent, places };
}

export interface Bin {
  readonly fromPercent: number;
  readonly toPercent: number;
  /** Units per class: index into the classes, the last place for "không xếp loại". */
  readonly perClass: readonly number[];
  readonly count: number;
}

const BIN_PERCENT = 5;

/** Units by index range of five percent, from the lowest range used up to 100 %; each bin split by class. */
export function binsOf(rows: readonly RankedUnit[], classes: readonly ClassThreshold[]): readonly Bin[] {
  const indexed = rows.flatMap((row) =>
    row.indexMicroPercent === null ? [] : [{ row, percent: row.indexMicroPercent / 1e6 }],
  );
  if (indexed.length === 0) return [];
  const binOf = (percent: number) => Math.min(Math.floor(percent / BIN_PERCENT), 100 / BIN_PERCENT - 1);
  const lowest = Math.min(...indexed.map(({ percent }) => binOf(percent)));
  const bins: Bin[] = [];
  for (let bin = lowest; bin < 100 / BIN_PERCENT; bin++) {
    const inside = indexed.filter(({ percent }) => binOf(percent) === bin);
    const perClass = [...classes, null].map(
      (one) => inside.filter(({ row }) => row.classCode === (one?.code ?? null)).length,
    );
    bins.push({
      fromPercent: bin * BIN_PERCENT,
      toPercent: (bin + 1) * BIN_PERCENT,
      perClass,
      count: inside.length,
    });
  }
  return bins;
}
