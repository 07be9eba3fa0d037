import type { ErrorSentences } from './error-sentences.ts';

/** Câu báo lỗi tiếng Việt: việc gì xảy ra, dữ liệu còn an toàn không, cần làm gì. */
export const ERRORS_VI: ErrorSentences = {
  'VALIDATION.input': {
    title: 'Dữ liệu gửi đi không hợp lệ',
    detail: 'Chưa có gì được ghi.[ Chỗ sai: {at}.]',
    advice: 'Kiểm tra lại giá trị vừa nhập rồi thử lại.',
  },
  'VALIDATION.notANumber': {
    title: 'Giá trị không phải là số',
    detail: '[“{text}” không đọc được thành số. ]Ô giữ giá trị cũ.',
    advice: 'Nhập số, dùng dấu phẩy thập phân, ví dụ 8,5.',
  },
  'VALIDATION.ambiguousNumber': {
    title: 'Số có thể hiểu theo hai cách',
    detail: '[“{text}” có thể là hàng nghìn hoặc phần thập phân. ]Chưa có gì được ghi.',
    advice: 'Cho biết dấu chấm nghĩa là gì, hoặc viết lại bằng dấu phẩy thập phân.',
  },
  'VALIDATION.tooPrecise': {
    title: 'Quá nhiều chữ số thập phân',
    detail: 'Điểm chỉ giữ được sáu chữ số sau dấu phẩy. Ô giữ giá trị cũ.',
    advice: 'Làm tròn giá trị rồi nhập lại.',
  },
  'VALIDATION.negative': {
    title: 'Điểm không được âm',
    detail: 'Ô giữ giá trị cũ.',
    advice: 'Nhập số từ 0 trở lên; điểm trừ cũng nhập bằng số dương.',
  },
  'VALIDATION.overMax': {
    title: 'Vượt điểm tối đa',
    detail: '[Ô {at}: ][điểm tối đa là {max}. ]Ô giữ giá trị cũ.',
    advice: 'Nhập giá trị không lớn hơn điểm tối đa.',
  },
  'VALIDATION.reasonRequired': {
    title: 'Cần ghi lý do',
    detail: 'Điểm thấp hơn điểm tự chấm, hoặc tiêu chí được đánh dấu không áp dụng, thì phải có lý do.',
    advice: 'Ghi lý do rồi lưu lại.',
  },
  'VALIDATION.surveyLocked': {
    title: 'Điểm điều tra xã hội học không nhập tay',
    detail: 'Tiêu chí này lấy điểm từ kết quả khảo sát.[ ({at})]',
    advice: 'Kê khai chỉ số khảo sát; điểm sẽ được tính từ đó.',
  },
  'VALIDATION.cellNotApplicable': {
    title: 'Ô đang được đánh dấu không áp dụng',
    detail: '[Ô {at}: ]ô không áp dụng thì không có điểm. Chưa có gì được ghi.',
    advice: 'Bỏ đánh dấu không áp dụng trước, rồi nhập điểm.',
  },
  'VALIDATION.notALeaf': {
    title: 'Chỉ chấm ở cấp thấp nhất',
    detail: 'Lĩnh vực và tiêu chí có tiêu chí thành phần được cộng từ dưới lên, không nhập trực tiếp.',
    advice: 'Nhập điểm ở tiêu chí thành phần.',
  },
  'VALIDATION.declaredMismatch': {
    title: 'Số liệu kê khai không đúng kiểu chấm',
    detail: '[Ô {at}: ]kiểu số liệu khác với quy tắc của tiêu chí. Chưa có gì được ghi.',
    advice: 'Kê khai theo cách chấm ghi bên cạnh ô.',
  },
  'VALIDATION.setDoesNotAddUp': {
    title: 'Bộ tiêu chí không cộng đúng thang điểm',
    detail: '[Khối {block}: ]tổng điểm tối đa[ là {sum}] khác thang điểm[ {scale}].',
    advice: 'Sửa điểm tối đa trong tệp bộ tiêu chí rồi nhập lại.',
  },
  'VALIDATION.nothingEdited': {
    title: 'Không có gì thay đổi',
    detail: 'Bộ tiêu chí đã đúng như vậy, nên không có bước nào được ghi.',
    advice: 'Sửa bộ tiêu chí trước rồi làm lại.',
  },
  'VALIDATION.dropNotAgreed': {
    title: 'Tiêu chí bị bỏ còn số liệu',
    detail:
      'Ban hành sẽ xóa điểm, tài liệu kiểm chứng và trao đổi của tiêu chí bị bỏ[ ({count} bản ghi)]. Chưa có gì được ghi.',
    advice: 'Xem danh sách hệ quả, đánh dấu đồng ý xóa rồi ban hành lại; hoặc giữ tiêu chí đó.',
  },
  'VALIDATION.matchTaken': {
    title: 'Tiêu chí năm trước đã được ghép',
    detail: '[Tiêu chí {code} năm trước ]đã được xác nhận là của một tiêu chí khác. Chưa có gì được ghi.',
    advice: 'Bỏ xác nhận kia trước, rồi chọn lại.',
  },
  'VALIDATION.ruleUnsound': {
    title: 'Cách chấm chưa đúng',
    detail: '[Tiêu chí {at}: ]các mức điểm không khớp nhau hoặc vượt điểm tối đa. Chưa có gì được ghi.',
    advice: 'Sửa các mức được đánh dấu rồi lưu lại.',
  },
  'VALIDATION.textMissing': {
    title: 'Thiếu mã hoặc tên',
    detail: '[Mục {at}: ]mã và tên không được để trống. Chưa có gì được ghi.',
    advice: 'Nhập mã và tên rồi lưu lại.',
  },
  'VALIDATION.pointsOutOfRange': {
    title: 'Điểm ngoài khoảng cho phép',
    detail: '[Mục {at}: ]điểm tối đa từ 0 trở lên, thang điểm lớn hơn 0. Chưa có gì được ghi.',
    advice: 'Nhập lại điểm.',
  },
  'VALIDATION.placeRefused': {
    title: 'Không dời được tới chỗ đó',
    detail:
      '[Mục {at}: ]bộ tiêu chí có ba cấp; điểm thưởng và điểm trừ đứng riêng, không có mục con. Chưa có gì được ghi.',
    advice: 'Chọn chỗ khác.',
  },
  'VALIDATION.rule': {
    title: 'Quy tắc chấm không đọc được',
    detail: '[Ô {at}: ]tham số của cách chấm sai. Chưa có gì được ghi.',
    advice: 'Sửa cột quy tắc trong tệp bộ tiêu chí.',
  },
  'VALIDATION.duplicateCode': {
    title: 'Mã bị trùng',
    detail: '[Mã “{code}” xuất hiện nhiều lần. ]Chưa có gì được ghi.',
    advice: 'Mỗi đơn vị và mỗi tiêu chí phải có mã riêng.',
  },
  'VALIDATION.unknownCode': {
    title: 'Mã không có trong danh mục',
    detail: '[Không tìm thấy mã “{code}”. ]Chưa có gì được ghi.',
    advice: 'Kiểm tra lại mã trong tệp nguồn.',
  },
  'VALIDATION.emptyTable': {
    title: 'Bảng không có dòng dữ liệu',
    detail: 'Tệp đọc được nhưng không có đơn vị hoặc tiêu chí nào.',
    advice: 'Chọn tệp có dòng tiêu đề và ít nhất một dòng số liệu.',
  },
  'VALIDATION.badDate': {
    title: 'Ngày không hợp lệ',
    detail: '[“{text}” không phải là ngày. ]',
    advice: 'Nhập ngày theo dạng ngày/tháng/năm, ví dụ 05/11/2023.',
  },
  'VALIDATION.preflight': {
    title: 'Chưa xuất được phụ lục',
    detail: 'Kiểm tra trước khi xuất còn[ {count}] lỗi phải sửa. Chưa có gì được ghi.',
    advice: 'Sửa các lỗi trong danh sách rồi xuất lại.',
  },
  'VALIDATION.importRejected': {
    title: 'Tệp có lỗi, chưa nhập gì',
    detail: 'Danh sách dưới đây ghi địa chỉ từng ô sai.[ Tổng số lỗi: {count}.]',
    advice: 'Sửa các ô đó trong tệp nguồn rồi xem trước lại.',
  },
  'VALIDATION.nothingToUndo': {
    title: 'Không còn bước nào để hoàn tác',
    detail: 'Dữ liệu không thay đổi.',
    advice: 'Xem Nhật ký để biết các thay đổi trước đó.',
  },
  'VALIDATION.nothingToRedo': {
    title: 'Không còn bước nào để làm lại',
    detail: 'Dữ liệu không thay đổi.',
    advice: 'Chỉ làm lại được ngay sau khi hoàn tác.',
  },
  'VALIDATION.notUndoable': {
    title: 'Bước này không hoàn tác được',
    detail: 'Dữ liệu không thay đổi.',
    advice: 'Sửa trực tiếp giá trị cần đổi; mọi thay đổi đều có trong Nhật ký.',
  },
  'VALIDATION.notACut': {
    title: 'Ô này không bị giảm điểm',
    detail: '[Ô {at}: ]chỉ ô có điểm thẩm định thấp hơn điểm tự chấm mới cần giải trình. Chưa có gì được ghi.',
    advice: 'Tải lại danh sách ô bị giảm điểm rồi mở đợt giải trình lại.',
  },
  'VALIDATION.explanationPending': {
    title: 'Ô đang chờ giải trình ở đợt khác',
    detail: '[Ô {at} ]đang nằm trong một đợt giải trình chưa xong. Chưa có gì được ghi.',
    advice: 'Bỏ ô đó khỏi đợt mới, hoặc quyết định xong ở đợt cũ trước.',
  },
  'VALIDATION.explanationState': {
    title: 'Bước này không hợp với trạng thái giải trình',
    detail: '[Ô {at}: ]trạng thái giải trình hiện tại không cho làm bước này. Chưa có gì được ghi.',
    advice: 'Xem lại trạng thái của ô trong thẻ Giải trình.',
  },
  'VALIDATION.answerMissing': {
    title: 'Đơn vị chưa giải trình',
    detail: '[Ô {at}: ]chưa ghi nội dung giải trình nên chưa chấp nhận được. Chưa có gì được ghi.',
    advice: 'Ghi giải trình của đơn vị trước, hoặc giữ điểm thẩm định kèm lý do.',
  },
  'VALIDATION.grantTooLow': {
    title: 'Điểm chấp nhận phải cao hơn điểm thẩm định',
    detail: '[Ô {at}: ]chấp nhận mà không tăng điểm tức là không chấp nhận. Chưa có gì được ghi.',
    advice: 'Nhập điểm cao hơn điểm thẩm định, hoặc chọn Không chấp nhận.',
  },
  'VALIDATION.deadlinePast': {
    title: 'Hạn giải trình đã qua',
    detail: 'Hạn phải là hôm nay hoặc một ngày sau hôm nay. Chưa có gì được ghi.',
    advice: 'Chọn lại hạn giải trình.',
  },
  'VALIDATION.roundClosed': {
    title: 'Đợt giải trình đã đóng',
    detail: '[Đợt “{name}” ]không nhận thêm thay đổi. Chưa có gì được ghi.',
    advice: 'Mở một đợt giải trình mới cho các ô còn vướng.',
  },
  'VALIDATION.explanationsUndecided': {
    title: 'Còn giải trình chưa quyết định',
    detail: '[Còn {count} ô ]đơn vị đã giải trình nhưng chưa chấp nhận hay không chấp nhận. Đợt vẫn mở.',
    advice: 'Quyết định các ô đó rồi đóng đợt.',
  },
  'VALIDATION.explanationsUnanswered': {
    title: 'Còn ô chưa giải trình',
    detail: '[Còn {count} ô ]đơn vị chưa giải trình. Đợt vẫn mở.',
    advice: 'Ghi lý do giữ điểm thẩm định cho các ô đó khi đóng đợt, hoặc ghi giải trình trước.',
  },
  'VALIDATION.unitHasCells': {
    title: 'Đơn vị[ {unit}] đã có số liệu trong kỳ',
    detail: '[Có {count} ô, tài liệu hoặc trao đổi. ]Bỏ đơn vị khỏi kỳ sẽ mất số liệu đó nên chưa có gì được ghi.',
    advice: 'Nếu không xếp hạng đơn vị, hãy đánh dấu “Chấm nhưng không xếp hạng”; nếu nhập nhầm, xóa các ô trước.',
  },
  'VALIDATION.moveLeavesCells': {
    title: 'Cần xác nhận số ô không còn được tính',
    detail:
      '[Đơn vị {unit} có {count} ô nhập theo bộ tiêu chí của khối đang ở; ]sang khối khác các ô đó giữ trong tệp nhưng không được tính. Chưa có gì được ghi.',
    advice: 'Xem lại số ô rồi xác nhận chuyển khối.',
  },
  'VALIDATION.unitOutsidePeriod': {
    title: 'Đơn vị không tồn tại trong kỳ đánh giá',
    detail: '[“{name}” ({unit}) ]không tồn tại vào ngày nào của kỳ. Chưa có gì được ghi.',
    advice: 'Chọn đơn vị kế thừa, hoặc sửa ngày hiệu lực trong danh mục.',
  },
  'VALIDATION.unitRegistry': {
    title: 'Danh mục đơn vị không nhận thay đổi này',
    detail: 'Lý do ghi theo từng đơn vị. Chưa có gì được ghi.',
    advice: 'Sửa ngày, mã hoặc đơn vị đã chọn rồi ghi lại.',
  },
  'VALIDATION.noSuchStep': {
    title: 'Kỳ đánh giá không chuyển được như vậy',
    detail: 'Trạng thái hiện tại không có bước này, có thể vừa đổi ở cửa sổ khác. Chưa có gì được ghi.',
    advice: 'Xem lại tiến trình của kỳ rồi chọn bước có trong danh sách.',
  },
  'VALIDATION.preconditionsUnmet': {
    title: 'Chưa đủ điều kiện để chuyển bước',
    detail: 'Còn[ {count}] điều kiện chưa đạt. Chưa có gì được ghi.',
    advice: 'Làm xong các việc trong danh sách rồi chuyển lại.',
  },
  'VALIDATION.cycleSettings': {
    title: 'Chưa lưu được kỳ đánh giá',
    detail: 'Thiết lập còn[ {count}] chỗ chưa đúng. Chưa có gì được ghi.',
    advice: 'Sửa các chỗ được đánh dấu rồi lưu lại.',
  },
  'VALIDATION.nothingChanged': {
    title: 'Không có gì thay đổi',
    detail: 'Giá trị gửi đi giống hệt giá trị đang có.',
    advice: 'Sửa rồi hãy lưu.',
  },
  'VALIDATION.blockHasUnits': {
    title: 'Khối còn đơn vị',
    detail: '[Khối {block} ]chưa bỏ được vì vẫn có đơn vị. Chưa có gì được ghi.',
    advice: 'Chuyển các đơn vị sang khối khác ở màn hình Đơn vị rồi bỏ khối.',
  },
  'VALIDATION.noUsers': {
    title: 'Tệp này không cần đăng nhập',
    detail: 'Tệp chưa có người dùng: ai ngồi ở máy này cũng làm được mọi việc.',
    advice: 'Muốn phân quyền, tạo người dùng ở màn hình Quản trị.',
  },
  'VALIDATION.loginTaken': {
    title: 'Tên đăng nhập đã có người dùng',
    detail: '[“{login}” đã được đặt cho người khác. ]Chưa có gì được ghi.',
    advice: 'Chọn tên đăng nhập khác; người đã ngừng hoạt động vẫn giữ tên của mình.',
  },
  'VALIDATION.firstUserAdmin': {
    title: 'Người dùng đầu tiên phải là quản trị',
    detail: 'Nếu không, sẽ không ai tạo được người dùng tiếp theo. Chưa có gì được ghi.',
    advice: 'Đánh dấu vai trò Quản trị cho người này.',
  },
  'VALIDATION.lastAdmin': {
    title: 'Phải còn ít nhất một quản trị đang hoạt động',
    detail: 'Thay đổi này sẽ khiến không ai quản lý được người dùng nữa. Chưa có gì được ghi.',
    advice: 'Giao vai trò Quản trị cho một người khác trước.',
  },
  'VALIDATION.passwordTooShort': {
    title: 'Mật khẩu quá ngắn',
    detail: 'Mật khẩu cần ít nhất tám ký tự. Mật khẩu cũ không đổi.',
    advice: 'Chọn một cụm từ dài dễ nhớ, có thể gồm dấu cách và chữ có dấu.',
  },
  'VALIDATION.passwordIsLogin': {
    title: 'Mật khẩu trùng tên đăng nhập',
    detail: 'Ai biết tên đăng nhập cũng sẽ vào được. Mật khẩu cũ không đổi.',
    advice: 'Chọn mật khẩu khác.',
  },
  'VALIDATION.passwordSame': {
    title: 'Mật khẩu mới trùng mật khẩu cũ',
    detail: 'Mật khẩu không đổi.',
    advice: 'Chọn một mật khẩu khác với mật khẩu đang dùng.',
  },
  'NOT_FOUND.record': {
    title: 'Không tìm thấy bản ghi',
    detail: 'Bản ghi có thể vừa bị thay đổi ở cửa sổ khác.',
    advice: 'Tải lại màn hình rồi thử lại.',
  },
  'NOT_FOUND.file': {
    title: 'Không tìm thấy tệp',
    detail: '[“{name}” ]không còn ở chỗ cũ; có thể đã bị đổi tên, chuyển hoặc xóa.',
    advice: 'Tìm tệp bằng lệnh Mở tệp, hoặc gắn lại ổ đĩa chứa tệp.',
  },
  'NOT_FOUND.folder': {
    title: 'Không tìm thấy thư mục',
    detail: '[Thư mục “{name}” ]không còn. Chưa có gì được ghi.',
    advice: 'Chọn thư mục khác.',
  },
  'NOT_FOUND.fileToken': {
    title: 'Tệp đã chọn không còn hiệu lực',
    detail: 'Việc chọn tệp chỉ có hiệu lực trong phiên làm việc này.',
    advice: 'Chọn lại tệp.',
  },
  'NOT_FOUND.noOfficeOpen': {
    title: 'Chưa mở tệp dữ liệu',
    detail: 'Cần một tệp .cchc đang mở để làm việc này.',
    advice: 'Mở hoặc tạo tệp ở màn hình Bắt đầu.',
  },
  'FORBIDDEN.role': {
    title: 'Không đủ quyền',
    detail: 'Vai trò của bạn không được làm việc này. Dữ liệu không thay đổi.',
    advice: 'Liên hệ người quản trị của tệp dữ liệu.',
  },
  'FORBIDDEN.stage': {
    title: 'Cột điểm này không thuộc vai trò của bạn',
    detail: 'Thư ký nhập điểm tự chấm; thẩm định viên nhập điểm thẩm định và điểm sau giải trình. Ô giữ giá trị cũ.',
    advice: 'Nhập ở cột của mình, hoặc nhờ người có vai trò đó.',
  },
  'FORBIDDEN.signedOut': {
    title: 'Chưa đăng nhập',
    detail: 'Tệp có người dùng nên chỉ người đã đăng nhập mới xem và sửa được. Dữ liệu không thay đổi.',
    advice: 'Đăng nhập rồi làm lại.',
  },
  'FORBIDDEN.wrongPassword': {
    title: 'Tên đăng nhập hoặc mật khẩu không đúng',
    detail: 'Dữ liệu không thay đổi.[ Lần thử sau phải đợi {seconds} giây.]',
    advice: 'Kiểm tra bộ gõ và phím Caps Lock; quên mật khẩu thì nhờ quản trị đặt lại.',
  },
  'FORBIDDEN.wait': {
    title: 'Chưa được thử lại',
    detail: 'Vừa nhập sai nhiều lần[, còn phải đợi {seconds} giây]. Lần này không được tính.',
    advice: 'Đợi hết thời gian rồi nhập lại; quên mật khẩu thì nhờ quản trị đặt lại.',
  },
  'FORBIDDEN.inactive': {
    title: 'Tài khoản đã ngừng hoạt động',
    detail: 'Người dùng này không còn được vào tệp.',
    advice: 'Liên hệ người quản trị của tệp dữ liệu.',
  },
  'FORBIDDEN.singleSeat': {
    title: 'Việc này cần người thứ hai',
    detail: 'Tệp chưa có người dùng nên không chứng minh được có hai người khác nhau. Dữ liệu không thay đổi.',
    advice: 'Tạo người dùng ở màn hình Quản trị, rồi để người thứ hai đăng nhập và xác nhận.',
  },
  'FORBIDDEN.samePerson': {
    title: 'Phải do người khác xác nhận',
    detail: 'Người đã lập, nhập hoặc thẩm định không được tự duyệt phần của mình. Dữ liệu không thay đổi.',
    advice: 'Để một người khác có quyền đăng nhập và làm bước này.',
  },
  'CYCLE_SEALED.sealed': {
    title: 'Kỳ đánh giá đã khóa',
    detail: 'Kết quả đã được phê duyệt và khóa. Dữ liệu không thay đổi.',
    advice: 'Muốn sửa phải mở khóa kỳ với lý do và người thứ hai xác nhận.',
  },
  'VERSION_CONFLICT.changedMeanwhile': {
    title: 'Giá trị đã được sửa ở nơi khác',
    detail: 'Ô này vừa thay đổi từ sau khi bạn mở; không có giá trị nào bị ghi đè.',
    advice: 'Xem giá trị mới rồi nhập lại nếu vẫn cần.',
  },
  'CONSTRAINT.constraint': {
    title: 'Thay đổi trái quy tắc của dữ liệu',
    detail: 'Tệp dữ liệu từ chối thay đổi này. Chưa có gì được ghi.',
    advice: 'Kiểm tra mã trùng hoặc liên kết đến mục đã xóa.',
  },
  'DB_BUSY.busy': {
    title: 'Dữ liệu đang bận',
    detail: 'Yêu cầu chưa được trả lời trong thời gian chờ.',
    advice: 'Đợi việc đang chạy xong rồi thử lại.',
  },
  'DB_READONLY.readOnlyFile': {
    title: 'Tệp chỉ đọc',
    detail: '[“{name}” ]không cho ghi, nên không lưu được thay đổi. Dữ liệu cũ còn nguyên.',
    advice: 'Bỏ thuộc tính chỉ đọc của tệp, hoặc chép tệp sang thư mục khác rồi mở bản đó.',
  },
  'DB_READONLY.readOnlyFolder': {
    title: 'Thư mục chỉ đọc',
    detail: 'Không ghi được vào thư mục[ “{name}”]. Dữ liệu cũ còn nguyên.',
    advice: 'Chọn thư mục mà bạn có quyền ghi, ví dụ Documents.',
  },
  'DB_CORRUPT.damaged': {
    title: 'Tệp dữ liệu bị hỏng',
    detail: '[“{name}” ]không đọc được trọn vẹn. Chương trình không sửa gì trong tệp này.',
    advice: 'Giữ nguyên tệp hỏng, mở bản sao lưu gần nhất; nếu không có, nhờ bộ phận kỹ thuật phục hồi.',
  },
  'DB_CORRUPT.chainBroken': {
    title: 'Nhật ký không khớp chuỗi kiểm tra',
    detail: 'Có bản ghi bị sửa ngoài chương trình[, đầu tiên là số {seq}].',
    advice: 'Mở Nhật ký, chạy Kiểm tra chuỗi và đối chiếu với bản sao lưu.',
  },
  'DB_CORRUPT.credential': {
    title: 'Mật khẩu bị thay ngoài chương trình',
    detail: 'Mật khẩu[ của {login}] trong tệp không khớp với nhật ký, nên không dùng để đăng nhập được.',
    advice: 'Nhờ quản trị khác đặt lại mật khẩu, hoặc khôi phục bằng dòng lệnh, rồi chạy Kiểm tra chuỗi.',
  },
  'DB_FROM_FUTURE.newerApp': {
    title: 'Tệp do phiên bản mới hơn tạo ra',
    detail:
      '[Tệp “{name}” ]dùng cấu trúc[ {fileVersion}] mà phiên bản này[ ({appVersion})] chưa biết. Tệp không bị thay đổi.',
    advice: 'Cập nhật chương trình rồi mở lại tệp.',
  },
  'FILE_LOCKED.openElsewhere': {
    title: 'Tệp đang mở ở nơi khác',
    detail: '[“{name}” ]đang được một chương trình khác giữ.',
    advice: 'Đóng tệp ở cửa sổ hoặc máy kia rồi mở lại.',
  },
  'FILE_LOCKED.targetOpen': {
    title: 'Tệp đích đang mở',
    detail: '[“{name}” ]đang mở trong chương trình khác, có thể là Excel. Tệp cũ còn nguyên.',
    advice: 'Đóng tệp đó trong Excel rồi xuất lại, hoặc chọn tên khác.',
  },
  'FILE_FORMAT.notOfficeFile': {
    title: 'Không phải tệp dữ liệu chấm điểm',
    detail: '[“{name}” ]không phải tệp .cchc do chương trình này tạo. Tệp không bị thay đổi.',
    advice: 'Chọn tệp .cchc; bảng điểm Excel hoặc CSV thì dùng Nhập bảng điểm.',
  },
  'FILE_FORMAT.networkPath': {
    title: 'Không mở tệp trên ổ mạng',
    detail: 'Tệp dữ liệu đặt trên thư mục dùng chung qua mạng có thể bị hỏng khi ghi.',
    advice: 'Chép tệp về ổ đĩa của máy này rồi mở; gửi cho người khác bằng tệp xuất ra.',
  },
  'FILE_FORMAT.notCsv': {
    title: 'Không đọc được tệp CSV',
    detail: '[Lỗi ở dòng {line}. ]Chưa có gì được nhập.',
    advice: 'Lưu lại bảng dưới dạng CSV UTF-8 rồi thử lại.',
  },
  'FILE_FORMAT.notXlsx': {
    title: 'Không đọc được tệp Excel',
    detail: '[“{name}” ]không phải tệp .xlsx hợp lệ hoặc bị hỏng. Chưa có gì được nhập.',
    advice: 'Mở tệp bằng Excel, lưu lại dạng .xlsx rồi thử lại.',
  },
  'FILE_FORMAT.oldXls': {
    title: 'Tệp Excel kiểu cũ (.xls)',
    detail: 'Chương trình chỉ đọc .xlsx và .csv. Chưa có gì được nhập.',
    advice: 'Mở tệp bằng Excel và lưu lại dạng .xlsx.',
  },
  'FILE_FORMAT.encoding': {
    title: 'Bảng mã của tệp không đúng',
    detail: 'Chữ trong tệp không phải UTF-8, tiếng Việt sẽ sai. Chưa có gì được nhập.',
    advice: 'Lưu lại tệp dưới dạng CSV UTF-8.',
  },
  'FILE_FORMAT.tooLarge': {
    title: 'Tệp quá lớn',
    detail: '[“{name}” ]vượt giới hạn đọc[ {limit}]. Chưa có gì được nhập.',
    advice: 'Bỏ các trang và cột không cần rồi thử lại.',
  },
  'FILE_FORMAT.zipBomb': {
    title: 'Tệp Excel có cấu trúc đáng ngờ',
    detail: 'Nội dung nén phình ra quá mức cho phép nên không được mở. Chưa có gì được nhập.',
    advice: 'Kiểm tra nguồn gốc của tệp.',
  },
  'FILE_FORMAT.emptyFile': {
    title: 'Tệp[ “{name}”] trống',
    detail: 'Tệp không có nội dung nên chưa được gắn làm tài liệu kiểm chứng.',
    advice: 'Kiểm tra lại tệp rồi thả vào lần nữa.',
  },
  'FILE_FORMAT.attachmentTooLarge': {
    title: 'Tệp[ “{name}”] quá lớn để gắn vào ô',
    detail: 'Mỗi tài liệu kiểm chứng được tối đa[ {limit}]. Tệp chưa được gắn.',
    advice: 'Quét lại ở độ phân giải thấp hơn hoặc chia tệp, rồi gắn lại.',
  },
  'FILE_FORMAT.targetIsOffice': {
    title: 'Đích[ “{name}”] là một tệp chấm điểm',
    detail: 'Ghi đè lên đó sẽ mất toàn bộ số liệu của tệp, nên chưa có gì được ghi.',
    advice: 'Chọn tên khác cho tệp cần xuất.',
  },
  'FILE_FORMAT.exists': {
    title: 'Đã có tệp cùng tên',
    detail: '[“{name}” ]đã tồn tại và không bị ghi đè.',
    advice: 'Chọn tên khác.',
  },
  'FILE_FORMAT.noHeader': {
    title: 'Không thấy dòng tiêu đề',
    detail: 'Dòng đầu của bảng phải có tên cột[ ({columns})]. Chưa có gì được nhập.',
    advice: 'Thêm dòng tiêu đề theo hướng dẫn rồi thử lại.',
  },
  'DISK_FULL.full': {
    title: 'Ổ đĩa đã đầy',
    detail: 'Thay đổi cuối chưa được ghi; những gì đã báo “đã ghi” vẫn an toàn.',
    advice: 'Giải phóng dung lượng ổ đĩa rồi nhập lại.',
  },
  'CANCELLED.cancelled': {
    title: 'Đã hủy',
    detail: 'Việc đang làm được dừng lại; không có gì thay đổi.',
    advice: 'Chạy lại khi cần.',
  },
  'OUTCOME_UNKNOWN.dataProcessDied': {
    title: 'Chưa rõ thay đổi đã được ghi chưa',
    detail: 'Phần xử lý dữ liệu dừng giữa chừng. Những gì đã báo “đã ghi” vẫn an toàn.',
    advice: 'Xem lại giá trị hoặc Nhật ký trước khi làm lại.',
  },
  'INTERNAL.bug': {
    title: 'Lỗi của chương trình',
    detail: 'Việc này chưa làm được; dữ liệu đã ghi vẫn an toàn.',
    advice: 'Khởi động lại chương trình; nếu lặp lại, gửi nhật ký lỗi cho bộ phận kỹ thuật.',
  },
};
