import type { DeclaredErrorReason } from '../scoring/points-from-declared.ts';
import type { PreflightKey } from '../reports/preflight-annexes.ts';
import type { SetProblemReason } from '../scoring/set-problem.ts';

/** Lý do của một ô, một dòng hay một tiêu chí sai, ghi cạnh địa chỉ của nó. */
export const PROBLEMS_VI = {
  duplicateCode: 'Mã[ “{code}”] bị trùng',
  parentMissing: 'Không thấy mục cha[ của {code}]',
  wrongLevel: 'Cấp của mục không đúng thứ tự lĩnh vực › tiêu chí › tiêu chí thành phần',
  sectionDiffers: 'Mục con thuộc phần điểm khác mục cha',
  maxOutOfRange: 'Điểm tối đa[ {found}] ngoài khoảng cho phép',
  leafWithoutRule: 'Tiêu chí thấp nhất chưa có cách chấm',
  ruleOnBranch: 'Mục có tiêu chí thành phần thì không có cách chấm riêng',
  childrenSum: 'Tổng điểm tối đa của các mục con[ là {found}] khác điểm của mục[ {expected}]',
  scaleOutOfRange: 'Thang điểm[ {found}] ngoài khoảng cho phép',
  scaleSum: 'Tổng điểm tối đa[ là {found}] khác thang điểm[ {expected}]',
  optionsMissing: 'Cách chấm thiếu các mức',
  duplicateOption: 'Mức[ “{option}”] bị trùng',
  pointsAboveMax: 'Điểm của một mức[ ({found})] lớn hơn điểm tối đa[ {expected}]',
  pointsNegative: 'Điểm của một mức bị âm',
  stepEmpty: 'Có khoảng rỗng trong cách chấm theo khoảng',
  stepsOverlap: 'Các khoảng chồng lên nhau',
  stepsGap: 'Giữa các khoảng có chỗ trống',
  stepsOpen: 'Các khoảng không phủ hết giá trị có thể có',
  floorOutOfRange: 'Ngưỡng dưới[ {found}] ngoài khoảng cho phép',
  countStepInvalid: 'Mức số lượng[ {found}] không hợp lệ',
  eventInvalid: 'Lỗi trừ điểm[ “{option}”] không hợp lệ',
  unitsMissing: 'Khối không có đơn vị',
  columnsDiffer: 'Số cột không khớp với bộ tiêu chí',
  declaredMismatch: 'Số liệu kê khai không đúng kiểu chấm',
  declaredOutOfRange: 'Số liệu kê khai[ {value}] ngoài khoảng cho phép',
  unknownOption: 'Không có mức[ “{option}”] trong cách chấm',
  unknownEvent: 'Không có lỗi[ “{option}”] trong cách chấm',
  outsideSteps: 'Giá trị không thuộc khoảng nào của cách chấm',
  numeratorExceedsDenominator: 'Tử số[ {numerator}] lớn hơn mẫu số[ {denominator}]',
  overMax: 'Vượt điểm tối đa[ {max}]',
  negative: 'Giá trị âm',
  noUnits: 'Kỳ đánh giá chưa có đơn vị nào',
  blockWithoutUnits: 'Khối {block} chưa có đơn vị',
  noneRanked: 'Khối {block} chưa có đơn vị nào xếp hạng được',
  blockedUnits: 'Khối {block}: {count} đơn vị bị tạm giữ vì thiếu tài liệu kiểm chứng bắt buộc[: {units}]',
  notReproducible: 'Khối {block}: công thức Excel sẽ ra hạng hoặc loại khác kết quả của {count} đơn vị[: {units}]',
  missingScores: 'Khối {block}: {count} đơn vị còn tiêu chí chưa chấm, đang tính là 0[: {units}]',
  missingEvidence: 'Khối {block}: {count} đơn vị có điểm nhưng thiếu tài liệu kiểm chứng[: {units}]',
  unranked: 'Khối {block}: {count} đơn vị được chấm nhưng không xếp hạng[: {units}]',
  nearThreshold: 'Khối {block}: {count} đơn vị sát ngưỡng xếp loại[: {units}]',
  tied: 'Khối {block}: {count} đơn vị đồng hạng[: {units}]',
  tiedInPrint: 'Khối {block}: {count} đơn vị in ra bằng nhau nhưng khác hạng[: {units}]',
  capped: 'Khối {block}: {count} đơn vị bị khống chế xếp loại[: {units}]',
  noDecision: 'Số hoặc ngày quyết định để trống, sẽ in dấu chấm để điền tay',
  simulated: 'Kỳ này là số liệu mô phỏng; mọi trang đều in dòng chữ đó',
} as const satisfies { readonly [K in SetProblemReason | DeclaredErrorReason | PreflightKey]: string } & Readonly<
  Record<string, string>
>;

export type ProblemKey = keyof typeof PROBLEMS_VI;
