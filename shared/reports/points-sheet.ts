/**
 * Supporting sheet "Điểm …": the effective points of every unit and leaf of one block and the maxima, as numbers. All
 * formulas of the annexes end here. Not an annex itself, but printable.
 */
import { countedPoints } from './counted-points.ts';
import { EXCUSED, POINTS_FIRST_ROW, POINTS_MAXIMUM_ROW, type AnnexPlan, type BlockPlan } from './annex-plan.ts';
import { blank, number, over, sheetBuilder, text } from './sheet-builder.ts';
import type { CellModel, SheetModel } from './sheet-model.ts';
import { SIMULATED_WORDS } from './simulated-words.ts';

const UNIT_WIDTH_PT = 180;
const LEAF_WIDTH_PT = 46;
/** A3 landscape between the margins. */
const PAGE_WIDTH_PT = 1050;
/** Readable figures matter more here than one page: 88 leaves across one page would be specks. */
const SMALLEST_SCALE = 0.8;
const SECTION_HEADS = ['', 'Điểm thưởng', 'Điểm trừ'] as const;

/** Rows: title, note, fields, leaves, maxima, then one row per unit in the order of the annexes. */
export function buildPointsSheet(plan: AnnexPlan, block: BlockPlan): SheetModel {
  const { cycle } = plan.input.structure;
  const { set } = block.source;
  const leaves = block.leafColumns.map(({ leaf }) => leaf);
  const columns = [UNIT_WIDTH_PT, ...leaves.map(() => LEAF_WIDTH_PT)];
  const widthPt = UNIT_WIDTH_PT + leaves.length * LEAF_WIDTH_PT;
  const sheet = sheetBuilder(columns);
  const simulated = cycle.simulated ? ` (${SIMULATED_WORDS})` : '';
  const textWidth = Math.min(columns.length, 12);
  sheet.addRow([
    over(
      textWidth,
      text(
        'dataTitle',
        `Điểm theo tiêu chí năm ${cycle.year}, khối ${block.ranked.code}: ${block.ranked.name}${simulated}`,
      ),
    ),
  ]);
  sheet.addRow([
    over(
      textWidth,
      text(
        'dataNote',
        `Điểm được tính của từng nội dung (điểm sau giải trình; chưa có thì điểm thẩm định, điểm tự chấm). ${EXCUSED}: không áp dụng, không tính vào điểm tối đa. Ô trống: chưa có điểm, tính là 0.`,
      ),
    ),
  ]);
  sheet.addRow([text('dataHead', 'Đơn vị'), ...groups(block)]);
  sheet.addRow([blank('dataHead'), ...leaves.map((leaf) => text('dataHead', leafHead(block, leaf)))]);
  sheet.merge({ top: 3, left: 1, bottom: 4, right: 1 });
  sheet.addRow([
    text('dataText', 'Điểm tối đa'),
    ...leaves.map((leaf) => number('dataMaximum', (set.maxMicro[leaf] ?? 0) / 1e6)),
  ]);
  for (const { unit, position } of block.rows) {
    sheet.addRow([
      text('dataText', `${unit.code} – ${unit.name}`),
      ...leaves.map((leaf): CellModel => {
        const counted = countedPoints(block.source, position, leaf);
        if (counted === 'excused') return text('dataExcused', EXCUSED);
        return counted === null ? blank('dataPoints') : number('dataPoints', counted / 1e6);
      }),
    ]);
  }
  return sheet.build(block.sheets.points, {
    frozen: { rows: POINTS_FIRST_ROW - 1, columns: 1 },
    print: {
      paper: 'A3',
      landscape: true,
      pagesAcross: Math.ceil((widthPt * SMALLEST_SCALE) / PAGE_WIDTH_PT),
      repeatedRows: [3, POINTS_MAXIMUM_ROW],
      repeatedColumns: 1,
    },
  });
}

/** The code always stands with the name: alone, "1.1" would be a number written as text. */
function leafHead({ source: { set } }: BlockPlan, leaf: number): string {
  const node = set.leaves[leaf];
  return node === undefined ? '' : `${node.code}. ${node.name}`;
}

/** Headings over the leaves of a field, and over bonus and penalty. */
function groups(block: BlockPlan) {
  const { set } = block.source;
  const runs: { key: string; name: string; span: number }[] = [];
  for (const { leaf } of block.leafColumns) {
    const section = set.sectionOfLeaf[leaf] ?? 0;
    const field = set.fields[set.fieldOfLeaf[leaf] ?? -1];
    const key = `${section}:${field?.code ?? ''}`;
    const last = runs.at(-1);
    if (last?.key === key) last.span++;
    else runs.push({ key, name: field ? `${field.code}. ${field.name}` : (SECTION_HEADS[section] ?? ''), span: 1 });
  }
  return runs.map(({ name, span }) => over(span, text('dataHead', name)));
}
