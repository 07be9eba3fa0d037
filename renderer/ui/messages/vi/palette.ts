/** Bảng lệnh (Ctrl+K). */
export const palette = {
  title: 'Tìm hoặc chạy lệnh',
  placeholder: 'Tên lệnh, màn hình, đơn vị hoặc tiêu chí',
  results: 'Kết quả',
  nothing: 'Không có lệnh, đơn vị hay tiêu chí nào khớp.',
  commands: 'Lệnh',
  screens: 'Màn hình',
  units: 'Đơn vị',
  criteria: 'Tiêu chí',
  help: '↑ ↓ để chọn · Enter để chạy · Esc để đóng',
} as const;
