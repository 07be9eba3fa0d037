/**
 * Phụ lục I–III of a cycle as one workbook model. Called by db/service inside a read transaction; pure, so the same
 * input gives the same workbook. Must not look anything up nor format for a screen.
 */
import { buildRankingSheet } from './annex-1.ts';
import { buildFieldSheets } from './annex-2.ts';
import { buildSummarySheet } from './annex-3.ts';
import type { AnnexInput } from './annex-input.ts';
import { PARAMETER_FIRST_CLASS_ROW, planAnnexes } from './annex-plan.ts';
import { buildParameterSheet } from './parameter-sheet.ts';
import { buildPointsSheet } from './points-sheet.ts';
import type { SheetModel, WorkbookModel } from './sheet-model.ts';
import { SIMULATED_WORDS } from './simulated-words.ts';

/** Annexes first, in their order, then the sheets their formulas rest on (ranking if not an annex, points, parameters). */
export function buildAnnexes(input: AnnexInput): WorkbookModel {
  const plan = planAnnexes(input);
  const wants = (code: 'I' | 'II' | 'III') => input.annexes.includes(code);
  const needsRanking = wants('I') || wants('III');
  const rankings = needsRanking ? plan.blocks.map((block) => buildRankingSheet(plan, block, wants('I'))) : [];
  const rankingSheets = rankings.map((ranking) => ranking.sheet);
  const sheets: readonly SheetModel[] = [
    ...(wants('I') ? rankingSheets : []),
    ...(wants('II') ? plan.blocks.flatMap((block) => buildFieldSheets(plan, block)) : []),
    ...(wants('III')
      ? [
          buildSummarySheet(
            plan,
            rankings.map((ranking) => ranking.places),
          ),
        ]
      : []),
    ...(wants('I') ? [] : rankingSheets),
    ...plan.blocks.map((block) => buildPointsSheet(plan, block)),
    buildParameterSheet(plan),
  ];
  const { cycle } = input.structure;
  const classCount = plan.settings.classes.length;
  return {
    sheets,
    definedNames: [
      {
        name: 'BangXepLoai',
        sheet: plan.parameterSheet,
        area: { top: PARAMETER_FIRST_CLASS_ROW, left: 2, bottom: PARAMETER_FIRST_CLASS_ROW + classCount, right: 3 },
      },
    ],
    properties: {
      title: `Phụ lục ${input.annexes.join(', ')} - ${cycle.name}`,
      subject: `Chỉ số cải cách hành chính năm ${cycle.year}${cycle.simulated ? ` (${SIMULATED_WORDS})` : ''}`,
      creator: `Chấm điểm CCHC ${input.appVersion}`,
      description: `Quy tắc tính ${input.ranking.engineVersion}; nhật ký ${input.ranking.seq} ${input.logHash}`,
      keywords: cycle.simulated ? SIMULATED_WORDS : '',
    },
  };
}
