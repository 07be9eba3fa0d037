/** Tên các bước trong nhật ký và trong Hoàn tác / Làm lại. */
export const LABELS_VI = {
  'scores.set': 'Nhập điểm {count} ô[ · {unit}][ · {leaf}]',
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
