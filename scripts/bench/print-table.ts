import type { BenchRow } from './bench-row.ts';

/** `met`, `missed`, or nothing for a row without a target. */
function verdictOf({ ratio, target }: BenchRow): string {
  return target === null ? '' : ratio <= target ? 'met' : 'missed';
}

/** The rows as a table of fixed columns, also valid Markdown. */
export function formatTable(rows: readonly BenchRow[]): string {
  const head = ['measurement', 'value', 'peer', 'peer value', 'ratio', 'of fastest', 'target', 'verdict', 'n'];
  const lines = rows.map((row) => [
    row.name,
    amount(row.value, row.spread, row.unit),
    row.peerName,
    amount(row.peerValue, row.peerSpread, row.unit),
    row.ratio.toFixed(2),
    row.fastestRatio?.toFixed(2) ?? '',
    row.target === null ? '–' : `≤ ${row.target}`,
    verdictOf(row),
    row.repetitions === undefined ? '' : String(row.repetitions),
  ]);
  const all = [head, ...lines];
  const widths = head.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  const print = (line: readonly string[]) => `| ${line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [print(head), rule, ...lines.map(print)].join('\n');
}

/** Median ± interquartile range. */
function amount(value: number, spread: number | undefined, unit: string): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toFixed(digits)}${spread === undefined ? '' : ` ±${spread.toFixed(digits)}`} ${unit}`;
}
