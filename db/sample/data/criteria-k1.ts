/**
 * Sample criteria set of block 1 (ministry units without public procedures): 100,00 points. Long because it is a table.
 * Field names follow the published structure; sub-criteria, maxima and rules are an assumption of this sample, not
 * official. The fifth column is the printed rule (cách chấm), the fourth the same for the engine.
 */
import type { NodeDraft } from '#shared/domain/cycle-draft.ts';
import {
  choice,
  countSteps,
  criterion,
  daysLate,
  events,
  field,
  leaf,
  percentSteps,
  ratio,
  survey,
  yesNo,
} from '../criteria-shorthand.ts';

export const criteriaK1: readonly NodeDraft[] = [
  field('I', 'Công tác chỉ đạo, điều hành cải cách hành chính', 14, [
    criterion('1.1', 'Kế hoạch CCHC năm', 3, [
      leaf(
        '1.1.1',
        'Mức độ kịp thời ban hành kế hoạch CCHC năm',
        0.75,
        daysLate(0.75, 0.375),
        'đúng hạn = 0,75; chậm ≤ 15 ngày = 0,375; chậm hơn hoặc không ban hành = 0',
        'Kế hoạch, ngày ký',
      ),
      leaf(
        '1.1.2',
        'Xác định đầy đủ nhiệm vụ theo kế hoạch của Bộ, bố trí kinh phí',
        0.75,
        choice(['đủ nhiệm vụ và có kinh phí', 0.75], ['thiếu một', 0.375], ['thiếu cả hai', 0]),
        'đủ nhiệm vụ và có kinh phí = 0,75; thiếu một = 0,375; thiếu cả hai = 0',
        'Kế hoạch, dự toán',
      ),
      leaf(
        '1.1.3',
        'Xác định rõ kết quả phải đạt và trách nhiệm thực hiện',
        0.75,
        yesNo,
        'có = 0,75; không = 0',
        'Kế hoạch',
      ),
      leaf(
        '1.1.4',
        'Mức độ thực hiện các nhiệm vụ trong kế hoạch',
        0.75,
        ratio(70),
        'tỷ lệ hoàn thành p: p = 100% → tối đa; 70% ≤ p < 100% → p × điểm tối đa; p < 70% → 0',
        'Báo cáo, danh mục nhiệm vụ',
      ),
    ]),
    criterion('1.2', 'Chế độ báo cáo CCHC', 2.25, [
      leaf(
        '1.2.1',
        'Số lượng báo cáo định kỳ, đột xuất',
        0.75,
        events(['missing_report', 'báo cáo thiếu', 0.375]),
        'thiếu mỗi báo cáo trừ 0,375; thấp nhất 0',
        'Danh sách báo cáo',
      ),
      leaf(
        '1.2.2',
        'Báo cáo đầy đủ nội dung',
        0.75,
        choice(['đủ', 0.75], ['thiếu', 0.375], ['sai', 0]),
        'đủ = 0,75; thiếu = 0,375; sai = 0',
        'Báo cáo',
      ),
      leaf(
        '1.2.3',
        'Thời gian gửi báo cáo đúng quy định',
        0.75,
        events(['late', 'lần chậm', 0.375]),
        'mỗi lần chậm trừ 0,375; thấp nhất 0',
        'Sổ công văn',
      ),
    ]),
    criterion('1.3', 'Kiểm tra công tác CCHC', 2.75, [
      leaf('1.3.1', 'Xây dựng, ban hành kế hoạch kiểm tra', 0.25, yesNo, 'có = 0,25', 'Kế hoạch kiểm tra'),
      leaf(
        '1.3.2',
        'Mức độ thực hiện kế hoạch kiểm tra',
        1,
        percentSteps([30, 1], [20, 0.667]),
        '≥ 30% đơn vị được kiểm tra = 1; 20–<30% = 0,667; < 20% = 0',
        'Thông báo kết luận',
      ),
      leaf(
        '1.3.3',
        'Xử lý các vấn đề phát hiện qua kiểm tra',
        1.5,
        ratio(70),
        '100% → tối đa; 70–<100% → tỷ lệ × tối đa; < 70% → 0',
        'Văn bản xử lý',
      ),
    ]),
    criterion('1.4', 'Tuyên truyền CCHC', 1.5, [
      leaf(
        '1.4.1',
        'Hình thức và nội dung tuyên truyền',
        1.5,
        choice(['≥ 3 hình thức, có hình thức mới', 1.5], ['chỉ hình thức thường xuyên', 0.75], ['không', 0]),
        '≥ 3 hình thức, có hình thức mới = 1,5; chỉ hình thức thường xuyên = 0,75; không = 0',
        'Tin bài, ảnh',
      ),
    ]),
    criterion('1.5', 'Sáng kiến, mô hình mới', 1.5, [
      leaf(
        '1.5.1',
        'Số sáng kiến, mô hình được công nhận trong năm',
        1.5,
        countSteps([2, 1.5], [1, 0.75]),
        '≥ 2 = 1,5; 1 = 0,75; 0 = 0',
        'Quyết định công nhận',
      ),
    ]),
    criterion('1.6', 'Thực hiện nhiệm vụ được giao', 1.5, [
      // statements, not intervals of one percentage
      leaf(
        '1.6.1',
        'Tỷ lệ nhiệm vụ Bộ giao hoàn thành đúng hạn',
        1.5,
        choice(
          ['100% hoàn thành đúng hạn', 1.5],
          ['có nhiệm vụ xong nhưng quá hạn', 0.75],
          ['còn nhiệm vụ chưa xong', 0],
        ),
        '100% = 1,5; có nhiệm vụ xong nhưng quá hạn = 0,75; còn nhiệm vụ chưa xong = 0',
        'Bảng theo dõi',
      ),
    ]),
    criterion('1.7', 'Gắn kết quả CCHC với thi đua, khen thưởng', 0.75, [
      leaf('1.7.1', 'Có quy định và thực hiện', 0.75, yesNo, 'có = 0,75', 'Văn bản'),
    ]),
    criterion('1.8', 'Đánh giá qua điều tra xã hội học', 0.75, [
      leaf(
        '1.8.1',
        'Chất lượng chỉ đạo, điều hành CCHC',
        0.75,
        survey,
        'điểm trung bình phiếu quy đổi × 0,75',
        'Bảng tổng hợp phiếu',
      ),
    ]),
  ]),
  field('II', 'Cải cách thể chế', 16, [
    criterion('2.1', 'Tham mưu xây dựng, góp ý văn bản QPPL', 4.75, [
      leaf('2.1.1', 'Tiến độ thực hiện', 3.25, ratio(80), 'tỷ lệ đúng hạn, sàn 80%', 'Danh mục'),
      leaf(
        '2.1.2',
        'Chất lượng góp ý',
        1.5,
        events(['no_comment', 'lần không góp ý hoặc chậm', 0.375]),
        'mỗi lần không góp ý/chậm trừ 0,375',
        'Công văn góp ý',
      ),
    ]),
    criterion('2.2', 'Theo dõi thi hành pháp luật', 3.75, [
      leaf('2.2.1', 'Ban hành kế hoạch', 0.75, yesNo, 'có = 0,75', 'Kế hoạch'),
      leaf('2.2.2', 'Mức độ hoàn thành', 1.5, ratio(70), 'sàn 70%', 'Báo cáo'),
      leaf('2.2.3', 'Xử lý kết quả', 1.5, ratio(70), 'sàn 70%', 'Văn bản xử lý'),
    ]),
    criterion('2.3', 'Rà soát, hệ thống hóa văn bản', 3, [
      leaf('2.3.1', 'Thực hiện rà soát', 1.5, yesNo, 'có = 1,5', 'Báo cáo'),
      leaf('2.3.2', 'Xử lý văn bản sau rà soát', 1.5, ratio(70), 'sàn 70%', 'Văn bản'),
    ]),
    criterion('2.4', 'Kiểm tra, xử lý văn bản', 2.25, [
      leaf('2.4.1', 'Có kế hoạch kiểm tra', 0.75, yesNo, 'có = 0,75', 'Kế hoạch'),
      leaf(
        '2.4.2',
        'Xử lý văn bản trái pháp luật',
        1.5,
        ratio(70, 'notApplicable'),
        'sàn 70%; không phát sinh → không áp dụng',
        'Báo cáo',
      ),
    ]),
    criterion('2.5', 'Phổ biến, giáo dục pháp luật', 1.5, [
      // the text leaves the worst case unsaid: 0
      leaf(
        '2.5.1',
        'Thực hiện kế hoạch PBGDPL',
        1.5,
        choice(['đầy đủ', 1.5], ['một phần', 0.75], ['không thực hiện', 0]),
        'đầy đủ = 1,5; một phần = 0,75',
        'Báo cáo',
      ),
    ]),
    criterion('2.6', 'Đánh giá qua điều tra xã hội học', 0.75, [
      leaf('2.6.1', 'Chất lượng văn bản tham mưu', 0.75, survey, 'quy đổi', 'Phiếu'),
    ]),
  ]),
  field('III', 'Cải cách thủ tục hành chính nội bộ', 6, [
    criterion('3.1', 'TTHC nội bộ', 4, [
      leaf('3.1.1', 'Thống kê, công bố TTHC nội bộ', 2, yesNo, 'có = 2', 'Quyết định'),
      leaf('3.1.2', 'Rà soát, đơn giản hóa TTHC nội bộ', 2, ratio(70), 'theo kế hoạch, sàn 70%', 'Báo cáo'),
    ]),
    criterion('3.2', 'Giải quyết đề nghị của đơn vị, địa phương', 2, [
      leaf(
        '3.2.1',
        'Tỷ lệ đúng hạn',
        2,
        percentSteps([98, 2], [95, 1]),
        '≥ 98% = 2; 95–<98% = 1; < 95% = 0',
        'Sổ theo dõi',
      ),
    ]),
  ]),
  field('IV', 'Cải cách tổ chức bộ máy', 13, [
    criterion('4.1', 'Sắp xếp tổ chức, biên chế', 3.25, [
      leaf(
        '4.1.1',
        'Thực hiện quy định về tổ chức bộ máy',
        1.25,
        choice(['đúng', 1.25], ['còn đơn vị sai', 0]),
        'đúng = 1,25; còn đơn vị sai = 0',
        'Quyết định',
      ),
      leaf('4.1.2', 'Cơ cấu số lượng lãnh đạo', 1, yesNo, 'đúng = 1', 'Danh sách'),
      leaf('4.1.3', 'Sử dụng biên chế', 1, yesNo, 'không vượt = 1', 'Báo cáo'),
    ]),
    criterion('4.2', 'Quy chế làm việc', 2.5, [
      leaf('4.2.1', 'Ban hành, cập nhật quy chế', 1.25, yesNo, 'có = 1,25', 'Quy chế'),
      leaf(
        '4.2.2',
        'Chấp hành quy chế phối hợp',
        1.25,
        events(['reminder', 'lần bị nhắc nhở', 0.312]),
        'mỗi lần bị nhắc nhở trừ 0,312',
        'Văn bản nhắc nhở',
      ),
    ]),
    criterion('4.3', 'Phân cấp quản lý', 3.75, [
      leaf('4.3.1', 'Thực hiện phân cấp', 1.25, yesNo, 'có = 1,25', 'Văn bản'),
      leaf('4.3.2', 'Kiểm tra việc phân cấp', 1.25, yesNo, 'có = 1,25', 'Kết luận'),
      leaf('4.3.3', 'Xử lý vấn đề phát hiện', 1.25, ratio(70), 'sàn 70%', 'Văn bản'),
    ]),
    criterion('4.4', 'Đánh giá qua điều tra xã hội học', 3.5, [
      leaf('4.4.1', 'Hiệu quả tổ chức bộ máy', 1.75, survey, 'quy đổi', 'Phiếu'),
      leaf('4.4.2', 'Tình hình thực hiện quy chế', 1.75, survey, 'quy đổi', 'Phiếu'),
    ]),
  ]),
  field('V', 'Cải cách chế độ công vụ, xây dựng đội ngũ cán bộ, chiến sĩ', 20, [
    criterion('5.1', 'Vị trí việc làm, biên chế', 1.25, [
      leaf('5.1.1', 'Bố trí đúng vị trí', 1.25, ratio(80), 'sàn 80%', 'Danh sách'),
    ]),
    criterion('5.2', 'Tuyển dụng, điều động, bổ nhiệm', 4, [
      leaf(
        '5.2.1',
        'Đúng quy định tuyển dụng',
        2,
        events(['breach', 'sai phạm', 0.667]),
        'mỗi sai phạm trừ 0,667',
        'Kết luận',
      ),
      leaf(
        '5.2.2',
        'Đúng quy định bổ nhiệm',
        2,
        events(['breach', 'sai phạm', 0.667]),
        'mỗi sai phạm trừ 0,667',
        'Kết luận',
      ),
    ]),
    criterion('5.3', 'Đánh giá, phân loại cán bộ', 2.5, [
      leaf('5.3.1', 'Đúng trình tự', 1.25, yesNo, 'có = 1,25', 'Hồ sơ'),
      leaf('5.3.2', 'Đúng thời hạn', 1.25, yesNo, 'có = 1,25', 'Hồ sơ'),
    ]),
    criterion('5.4', 'Đào tạo, bồi dưỡng', 2.5, [
      leaf('5.4.1', 'Có kế hoạch', 1.25, yesNo, 'có = 1,25', 'Kế hoạch'),
      leaf('5.4.2', 'Mức độ hoàn thành', 1.25, ratio(80), 'sàn 80%', 'Báo cáo'),
    ]),
    criterion('5.5', 'Kỷ luật, kỷ cương, điều lệnh', 5.75, [
      leaf(
        '5.5.1',
        'Không có cán bộ vi phạm bị kỷ luật',
        4.5,
        events(
          ['reprimand', 'khiển trách', 0.75],
          ['warning', 'cảnh cáo', 1.5],
          ['demotion', 'giáng cấp/tước danh hiệu', 4.5],
        ),
        'khiển trách −0,75; cảnh cáo −1,5; giáng cấp/tước danh hiệu −4,5; thấp nhất 0',
        'Quyết định kỷ luật',
      ),
      leaf(
        '5.5.2',
        'Chấp hành điều lệnh',
        1.25,
        events(['notice', 'lần bị thông báo', 0.312]),
        'mỗi lần bị thông báo trừ 0,312',
        'Thông báo',
      ),
    ]),
    criterion('5.6', 'Đánh giá qua điều tra xã hội học', 4, [
      leaf('5.6.1', 'Năng lực chuyên môn', 2, survey, 'quy đổi', 'Phiếu'),
      leaf('5.6.2', 'Tinh thần, thái độ phục vụ', 2, survey, 'quy đổi', 'Phiếu'),
    ]),
  ]),
  field('VI', 'Cải cách tài chính công', 9, [
    criterion('6.1', 'Giải ngân', 2.5, [
      leaf(
        '6.1.1',
        'Tỷ lệ giải ngân dự toán',
        2.5,
        percentSteps([95, 2.5], [80, 1.25]),
        '≥ 95% = 2,5; 80–<95% = 1,25; < 80% = 0',
        'Báo cáo kho bạc',
      ),
    ]),
    criterion('6.2', 'Sử dụng kinh phí', 2.5, [
      leaf(
        '6.2.1',
        'Không có sai phạm',
        1.25,
        events(['breach', 'sai phạm', 0.625]),
        'mỗi sai phạm trừ 0,625',
        'Kết luận',
      ),
      leaf(
        '6.2.2',
        'Thực hiện kiến nghị thanh tra, kiểm toán',
        1.25,
        ratio(70, 'notApplicable'),
        'sàn 70%; không có kiến nghị → không áp dụng',
        'Báo cáo',
      ),
    ]),
    criterion('6.3', 'Quản lý tài sản công', 2, [
      leaf('6.3.1', 'Ban hành quy chế', 1, yesNo, 'có = 1', 'Quy chế'),
      leaf('6.3.2', 'Kiểm tra, báo cáo', 1, yesNo, 'có = 1', 'Báo cáo'),
    ]),
    criterion('6.4', 'Công khai tài chính', 1.25, [
      leaf('6.4.1', 'Công khai đúng quy định', 1.25, yesNo, 'có = 1,25', 'Biên bản'),
    ]),
    criterion('6.5', 'Đánh giá qua điều tra xã hội học', 0.75, [
      leaf('6.5.1', 'Quản lý, sử dụng tài chính', 0.75, survey, 'quy đổi', 'Phiếu'),
    ]),
  ]),
  field('VII', 'Xây dựng, phát triển Chính phủ điện tử, Chính phủ số', 14, [
    criterion('7.1', 'Chuyển đổi số, Đề án 06', 4.75, [
      leaf('7.1.1', 'Có kế hoạch', 1.5, yesNo, 'có = 1,5', 'Kế hoạch'),
      leaf('7.1.2', 'Mức độ hoàn thành nhiệm vụ', 3.25, ratio(80), 'sàn 80%', 'Báo cáo'),
    ]),
    criterion('7.2', 'Văn bản điện tử', 4.5, [
      leaf('7.2.1', 'Tỷ lệ văn bản gửi điện tử (trừ mật)', 2.25, ratio(80), 'sàn 80%', 'Trích xuất'),
      leaf('7.2.2', 'Tỷ lệ văn bản ký số', 2.25, ratio(80), 'sàn 80%', 'Trích xuất'),
    ]),
    criterion('7.4', 'Cổng, trang thông tin điện tử', 2.25, [
      // the text leaves the worst case unsaid: 0
      leaf(
        '7.4.1',
        'Cung cấp thông tin đầy đủ',
        2.25,
        choice(['đủ', 2.25], ['thiếu', 1.125], ['không có', 0]),
        'đủ = 2,25; thiếu = 1,125',
        'Ảnh chụp',
      ),
    ]),
    criterion('7.5', 'ISO, an toàn thông tin', 2.5, [
      leaf('7.5.1', 'Duy trì ISO 9001', 1.25, yesNo, 'có = 1,25', 'Công bố'),
      // one incident takes everything
      leaf(
        '7.5.2',
        'Không để lộ, lọt thông tin',
        1.25,
        events(['incident', 'vụ việc', 1.25]),
        'có vụ việc = 0',
        'Thông báo',
      ),
    ]),
  ]),
  field('VIII', 'Tác động của cải cách hành chính', 8, [
    criterion('8.1', 'Đánh giá của Công an đơn vị, địa phương được phục vụ', 5, [
      leaf('8.1.1', 'Khảo sát nội bộ về chất lượng tham mưu, phối hợp', 5, survey, 'quy đổi × 5', 'Phiếu'),
    ]),
    criterion('8.2', 'Hiệu quả công tác chuyên môn', 3, [
      leaf(
        '8.2.1',
        'Xếp loại hoàn thành nhiệm vụ năm của đơn vị',
        3,
        choice(['xuất sắc', 3], ['tốt', 2], ['hoàn thành', 1], ['không', 0]),
        'xuất sắc = 3; tốt = 2; hoàn thành = 1; không = 0',
        'Quyết định xếp loại',
      ),
    ]),
  ]),
].flat();
