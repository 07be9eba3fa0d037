import type { ImportProblem } from '../contract/outputs.ts';
import { formatMicro } from '../util/decimal.ts';
import { scaleRatio } from '../scoring/exact.ts';
import { addressOf, problem } from './import-problem.ts';
import { cellText, EMPTY_CELL } from './raw-table.ts';
import { readNumber } from './read-number.ts';
import type { WideUnit } from './wide-unit.ts';
import type { WideSheet } from './wide-columns.ts';

/**
 * Hold the totals and indexes a table prints against what its own cells add up to: a difference beyond the printed
 * rounding is a slip in one of the two, and is said. The printed figures are never taken over.
 */
export function checkPrintedTotals(sheet: WideSheet, units: readonly WideUnit[]): readonly ImportProblem[] {
  return units
    .filter((unit) => unit.sheet === sheet)
    .flatMap((unit) =>
      sheet.columns.flatMap((column, at): readonly ImportProblem[] => {
        if (column.kind !== 'total' && column.kind !== 'index') return [];
        const cell = sheet.table.rows[unit.row]?.[at] ?? EMPTY_CELL;
        const read = cell.kind === 'empty' ? null : readNumber(cell, 'decimal');
        if (!read?.ok) return [];
        const sums = addUp(unit);
        const computed = column.kind === 'total' ? sums.totalMicro : sums.indexMicro;
        const printed = read.value.micro;
        if (computed === null || Math.abs(printed - computed) <= halfStep(cellText(cell))) return [];
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

function addUp({ block, draft }: WideUnit): { readonly totalMicro: number; readonly indexMicro: number | null } {
  const cells = new Map(draft.cells.map((cell) => [cell.leafCode, cell]));
  const parents = new Set(block.set.nodes.map((node) => node.parentCode));
  let total = 0;
  let applicable = 0;
  for (const leaf of block.set.nodes) {
    if (parents.has(leaf.code)) continue;
    const cell = cells.get(leaf.code);
    const points = cell?.finalMicro ?? 0;
    total += leaf.section === 'penalty' ? -points : points;
    if (leaf.section === 'core' && (cell?.notApplicableReason ?? null) === null) applicable += leaf.maxMicro;
  }
  // 10⁸: a ratio as 10⁻⁶ percent.
  return {
    totalMicro: total,
    indexMicro: applicable > 0 && total >= 0 ? scaleRatio(total, applicable, 8, true) : null,
  };
}
