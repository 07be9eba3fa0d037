/** Below the ranking: which rules made it, caps with their reasons, and units close to a threshold. */
import { formatMicro } from '../util/decimal.ts';
import type { CycleSettings } from '../domain/entities.ts';
import { cellAddress } from './addresses.ts';
import { EXCUSED, NO_FIGURE, parameterAddresses, type AnnexPlan, type BlockPlan } from './annex-plan.ts';
import { roundIndex, type RankingColumn } from './ranking-row.ts';
import { formula, number, over, text, type SheetBuilder } from './sheet-builder.ts';

/** Near a threshold two decimals can hide which side a unit is on. */
const NEIGHBOUR_DECIMALS = 6;

/** Append notes, the table of neighbours and the closing "./.". */
export function addRankingNotes(
  sheet: SheetBuilder,
  plan: AnnexPlan,
  block: BlockPlan,
  { columns, firstRow }: { readonly columns: readonly RankingColumn[]; readonly firstRow: number },
): void {
  const width = columns.length;
  sheet.addRow([], 6);
  sheet.addRow([over(width, text('noteTitle', 'Ghi chú:'))]);
  for (const note of [...rankingNotes(plan.settings, block), ...capNotes(plan, block)]) {
    sheet.addRow([over(width, text('note', note))]);
  }
  addNeighbours(sheet, plan, block, columns, firstRow);
  sheet.addRow([over(width, text('endMark', './.'))]);
}

/** Sentences that say how this block was ranked and classified. */
function rankingNotes(settings: CycleSettings, block: BlockPlan): readonly string[] {
  const { classes, printDecimals, classifyBy, unclassifiedLabel } = settings;
  const percent = (micro: number) => `${formatMicro(micro, { locale: 'vi', decimals: printDecimals })} %`;
  const thresholds = classes.map((entry, i) => {
    const above = classes[i - 1];
    return above === undefined
      ? `${entry.label} từ ${percent(entry.minMicroPercent)} trở lên`
      : `${entry.label} từ ${percent(entry.minMicroPercent)} đến dưới ${percent(above.minMicroPercent)}`;
  });
  return [
    `- Chỉ số (%) = tổng điểm / điểm tối đa áp dụng × 100; điểm tối đa áp dụng không tính các nội dung không áp dụng (ký hiệu ${EXCUSED} ở trang “${block.sheets.points}”). Số in làm tròn ${printDecimals} chữ số thập phân.`,
    `- Xếp hạng theo chỉ số đầy đủ, chưa làm tròn; ${tieSentence(settings)}.`,
    classifyBy === 'exact'
      ? '- Xếp loại theo chỉ số đầy đủ, chưa làm tròn.'
      : `- Xếp loại theo chỉ số đã làm tròn ${printDecimals} chữ số thập phân.`,
    `- Mức xếp loại: ${thresholds.join('; ')}; thấp hơn: ${unclassifiedLabel}.`,
    ...(block.rankedCount < block.rows.length
      ? [`- Dấu “${NO_FIGURE}” ở cột Hạng: đơn vị được chấm điểm nhưng không xếp hạng, không tính vào trung bình khối.`]
      : []),
  ];
}

function tieSentence({ tiePolicy }: CycleSettings): string {
  switch (tiePolicy.kind) {
    case 'competition':
      return 'các đơn vị bằng chỉ số cùng hạng, hạng tiếp theo bỏ cách (1, 2, 2, 4)';
    case 'dense':
      return 'các đơn vị bằng chỉ số cùng hạng, hạng tiếp theo liền kề (1, 2, 2, 3)';
    case 'fields':
      return `các đơn vị bằng chỉ số được phân định lần lượt theo chỉ số lĩnh vực ${tiePolicy.fieldCodes.join(', ')}, sau cùng theo mã đơn vị`;
  }
}

function capNotes(plan: AnnexPlan, block: BlockPlan): readonly string[] {
  const { classes, unclassifiedLabel } = plan.settings;
  return block.rows.flatMap(({ unit }) => {
    const cap = plan.input.structure.cycleUnits.find((candidate) => candidate.id === unit.cycleUnitId)?.cap ?? null;
    if (cap === null) return [];
    const label = classes.find((entry) => entry.code === cap.classCode)?.label ?? unclassifiedLabel;
    return [
      `- ${unit.name}: khống chế mức xếp loại cao nhất là ${label}; lý do: ${cap.reason} (căn cứ: ${cap.source}).`,
    ];
  });
}

function addNeighbours(
  sheet: SheetBuilder,
  plan: AnnexPlan,
  block: BlockPlan,
  columns: readonly RankingColumn[],
  firstRow: number,
): void {
  const { settings } = plan;
  const near = block.rows
    .map((row, index) => ({ ...row, row: firstRow + index }))
    .filter(({ unit }) => unit.neighbourOf !== null);
  const distanceText = formatMicro(settings.neighbourMicroPercent, { locale: 'vi', minDecimals: 1 });
  const title = `Đơn vị có chỉ số cách ngưỡng xếp loại không quá ${distanceText} điểm phần trăm`;
  sheet.addRow([], 6);
  if (near.length === 0) {
    sheet.addRow([over(columns.length, text('noteTitle', `${title}: không có.`))]);
    return;
  }
  sheet.addRow([over(columns.length, text('noteTitle', `${title}:`))]);
  sheet.addRow([
    text('head', 'STT'),
    text('head', 'Đơn vị'),
    over(2, text('head', 'Chỉ số (%)')),
    over(2, text('head', 'Ngưỡng')),
    over(2, text('head', 'Mức ngưỡng (%)')),
    over(2, text('head', 'Chênh lệch')),
  ]);
  const { minimum, label } = parameterAddresses(plan);
  const indexColumn = columns.findIndex((column) => column.key === 'index') + 1;
  near.forEach(({ unit, row }, n) => {
    const threshold = settings.classes.findIndex((entry) => entry.code === unit.neighbourOf);
    const entry = settings.classes[threshold];
    if (entry === undefined) return;
    const own = sheet.nextRow;
    const index = roundIndex((unit.totalMicro / unit.applicableMicro) * 100);
    const minimumPercent = entry.minMicroPercent / 1e6;
    sheet.addRow([
      number('integer', n + 1),
      text('text', unit.name),
      over(2, formula('percent', cellAddress(row, indexColumn), index, NEIGHBOUR_DECIMALS)),
      over(2, formula('centred', label(threshold), entry.label)),
      over(2, formula('percent', minimum(threshold), minimumPercent, settings.printDecimals)),
      over(
        2,
        formula(
          'signed',
          `ROUND(${cellAddress(own, 3)}-${cellAddress(own, 7)},9)`,
          roundIndex(index - minimumPercent),
          NEIGHBOUR_DECIMALS,
        ),
      ),
    ]);
  });
}
