/** Tên các bước trong nhật ký và trong Hoàn tác / Làm lại. */
export const LABELS_VI = {
  'scores.set': 'Nhập điểm {count} ô[ · {unit}][ · {leaf}]',
  'scores.paste': 'Dán {count} ô[ · {unit}][ · {leaf}]',
  'scores.cut': 'Cắt và dán {count} ô[ · {unit}][ · {leaf}]',
  'scores.fill': 'Điền {count} ô[ · {unit}][ · {leaf}]',
  'scores.series': 'Điền dãy {count} ô[ · {unit}][ · {leaf}]',
  'scores.clear': 'Xóa {count} ô[ · {unit}][ · {leaf}]',
  'scores.replace': 'Thay thế {count} ô[ · {unit}][ · {leaf}]',
  'scores.accept': 'Chấp nhận điểm tự chấm {count} ô[ · {unit}][ · {leaf}]',
  'comment.add': 'Ghi trao đổi[ · {unit}][ · {leaf}]',
  'comment.resolve': 'Đóng trao đổi[ · {unit}][ · {leaf}]',
  'comment.reopen': 'Mở lại trao đổi[ · {unit}][ · {leaf}]',
  'evidence.attach': 'Thêm tài liệu kiểm chứng[ · {unit}][ · {leaf}]',
  'evidence.remove': 'Bỏ tài liệu kiểm chứng[ · {unit}][ · {leaf}]',
  'milestone.add': 'Đặt mốc[ “{name}”]',
  'scores.import': 'Nhập bảng điểm[ {count} ô][ · {name}]',
  'cycle.create': 'Tạo kỳ đánh giá[ “{name}”]',
  'cycle.sample': 'Tạo năm mẫu (số liệu mô phỏng)',
  'cap.set': 'Khống chế xếp loại[ · {unit}]',
  'cap.lift': 'Bỏ khống chế xếp loại[ · {unit}]',
  'annex.export': 'Xuất phụ lục[ · {file}]',
  undo: 'Hoàn tác[: {of}]',
  redo: 'Làm lại[: {of}]',
} as const;

export type LabelKey = keyof typeof LABELS_VI;
