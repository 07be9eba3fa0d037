/**
 * Sample criteria set of block 3 (police of provinces and centrally-run cities): 100,00 points. Long because it is a table.
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

export const criteriaK3: readonly NodeDraft[] = [
  field('I', 'Công tác chỉ đạo, điều hành cải cách hành chính', 10, [
    criterion('1.1', 'Kế hoạch CCHC năm', 2.5, [
      leaf(
        '1.1.1',
        'Mức độ kịp thời ban hành kế hoạch CCHC năm',
        0.5,
        daysLate(0.5, 0.25),
        'đúng hạn = 0,5; chậm ≤ 15 ngày = 0,25; chậm hơn hoặc không ban hành = 0',
        'Kế hoạch, ngày ký',
      ),
      leaf(
        '1.1.2',
        'Xác định đầy đủ nhiệm vụ theo kế hoạch của Bộ, bố trí kinh phí',
        0.5,
        choice(['đủ nhiệm vụ và có kinh phí', 0.5], ['thiếu một', 0.25], ['thiếu cả hai', 0]),
        'đủ nhiệm vụ và có kinh phí = 0,5; thiếu một = 0,25; thiếu cả hai = 0',
        'Kế hoạch, dự toán',
      ),
      leaf(
        '1.1.3',
        'Xác định rõ kết quả phải đạt và trách nhiệm thực hiện',
        0.5,
        yesNo,
        'có = 0,5; không = 0',
        'Kế hoạch',
      ),
      leaf(
        '1.1.4',
        'Mức độ thực hiện các nhiệm vụ trong kế hoạch',
        1,
        ratio(70),
        'tỷ lệ hoàn thành p: p = 100% → tối đa; 70% ≤ p < 100% → p × điểm tối đa; p < 70% → 0',
        'Báo cáo, danh mục nhiệm vụ',
      ),
    ]),
    criterion('1.2', 'Chế độ báo cáo CCHC', 1.5, [
      leaf(
        '1.2.1',
        'Số lượng báo cáo định kỳ, đột xuất',
        0.5,
        events(['missing_report', 'báo cáo thiếu', 0.25]),
        'thiếu mỗi báo cáo trừ 0,25; thấp nhất 0',
        'Danh sách báo cáo',
      ),
      leaf(
        '1.2.2',
        'Báo cáo đầy đủ nội dung',
        0.5,
        choice(['đủ', 0.5], ['thiếu', 0.25], ['sai', 0]),
        'đủ = 0,5; thiếu = 0,25; sai = 0',
        'Báo cáo',
      ),
      leaf(
        '1.2.3',
        'Thời gian gửi báo cáo đúng quy định',
        0.5,
        events(['late', 'lần chậm', 0.25]),
        'mỗi lần chậm trừ 0,25; thấp nhất 0',
        'Sổ công văn',
      ),
    ]),
    criterion('1.3', 'Kiểm tra công tác CCHC', 2, [
      leaf('1.3.1', 'Xây dựng, ban hành kế hoạch kiểm tra', 0.25, yesNo, 'có = 0,25', 'Kế hoạch kiểm tra'),
      leaf(
        '1.3.2',
        'Mức độ thực hiện kế hoạch kiểm tra',
        0.75,
        percentSteps([30, 0.75], [20, 0.5]),
        '≥ 30% đơn vị được kiểm tra = 0,75; 20–<30% = 0,5; < 20% = 0',
        'Thông báo kết luận',
      ),
      leaf(
        '1.3.3',
        'Xử lý các vấn đề phát hiện qua kiểm tra',
        1,
        ratio(70),
        '100% → tối đa; 70–<100% → tỷ lệ × tối đa; < 70% → 0',
        'Văn bản xử lý',
      ),
    ]),
    criterion('1.4', 'Tuyên truyền CCHC', 1, [
      leaf(
        '1.4.1',
        'Hình thức và nội dung tuyên truyền',
        1,
        choice(['≥ 3 hình thức, có hình thức mới', 1], ['chỉ hình thức thường xuyên', 0.5], ['không', 0]),
        '≥ 3 hình thức, có hình thức mới = 1; chỉ hình thức thường xuyên = 0,5; không = 0',
        'Tin bài, ảnh',
      ),
    ]),
    criterion('1.5', 'Sáng kiến, mô hình mới', 1, [
      leaf(
        '1.5.1',
        'Số sáng kiến, mô hình được công nhận trong năm',
        1,
        countSteps([2, 1], [1, 0.5]),
        '≥ 2 = 1; 1 = 0,5; 0 = 0',
        'Quyết định công nhận',
      ),
    ]),
    criterion('1.6', 'Thực hiện nhiệm vụ được giao', 1, [
      // statements, not intervals of one percentage
      leaf(
        '1.6.1',
        'Tỷ lệ nhiệm vụ Bộ giao hoàn thành đúng hạn',
        1,
        choice(['100% hoàn thành đúng hạn', 1], ['có nhiệm vụ xong nhưng quá hạn', 0.5], ['còn nhiệm vụ chưa xong', 0]),
        '100% = 1; có nhiệm vụ xong nhưng quá hạn = 0,5; còn nhiệm vụ chưa xong = 0',
        'Bảng theo dõi',
      ),
    ]),
    criterion('1.7', 'Gắn kết quả CCHC với thi đua, khen thưởng', 0.5, [
      leaf('1.7.1', 'Có quy định và thực hiện', 0.5, yesNo, 'có = 0,5', 'Văn bản'),
    ]),
    criterion('1.8', 'Đánh giá qua điều tra xã hội học', 0.5, [
      leaf(
        '1.8.1',
        'Chất lượng chỉ đạo, điều hành CCHC',
        0.5,
        survey,
        'điểm trung bình phiếu quy đổi × 0,5',
        'Bảng tổng hợp phiếu',
      ),
    ]),
  ]),
  field('II', 'Cải cách thể chế', 10, [
    criterion('2.1', 'Tham mưu xây dựng, góp ý văn bản QPPL', 2.5, [
      leaf('2.1.1', 'Tiến độ thực hiện', 1.5, ratio(80), 'tỷ lệ đúng hạn, sàn 80%', 'Danh mục'),
      leaf(
        '2.1.2',
        'Chất lượng góp ý',
        1,
        events(['no_comment', 'lần không góp ý hoặc chậm', 0.25]),
        'mỗi lần không góp ý/chậm trừ 0,25',
        'Công văn góp ý',
      ),
    ]),
    criterion('2.2', 'Theo dõi thi hành pháp luật', 2.5, [
      leaf('2.2.1', 'Ban hành kế hoạch', 0.5, yesNo, 'có = 0,5', 'Kế hoạch'),
      leaf('2.2.2', 'Mức độ hoàn thành', 1, ratio(70), 'sàn 70%', 'Báo cáo'),
      leaf('2.2.3', 'Xử lý kết quả', 1, ratio(70), 'sàn 70%', 'Văn bản xử lý'),
    ]),
    criterion('2.3', 'Rà soát, hệ thống hóa văn bản', 2, [
      leaf('2.3.1', 'Thực hiện rà soát', 1, yesNo, 'có = 1', 'Báo cáo'),
      leaf('2.3.2', 'Xử lý văn bản sau rà soát', 1, ratio(70), 'sàn 70%', 'Văn bản'),
    ]),
    criterion('2.4', 'Kiểm tra, xử lý văn bản', 1.5, [
      leaf('2.4.1', 'Có kế hoạch kiểm tra', 0.5, yesNo, 'có = 0,5', 'Kế hoạch'),
      leaf(
        '2.4.2',
        'Xử lý văn bản trái pháp luật',
        1,
        ratio(70, 'notApplicable'),
        'sàn 70%; không phát sinh → không áp dụng',
        'Báo cáo',
      ),
    ]),
    criterion('2.5', 'Phổ biến, giáo dục pháp luật', 1, [
      // the text leaves the worst case unsaid: 0
      leaf(
        '2.5.1',
        'Thực hiện kế hoạch PBGDPL',
        1,
        choice(['đầy đủ', 1], ['một phần', 0.5], ['không thực hiện', 0]),
        'đầy đủ = 1; một phần = 0,5',
        'Báo cáo',
      ),
    ]),
    criterion('2.6', 'Đánh giá qua điều tra xã hội học', 0.5, [
      leaf('2.6.1', 'Chất lượng văn bản tham mưu', 0.5, survey, 'quy đổi', 'Phiếu'),
    ]),
  ]),
  field('III', 'Cải cách thủ tục hành chính', 14.5, [
    criterion('3.1', 'Kiểm soát TTHC', 2.5, [
      leaf('3.1.1', 'Tham mưu công bố TTHC đúng hạn', 1, ratio(80), 'sàn 80%', 'Quyết định công bố'),
      leaf('3.1.2', 'Cập nhật cơ sở dữ liệu TTHC', 0.5, yesNo, 'có = 0,5', 'Ảnh chụp CSDL'),
      leaf('3.1.3', 'Rà soát, đơn giản hóa TTHC', 1, ratio(70), 'theo kế hoạch, sàn 70%', 'Báo cáo'),
    ]),
    criterion('3.2', 'Công khai TTHC', 2, [
      // no floor named: share × max
      leaf(
        '3.2.1',
        'Niêm yết tại bộ phận một cửa các cấp',
        1,
        ratio(0),
        'tỷ lệ điểm tiếp nhận đạt',
        'Biên bản kiểm tra',
      ),
      leaf('3.2.2', 'Công khai trên cổng/trang', 1, yesNo, 'đầy đủ = 1', 'Ảnh chụp'),
    ]),
    criterion('3.3', 'Cơ chế một cửa, một cửa liên thông', 3, [
      leaf('3.3.1', 'Tỷ lệ TTHC thực hiện qua một cửa', 1, ratio(90), 'sàn 90%', 'Danh mục'),
      leaf(
        '3.3.2',
        'Số nhóm TTHC liên thông',
        0.5,
        countSteps([2, 0.5], [1, 0.25]),
        '≥ 2 = 0,5; 1 = 0,25',
        'Quyết định',
      ),
      // the text leaves the worst case unsaid: 0
      leaf(
        '3.3.3',
        'Cơ sở vật chất, mẫu phiếu, sổ theo dõi',
        0.5,
        choice(['đủ', 0.5], ['thiếu', 0.25], ['không có', 0]),
        'đủ = 0,5; thiếu = 0,25',
        'Biên bản',
      ),
      leaf('3.3.4', 'Tiếp nhận không phụ thuộc địa giới', 1, yesNo, 'có = 1', 'Danh mục'),
    ]),
    criterion('3.4', 'Kết quả giải quyết hồ sơ', 5, [
      leaf(
        '3.4.1',
        'Tỷ lệ đúng hạn cấp tỉnh',
        2,
        percentSteps([98, 2], [95, 1]),
        '≥ 98% = 2; 95–<98% = 1; < 95% = 0',
        'Trích xuất hệ thống',
      ),
      leaf(
        '3.4.2',
        'Tỷ lệ đúng hạn cấp huyện',
        1.5,
        percentSteps([98, 1.5], [95, 0.75]),
        '≥ 98% = 1,5; 95–<98% = 0,75; < 95% = 0',
        'Trích xuất hệ thống',
      ),
      leaf(
        '3.4.3',
        'Tỷ lệ đúng hạn cấp xã',
        1,
        percentSteps([98, 1], [95, 0.5]),
        '≥ 98% = 1; 95–<98% = 0,5; < 95% = 0',
        'Trích xuất hệ thống',
      ),
      leaf(
        '3.4.4',
        'Xin lỗi khi hồ sơ quá hạn',
        0.5,
        ratio(0, 'max'),
        'tỷ lệ hồ sơ trễ có văn bản xin lỗi; không có hồ sơ trễ → tối đa',
        'Văn bản xin lỗi',
      ),
    ]),
    criterion('3.5', 'Phản ánh, kiến nghị', 2, [
      leaf('3.5.1', 'Có kênh tiếp nhận', 0.5, yesNo, 'có = 0,5', 'Ảnh chụp'),
      leaf('3.5.2', 'Xử lý đúng hạn', 1, ratio(90), 'sàn 90%', 'Sổ theo dõi'),
      leaf('3.5.3', 'Công khai kết quả trả lời', 0.5, ratio(90), 'sàn 90%', 'Ảnh chụp'),
    ]),
  ]),
  field('IV', 'Cải cách tổ chức bộ máy', 11, [
    criterion('4.1', 'Sắp xếp tổ chức, biên chế', 3, [
      leaf(
        '4.1.1',
        'Thực hiện quy định về tổ chức bộ máy',
        1.5,
        choice(['đúng', 1.5], ['còn đơn vị sai', 0]),
        'đúng = 1,5; còn đơn vị sai = 0',
        'Quyết định',
      ),
      leaf('4.1.2', 'Cơ cấu số lượng lãnh đạo', 0.75, yesNo, 'đúng = 0,75', 'Danh sách'),
      leaf('4.1.3', 'Sử dụng biên chế', 0.75, yesNo, 'không vượt = 0,75', 'Báo cáo'),
    ]),
    criterion('4.2', 'Quy chế làm việc', 2, [
      leaf('4.2.1', 'Ban hành, cập nhật quy chế', 1, yesNo, 'có = 1', 'Quy chế'),
      leaf(
        '4.2.2',
        'Chấp hành quy chế phối hợp',
        1,
        events(['reminder', 'lần bị nhắc nhở', 0.25]),
        'mỗi lần bị nhắc nhở trừ 0,25',
        'Văn bản nhắc nhở',
      ),
    ]),
    criterion('4.3', 'Phân cấp quản lý', 3, [
      leaf('4.3.1', 'Thực hiện phân cấp', 1, yesNo, 'có = 1', 'Văn bản'),
      leaf('4.3.2', 'Kiểm tra việc phân cấp', 1, yesNo, 'có = 1', 'Kết luận'),
      leaf('4.3.3', 'Xử lý vấn đề phát hiện', 1, ratio(70), 'sàn 70%', 'Văn bản'),
    ]),
    criterion('4.4', 'Đánh giá qua điều tra xã hội học', 3, [
      leaf('4.4.1', 'Hiệu quả tổ chức bộ máy', 1.5, survey, 'quy đổi', 'Phiếu'),
      leaf('4.4.2', 'Tình hình thực hiện quy chế', 1.5, survey, 'quy đổi', 'Phiếu'),
    ]),
  ]),
  field('V', 'Cải cách chế độ công vụ, xây dựng đội ngũ cán bộ, chiến sĩ', 16, [
    criterion('5.1', 'Vị trí việc làm, biên chế', 2, [
      leaf('5.1.1', 'Bố trí đúng vị trí', 1, ratio(80), 'sàn 80%', 'Danh sách'),
      // no floor named: share × max
      leaf('5.1.2', 'Công an chính quy cấp xã', 1, ratio(0), 'tỷ lệ xã đạt', 'Danh sách'),
    ]),
    criterion('5.2', 'Tuyển dụng, điều động, bổ nhiệm', 3, [
      leaf(
        '5.2.1',
        'Đúng quy định tuyển dụng',
        1.5,
        events(['breach', 'sai phạm', 0.5]),
        'mỗi sai phạm trừ 0,5',
        'Kết luận',
      ),
      leaf(
        '5.2.2',
        'Đúng quy định bổ nhiệm',
        1.5,
        events(['breach', 'sai phạm', 0.5]),
        'mỗi sai phạm trừ 0,5',
        'Kết luận',
      ),
    ]),
    criterion('5.3', 'Đánh giá, phân loại cán bộ', 2, [
      leaf('5.3.1', 'Đúng trình tự', 1, yesNo, 'có = 1', 'Hồ sơ'),
      leaf('5.3.2', 'Đúng thời hạn', 1, yesNo, 'có = 1', 'Hồ sơ'),
    ]),
    criterion('5.4', 'Đào tạo, bồi dưỡng', 2, [
      leaf('5.4.1', 'Có kế hoạch', 1, yesNo, 'có = 1', 'Kế hoạch'),
      leaf('5.4.2', 'Mức độ hoàn thành', 1, ratio(80), 'sàn 80%', 'Báo cáo'),
    ]),
    criterion('5.5', 'Kỷ luật, kỷ cương, điều lệnh', 4, [
      leaf(
        '5.5.1',
        'Không có cán bộ vi phạm bị kỷ luật',
        3,
        events(
          ['reprimand', 'khiển trách', 0.5],
          ['warning', 'cảnh cáo', 1],
          ['demotion', 'giáng cấp/tước danh hiệu', 3],
        ),
        'khiển trách −0,5; cảnh cáo −1; giáng cấp/tước danh hiệu −3; thấp nhất 0',
        'Quyết định kỷ luật',
      ),
      leaf(
        '5.5.2',
        'Chấp hành điều lệnh',
        1,
        events(['notice', 'lần bị thông báo', 0.25]),
        'mỗi lần bị thông báo trừ 0,25',
        'Thông báo',
      ),
    ]),
    criterion('5.6', 'Đánh giá qua điều tra xã hội học', 3, [
      leaf('5.6.1', 'Năng lực chuyên môn', 1.5, survey, 'quy đổi', 'Phiếu'),
      leaf('5.6.2', 'Tinh thần, thái độ phục vụ', 1.5, survey, 'quy đổi', 'Phiếu'),
    ]),
  ]),
  field('VI', 'Cải cách tài chính công', 7, [
    criterion('6.1', 'Giải ngân', 2, [
      leaf(
        '6.1.1',
        'Tỷ lệ giải ngân dự toán',
        2,
        percentSteps([95, 2], [80, 1]),
        '≥ 95% = 2; 80–<95% = 1; < 80% = 0',
        'Báo cáo kho bạc',
      ),
    ]),
    criterion('6.2', 'Sử dụng kinh phí', 2, [
      leaf('6.2.1', 'Không có sai phạm', 1, events(['breach', 'sai phạm', 0.5]), 'mỗi sai phạm trừ 0,5', 'Kết luận'),
      leaf(
        '6.2.2',
        'Thực hiện kiến nghị thanh tra, kiểm toán',
        1,
        ratio(70, 'notApplicable'),
        'sàn 70%; không có kiến nghị → không áp dụng',
        'Báo cáo',
      ),
    ]),
    criterion('6.3', 'Quản lý tài sản công', 1.5, [
      leaf('6.3.1', 'Ban hành quy chế', 0.75, yesNo, 'có = 0,75', 'Quy chế'),
      leaf('6.3.2', 'Kiểm tra, báo cáo', 0.75, yesNo, 'có = 0,75', 'Báo cáo'),
    ]),
    criterion('6.4', 'Công khai tài chính', 1, [
      leaf('6.4.1', 'Công khai đúng quy định', 1, yesNo, 'có = 1', 'Biên bản'),
    ]),
    criterion('6.5', 'Đánh giá qua điều tra xã hội học', 0.5, [
      leaf('6.5.1', 'Quản lý, sử dụng tài chính', 0.5, survey, 'quy đổi', 'Phiếu'),
    ]),
  ]),
  field('VII', 'Xây dựng, phát triển Chính phủ điện tử, Chính phủ số', 16, [
    criterion('7.1', 'Chuyển đổi số, Đề án 06', 3, [
      leaf('7.1.1', 'Có kế hoạch', 1, yesNo, 'có = 1', 'Kế hoạch'),
      leaf('7.1.2', 'Mức độ hoàn thành nhiệm vụ', 2, ratio(80), 'sàn 80%', 'Báo cáo'),
    ]),
    criterion('7.2', 'Văn bản điện tử', 3, [
      leaf('7.2.1', 'Tỷ lệ văn bản gửi điện tử (trừ mật)', 1.5, ratio(80), 'sàn 80%', 'Trích xuất'),
      leaf('7.2.2', 'Tỷ lệ văn bản ký số', 1.5, ratio(80), 'sàn 80%', 'Trích xuất'),
    ]),
    criterion('7.3', 'Dịch vụ công trực tuyến', 6, [
      leaf('7.3.1', 'Tỷ lệ DVC toàn trình có phát sinh hồ sơ', 1.5, ratio(50), 'sàn 50%', 'Cổng DVC'),
      leaf(
        '7.3.2',
        'Tỷ lệ hồ sơ nộp trực tuyến',
        2.5,
        percentSteps([80, 2.5], [60, 1.5], [40, 0.75]),
        '≥ 80% = 2,5; 60–<80% = 1,5; 40–<60% = 0,75; < 40% = 0',
        'Cổng DVC',
      ),
      leaf('7.3.3', 'Tỷ lệ thanh toán trực tuyến', 1, ratio(40), 'sàn 40%', 'Cổng DVC'),
      leaf('7.3.4', 'Số hóa hồ sơ, kết quả', 1, ratio(50), 'sàn 50%', 'Hệ thống'),
    ]),
    criterion('7.4', 'Cổng, trang thông tin điện tử', 1.5, [
      // the text leaves the worst case unsaid: 0
      leaf(
        '7.4.1',
        'Cung cấp thông tin đầy đủ',
        1.5,
        choice(['đủ', 1.5], ['thiếu', 0.75], ['không có', 0]),
        'đủ = 1,5; thiếu = 0,75',
        'Ảnh chụp',
      ),
    ]),
    criterion('7.5', 'ISO, an toàn thông tin', 1.5, [
      leaf('7.5.1', 'Duy trì ISO 9001', 0.75, yesNo, 'có = 0,75', 'Công bố'),
      // one incident takes everything
      leaf(
        '7.5.2',
        'Không để lộ, lọt thông tin',
        0.75,
        events(['incident', 'vụ việc', 0.75]),
        'có vụ việc = 0',
        'Thông báo',
      ),
    ]),
    criterion('7.6', 'Đánh giá qua điều tra xã hội học', 1, [
      leaf('7.6.1', 'Chất lượng dịch vụ công trực tuyến', 1, survey, 'quy đổi', 'Phiếu'),
    ]),
  ]),
  field('VIII', 'Tác động của cải cách hành chính', 15.5, [
    criterion('8.1', 'Chỉ số hài lòng (SIPAS)', 10, [
      leaf('8.1.1', 'Cấp tỉnh', 4, survey, 'chỉ số hài lòng cấp tỉnh (%) × 4', 'Kết quả SIPAS'),
      leaf('8.1.2', 'Cấp huyện', 3, survey, '× 3', 'Kết quả SIPAS'),
      leaf('8.1.3', 'Cấp xã', 3, survey, '× 3', 'Kết quả SIPAS'),
    ]),
    criterion('8.2', 'Phản ánh về thái độ phục vụ', 2.5, [
      leaf(
        '8.2.1',
        'Không có phản ánh đúng về tiêu cực, phiền hà',
        2.5,
        events(['confirmed', 'vụ xác minh đúng', 0.5]),
        'mỗi vụ xác minh đúng trừ 0,5',
        'Kết luận xác minh',
      ),
    ]),
    criterion('8.3', 'Tác động đến nhiệm vụ an ninh, trật tự', 3, [
      leaf('8.3.1', 'Đánh giá của UBND, doanh nghiệp, nhân dân', 3, survey, 'quy đổi', 'Phiếu'),
    ]),
  ]),
].flat();
