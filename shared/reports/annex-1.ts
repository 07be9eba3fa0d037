/**
 * Phụ lục I: ranking of one block. Every figure that follows from the leaves is a live formula down to the points
 * sheet; self-scored and appraised totals are the engine's numbers, because their leaves are not in the workbook.
 * Exact ties: the index cell is rounded to nine decimals, which removes the noise of binary sums and keeps every
 * difference two units can really have, so RANK sees equal what is equal.
 */
import { cellAddress, onSheet } from './addresses.ts';
import { addHeading } from './annex-heading.ts';
import { addRankingNotes } from './annex-1-notes.ts';
import { rankingColumns } from './annex-1-columns.ts';
import { NO_FIGURE, type AnnexPlan, type BlockPlan } from './annex-plan.ts';
import type { RankingColumn, RankingRow } from './ranking-row.ts';
import { blank, formula, over, overTwoRows, sheetBuilder, text } from './sheet-builder.ts';
import type { SheetModel } from './sheet-model.ts';

/** Where other sheets find the results of a block. */
export interface RankingPlaces {
  /** Class of every unit. */
  readonly classes: string;
  /** Mean index of the block. */
  readonly mean: string;
}

export interface RankingSheet {
  readonly sheet: SheetModel;
  readonly places: RankingPlaces;
}

/** Build the sheet; as an annex it carries the reference to the decision, as a supporting sheet only the title. */
export function buildRankingSheet(plan: AnnexPlan, block: BlockPlan, isAnnex: boolean): RankingSheet {
  const { cycle } = plan.input.structure;
  const columns = rankingColumns(plan, block);
  const widths = columns.map((column) => column.widthPt);
  const printed = columns.filter((column) => !column.helper).length;
  const sheet = sheetBuilder(widths);
  addHeading(sheet, printed, {
    label: isAnnex ? 'Phụ lục I' : null,
    title: `Kết quả xếp hạng chỉ số cải cách hành chính năm ${cycle.year}`,
    subtitle: `Khối ${block.ranked.code}: ${block.ranked.name}`,
    decision: plan.input.decision,
    simulated: cycle.simulated,
  });

  const headRow = sheet.nextRow;
  addHead(sheet, columns);
  const firstRow = sheet.nextRow;
  const frame = { firstRow, lastRankedRow: firstRow + block.rankedCount - 1, columns };
  block.rows.forEach(({ unit, position }, index) => {
    const row: RankingRow = { plan, block, unit, position, index, row: firstRow + index, ...frame };
    sheet.addRow(columns.map((column) => column.cell(row)));
  });
  const lastRow = sheet.nextRow - 1;
  const meanRow = addMeanRow(sheet, plan, block, columns, firstRow, lastRow);
  addRankingNotes(sheet, plan, block, { columns: columns.slice(0, printed), firstRow });

  const column = (key: string) => columns.findIndex((candidate) => candidate.key === key) + 1;
  const name = block.sheets.ranking;
  const built = sheet.build(name, {
    frozen: { rows: firstRow - 1, columns: 2 },
    print: { paper: 'A4', landscape: true, pagesAcross: 1, repeatedRows: [headRow, firstRow - 1], repeatedColumns: 0 },
  });
  const classColumn = column('class');
  return {
    sheet: { ...built, print: { ...built.print, area: { ...built.print.area, right: printed } } },
    places: {
      classes: onSheet(
        name,
        `${cellAddress(firstRow, classColumn, 'both')}:${cellAddress(Math.max(firstRow, lastRow), classColumn, 'both')}`,
      ),
      mean: onSheet(name, cellAddress(meanRow, column('index'), 'both')),
    },
  };
}

/** Two rows: groups above, columns below; a column without group covers both. */
function addHead(sheet: ReturnType<typeof sheetBuilder>, columns: readonly RankingColumn[]): void {
  const top = sheet.nextRow;
  sheet.addRow(
    columns.map(({ group, head }) => (group === null ? overTwoRows(text('head', head)) : text('head', group))),
    18,
  );
  sheet.addRow(
    columns.map((column) => (column.group === null ? blank('head') : text('head', column.head))),
    20,
  );
  for (let left = 1; left <= columns.length; left++) {
    const group = columns[left - 1]?.group ?? null;
    if (group === null) {
      sheet.merge({ top, left, bottom: top + 1, right: left });
      continue;
    }
    let right = left;
    while (columns[right]?.group === group) right++;
    if (right > left) sheet.merge({ top, left, bottom: top, right });
    left = right;
  }
}

function addMeanRow(
  sheet: ReturnType<typeof sheetBuilder>,
  plan: AnnexPlan,
  block: BlockPlan,
  columns: readonly RankingColumn[],
  firstRow: number,
  lastRow: number,
): number {
  const at = columns.findIndex((column) => column.key === 'index');
  const address = (key: string, row: number) =>
    cellAddress(row, columns.findIndex((column) => column.key === key) + 1, 'row');
  const indexes = `${address('index', firstRow)}:${address('index', lastRow)}`;
  const ranks = `${address('rank', firstRow)}:${address('rank', lastRow)}`;
  const mean = block.source.result.meanPicoPercent;
  const cell =
    mean === null
      ? text('sumBlank', NO_FIGURE)
      : formula('sumPercent', `AVERAGEIFS(${indexes},${ranks},">0")`, Number(mean) / 1e12, plan.settings.printDecimals);
  const printed = columns.filter((column) => !column.helper).length;
  return sheet.addRow([
    over(at, text('sumText', 'Chỉ số trung bình của khối (các đơn vị được xếp hạng)')),
    cell,
    ...Array.from({ length: printed - at - 1 }, () => blank('sumBlank')),
  ]);
}
