/**
 * The frozen exceljs style of every StyleKey. exceljs keeps style objects by reference, so one that somebody changed
 * would change every cell that shares it; frozen constants cannot leak, and sharing them is what makes writing fast.
 * Everything is black Times New Roman (Nghị định 30/2020/NĐ-CP, phụ lục I); sizes are in shared/reports/style-fonts.
 */
import type { Alignment, Border, Font, Style } from 'exceljs';
import type { StyleKey } from '#shared/reports/sheet-model.ts';
import { STYLE_FONTS } from '#shared/reports/style-fonts.ts';

type Look = 'points' | 'percent' | 'signed' | 'integer' | 'signedInteger' | 'leaf' | 'text';

interface Plan {
  readonly across: NonNullable<Alignment['horizontal']>;
  readonly down?: NonNullable<Alignment['vertical']>;
  readonly border?: 'all';
  readonly look: Look;
  readonly fill?: string;
}

const PLANS = {
  annexLabel: { across: 'center', look: 'text' },
  annexTitle: { across: 'center', look: 'text' },
  annexReference: { across: 'center', look: 'text' },
  annexRule: { across: 'center', down: 'top', look: 'text' },
  simulated: { across: 'center', look: 'text' },
  head: { across: 'center', border: 'all', look: 'text' },
  text: { across: 'left', border: 'all', look: 'text' },
  centred: { across: 'center', border: 'all', look: 'text' },
  integer: { across: 'center', border: 'all', look: 'integer' },
  points: { across: 'right', border: 'all', look: 'points' },
  percent: { across: 'right', border: 'all', look: 'percent' },
  signed: { across: 'right', border: 'all', look: 'signed' },
  signedInteger: { across: 'center', border: 'all', look: 'signedInteger' },
  sumText: { across: 'left', border: 'all', look: 'text' },
  sumInteger: { across: 'center', border: 'all', look: 'integer' },
  sumPoints: { across: 'right', border: 'all', look: 'points' },
  sumPercent: { across: 'right', border: 'all', look: 'percent' },
  sumBlank: { across: 'center', border: 'all', look: 'text' },
  note: { across: 'left', down: 'top', look: 'text' },
  noteTitle: { across: 'left', look: 'text' },
  endMark: { across: 'right', look: 'text' },
  dataTitle: { across: 'left', look: 'text' },
  dataNote: { across: 'left', down: 'top', look: 'text' },
  dataHead: { across: 'center', border: 'all', look: 'text' },
  dataText: { across: 'left', border: 'all', look: 'text' },
  dataPoints: { across: 'right', border: 'all', look: 'leaf' },
  dataMaximum: { across: 'right', border: 'all', look: 'leaf' },
  dataExcused: { across: 'center', border: 'all', look: 'text', fill: 'FFE7E6E6' },
} as const satisfies Record<StyleKey, Plan>;

const DEFAULT_DECIMALS = 2;
const BLACK = { argb: 'FF000000' };
const LINE: Partial<Border> = { style: 'thin', color: BLACK };

const cache = new Map<string, Partial<Style>>();

/** The one frozen style object for this key; `decimals` (0–6) matters for points, percentages and signed values. */
export function cellStyle(key: StyleKey, decimals = DEFAULT_DECIMALS): Partial<Style> {
  const cacheKey = `${key}:${decimals}`;
  let style = cache.get(cacheKey);
  if (style === undefined) {
    style = freezeDeep(build(key, PLANS[key], decimals));
    cache.set(cacheKey, style);
  }
  return style;
}

/** Font of a text run inside a cell of this style. */
export function runFont(key: StyleKey, bold: boolean, italic: boolean): Partial<Font> {
  return { ...font(key), bold, italic };
}

function build(key: StyleKey, plan: Plan, decimals: number): Partial<Style> {
  const format = numberFormat(plan.look, decimals);
  return {
    font: font(key),
    alignment: { horizontal: plan.across, vertical: plan.down ?? 'middle', wrapText: plan.look === 'text' },
    ...(format !== null && { numFmt: format }),
    ...(plan.border === 'all' && { border: { top: LINE, bottom: LINE, left: LINE, right: LINE } }),
    ...(plan.fill !== undefined && {
      fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: plan.fill } },
    }),
  };
}

function font(key: StyleKey): Partial<Font> {
  const { sizePt, bold, italic } = STYLE_FONTS[key];
  return { name: 'Times New Roman', family: 1, size: sizePt, bold, italic, color: BLACK };
}

/** The decimal mark is the reader's: Excel prints a comma on a Vietnamese Windows. */
function numberFormat(look: Look, decimals: number): string | null {
  const digits = decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0';
  switch (look) {
    case 'points':
    case 'percent':
      return digits;
    case 'signed':
      return `+${digits};-${digits};${digits}`;
    case 'integer':
      return '0';
    case 'signedInteger':
      return '+0;-0;0';
    case 'leaf':
      return '0.00####';
    case 'text':
      return null;
  }
}

function freezeDeep<T extends object>(value: T): T {
  for (const inner of Object.values(value))
    if (typeof inner === 'object' && inner !== null) freezeDeep(inner as object);
  return Object.freeze(value);
}
