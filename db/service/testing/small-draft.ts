import type { CycleDraft, NodeDraft, UnitDraft } from '#shared/domain/cycle-draft.ts';
import { DEFAULT_SETTINGS } from '#shared/domain/default-settings.ts';
import type { Rule } from '#shared/domain/rules.ts';

/** Two fields, three leaves (6 + 2 + 2 points), three units: small enough to compute by hand. Invented. */
export function smallDraft(changes: Partial<CycleDraft> = {}): CycleDraft {
  return {
    name: 'Kỳ thử',
    year: 2024,
    periodStart: '2023-11-16',
    periodEnd: '2024-11-15',
    state: 'entered',
    settings: DEFAULT_SETTINGS,
    simulated: true,
    blocks: [
      {
        code: 'K1',
        name: 'Khối thử',
        criteriaSet: {
          name: 'Bộ thử',
          scaleMicro: 10_000_000,
          nodes: [
            node('I', null, 'field', 6, null),
            node('1.1', 'I', 'criterion', 6, { kind: 'manual' }),
            node('II', null, 'field', 4, null),
            node('2.1', 'II', 'criterion', 4, null),
            node('2.1.1', '2.1', 'subCriterion', 2, {
              kind: 'ratio',
              floorMicroPercent: 70_000_000,
              onZeroDenominator: 'notApplicable',
            }),
            node('2.1.2', '2.1', 'subCriterion', 2, { kind: 'survey' }),
          ],
        },
        units: [unit('A', 5), unit('B', 4), unit('C', 3)],
      },
    ],
    ...changes,
  };
}

function node(
  code: string,
  parentCode: string | null,
  level: NodeDraft['level'],
  max: number,
  rule: Rule | null,
): NodeDraft {
  return {
    code,
    parentCode,
    level,
    rule,
    section: 'core',
    name: `Mục ${code}`,
    maxMicro: max * 1e6,
    ruleText: '',
    evidenceText: '',
    evidencePolicy: 'explain',
  };
}

function unit(code: string, points: number): UnitDraft {
  return {
    code,
    name: `Đơn vị ${code}`,
    shortName: code,
    ranked: true,
    previous: null,
    cells: [
      {
        leafCode: '1.1',
        selfMicro: points * 1e6,
        appraisedMicro: null,
        finalMicro: null,
        declared: null,
        notApplicableReason: null,
        cutReason: '',
        evidence: [],
      },
    ],
  };
}
