/**
 * Everything the sheets must know of each other before the first formula is written: names, where each leaf, field,
 * class and cap stands. Made once per export by build-annexes and read by every sheet builder.
 */
import type { CycleSettings } from '../domain/entities.ts';
import type { RankedBlock, RankedUnit } from '../contract/outputs.ts';
import { areaAddress, cellAddress, onSheet } from './addresses.ts';
import type { AnnexBlock, AnnexInput } from './annex-input.ts';
import { makeSheetNames } from './sheet-names.ts';

/** Written into a cell of the points sheet where the leaf does not apply; the formulas look for it. */
export const EXCUSED = 'KAD';
/** Printed where there is no figure: an index without applicable maximum, the rank of an unranked unit. */
export const NO_FIGURE = '–';
/** Class of a unit whose result is withheld or that has no index. */
export const WITHHELD_LABEL = 'Chưa xếp loại';
/** Decimals an index is rounded to before it is compared, so that two units equal in exact arithmetic are equal cells. */
export const INDEX_DECIMALS = 9;

/** First row of leaf cells on a points sheet (title, note, fields, leaves, maxima come before). */
export const POINTS_FIRST_ROW = 6;
export const POINTS_MAXIMUM_ROW = 5;

interface LeafColumn {
  /** Position in `set.leaves`. */
  readonly leaf: number;
  /** Column on the points sheet. */
  readonly column: number;
}

export interface BlockPlan {
  readonly ranked: RankedBlock;
  readonly source: AnnexBlock;
  /** Units in printed order with their position in the arrays. */
  readonly rows: readonly { readonly unit: RankedUnit; readonly position: number }[];
  /** How many of `rows`, from the top, have a rank. */
  readonly rankedCount: number;
  readonly sheets: { readonly ranking: string; readonly fields: readonly string[]; readonly points: string };
  /** Leaf columns of the points sheet: core by field, then bonus, then penalty. */
  readonly leafColumns: readonly LeafColumn[];
}

export interface AnnexPlan {
  readonly input: AnnexInput;
  readonly settings: CycleSettings;
  readonly blocks: readonly BlockPlan[];
  readonly summarySheet: string;
  readonly parameterSheet: string;
  readonly hasCaps: boolean;
  readonly hasPrevious: boolean;
}

/** Fields that fit on one page of annex II; more go on a second sheet. */
export const FIELDS_PER_SHEET = 10;

/** Settle names and places. The ranking must hold the blocks of `input.blocks`. */
export function planAnnexes(input: AnnexInput): AnnexPlan {
  const { ranking, structure } = input;
  const isAnnex1 = input.annexes.includes('I');
  const codes = ranking.blocks.map((block) => block.code);
  const parts = ranking.blocks.map((block) => Math.max(1, Math.ceil(block.fields.length / FIELDS_PER_SHEET)));
  const fieldNames = codes.flatMap((code, b) =>
    Array.from({ length: parts[b] ?? 1 }, (_, part) => `Phụ lục II - ${code}${part > 0 ? ` - ${part + 1}` : ''}`),
  );
  // Without annex I its sheets still carry the computation annex III counts; they are then no annex.
  const rankingTitle = isAnnex1 ? 'Phụ lục I' : 'Xếp hạng';
  const names = makeSheetNames([
    ...codes.map((code) => `${rankingTitle} - ${code}`),
    ...fieldNames,
    ...codes.map((code) => `Điểm ${code}`),
    'Phụ lục III',
    'Tham số',
  ]);
  let next = 0;
  const take = () => names[next++] ?? '';
  const rankingNames = codes.map(take);
  const fieldSheets = parts.map((count) => Array.from({ length: count }, take));
  const pointNames = codes.map(take);
  const rows = ranking.blocks.flatMap((block) => block.rows);
  return {
    input,
    settings: structure.cycle.settings,
    blocks: ranking.blocks.map((ranked, b) => {
      const source = input.blocks.find((block) => block.blockId === ranked.blockId);
      if (source === undefined) throw new Error(`No arrays for block ${ranked.code}`);
      const positions = new Map(source.cycleUnitIds.map((id, position) => [id, position]));
      return {
        ranked,
        source,
        rows: ranked.rows.map((unit) => ({ unit, position: positions.get(unit.cycleUnitId) ?? -1 })),
        rankedCount: ranked.rows.filter((unit) => unit.rank !== null).length,
        sheets: { ranking: rankingNames[b] ?? '', fields: fieldSheets[b] ?? [], points: pointNames[b] ?? '' },
        leafColumns: leafColumns(source),
      };
    }),
    summarySheet: take(),
    parameterSheet: take(),
    hasCaps: rows.some((unit) => unit.capped) || structure.cycleUnits.some((unit) => unit.cap !== null),
    hasPrevious: rows.some((unit) => unit.previous !== null),
  };
}

function leafColumns({ set }: AnnexBlock): readonly LeafColumn[] {
  const key = (leaf: number) => (set.sectionOfLeaf[leaf] ?? 0) * 1e6 + (set.fieldOfLeaf[leaf] ?? 0);
  return set.leaves
    .map((_, leaf) => leaf)
    .sort((a, b) => key(a) - key(b) || a - b)
    .map((leaf, index) => ({ leaf, column: index + 2 }));
}

/** Addresses of some leaves' cells in one row of the points sheet, neighbouring ones joined: `'Điểm K1'!$B6:$F6`. */
export function leafRanges(
  block: BlockPlan,
  row: number,
  wanted: (leaf: number) => boolean,
  fixed: 'column' | 'both' = 'column',
): readonly string[] {
  const ranges: { left: number; right: number }[] = [];
  for (const { leaf, column } of block.leafColumns) {
    if (!wanted(leaf)) continue;
    const last = ranges.at(-1);
    if (last && last.right === column - 1) last.right = column;
    else ranges.push({ left: column, right: column });
  }
  return ranges.map(({ left, right }) =>
    onSheet(block.sheets.points, areaAddress({ top: row, left, bottom: row, right }, fixed)),
  );
}

/** Row of the n-th printed unit on the points sheet. */
export function pointsRow(index: number): number {
  return POINTS_FIRST_ROW + index;
}

/** Formula for the applicable maximum of some leaves of one unit: maxima whose cell does not say "KAD". */
export function applicableFormula(block: BlockPlan, row: number, wanted: (leaf: number) => boolean): string {
  const cells = leafRanges(block, row, wanted);
  const maxima = leafRanges(block, POINTS_MAXIMUM_ROW, wanted, 'both');
  if (cells.length === 0) return '0';
  return cells.map((range, i) => `SUMPRODUCT((${range}<>"${EXCUSED}")*${maxima[i] ?? ''})`).join('+');
}

/** Rows of the parameter sheet: classes from here on, then the class below them all. */
export const PARAMETER_FIRST_CLASS_ROW = 4;

/** Places on the parameter sheet, absolute and with the sheet's name. */
export function parameterAddresses(plan: Pick<AnnexPlan, 'settings' | 'parameterSheet'>) {
  const count = plan.settings.classes.length;
  const first = PARAMETER_FIRST_CLASS_ROW;
  const at = (row: number, column: number) => onSheet(plan.parameterSheet, cellAddress(row, column, 'both'));
  return {
    label: (index: number) => at(first + index, 2),
    minimum: (index: number) => at(first + index, 3),
    unclassified: at(first + count, 2),
    /** All class labels, best first, the class below them all last. */
    labels: onSheet(plan.parameterSheet, areaAddress({ top: first, left: 2, bottom: first + count, right: 2 }, 'both')),
    bonusCap: at(first + count + 2, 3),
    penaltyCap: at(first + count + 3, 3),
    printDecimals: at(first + count + 4, 3),
    neighbour: at(first + count + 5, 3),
  };
}
