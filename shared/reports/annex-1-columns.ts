/** The columns of phụ lục I: heading, width and how a unit's cell is made. One entry per column, in printed order. */
import { formatMicro } from '../util/decimal.ts';
import {
  INDEX_DECIMALS,
  NO_FIGURE,
  WITHHELD_LABEL,
  applicableFormula,
  leafRanges,
  parameterAddresses,
  pointsRow,
  type AnnexPlan,
  type BlockPlan,
} from './annex-plan.ts';
import { countedPoints } from './counted-points.ts';
import { rankFormula, tieColumns } from './rank-formula.ts';
import { here, roundIndex, type RankingColumn, type RankingKey, type RankingRow } from './ranking-row.ts';
import { blank, formula, number, text } from './sheet-builder.ts';
import type { CellModel } from './sheet-model.ts';

const CORE = 0;
const BONUS = 1;
const PENALTY = 2;

/** Columns for this cycle; caps and last year appear only where some unit of the cycle has them. */
export function rankingColumns(plan: AnnexPlan, block: BlockPlan): readonly RankingColumn[] {
  const { hasCaps, hasPrevious, settings } = plan;
  const previousYear = block.ranked.rows.find((unit) => unit.previous !== null)?.previous?.year;
  const before = previousYear === undefined ? 'Năm trước' : `Năm ${previousYear}`;
  return [
    column('stt', 'STT', 26, ({ index }) => number('integer', index + 1)),
    column('unit', 'Đơn vị', 140, ({ unit }) => text('text', unit.name)),
    column('self', 'Điểm tự chấm', 38, ({ unit }) => number('points', points(unit.selfMicro))),
    column('appraised', 'Điểm thẩm định', 38, ({ unit }) => number('points', points(unit.appraisedMicro))),
    column('survey', 'Điểm ĐTXHH', 47, surveyCell),
    column('bonus', 'Điểm thưởng', 44, (row) => sectionCell(row, BONUS)),
    column('penalty', 'Điểm trừ', 34, (row) => sectionCell(row, PENALTY)),
    column('total', 'Tổng điểm', 38, totalCell),
    column('applicable', 'Điểm tối đa áp dụng', 40, applicableCell),
    column('index', 'Chỉ số (%)', 38, indexCell),
    column('rank', 'Hạng', 36, (row) =>
      row.unit.rank === null
        ? text('centred', NO_FIGURE)
        : formula('integer', rankFormula(row, settings.tiePolicy), row.unit.rank),
    ),
    ...(hasCaps
      ? [
          column('classByThreshold', 'Loại theo chỉ số', 60, (row) => thresholdClassCell(row)),
          column('cap', 'Mức khống chế', 60, capCell),
        ]
      : []),
    column('class', 'Xếp loại', 60, (row) => (hasCaps ? cappedClassCell(row) : thresholdClassCell(row))),
    ...(hasPrevious
      ? [
          column('previousIndex', 'Chỉ số (%)', 38, previousIndexCell, before),
          column('previousRank', 'Hạng', 36, previousRankCell, before),
          column('indexChange', 'Chỉ số', 40, indexChangeCell, 'Tăng, giảm'),
          column('rankChange', 'Hạng', 36, rankChangeCell, 'Tăng, giảm'),
        ]
      : []),
    ...tieColumns(plan, block),
  ];
}

function column(
  key: RankingKey,
  head: string,
  widthPt: number,
  cell: RankingColumn['cell'],
  group: string | null = null,
): RankingColumn {
  return { key, head, widthPt, cell, group, helper: false };
}

function points(micro: number): number {
  return micro / 1e6;
}

function leavesOf(row: RankingRow, section: number): readonly string[] {
  const { set } = row.block.source;
  return leafRanges(row.block, pointsRow(row.index), (leaf) => set.sectionOfLeaf[leaf] === section);
}

function surveyCell(row: RankingRow): CellModel {
  const { set } = row.block.source;
  const isSurvey = (leaf: number) => set.sectionOfLeaf[leaf] === CORE && set.leaves[leaf]?.rule?.kind === 'survey';
  const ranges = leafRanges(row.block, pointsRow(row.index), isSurvey);
  const counted = set.leaves.reduce((sum, _, leaf) => sum + (isSurvey(leaf) ? countedMicro(row, leaf) : 0), 0);
  const value = points(row.unit.surveyMicro);
  // The engine reports survey points as entered; were some not counted (no evidence), the leaves would not add up to it.
  if (ranges.length === 0 || counted !== row.unit.surveyMicro) return number('points', value);
  return formula('points', `ROUND(SUM(${ranges.join(',')}),6)`, value);
}

function countedMicro(row: RankingRow, leaf: number): number {
  const counted = countedPoints(row.block.source, row.position, leaf);
  return typeof counted === 'number' ? counted : 0;
}

function sectionCell(row: RankingRow, section: typeof BONUS | typeof PENALTY): CellModel {
  const value = points(section === BONUS ? row.unit.bonusMicro : row.unit.penaltyMicro);
  const ranges = leavesOf(row, section);
  const { bonusCap, penaltyCap } = parameterAddresses(row.plan);
  if (ranges.length === 0) return number('points', value);
  return formula(
    'points',
    `MIN(ROUND(SUM(${ranges.join(',')}),6),${section === BONUS ? bonusCap : penaltyCap})`,
    value,
  );
}

/** Core + bonus − penalty, not below 0 and not above the applicable maximum (điểm thưởng, điểm trừ stand outside). */
function totalCell(row: RankingRow): CellModel {
  const core = leavesOf(row, CORE);
  const sum = `SUM(${core.join(',')})+${here(row, 'bonus')}-${here(row, 'penalty')}`;
  return formula('points', `MAX(0,MIN(${here(row, 'applicable')},ROUND(${sum},6)))`, points(row.unit.totalMicro));
}

function applicableCell(row: RankingRow): CellModel {
  const { set } = row.block.source;
  const source = applicableFormula(row.block, pointsRow(row.index), (leaf) => set.sectionOfLeaf[leaf] === CORE);
  return formula('points', `ROUND(${source},6)`, points(row.unit.applicableMicro));
}

function indexCell(row: RankingRow): CellModel {
  const { totalMicro, applicableMicro } = row.unit;
  const maximum = here(row, 'applicable');
  return formula(
    applicableMicro > 0 ? 'percent' : 'centred',
    `IF(${maximum}=0,"${NO_FIGURE}",ROUND(${here(row, 'total')}/${maximum}*100,${INDEX_DECIMALS}))`,
    applicableMicro > 0 ? roundIndex((totalMicro / applicableMicro) * 100) : NO_FIGURE,
    row.plan.settings.printDecimals,
  );
}

function thresholdClassCell(row: RankingRow): CellModel {
  const { settings } = row.plan;
  if (row.unit.blocked) return text('centred', WITHHELD_LABEL);
  const at = parameterAddresses(row.plan);
  const index = here(row, 'index');
  const deciding = settings.classifyBy === 'printed' ? `ROUND(${index},${at.printDecimals})` : index;
  const nested = settings.classes.reduceRight<string>(
    (otherwise, _, i) => `IF(${deciding}>=${at.minimum(i)},${at.label(i)},${otherwise})`,
    at.unclassified,
  );
  return formula('centred', `IF(${index}="${NO_FIGURE}","${WITHHELD_LABEL}",${nested})`, thresholdLabel(row));
}

function thresholdLabel({ plan, unit }: RankingRow): string {
  if (unit.applicableMicro === 0) return WITHHELD_LABEL;
  const { classes, unclassifiedLabel } = plan.settings;
  return classes.find((entry) => entry.code === unit.classByThresholdCode)?.label ?? unclassifiedLabel;
}

function capCell({ plan, unit }: RankingRow): CellModel {
  const cap = plan.input.structure.cycleUnits.find((candidate) => candidate.id === unit.cycleUnitId)?.cap ?? null;
  if (cap === null) return blank('centred');
  const { classes, unclassifiedLabel } = plan.settings;
  const label = cap.classCode === null ? unclassifiedLabel : classes.find((c) => c.code === cap.classCode)?.label;
  // A cap naming a class the cycle does not have lowers nothing, in the engine as here.
  return label === undefined ? blank('centred') : text('centred', label);
}

/** The worse of class by threshold and cap; a cap never raises. */
function cappedClassCell(row: RankingRow): CellModel {
  const { plan, unit } = row;
  if (unit.blocked) return text('centred', WITHHELD_LABEL);
  const { labels } = parameterAddresses(plan);
  const byThreshold = here(row, 'classByThreshold');
  const cap = here(row, 'cap');
  const isLower = `MATCH(${cap},${labels},0)>MATCH(${byThreshold},${labels},0)`;
  const { classes, unclassifiedLabel } = plan.settings;
  const label = classes.find((entry) => entry.code === unit.classCode)?.label ?? unclassifiedLabel;
  return formula(
    'centred',
    `IF(${cap}="",${byThreshold},IF(${byThreshold}="${WITHHELD_LABEL}",${byThreshold},IF(${isLower},${cap},${byThreshold})))`,
    unit.applicableMicro === 0 ? WITHHELD_LABEL : label,
  );
}

function previousIndexCell({ plan, unit }: RankingRow): CellModel {
  if (unit.previous === null) return blank('percent');
  return number('percent', unit.previous.indexMicroPercent / 1e6, plan.settings.printDecimals);
}

function previousRankCell({ unit }: RankingRow): CellModel {
  const rank = unit.previous?.rank ?? null;
  return rank === null ? blank('integer') : number('integer', rank);
}

/** Difference of the two figures as printed, so that a reader who subtracts gets the same. */
function indexChangeCell(row: RankingRow): CellModel {
  const { plan, unit } = row;
  if (unit.previous === null || unit.applicableMicro === 0) return blank('signed');
  const decimals = plan.settings.printDecimals;
  const { printDecimals } = parameterAddresses(plan);
  const now = parsePrinted(unit.indexText);
  const then = parsePrinted(formatMicro(unit.previous.indexMicroPercent, { locale: 'vi', decimals }));
  const rounded = (key: RankingKey) => `ROUND(${here(row, key)},${printDecimals})`;
  return formula(
    'signed',
    `ROUND(${rounded('index')}-${rounded('previousIndex')},${printDecimals})`,
    Number((now - then).toFixed(decimals)),
    decimals,
  );
}

/** Positive when the unit moved up. */
function rankChangeCell(row: RankingRow): CellModel {
  const rank = row.unit.previous?.rank ?? null;
  if (rank === null || row.unit.rank === null) return blank('signedInteger');
  return formula('signedInteger', `${here(row, 'previousRank')}-${here(row, 'rank')}`, rank - row.unit.rank);
}

function parsePrinted(printed: string): number {
  return Number(printed.replace(',', '.'));
}
