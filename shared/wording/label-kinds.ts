import type { Language } from './language.ts';

/** Kinds of steps the log can be narrowed to: first part of a label's key, and its word. */
export const LABEL_KINDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  scores: { vi: 'Điểm', en: 'Scores' },
  comment: { vi: 'Trao đổi', en: 'Comments' },
  evidence: { vi: 'Tài liệu kiểm chứng', en: 'Evidence' },
  explanation: { vi: 'Giải trình', en: 'Explanations' },
  unit: { vi: 'Đơn vị', en: 'Units' },
  cycleUnit: { vi: 'Đơn vị trong kỳ', en: 'Units of a cycle' },
  milestone: { vi: 'Mốc', en: 'Milestones' },
  cap: { vi: 'Khống chế xếp loại', en: 'Class caps' },
  cycle: { vi: 'Kỳ đánh giá', en: 'Cycles' },
  criteria: { vi: 'Bộ tiêu chí', en: 'Criteria sets' },
  user: { vi: 'Người dùng', en: 'Users' },
  settings: { vi: 'Thiết lập của tệp', en: 'Settings of the file' },
  annex: { vi: 'Xuất phụ lục', en: 'Annex exports' },
  undo: { vi: 'Hoàn tác, làm lại', en: 'Undo and redo' },
};
