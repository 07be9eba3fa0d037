/**
 * Invented evidence records (tài liệu kiểm chứng): number, date inside the period, signer by rank and office, summary.
 * Called by build-sample-year. No person is named.
 */
import type { CellDraft, NodeDraft } from '#shared/domain/cycle-draft.ts';
import type { Declared } from '#shared/domain/rules.ts';
import { DEPUTY_TITLES, DOCUMENT_TYPES } from './data/phrases.ts';
import type { Random } from './random.ts';

type EvidenceDraft = CellDraft['evidence'][number];

const DAY_MS = 86_400_000;
const MICRO = 1_000_000;
/** Plans are issued early in the period; reports and survey results, which speak of the whole year, at its end. */
const PLAN_DAYS = 75;
const LATE_DAYS = 45;

/** All days of the period as ISO dates, both ends included. */
export function daysOf(periodStart: string, periodEnd: string): readonly string[] {
  const days: string[] = [];
  for (let at = Date.parse(periodStart); at <= Date.parse(periodEnd); at += DAY_MS) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

/** The document that proves one leaf of one unit. Surveys, bonus and penalty are documented by the office (V03). */
export function makeEvidence(
  unit: { readonly code: string; readonly name: string },
  leaf: NodeDraft,
  declared: Declared,
  days: readonly string[],
  random: Random,
): EvidenceDraft {
  const last = days.length - 1;
  if (leaf.rule?.kind === 'survey' || leaf.section !== 'core') {
    return {
      documentNo: `${random.int(300, 990)}/BC-V03`,
      documentDate: days[random.int(last - LATE_DAYS, last)] ?? '',
      signer: 'Đại tá, Phó Cục trưởng V03',
      summary: `${leaf.section === 'core' ? 'Tổng hợp phiếu điều tra' : 'Tổng hợp của cơ quan thường trực'}: ${leaf.name}`,
    };
  }
  const nothing = declared.kind === 'events' && Object.values(declared.counts).every((count) => count === 0);
  const asked = nothing ? 'Báo cáo không phát sinh' : leaf.evidenceText;
  const symbol = DOCUMENT_TYPES.find(([start]) => asked.startsWith(start))?.[1] ?? 'BC';
  const office = unit.name.startsWith('Công an') ? random.pick(['PV01', 'PV01', 'PX01', 'PC06']) : unit.code;
  const title = DEPUTY_TITLES.find(([start]) => unit.name.startsWith(start))?.[1] ?? 'Phó Thủ trưởng đơn vị';
  const [from, to] = symbol === 'KH' ? [10, PLAN_DAYS] : symbol === 'BC' ? [last - LATE_DAYS, last] : [PLAN_DAYS, last];
  return {
    documentNo: `${random.int(12, 2980)}/${symbol}-${office}`,
    documentDate: days[random.int(from, to)] ?? '',
    signer: `${random.pick(['Đại tá', 'Đại tá', 'Thượng tá'])}, ${title}`,
    summary: `${asked}: ${leaf.name}${figureOf(declared)}`,
  };
}

function figureOf(declared: Declared): string {
  if (declared.kind !== 'ratio') return '';
  return ` (${declared.numeratorMicro / MICRO}/${declared.denominatorMicro / MICRO})`;
}
