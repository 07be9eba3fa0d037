import type { CycleSettings } from './entities.ts';

/**
 * Starting settings of a new cycle; every one of them is data of the cycle afterwards.
 * Thresholds: published for 2025 (Xuất sắc ≥ 95; Tốt 80–<95; Khá 70–<80; Hoàn thành nhiệm vụ 50–<70); below 50 nothing
 * was published, so "Không xếp loại" is our word. Bonus and penalty caps follow the sample criteria set (assumption).
 * Missing evidence: the Home Ministry's guidance is that the unit explains and the appraiser decides. Cap rules: a
 * disciplined officer caps at Tốt by common practice; the veto is an assumption.
 */
export const DEFAULT_SETTINGS: CycleSettings = {
  classes: [
    { code: 'XS', label: 'Xuất sắc', minMicroPercent: 95_000_000 },
    { code: 'T', label: 'Tốt', minMicroPercent: 80_000_000 },
    { code: 'K', label: 'Khá', minMicroPercent: 70_000_000 },
    { code: 'HT', label: 'Hoàn thành nhiệm vụ', minMicroPercent: 50_000_000 },
  ],
  unclassifiedLabel: 'Không xếp loại',
  classifyBy: 'exact',
  tiePolicy: { kind: 'competition' },
  neighbourMicroPercent: 500_000,
  bonusCapMicro: 2_000_000,
  penaltyCapMicro: 5_000_000,
  printDecimals: 2,
  deadlines: {},
  evidencePolicy: 'explain',
  capRules: [
    { code: 'KL', label: 'Có cán bộ, chiến sĩ bị kỷ luật', classCode: 'T', source: '' },
    { code: 'KHS', label: 'Không gửi hồ sơ tự chấm điểm', classCode: null, source: '' },
  ],
};
