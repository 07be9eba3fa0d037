/**
 * Phụ lục II: index by field of one block: per unit and field the points and the index, then mean, highest and lowest
 * of the ranked units. Live down to the leaves of the points sheet. More fields than fit on a page go on further sheets.
 */
import { cellAddress } from './addresses.ts';
import { addHeading } from './annex-heading.ts';
import {
  FIELDS_PER_SHEET,
  INDEX_DECIMALS,
  NO_FIGURE,
  applicableFormula,
  leafRanges,
  pointsRow,
  type AnnexPlan,
  type BlockPlan,
} from './annex-plan.ts';
import { roundIndex } from './ranking-row.ts';
import { blank, formula, number, over, overTwoRows, sheetBuilder, text, type SheetBuilder } from './sheet-builder.ts';
import type { CellModel, SheetModel } from './sheet-model.ts';

const FIRST_FIELD_COLUMN = 3;
/** In points. */
const WIDTHS = { stt: 26, unit: 130, points: 33, percent: 37 } as const;
const LANDSCAPE_BEYOND = 8;

/** One sheet per `FIELDS_PER_SHEET` fields. */
export function buildFieldSheets(plan: AnnexPlan, block: BlockPlan): readonly SheetModel[] {
  return block.sheets.fields.map((name, part) => buildPart(plan, block, name, part));
}

function buildPart(plan: AnnexPlan, block: BlockPlan, name: string, part: number): SheetModel {
  const { cycle } = plan.input.structure;
  const fields = block.source.set.fields
    .map((node, field) => ({ node, field }))
    .slice(part * FIELDS_PER_SHEET, (part + 1) * FIELDS_PER_SHEET);
  const columns = [WIDTHS.stt, WIDTHS.unit, ...fields.flatMap(() => [WIDTHS.points, WIDTHS.percent])];
  const sheet = sheetBuilder(columns);
  addHeading(sheet, columns.length, {
    label: 'Phụ lục II',
    title: `Chỉ số cải cách hành chính năm ${cycle.year} theo lĩnh vực`,
    subtitle: `Khối ${block.ranked.code}: ${block.ranked.name}`,
    decision: plan.input.decision,
    simulated: cycle.simulated,
  });
  const headRow = sheet.nextRow;
  addHead(
    sheet,
    fields.map(({ node }) => `${node.code}. ${node.name}`),
  );
  const firstRow = sheet.nextRow;
  block.rows.forEach(({ unit, position }, index) => {
    sheet.addRow([
      number('integer', index + 1),
      text('text', unit.name),
      ...fields.flatMap(({ field }) => fieldCells(plan, block, { position, field, index })),
    ]);
  });
  addStatistics(
    sheet,
    plan,
    block,
    fields.map(({ field }) => field),
    firstRow,
  );
  sheet.addRow([], 6);
  for (const note of [
    '- Chỉ số lĩnh vực (%) = điểm của lĩnh vực / điểm tối đa áp dụng của lĩnh vực × 100, không gồm điểm thưởng, điểm trừ.',
    '- Trung bình, cao nhất, thấp nhất tính trên các đơn vị được xếp hạng; đơn vị ghi theo thứ tự xếp hạng.',
  ]) {
    sheet.addRow([over(columns.length, text('note', note))]);
  }
  sheet.addRow([over(columns.length, text('endMark', './.'))]);
  return sheet.build(name, {
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

function addHead(sheet: SheetBuilder, names: readonly string[]): void {
  const top = sheet.addRow([
    overTwoRows(text('head', 'STT')),
    overTwoRows(text('head', 'Đơn vị')),
    ...names.map((name) => over(2, text('head', name))),
  ]);
  sheet.addRow([
    blank('head'),
    blank('head'),
    ...names.flatMap(() => [text('head', 'Điểm'), text('head', 'Chỉ số (%)')]),
  ]);
  for (const column of [1, 2]) sheet.merge({ top, left: column, bottom: top + 1, right: column });
}

interface FieldCell {
  readonly position: number;
  readonly field: number;
  readonly index: number;
}

function fieldCells(plan: AnnexPlan, block: BlockPlan, { position, field, index }: FieldCell): readonly CellModel[] {
  const { set, result } = block.source;
  const at = position * set.fields.length + field;
  const points = result.fieldMicro[at] ?? 0;
  const applicable = result.fieldApplicableMicro[at] ?? 0;
  const row = pointsRow(index);
  const belongs = (leaf: number) => set.fieldOfLeaf[leaf] === field;
  const sum = `SUM(${leafRanges(block, row, belongs).join(',')})`;
  const maximum = applicableFormula(block, row, belongs);
  return [
    formula('points', `ROUND(${sum},6)`, points / 1e6),
    formula(
      applicable > 0 ? 'percent' : 'centred',
      `IF((${maximum})=0,"${NO_FIGURE}",ROUND(${sum}/(${maximum})*100,${INDEX_DECIMALS}))`,
      applicable > 0 ? roundIndex((points / applicable) * 100) : NO_FIGURE,
      plan.settings.printDecimals,
    ),
  ];
}

function addStatistics(
  sheet: SheetBuilder,
  plan: AnnexPlan,
  block: BlockPlan,
  fields: readonly number[],
  firstRow: number,
): void {
  const lastRow = firstRow + block.rankedCount - 1;
  const rows = [
    { label: 'Trung bình', source: (range: string) => `AVERAGEIFS(${range},${range},">=0")`, of: mean },
    { label: 'Cao nhất', source: (range: string) => `MAX(${range})`, of: (all: readonly number[]) => Math.max(...all) },
    {
      label: 'Thấp nhất',
      source: (range: string) => `MIN(${range})`,
      of: (all: readonly number[]) => Math.min(...all),
    },
  ];
  for (const { label, source, of } of rows) {
    sheet.addRow([
      over(2, text('sumText', label)),
      ...fields.flatMap((field, n) =>
        (['points', 'percent'] as const).map((kind, k) => {
          const column = FIRST_FIELD_COLUMN + n * 2 + k;
          const values = figures(block, field, kind);
          if (values.length === 0) return text('sumBlank', NO_FIGURE);
          const range = `${cellAddress(firstRow, column, 'row')}:${cellAddress(lastRow, column, 'row')}`;
          return kind === 'points'
            ? formula('sumPoints', source(range), of(values))
            : formula('sumPercent', source(range), of(values), plan.settings.printDecimals);
        }),
      ),
    ]);
  }
}

/** Figures of the ranked units; a field without applicable leaves gives none. */
function figures(block: BlockPlan, field: number, kind: 'points' | 'percent'): readonly number[] {
  const { set, result } = block.source;
  return block.rows.slice(0, block.rankedCount).flatMap(({ position }) => {
    const at = position * set.fields.length + field;
    const points = result.fieldMicro[at] ?? 0;
    const applicable = result.fieldApplicableMicro[at] ?? 0;
    if (kind === 'points') return [points / 1e6];
    return applicable > 0 ? [roundIndex((points / applicable) * 100)] : [];
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
