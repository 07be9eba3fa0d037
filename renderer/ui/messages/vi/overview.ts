/** Màn hình Tổng quan. */
export const overview = {
  year: {
    state: 'Trạng thái',
    period: 'Thời gian đánh giá',
    milestone: 'Mốc gần nhất',
    noMilestone: 'chưa đặt mốc nào',
    left: 'còn {{days}} ngày',
    past: 'đã qua {{days}} ngày',
    deadline: 'hạn {{day}}, {{left}}',
  },
  states: {
    entered: 'Đang nhập tự chấm',
    received: 'Đã tiếp nhận',
    appraised: 'Đã thẩm định',
    explained: 'Đã giải trình',
    surveyed: 'Đã điều tra xã hội học',
    synthesised: 'Đã tổng hợp',
    approved: 'Đã phê duyệt',
    sealed: 'Đã khóa',
    published: 'Đã công bố',
  },
  waiting: {
    title: 'Chờ tôi xử lý',
    none: 'Không có ô nào chờ bạn xử lý.',
    cells: '{{count}} ô',
  },
  board: {
    title: 'Mức độ đầy đủ theo đơn vị và lĩnh vực',
    stage: 'Loại điểm',
    unit: 'Đơn vị',
    outsideShort: '±',
    outside: 'Điểm thưởng, điểm trừ',
    missingEvidence: 'Thiếu TLKC',
    unexplained: 'Chưa giải trình',
    cell: '{{unit}} · lĩnh vực {{field}}: {{done}}/{{all}} ô',
  },
} as const;
