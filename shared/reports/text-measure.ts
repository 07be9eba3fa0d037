/**
 * How wide and how high text becomes in Times New Roman, so that rows with wrapped text get their height (Excel never
 * grows a merged or generated row by itself). Pure arithmetic, called by the annex builders.
 *
 * Exactness: the widths are those of Liberation Serif, which has the same advances as Times New Roman, in thousandths
 * of the font size; a Vietnamese letter is as wide as its base letter except ơ, ư, Ư, which are listed. Kerning and the
 * rounding of glyphs to pixels are not modelled, so a line is right to about 2 %; SAFETY covers that. A character
 * outside the table counts as an em, which can only make a row too high.
 */

/** Advances of U+0020…U+007E. */
const REGULAR = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
  500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889,
  722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500,
  444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480,
  200, 480, 541,
];
const BOLD = [
  250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
  500, 500, 500, 333, 333, 570, 570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944,
  722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722, 667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556,
  444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500, 722, 500, 500, 444, 394,
  220, 394, 520,
];
const OTHERS: Readonly<Record<string, readonly [regular: number, bold: number]>> = {
  ơ: [529, 554],
  Ơ: [722, 778],
  ư: [542, 600],
  Ư: [776, 796],
  đ: [500, 556],
  Đ: [722, 722],
  '–': [500, 500],
  '−': [564, 570],
  '×': [564, 570],
  '≥': [549, 549],
  '≤': [549, 549],
  '“': [444, 500],
  '”': [444, 500],
  '’': [333, 333],
};
const SAFETY = 1.02;
/** Ascent + descent + gap of the font, per point of size. */
const LINE_HEIGHT = 1.15;
/** What Excel keeps free at the sides of a cell, both together. */
const CELL_PADDING_PT = 5;

export interface Font {
  readonly sizePt: number;
  readonly bold: boolean;
}

/** Usable width of a column, or of merged ones together, this wide. */
export function usableWidthPt(columnWidthPt: number): number {
  return columnWidthPt - CELL_PADDING_PT;
}

/** Width of one line of text in points. */
export function textWidthPt(text: string, font: Font): number {
  let thousandths = 0;
  for (const character of text.normalize('NFC')) thousandths += advance(character, font.bold);
  return (thousandths / 1000) * font.sizePt * SAFETY;
}

/** How many lines the text takes in a column of this usable width; words longer than the line are broken. */
export function lineCount(text: string, font: Font, widthPt: number): number {
  let lines = 0;
  for (const paragraph of text.split(/\r\n|\r|\n/)) lines += paragraphLines(paragraph, font, widthPt);
  return lines;
}

/** Height of a row, in points, for the given number of lines. */
export function rowHeightPt(lines: number, font: Font): number {
  return Math.ceil(Math.max(1, lines) * font.sizePt * LINE_HEIGHT + 3);
}

function paragraphLines(paragraph: string, font: Font, widthPt: number): number {
  const space = textWidthPt(' ', font);
  let lines = 1;
  let used = 0;
  for (const word of paragraph.split(' ')) {
    const width = textWidthPt(word, font);
    if (used > 0 && used + space + width > widthPt) {
      lines++;
      used = 0;
    }
    if (width > widthPt) {
      const extra = Math.ceil(width / widthPt) - 1;
      lines += extra;
      used = width - extra * widthPt;
    } else {
      used += (used > 0 ? space : 0) + width;
    }
  }
  return lines;
}

function advance(character: string, bold: boolean): number {
  const other = OTHERS[character] ?? OTHERS[withoutTone(character)];
  if (other) return other[bold ? 1 : 0];
  const base = character.normalize('NFD').charCodeAt(0) - 0x20;
  return (bold ? BOLD : REGULAR)[base] ?? 1000;
}

/** Tone marks (sắc, huyền, hỏi, ngã, nặng) removed, horn and hat kept: "ữ" → "ư". */
function withoutTone(character: string): string {
  return character
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC');
}
