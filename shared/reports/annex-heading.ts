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

const RULE_WIDTH_CHARACTERS = 18;

/** Append the heading over `columns` columns. */
export function addHeading(sheet: SheetBuilder, columns: readonly number[], heading: Heading): void {
  const width = columns.length;
  if (heading.label !== null) sheet.addRow([over(width, text('annexLabel', heading.label))]);
  sheet.addRow([over(width, text('annexTitle', heading.title.toLocaleUpperCase('vi')))]);
  if (heading.subtitle !== '') sheet.addRow([over(width, text('annexTitle', heading.subtitle))]);
  if (heading.simulated) sheet.addRow([over(width, text('simulated', `(${SIMULATED_WORDS})`))]);
  if (heading.label !== null) {
    sheet.addRow([over(width, text('annexReference', `(Kèm theo ${decisionText(heading.decision)})`))]);
  }
  const { left, span } = ruleColumns(columns);
  sheet.addRow([left - 1, over(span, { kind: 'blank', style: 'annexRule' })], 5);
  sheet.addRow([], 8);
}

/** "Quyết định số 1234/QĐ-BCA-V03 ngày 05 tháng 11 năm 2023"; what is not known yet is dots to fill in by hand. */
export function decisionText(decision: Decision | null): string {
  const number = decision?.number || '………/QĐ-BCA-V03';
  const [year, month, day] = decision?.date?.split('-') ?? [];
  if (year === undefined || month === undefined || day === undefined) {
    return `Quyết định số ${number} ngày …… tháng …… năm ………`;
  }
  // A leading 0 for days below 10 and for January and February only.
  const printedMonth = Number(month) <= 2 ? month : String(Number(month));
  return `Quyết định số ${number} ngày ${day} tháng ${printedMonth} năm ${year}`;
}

/** Columns in the middle of the sheet, about as wide together as a short rule. */
function ruleColumns(columns: readonly number[]): { left: number; span: number } {
  const total = columns.reduce((sum, width) => sum + width, 0);
  let before = 0;
  let left = 1;
  for (const width of columns) {
    if (before + width / 2 >= (total - RULE_WIDTH_CHARACTERS) / 2) break;
    before += width;
    left++;
  }
  let span = 0;
  for (let width = 0; width < RULE_WIDTH_CHARACTERS && left - 1 + span < columns.length; span++) {
    width += columns[left - 1 + span] ?? 0;
  }
  return { left, span: Math.max(1, span) };
}
