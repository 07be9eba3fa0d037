/** Phụ lục III: classification × block, counts and shares, counted live from the class cells of the ranking sheets. */
import { cellAddress } from './addresses.ts';
import type { RankingPlaces } from './annex-1.ts';
import { addHeading } from './annex-heading.ts';
import { NO_FIGURE, WITHHELD_LABEL, parameterAddresses, type AnnexPlan, type BlockPlan } from './annex-plan.ts';
import { blank, formula, number, over, sheetBuilder, text, type SheetBuilder } from './sheet-builder.ts';
import type { CellModel, SheetModel } from './sheet-model.ts';

const FIRST_BLOCK_COLUMN = 3;
const LANDSCAPE_BEYOND = 8;
const COUNT_WIDTH_PT = 56;

/** `places` has one entry per block of the plan. */
export function buildSummarySheet(plan: AnnexPlan, places: readonly RankingPlaces[]): SheetModel {
  const { cycle } = plan.input.structure;
  const { blocks, settings } = plan;
  const columns = [26, 140, ...[...blocks, null].flatMap(() => [COUNT_WIDTH_PT, COUNT_WIDTH_PT])];
  const sheet = sheetBuilder(columns);
  addHeading(sheet, columns.length, {
    label: 'Phụ lục III',
    title: `Tổng hợp kết quả xếp loại cải cách hành chính năm ${cycle.year}`,
    subtitle: '',
    decision: plan.input.decision,
    simulated: cycle.simulated,
  });
  const headRow = addHead(sheet, blocks);
  const firstRow = sheet.nextRow;
  const labels = [...settings.classes.map((entry) => entry.label), settings.unclassifiedLabel, WITHHELD_LABEL];
  const counts = labels.map((label) =>
    blocks.map((block) => block.rows.filter((row) => classOf(plan, row) === label).length),
  );
  // "Chưa xếp loại" is printed only when it happens.
  const shown = labels.slice(0, counts.at(-1)?.some((count) => count > 0) ? labels.length : -1);
  const totalRow = firstRow + shown.length;
  const addresses = parameterAddresses(plan);
  shown.forEach((label, n) => {
    const labelCell =
      label === WITHHELD_LABEL
        ? text('text', label)
        : formula('text', n < settings.classes.length ? addresses.label(n) : addresses.unclassified, label);
    const own = firstRow + n;
    sheet.addRow([
      number('integer', n + 1),
      labelCell,
      ...countCells({
        own,
        totalRow,
        counts: counts[n] ?? [],
        totals: blocks.map((block) => block.rows.length),
        style: ['integer', 'percent'],
        source: (b) => `COUNTIFS(${places[b]?.classes ?? ''},$B${own})`,
      }),
    ]);
  });
  sheet.addRow([
    over(2, text('sumText', 'Tổng số đơn vị')),
    ...countCells({
      own: totalRow,
      totalRow,
      counts: blocks.map((block) => block.rows.length),
      totals: blocks.map((block) => block.rows.length),
      style: ['sumInteger', 'sumPercent'],
      source: (b) => {
        const column = FIRST_BLOCK_COLUMN + b * 2;
        return `SUM(${cellAddress(firstRow, column)}:${cellAddress(totalRow - 1, column)})`;
      },
    }),
  ]);
  addMeans(sheet, plan, places);
  sheet.addRow([], 6);
  sheet.addRow([over(columns.length, text('note', '- Tỷ lệ (%) tính trên tổng số đơn vị được chấm điểm của khối.'))]);
  sheet.addRow([over(columns.length, text('endMark', './.'))]);
  return sheet.build(plan.summarySheet, {
    frozen: { rows: firstRow - 1, columns: 2 },
    print: {
      paper: 'A4',
      landscape: columns.length > LANDSCAPE_BEYOND,
      pagesAcross: 1,
      repeatedRows: [headRow, firstRow - 1],
      repeatedColumns: 0,
    },
  });
}

function addHead(sheet: SheetBuilder, blocks: readonly BlockPlan[]): number {
  const top = sheet.addRow([
    text('head', 'STT'),
    text('head', 'Xếp loại'),
    ...blocks.map(({ ranked }) => over(2, text('head', `Khối ${ranked.code}: ${ranked.name}`))),
    over(2, text('head', 'Tổng cộng')),
  ]);
  sheet.addRow([
    blank('head'),
    blank('head'),
    ...[...blocks, null].flatMap(() => [text('head', 'Số đơn vị'), text('head', 'Tỷ lệ (%)')]),
  ]);
  for (const column of [1, 2]) sheet.merge({ top, left: column, bottom: top + 1, right: column });
  return top;
}

interface CountRow {
  readonly own: number;
  readonly totalRow: number;
  /** Per block. */
  readonly counts: readonly number[];
  readonly totals: readonly number[];
  readonly style: readonly ['integer' | 'sumInteger', 'percent' | 'sumPercent'];
  readonly source: (block: number) => string;
}

/** Count and share for each block, then for all of them. */
function countCells({ own, totalRow, counts, totals, style, source }: CountRow): readonly CellModel[] {
  const allColumn = FIRST_BLOCK_COLUMN + counts.length * 2;
  const share = (column: number, count: number, total: number) => {
    const whole = cellAddress(totalRow, column, 'row');
    return formula(
      style[1],
      `IF(${whole}=0,0,${cellAddress(own, column)}/${whole}*100)`,
      total === 0 ? 0 : (count / total) * 100,
    );
  };
  const sum = counts.reduce((all, count) => all + count, 0);
  const every = counts.map((_, b) => cellAddress(own, FIRST_BLOCK_COLUMN + b * 2)).join(',');
  return [
    ...counts.flatMap((count, b) => [
      formula(style[0], source(b), count),
      share(FIRST_BLOCK_COLUMN + b * 2, count, totals[b] ?? 0),
    ]),
    formula(style[0], `SUM(${every})`, sum),
    share(
      allColumn,
      sum,
      totals.reduce((all, total) => all + total, 0),
    ),
  ];
}

function addMeans(sheet: SheetBuilder, plan: AnnexPlan, places: readonly RankingPlaces[]): void {
  sheet.addRow([
    over(2, text('sumText', 'Chỉ số trung bình (%)')),
    ...plan.blocks.map((block, b) => {
      const mean = block.source.result.meanPicoPercent;
      return over(
        2,
        mean === null
          ? text('sumBlank', NO_FIGURE)
          : formula('sumPercent', places[b]?.mean ?? '', Number(mean) / 1e12, plan.settings.printDecimals),
      );
    }),
    over(2, blank('sumBlank')),
  ]);
}

function classOf(plan: AnnexPlan, { unit }: BlockPlan['rows'][number]): string {
  if (unit.blocked || unit.applicableMicro === 0) return WITHHELD_LABEL;
  const { classes, unclassifiedLabel } = plan.settings;
  return classes.find((entry) => entry.code === unit.classCode)?.label ?? unclassifiedLabel;
}
