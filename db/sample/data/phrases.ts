/** Words of the sample year: reasons, signers, document types. All invented (số liệu mô phỏng); no person is named. */
import type { RuleKind } from '#shared/domain/rules.ts';

/** Lý do trừ điểm an appraiser may give, with the rule kinds each can be said of. */
export const CUT_REASONS: readonly (readonly [reason: string, kinds: readonly RuleKind[]])[] = [
  ['Số liệu kê khai không khớp danh mục kèm theo, lấy theo danh mục', ['ratio', 'count_step']],
  ['Một số nhiệm vụ báo cáo hoàn thành nhưng chưa có sản phẩm', ['ratio']],
  ['Kết quả hoàn thành sau ngày kết thúc kỳ đánh giá, không tính', ['ratio', 'count_step', 'yes_no']],
  ['Tính lại tỷ lệ theo số liệu trích xuất từ hệ thống', ['ratio', 'step']],
  ['Đối chiếu sổ theo dõi của cơ quan thường trực, tỷ lệ thấp hơn kê khai', ['ratio', 'step']],
  ['Văn bản ban hành muộn hơn thời hạn trong hướng dẫn', ['step', 'yes_no', 'choice']],
  ['Tài liệu kiểm chứng chưa chứng minh được nội dung kê khai', ['yes_no', 'choice', 'count_step']],
  ['Văn bản kèm theo là dự thảo, chưa ký ban hành', ['yes_no', 'choice']],
  ['Tài liệu kiểm chứng thuộc kỳ đánh giá trước', ['yes_no', 'choice', 'count_step']],
  ['Nội dung thực hiện chưa đầy đủ theo yêu cầu của tiêu chí', ['choice', 'yes_no']],
  ['Chưa phân công rõ trách nhiệm và thời hạn hoàn thành', ['choice', 'yes_no']],
  ['Sáng kiến chưa có quyết định công nhận của cấp có thẩm quyền', ['count_step']],
  ['Số lần kê khai ít hơn số ghi nhận tại sổ theo dõi', ['deduct']],
  ['Bổ sung trường hợp theo thông báo của đơn vị chức năng', ['deduct']],
  ['Bổ sung trường hợp theo kết quả kiểm tra của cơ quan thường trực', ['deduct']],
];

/** Said when a leaf's denominator is zero and its rule excuses the leaf. */
export const NOTHING_AROSE: Readonly<Record<string, string>> = {
  '2.4.2': 'Trong kỳ không phát sinh văn bản trái pháp luật phải xử lý',
  '6.2.2': 'Trong kỳ không có kiến nghị của thanh tra, kiểm toán',
};

/** Leaves excused for a reason of the unit, not of the rule. */
export const EXCUSED: readonly (readonly [unitCode: string, leafCodes: readonly string[], reason: string])[] = [
  ['A06', ['7.4.1'], 'Đơn vị không duy trì trang thông tin điện tử theo yêu cầu bảo mật'],
  ['A07', ['7.4.1', '7.2.1'], 'Đơn vị không gửi văn bản và không đăng tin qua mạng theo yêu cầu bảo mật'],
  ['H04', ['7.4.1'], 'Đơn vị không duy trì trang thông tin điện tử theo yêu cầu bảo mật'],
  ['K01', ['5.2.1'], 'Đơn vị không được giao chỉ tiêu tuyển dụng trong kỳ'],
  ['C11', ['3.2.1'], 'Trong kỳ không phát sinh đề nghị của đơn vị, địa phương'],
  ['X03', ['3.3.2'], 'Thủ tục của đơn vị không thuộc nhóm phải liên thông'],
  ['H06', ['7.3.3'], 'Thủ tục của đơn vị không thu phí, lệ phí'],
  ['P08', ['3.5.2', '3.5.3'], 'Trong kỳ không nhận được phản ánh, kiến nghị'],
  ['P62', ['3.5.2', '3.5.3'], 'Trong kỳ không nhận được phản ánh, kiến nghị'],
];

/** Title of the deputy who signs, by the beginning of the unit's name; first match counts. */
export const DEPUTY_TITLES: readonly (readonly [nameStart: string, title: string])[] = [
  ['Công an', 'Phó Giám đốc'],
  ['Cục', 'Phó Cục trưởng'],
  ['Văn phòng', 'Phó Chánh Văn phòng'],
  ['Thanh tra', 'Phó Chánh Thanh tra'],
  ['Cơ quan Ủy ban', 'Phó Chủ nhiệm'],
  ['Viện', 'Phó Viện trưởng'],
  ['Bộ Tư lệnh', 'Phó Tư lệnh'],
  ['Học viện', 'Phó Giám đốc Học viện'],
  ['Trường', 'Phó Hiệu trưởng'],
];

/** Ký hiệu loại văn bản, by the beginning of what the leaf asks for; first match counts, otherwise a report. */
export const DOCUMENT_TYPES: readonly (readonly [evidenceStart: string, symbol: string])[] = [
  ['Kế hoạch', 'KH'],
  ['Quyết định', 'QĐ'],
  ['Quy chế', 'QĐ'],
  ['Biên bản', 'BB'],
  ['Kết luận', 'KL'],
  ['Thông báo', 'TB'],
  ['Công văn', 'CV'],
  ['Văn bản', 'CV'],
  ['Công bố', 'QĐ'],
];
