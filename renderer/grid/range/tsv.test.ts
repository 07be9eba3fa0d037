import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completing } from './testing/completing.ts';
import { MAX_CLIPBOARD_CHARS, parseTsv as parseSteps, writeTsv } from './tsv.ts';

const parseTsv = completing(parseSteps);

function read(text: string): readonly (readonly string[])[] | string {
  const parsed = parseTsv(text);
  return parsed.ok ? parsed.value : parsed.error;
}

const nasty = fc.string({
  unit: fc.oneof(
    fc.constantFrom('"', '\t', '\n', '\r', '\0', '\uFEFF', ' ', ',', '\u0001', '\ud800', 'e\u0302\u0301', 'Đ'),
    fc.string({ minLength: 1, maxLength: 1 }),
  ),
  maxLength: 12,
});

describe('parseTsv', () => {
  it.each([
    [
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\rb', [['a'], ['b']]],
    ['a\n\nb', [['a'], [''], ['b']]],
    ['a\n', [['a']]],
    ['\n', [['']]],
    ['', []],
    ['a\t', [['a', '']]],
    ['\t\n', [['', '']]],
    ['a\tb\tc\nd', [['a', 'b', 'c'], ['d']]],
    ['"a\nb"\tc', [['a\nb', 'c']]],
    ['"a\tb"', [['a\tb']]],
    ['"say ""so"""', [['say "so"']]],
    ['""\tx', [['', 'x']]],
    ['5" tube\tx', [['5" tube', 'x']]],
    ['"open\tb\nc', [['"open', 'b'], ['c']]],
    ['"a"b\tc', [['"a"b', 'c']]],
    ['\uFEFFa', [['a']]],
    ['a\0b\0\0', [['a\0b']]],
    ['e\u0302', [['e\u0302']]],
  ] as [string, string[][]][])('reads %j', (text, rows) => {
    expect(read(text)).toStrictEqual(rows);
  });

  it('gives back any cells that were written, whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(fc.array(nasty, { minLength: 1, maxLength: 5 }), { maxLength: 6 }), (rows) => {
        expect(read(writeTsv(rows))).toStrictEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  it('reads any text, and what it read is written and read as the same', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const rows = read(text);
        expect(typeof rows).not.toBe('string');
        if (typeof rows !== 'string') expect(read(writeTsv(rows))).toStrictEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  it('reads 10 MB in one cell, in many cells and in hostile quotes', () => {
    const size = 10 * 1024 * 1024;
    expect(read('x'.repeat(size))).toStrictEqual([['x'.repeat(size)]]);
    expect(read(`"${'""'.repeat(size / 2)}"`)).toHaveLength(1);
    const rows = read('8,123456\t'.repeat(88).concat('\n').repeat(10_600));
    expect(rows).toHaveLength(10_600);
    expect(rows[7]).toHaveLength(89);
    for (const part of ['"a\t', '"a\t""a\t', '"""x\t', '""""x\n', '"\t', '"\n"']) {
      expect(parseTsv(part.repeat(2_000_000 / part.length)).ok).toBe(true);
    }
  });

  it('refuses what is too large, with a reason', () => {
    expect(read('x'.repeat(MAX_CLIPBOARD_CHARS + 1))).toBe('tooLarge');
    expect(read('\t'.repeat(5_000_000))).toBe('tooManyCells');
    expect(read('\n'.repeat(5_000_000))).toBe('tooManyCells');
  });
});

describe('writeTsv', () => {
  it('closes every row and quotes only where it must', () => {
    expect(
      writeTsv([
        ['8,5', 'a"b'],
        ['"a', 'x\ny'],
      ]),
    ).toBe('8,5\ta"b\r\n"""a"\t"x\ny"\r\n');
  });
});
