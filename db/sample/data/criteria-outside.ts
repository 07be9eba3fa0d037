/**
 * Bonus and penalty of the sample year, the same for every block. They stand outside the hundred points with caps of
 * their own (assumption of this sample, not official).
 */
import type { NodeDraft } from '#shared/domain/cycle-draft.ts';
import { events, leaf, outside } from '../criteria-shorthand.ts';

export const criteriaOutside: readonly NodeDraft[] = [
  // The text names the two merits and the cap but no points for each: one point each.
  outside(
    'bonus',
    leaf(
      'B1',
      'Điểm thưởng (mô hình được Bộ nhân rộng; dẫn đầu chuyển đổi số)',
      2,
      events(['model', 'mô hình được Bộ nhân rộng', 1], ['digital_lead', 'dẫn đầu chuyển đổi số', 1]),
      'tối đa +2, tổng không quá 100',
      'Quyết định',
    ),
  ),
  outside(
    'penalty',
    leaf(
      'P1',
      'Điểm trừ (không gửi/gửi chậm hồ sơ; bị phê bình bằng văn bản)',
      5,
      events(['late_day', 'ngày chậm hồ sơ', 0.1, 1], ['criticism', 'lần bị phê bình bằng văn bản', 0.5]),
      'chậm hồ sơ mỗi ngày −0,1 (tối đa −1); phê bình mỗi lần −0,5; tối đa −5',
      'Văn bản',
    ),
  ),
];
