/** Supporting sheet "Tham số": thresholds and caps the formulas read, and where the figures come from. */
import { formatMicro } from '../util/decimal.ts';
import { PARAMETER_FIRST_CLASS_ROW, type AnnexPlan } from './annex-plan.ts';
import { blank, number, over, sheetBuilder, text } from './sheet-builder.ts';
import type { SheetModel } from './sheet-model.ts';
import { SIMULATED_WORDS } from './simulated-words.ts';

const WIDTH = 3;

/** Places of the figures are those of parameterAddresses in annex-plan. */
export function buildParameterSheet(plan: AnnexPlan): SheetModel {
  const { settings, input } = plan;
  const { cycle } = input.structure;
  const sheet = sheetBuilder([30, 260, 90]);
  const simulated = cycle.simulated ? ` (${SIMULATED_WORDS})` : '';
  sheet.addRow([over(WIDTH, text('dataTitle', `Tham số tính toán, ${cycle.name}${simulated}`))]);
  sheet.addRow([over(WIDTH, text('dataNote', 'Công thức ở các phụ lục dùng các giá trị này.'))]);
  const head = sheet.addRow([text('head', 'STT'), text('head', 'Xếp loại'), text('head', 'Chỉ số từ (%)')]);
  settings.classes.forEach((entry, i) => {
    sheet.addRow([
      number('integer', i + 1),
      text('text', entry.label),
      number('percent', entry.minMicroPercent / 1e6, decimalsOf(entry.minMicroPercent)),
    ]);
  });
  sheet.addRow([
    number('integer', settings.classes.length + 1),
    text('text', settings.unclassifiedLabel),
    blank('percent'),
  ]);
  sheet.addRow([]);
  const values: readonly (readonly [string, ReturnType<typeof number>])[] = [
    ['Mức tối đa của điểm thưởng', number('points', settings.bonusCapMicro / 1e6)],
    ['Mức tối đa của điểm trừ', number('points', settings.penaltyCapMicro / 1e6)],
    ['Số chữ số thập phân khi in', number('integer', settings.printDecimals)],
    ['Khoảng cách tới ngưỡng cần rà lại (điểm %)', number('points', settings.neighbourMicroPercent / 1e6)],
  ];
  for (const [label, value] of values) sheet.addRow([blank('text'), text('text', label), value]);
  sheet.addRow([]);
  for (const line of [
    'Chỉ số được làm tròn 9 chữ số thập phân trước khi so sánh: hai đơn vị thật sự bằng nhau thì được coi là bằng nhau, còn chênh lệch gặp trong thực tế lớn hơn mức đó nhiều lần.',
    `Phiên bản ứng dụng: ${input.appVersion}; phiên bản quy tắc tính: ${input.ranking.engineVersion}.`,
    `Số liệu đến bước ${input.ranking.seq} của nhật ký, mã kiểm tra: ${input.logHash || '(chưa có)'}.`,
  ]) {
    sheet.addRow([over(WIDTH, text('dataNote', line))]);
  }
  if (head + 1 !== PARAMETER_FIRST_CLASS_ROW) throw new Error('Parameter rows moved');
  return sheet.build(plan.parameterSheet, {
    frozen: null,
    print: { paper: 'A4', landscape: false, pagesAcross: 1, repeatedRows: null, repeatedColumns: 0 },
  });
}

/** Two decimals, more when the threshold has more. */
function decimalsOf(microPercent: number): number {
  const fraction = formatMicro(microPercent, { locale: 'en' }).split('.')[1] ?? '';
  return Math.max(2, fraction.length);
}
