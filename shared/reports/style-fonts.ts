import type { Font } from './text-measure.ts';
import type { StyleKey } from './sheet-model.ts';

/**
 * Size and weight of each style's Times New Roman: needed here to measure rows and in db/excel to write them.
 * Nghị định 30/2020/NĐ-CP: headings of an annex 13–14, text of a table 11–13; the supporting sheets of figures are
 * not part of the annex and are smaller.
 */
export const STYLE_FONTS: Readonly<Record<StyleKey, Font & { readonly italic: boolean }>> = {
  annexLabel: { sizePt: 14, bold: true, italic: false },
  annexTitle: { sizePt: 14, bold: true, italic: false },
  annexReference: { sizePt: 13, bold: false, italic: true },
  annexRule: { sizePt: 8, bold: false, italic: false },
  simulated: { sizePt: 13, bold: true, italic: false },
  head: { sizePt: 11, bold: true, italic: false },
  text: { sizePt: 11, bold: false, italic: false },
  centred: { sizePt: 11, bold: false, italic: false },
  integer: { sizePt: 11, bold: false, italic: false },
  points: { sizePt: 11, bold: false, italic: false },
  percent: { sizePt: 11, bold: false, italic: false },
  signed: { sizePt: 11, bold: false, italic: false },
  signedInteger: { sizePt: 11, bold: false, italic: false },
  sumText: { sizePt: 11, bold: true, italic: false },
  sumInteger: { sizePt: 11, bold: true, italic: false },
  sumPoints: { sizePt: 11, bold: true, italic: false },
  sumPercent: { sizePt: 11, bold: true, italic: false },
  sumBlank: { sizePt: 11, bold: true, italic: false },
  note: { sizePt: 11, bold: false, italic: true },
  noteTitle: { sizePt: 11, bold: true, italic: false },
  endMark: { sizePt: 13, bold: false, italic: false },
  dataTitle: { sizePt: 13, bold: true, italic: false },
  dataNote: { sizePt: 11, bold: false, italic: true },
  dataHead: { sizePt: 9, bold: true, italic: false },
  dataText: { sizePt: 10, bold: false, italic: false },
  dataPoints: { sizePt: 10, bold: false, italic: false },
  dataMaximum: { sizePt: 10, bold: true, italic: false },
  dataExcused: { sizePt: 10, bold: false, italic: false },
};
