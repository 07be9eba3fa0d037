/** Says once for a whole table what "1.234" means, from the answer given, the other cells, or the maxima. */
import type { ImportProblem } from '../contract/outputs.ts';
import { problem } from './import-problem.ts';
import { cellText } from './raw-table.ts';
import type { ImportedBlock } from './read-criteria.ts';
import { inferDot, isDoubtful, readNumber, type AmbiguousDot } from './read-number.ts';
import type { WideSheet } from './wide-columns.ts';

interface LeafText {
  readonly text: string;
  /** Largest maximum the leaf has anywhere; null when it cannot be told before the dot is settled. */
  readonly maxMicro: number | null;
}

/** The meaning, or null to ask. A dot taken as decimal without being told so is a warning in `problems`. */
export function settleDot(
  sheets: readonly WideSheet[],
  criteria: readonly ImportedBlock[] | null,
  given: AmbiguousDot,
  problems: ImportProblem[],
): AmbiguousDot {
  if (given !== null) return given;
  const points = sheets.flatMap((sheet) => textsOf(sheet, sheet.unitRows, criteria));
  const maxima = sheets.flatMap((sheet) => textsOf(sheet, sheet.maximumRow < 0 ? [] : [sheet.maximumRow], null));
  const doubtful = points.filter(({ text }) => isDoubtful(text));
  const dot = inferDot([...points, ...maxima].map(({ text }) => text)) ?? decimalByMaxima(doubtful);
  const example = doubtful[0];
  if (dot === 'decimal' && example !== undefined) {
    const at = sheets[0]?.table.name ?? '';
    problems.push(problem('warning', at, 'dotTakenAsDecimal', { text: example.text, count: doubtful.length }));
  }
  return dot;
}

/** Decimal when a thousand would be too much in every single doubtful cell: then only one reading is possible. */
function decimalByMaxima(doubtful: readonly LeafText[]): AmbiguousDot {
  const impossible = ({ text, maxMicro }: LeafText) => {
    const thousands = readNumber({ kind: 'text', text }, 'thousands');
    return maxMicro !== null && thousands.ok && Math.abs(thousands.value.micro) > maxMicro;
  };
  return doubtful.length > 0 && doubtful.every(impossible) ? 'decimal' : null;
}

function textsOf(
  sheet: WideSheet,
  rows: readonly number[],
  criteria: readonly ImportedBlock[] | null,
): readonly LeafText[] {
  return sheet.columns.flatMap((column, at) => {
    if (column.kind !== 'leaf') return [];
    const maxMicro = criteria === null ? ownMaximum(sheet, at) : knownMaximum(criteria, column.leaf.code);
    return rows.flatMap((row) => {
      const cell = sheet.table.rows[row]?.[at];
      return cell?.kind === 'text' ? [{ text: cellText(cell), maxMicro }] : [];
    });
  });
}

function ownMaximum(sheet: WideSheet, column: number): number | null {
  const cell = sheet.table.rows[sheet.maximumRow]?.[column];
  const read = cell === undefined ? null : readNumber(cell, null);
  return read?.ok === true ? read.value.micro : null;
}

function knownMaximum(criteria: readonly ImportedBlock[], code: string): number | null {
  const maxima = criteria.flatMap(({ set }) => set.nodes.filter((node) => node.code === code));
  return maxima.length === 0 ? null : Math.max(...maxima.map((node) => node.maxMicro));
}
