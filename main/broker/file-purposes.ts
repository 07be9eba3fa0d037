/** What a dialog looks like for each purpose a page may ask a file for. Data only. */
import type { FilePurpose, Preferences } from '#shared/contract/desktop.ts';

type Text = Readonly<Record<Preferences['language'], string>>;

export interface PurposeDialog {
  readonly kind: 'open' | 'save';
  readonly title: Text;
  readonly filter: Text;
  /** Without dot; the first is added to a new file's name. */
  readonly extensions: readonly [string, ...string[]];
}

const OFFICE_FILTER: Text = { vi: 'Tệp chấm điểm CCHC', en: 'Reform office file' };
const TABLE_FILTER: Text = { vi: 'Bảng tính (Excel, CSV)', en: 'Tables (Excel, CSV)' };

export const PURPOSE_DIALOGS: Readonly<Record<FilePurpose, PurposeDialog>> = {
  openOffice: {
    kind: 'open',
    title: { vi: 'Mở tệp chấm điểm', en: 'Open an office file' },
    filter: OFFICE_FILTER,
    extensions: ['cchc'],
  },
  createOffice: {
    kind: 'save',
    title: { vi: 'Tạo tệp chấm điểm mới', en: 'Create an office file' },
    filter: OFFICE_FILTER,
    extensions: ['cchc'],
  },
  createSample: {
    kind: 'save',
    title: { vi: 'Lưu năm mẫu (số liệu mô phỏng) vào', en: 'Save the sample year (simulated figures) to' },
    filter: OFFICE_FILTER,
    extensions: ['cchc'],
  },
  exportAnnexes: {
    kind: 'save',
    title: { vi: 'Xuất phụ lục ra Excel', en: 'Export annexes to Excel' },
    filter: { vi: 'Sổ tính Excel', en: 'Excel workbook' },
    extensions: ['xlsx'],
  },
  importCriteria: {
    kind: 'open',
    title: { vi: 'Chọn bộ tiêu chí', en: 'Choose a criteria set' },
    filter: TABLE_FILTER,
    extensions: ['xlsx', 'csv'],
  },
  importScores: {
    kind: 'open',
    title: { vi: 'Chọn bảng điểm', en: 'Choose a score table' },
    filter: TABLE_FILTER,
    extensions: ['xlsx', 'csv'],
  },
  attachEvidence: {
    kind: 'open',
    title: { vi: 'Chọn tài liệu kiểm chứng', en: 'Choose evidence' },
    filter: { vi: 'Tài liệu', en: 'Documents' },
    extensions: ['pdf', 'docx', 'xlsx', 'doc', 'xls', 'jpg', 'jpeg', 'png', 'tif', 'zip'],
  },
  saveEvidenceCopy: {
    kind: 'save',
    title: { vi: 'Lưu bản sao tài liệu kiểm chứng', en: 'Save a copy of the evidence' },
    filter: { vi: 'Tài liệu', en: 'Documents' },
    extensions: ['pdf', 'docx', 'xlsx', 'doc', 'xls', 'jpg', 'jpeg', 'png', 'tif', 'zip'],
  },
};
