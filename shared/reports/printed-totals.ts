import type { ImportProblem } from '../contract/outputs.ts';
import type { CycleSettings } from '../domain/entities.ts';
import { computeBlock } from '../scoring/compute-block.ts';
import { scaleRatio } from '../scoring/exact.ts';
import { NOT_APPLICABLE, type BlockScores, type CompiledSet } from '../scoring/model.ts';
import { formatMicro } from '../util/decimal.ts';
import { compileDraftSet } from './compile-draft-set.ts';
import { addressOf, problem } from './import-problem.ts';
import { cellText, EMPTY_CELL } from './raw-table.ts';
import { readNumber } from './read-number.ts';
import type { WideUnit } from './wide-unit.ts';

interface Totals {
  readonly totalMicro: number;
  readonly indexMicro: number | null;
}

/**
 * Hold the totals and indexes a table prints against what the engine makes of its cells: a difference beyond the printed
 * rounding is a slip in one of the two, and is said. The printed figures are never taken over.
 */
export function checkPrintedTotals(units: readonly WideUnit[], settings: CycleSettings): readonly ImportProblem[] {
  const totals = computeTotals(units, settings);
  return units.flatMap((unit) =>
    unit.sheet.columns.flatMap((column, at): readonly ImportProblem[] => {
      if (column.kind !== 'total' && column.kind !== 'index') return [];
      const { sheet } = unit;
      const cell = sheet.table.rows[unit.row]?.[at] ?? EMPTY_CELL;
      const read = cell.kind === 'empty' ? null : readNumber(cell, 'decimal');
      if (!read?.ok) return [];
      const sums = totals.get(unit);
      const computed = column.kind === 'total' ? sums?.totalMicro : sums?.indexMicro;
      const printed = read.value.micro;
      if (computed === undefined || computed === null || Math.abs(printed - computed) <= halfStep(cellText(cell)))
        return [];
      const reason = column.kind === 'total' ? 'printedTotalDiffers' : 'printedIndexDiffers';
      const params = {
        code: unit.draft.code,
        printed: cellText(cell),
        computed: formatMicro(computed, { locale: 'vi' }),
      };
      return [problem('warning', addressOf(sheet.table, unit.row, at), reason, params)];
    }),
  );
}

/** Half of the last printed decimal, in 10⁻⁶, and the half millionth each rounded cell may be off. */
function halfStep(text: string): number {
  const decimals = /[.,](\d+)\s*%?$/.exec(text)?.[1]?.length ?? 0;
  return decimals >= 6 ? 50 : 0.5 * 10 ** (6 - decimals) + 50;
}

/** Totals and indexes of every unit as the cycle to be written will give them: by the engine, caps and all. */
function computeTotals(units: readonly WideUnit[], settings: CycleSettings): ReadonlyMap<WideUnit, Totals> {
  const totals = new Map<WideUnit, Totals>();
  for (const block of new Set(units.map((unit) => unit.block))) {
    const compiled = compileDraftSet(block.set);
    // A set that does not add up was refused before any unit was read.
    if (!compiled.ok) continue;
    const own = units.filter((unit) => unit.block === block);
    const scores = scoresOf(own, compiled.value);
    const facts = own.map(({ draft }) => ({ code: draft.code, ranked: draft.ranked, cap: null }));
    const result = computeBlock(compiled.value, scores, facts, settings);
    for (const [u, unit] of own.entries()) {
      const totalMicro = result.totalMicro[u] ?? 0;
      const applicable = result.applicableMicro[u] ?? 0;
      // 10⁸: a ratio as 10⁻⁶ percent.
      totals.set(unit, { totalMicro, indexMicro: applicable > 0 ? scaleRatio(totalMicro, applicable, 8, true) : null });
    }
  }
  return totals;
}

function scoresOf(units: readonly WideUnit[], set: CompiledSet): BlockScores {
  const leafCount = set.leaves.length;
  const points = new Float64Array(units.length * leafCount).fill(Number.NaN);
  const flags = new Uint8Array(points.length);
  const placeOf = new Map(set.leaves.map((leaf, l) => [leaf.code, l]));
  for (const [u, { draft }] of units.entries()) {
    for (const { leafCode, finalMicro, notApplicableReason } of draft.cells) {
      const at = u * leafCount + (placeOf.get(leafCode) ?? 0);
      points[at] = finalMicro ?? Number.NaN;
      if (notApplicableReason !== null) flags[at] = NOT_APPLICABLE;
    }
  }
  return { unitCount: units.length, leafCount, points, flags };
}
