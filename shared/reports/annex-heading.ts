/**
 * The head of an annex as Nghị định 30/2020/NĐ-CP, phụ lục I, asks for it: "Phụ lục" and number on their own line,
 * title in capitals, reference to the decision in italics, a short rule. No quốc hiệu and no signature: an annex has
 * neither.
 */
import type { Decision } from '../contract/schemas.ts';
import { over, text, type SheetBuilder } from './sheet-builder.ts';
import { SIMULATED_WORDS } from './simulated-words.ts';

export interface Heading {
  /** "Phụ lục I"; null for a supporting sheet. */
  readonly label: string | null;
  readonly title: string;
  /** Second line of the title, e.g. the block; empty without one. */
  readonly subtitle: string;
  readonly decision: Decision | null;
  readonly simulated: boolean;
}

/** Underscores: a border could only run along whole columns, which are seldom in the middle. */
const RULE = '_'.repeat(18);
const RULE_HEIGHT_PT = 12;

/** Append the heading over the first `width` columns. */
export function addHeading(sheet: SheetBuilder, width: number, heading: Heading): void {
  if (heading.label !== null) sheet.addRow([over(width, text('annexLabel', heading.label))]);
  sheet.addRow([over(width, text('annexTitle', heading.title.toLocaleUpperCase('vi')))]);
  if (heading.subtitle !== '') sheet.addRow([over(width, text('annexTitle', heading.subtitle))]);
  if (heading.simulated) sheet.addRow([over(width, text('simulated', `(${SIMULATED_WORDS})`))]);
  if (heading.label !== null) {
    sheet.addRow([over(width, text('annexReference', `(Kèm theo ${decisionText(heading.decision)})`))]);
  }
  sheet.addRow([over(width, text('annexRule', RULE))], RULE_HEIGHT_PT);
  sheet.addRow([], 8);
}

/** "Quyết định số 1234/QĐ-BCA-V03 ngày 05 tháng 11 năm 2023"; what is not known yet is dots to fill in by hand. */
function decisionText(decision: Decision | null): string {
  const number = decision?.number || '………/QĐ-BCA-V03';
  const [year, month, day] = decision?.date?.split('-') ?? [];
  if (year === undefined || month === undefined || day === undefined) {
    return `Quyết định số ${number} ngày …… tháng …… năm ………`;
  }
  // A leading 0 for days below 10 and for January and February only.
  const printedMonth = Number(month) <= 2 ? month : String(Number(month));
  return `Quyết định số ${number} ngày ${day} tháng ${printedMonth} năm ${year}`;
}
