import { describe, expect, it } from 'vitest';
import { lineCount, rowHeightPt, textWidthPt } from './text-measure.ts';

const regular = { sizePt: 10, bold: false };
const bold = { sizePt: 10, bold: true };

describe('textWidthPt', () => {
  it('measures a Vietnamese letter as its base letter, horned ones wider', () => {
    expect(textWidthPt('ễ', regular)).toBe(textWidthPt('e', regular));
    expect(textWidthPt('ữ', regular)).toBe(textWidthPt('ư', regular));
    expect(textWidthPt('ư', regular)).toBeGreaterThan(textWidthPt('u', regular));
    expect(textWidthPt('Đ', regular)).toBe(textWidthPt('D', regular));
    expect(textWidthPt('Hoà'.normalize('NFD'), regular)).toBe(textWidthPt('Hoà', regular));
  });

  it('knows the advances of the font: digits are half an em, bold is wider', () => {
    expect(textWidthPt('1234567890', regular)).toBeCloseTo(50 * 1.02, 6);
    expect(textWidthPt('Chỉ số', bold)).toBeGreaterThan(textWidthPt('Chỉ số', regular));
  });
});

describe('lineCount', () => {
  it('wraps between words and breaks a word longer than the line', () => {
    const width = textWidthPt('một hai', regular);
    expect(lineCount('một hai', regular, width)).toBe(1);
    expect(lineCount('một hai ba', regular, width)).toBe(2);
    expect(lineCount('một\nhai', regular, width)).toBe(2);
    expect(lineCount('a'.repeat(100), regular, textWidthPt('a'.repeat(30), regular))).toBe(4);
    expect(lineCount('', regular, width)).toBe(1);
  });

  it('gives a row room for its lines', () => {
    expect(rowHeightPt(1, { sizePt: 11, bold: false })).toBe(16);
    expect(rowHeightPt(0, regular)).toBe(rowHeightPt(1, regular));
  });
});
