/**
 * A made-up cycle small enough to read in a snapshot and with one of everything: two fields, a childless criterion,
 * survey, bonus, penalty, n/a, a blank, an exact tie, an unranked unit, last year, a second block. All figures are
 * invented (số liệu mô phỏng).
 */
import type { BlockDraft, CellDraft, CycleDraft, NodeDraft, UnitDraft } from '../../domain/cycle-draft.ts';
import { DEFAULT_SETTINGS } from '../../domain/default-settings.ts';
import type { CycleSettings } from '../../domain/entities.ts';

const NODES: readonly NodeDraft[] = [
  node('I', null, 'field', 60, null),
  node('1.1', 'I', 'criterion', 40, null),
  node('1.1.1', '1.1', 'subCriterion', 25, 'manual'),
  node('1.1.2', '1.1', 'subCriterion', 15, 'manual'),
  node('1.2', 'I', 'criterion', 20, 'survey'),
  node('II', null, 'field', 40, null),
  node('2.1', 'II', 'criterion', 40, 'manual'),
  { ...node('B1', null, 'field', 2, 'manual'), section: 'bonus' },
  { ...node('P1', null, 'field', 5, 'manual'), section: 'penalty' },
];

type Points = number | 'n/a' | null;

const K1_UNITS: readonly UnitDraft[] = [
  unit('A01', 'Cục Một', [25, 15, 19.1, 38.333333, 2, null], { year: 2022, index: 93.456, rank: 2 }),
  unit('A02', '=1+1', [20, 15, 18, 32.1, 0, 0.5], null),
  unit('A03', 'Phòng Ba', [20, 15, 17, 33.1, null, 0.5], { year: 2022, index: 80, rank: 1 }),
  unit(
    'A04',
    'Văn phòng Bốn có tên rất dài để phải xuống dòng trong ô',
    [10, 'n/a', 12.345678, null, null, null],
    null,
  ),
  { ...unit('A05', 'Đơn vị mới', [25, 15, 20, 40, 3, null], null), ranked: false },
  unit('A06', 'Đơn vị không có lĩnh vực II', [24, 14, 19.995, 'n/a', null, null], {
    year: 2022,
    index: 97,
    rank: null,
  }),
];
const K2_UNITS: readonly UnitDraft[] = [
  unit('B01', 'Công an tỉnh Một', [25, 15, 20, 34.995, null, null], null),
  unit('B02', 'Công an tỉnh Hai', [0, 0, 0, 0, null, 5], null),
  unit('B03', 'Công an tỉnh Ba', ['n/a', 'n/a', 'n/a', 'n/a', null, null], null),
];

/** The cycle, with other settings where a test wants them. */
export function smallCycle(settings: Partial<CycleSettings> = {}): CycleDraft {
  return {
    name: 'Kỳ thử',
    year: 2023,
    periodStart: '2022-11-16',
    periodEnd: '2023-11-15',
    state: 'synthesised',
    settings: { ...DEFAULT_SETTINGS, ...settings },
    simulated: true,
    blocks: [block('K1', 'Đơn vị thuộc Bộ', K1_UNITS), block('K2', 'Công an địa phương', K2_UNITS)],
  };
}

function block(code: string, name: string, units: readonly UnitDraft[]): BlockDraft {
  return { code, name, units, criteriaSet: { name: `Bộ ${code}`, scaleMicro: 100_000_000, nodes: NODES } };
}

function node(
  code: string,
  parentCode: string | null,
  level: NodeDraft['level'],
  max: number,
  kind: 'manual' | 'survey' | null,
): NodeDraft {
  return {
    code,
    parentCode,
    level,
    section: 'core',
    name: `Nội dung ${code}`,
    maxMicro: max * 1e6,
    rule: kind === null ? null : { kind },
    ruleText: '',
    evidenceText: '',
    evidencePolicy: 'explain',
  };
}

function unit(
  code: string,
  name: string,
  points: readonly Points[],
  previous: { readonly year: number; readonly index: number; readonly rank: number | null } | null,
): UnitDraft {
  const leaves = ['1.1.1', '1.1.2', '1.2', '2.1', 'B1', 'P1'];
  return {
    code,
    name,
    shortName: code,
    ranked: true,
    previous: previous && {
      year: previous.year,
      rank: previous.rank,
      indexMicroPercent: Math.round(previous.index * 1e6),
      classCode: null,
    },
    cells: leaves.flatMap((leafCode, i): readonly CellDraft[] => {
      const value = points[i] ?? null;
      if (value === null) return [];
      const micro = value === 'n/a' ? null : Math.round(value * 1e6);
      return [
        {
          leafCode,
          selfMicro: micro,
          appraisedMicro: micro,
          finalMicro: micro,
          declared: null,
          notApplicableReason: value === 'n/a' ? 'Không phát sinh' : null,
          cutReason: '',
          evidence: [],
        },
      ];
    }),
  };
}
