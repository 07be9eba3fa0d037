/** Maxima a score table brings itself (a row "MAX" or "Điểm tối đa"): its criteria, or a check of given ones. */
import type { ImportProblem } from '../contract/outputs.ts';
import type { NodeDraft } from '../domain/cycle-draft.ts';
import { err, ok, type Result } from '../util/result.ts';
import { addressOf, problem } from './import-problem.ts';
import { cellText, EMPTY_CELL } from './raw-table.ts';
import type { ImportedBlock } from './read-criteria.ts';
import { readNumber, type AmbiguousDot } from './read-number.ts';
import type { WideSheet } from './wide-columns.ts';

interface Maximum {
  readonly at: string;
  readonly code: string;
  readonly name: string;
  readonly text: string;
  readonly micro: number | null;
  readonly fault: ImportProblem | null;
}

/**
 * A flat criteria set of the sheet's own columns: every leaf a field of its own, typed by hand; the scale is the sum of
 * the maxima, whatever that is.
 */
export function criteriaOfMaxima(
  sheet: WideSheet,
  dot: AmbiguousDot,
  block: Pick<ImportedBlock, 'blockCode' | 'blockName'>,
): Result<ImportedBlock, readonly ImportProblem[]> {
  if (sheet.maximumRow < 0) return err([problem('error', addressOf(sheet.table, sheet.header, 0), 'noMaxima')]);
  const maxima = readMaxima(sheet, dot);
  const faults = maxima.flatMap(({ fault }) => (fault === null ? [] : [fault]));
  if (faults.length > 0) return err(faults);
  if (maxima.length === 0) return err([problem('error', addressOf(sheet.table, sheet.maximumRow, 0), 'noMaxima')]);
  const nodes = maxima.map(({ code, name, micro }): NodeDraft => ({
    parentCode: null,
    level: 'field',
    section: 'core',
    code,
    name,
    maxMicro: micro ?? 0,
    rule: { kind: 'manual' },
    ruleText: '',
    evidenceText: '',
    evidencePolicy: 'explain',
  }));
  const scaleMicro = nodes.reduce((sum, node) => sum + node.maxMicro, 0);
  return ok({ ...block, set: { name: `Bộ tiêu chí ${block.blockCode}`, scaleMicro, nodes } });
}

/** Warnings where the table prints another maximum than every criteria set that knows the leaf. */
export function differingMaxima(
  sheet: WideSheet,
  dot: AmbiguousDot,
  blocks: readonly ImportedBlock[],
): readonly ImportProblem[] {
  if (sheet.maximumRow < 0) return [];
  return readMaxima(sheet, dot).flatMap(({ at, code, text, micro }) => {
    const known = blocks.flatMap(({ set }) => set.nodes.filter((node) => node.code === code));
    if (micro === null || known.some((node) => node.maxMicro === micro)) return [];
    return [problem('warning', at, 'maxDiffers', { code, text, expectedMicro: known[0]?.maxMicro ?? 0 })];
  });
}

function readMaxima(sheet: WideSheet, dot: AmbiguousDot): readonly Maximum[] {
  return sheet.columns.flatMap((column, at): readonly Maximum[] => {
    if (column.kind !== 'leaf') return [];
    const cell = sheet.table.rows[sheet.maximumRow]?.[at] ?? EMPTY_CELL;
    const place = addressOf(sheet.table, sheet.maximumRow, at);
    const text = cellText(cell);
    if (cell.kind === 'empty') return [];
    const read = readNumber(cell, dot);
    const reason = !read.ok ? read.error : read.value.micro <= 0 ? 'maxOutOfRange' : null;
    return [
      {
        at: place,
        ...column.leaf,
        text,
        micro: read.ok ? read.value.micro : null,
        fault: reason === null ? null : problem('error', place, reason, { text, code: column.leaf.code }),
      },
    ];
  });
}
