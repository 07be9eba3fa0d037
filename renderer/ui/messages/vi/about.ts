/** Giới thiệu chương trình. */
export const about = {
  title: 'Giới thiệu chương trình',
  version: 'Phiên bản',
  runtime: 'Nền chạy',
  runtimeOfficial: 'Electron chính thức',
  runtimeFallback: 'Electron dự phòng, chỉ dùng để phát triển và kiểm thử',
  licences: 'Giấy phép của các thành phần',
  close: 'Đóng',
} as const;
