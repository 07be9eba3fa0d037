import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClipboard as readSteps } from './read-clipboard.ts';
import { readClipboardHtml as readHtmlSteps, type HtmlTableOptions } from './read-clipboard-html.ts';
import { completing } from './testing/completing.ts';
import { MAX_CLIPBOARD_CHARS } from './tsv.ts';
import { writeClipboardHtml, type CopiedCell } from './write-clipboard-html.ts';

const readClipboard = completing(readSteps);
const readClipboardHtml = completing(readHtmlSteps);

function texts(html: string, options?: HtmlTableOptions): readonly (readonly string[])[] | string {
  const table = readClipboardHtml(html, options);
  return table.ok ? table.value.map((row) => row.map(({ text }) => text)) : table.error;
}

function micros(html: string): readonly (number | null)[] {
  const table = readClipboardHtml(html);
  return table.ok ? table.value.flatMap((row) => row.map(({ value }) => value?.micro ?? null)) : [];
}

// Written by LibreOffice Calc 7.4 for a sheet with 8.5, 1.234, text with a line end, a code and a text "50%".
const CALC = `<!DOCTYPE html>
<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title>
<style type="text/css">body,div,table { font-family:"Liberation Sans" } comment { display:none; }</style></head>
<body><table cellspacing="0" border="0">
	<colgroup width="30"></colgroup>
	<tr>
		<td height="17" align="right" sdval="8.5" sdnum="1033;">8.5</td>
		<td align="right" sdval="1.234" sdnum="1033;">1.234</td>
		<td align="left">a<br>b</td>
		<td align="left">1.1.4</td>
		<td align="left" sdnum="1033;0;@">50%</td>
		<td align="right" sdval="8,25" sdnum="1066;">8,25</td>
	</tr>
</table>
<!-- ***** --></body></html>`;

const EXCEL = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
<!--[if gte mso 9]><xml><x:ExcelWorkbook></x:ExcelWorkbook></xml><![endif]--><style><!-- td {color:black} --></style></head>
<body><table border=0 cellpadding=0 width=128 style='border-collapse:collapse'><!--StartFragment-->
 <col width=64 span=2 style='width:48pt'>
 <tr height=20><td height=20 class=xl65 align=right x:num="8.1234560000000005">8,12</td>
  <td x:num>7</td><td x:str="V03 ">C&ocirc;ng an t&#7881;nh
  A<span style='mso-spacerun:yes'>&nbsp;&nbsp;</span></td><td x:num="45000" x:fmla="=A1">15/03/2023</td></tr>
<!--EndFragment--></table></body></html>`;

describe('readClipboardHtml', () => {
  it('reads what LibreOffice Calc writes, with its values', () => {
    expect(texts(CALC)).toStrictEqual([['8.5', '1.234', 'a\nb', '1.1.4', '50%', '8,25']]);
    expect(micros(CALC)).toStrictEqual([8_500_000, 1_234_000, null, null, null, 8_250_000]);
  });

  it('reads what Excel writes, with its values', () => {
    expect(texts(EXCEL)).toStrictEqual([['8,12', '7', 'Công an tỉnh A', '15/03/2023']]);
    expect(micros(EXCEL)).toStrictEqual([8_123_456, null, null, 45_000_000_000]);
  });

  it.each([
    ['<table><tr><td>a<td>b<tr><td>c', [['a', 'b'], ['c']]],
    ['<TABLE><TBODY><TR><TH>a</TH></TR></TBODY></TABLE>', [['a']]],
    ['<table><tr><td><p>a</p><p>b</p></td></tr></table>', [['a\nb']]],
    [
      '<table><tr><td>a&#10;b</td><td>&amp;lt;</td><td>&bogus; &#x1EA4;&#0;</td></tr></table>',
      [['a\nb', '&lt;', '&bogus; Ấ\uFFFD']],
    ],
    ['<table><tr><td>1 < 2 <b>bold</b></td></tr></table>', [['1 < 2 bold']]],
    ['<table><tr><td>a<table><tr><td>x</td><td>y</td></tr></table>b</td><td>c</td></tr></table>', [['a\nx y\nb', 'c']]],
    ['<table><tr><td>a</td></tr></table><p>between</p><table><tr><td>b</td></tr></table>', [['a'], ['b']]],
    ['<table></table>', []],
    ['<table><tr></tr></table>', [[]]],
    ['<p>no table</p>', 'noTable'],
    ['', 'noTable'],
    ['<table><tr><td title="x > y" =odd a=b/>v</td></tr>', [['v']]],
    ['<table><tr><td title="never closed>v</td></tr>', [['']]],
  ] as [string, string[][] | string][])('reads %j', (html, rows) => {
    expect(texts(html)).toStrictEqual(rows);
  });

  it('shows nothing of scripts, styles and comments, and runs nothing', () => {
    const hostile = `<table><tr><td onclick="x()">1<script>alert('<td>2</td>')</script><style>td{}</style><!-- <td>3</td> -->
      <img src=x onerror=alert(1)><a href="javascript:x()">4</a></td></tr></table><script>unclosed <td>`;
    expect(texts(hostile)).toStrictEqual([['1 4']]);
  });

  it('spreads merged cells as blanks, or as their value', () => {
    const merged =
      '<table><tr><td colspan=2>a</td><td rowspan="2">b</td></tr><tr><td>c</td></tr><tr><td>d</td><td>e</td><td>f</td></tr></table>';
    expect(texts(merged)).toStrictEqual([
      ['a', '', 'b'],
      ['c', '', ''],
      ['d', 'e', 'f'],
    ]);
    expect(texts(merged, { merged: 'repeat' })).toStrictEqual([
      ['a', 'a', 'b'],
      ['c', '', 'b'],
      ['d', 'e', 'f'],
    ]);
  });

  it('fails with a reason instead of filling the memory', () => {
    expect(texts('x'.repeat(MAX_CLIPBOARD_CHARS + 1))).toBe('tooLarge');
    expect(texts(`<table><tr>${'<td colspan=1000>'.repeat(100_000)}`)).toBe('tooManyCells');
    expect(texts(`<table><tr><td rowspan=65534 colspan=1000>${'<tr>'.repeat(50_000)}`)).toBe('tooManyCells');
    expect(texts(`<table>${'<tr>'.repeat(3_000_000)}`)).toBe('tooManyCells');
  });

  it('reads large and hostile markup in linear time', () => {
    const size = 1_000_000;
    const parts = [
      '<',
      '<!--',
      '<td',
      '<td a="',
      '<b> </b>',
      '&nbsp;',
      ' ',
      '&',
      '<td a=',
      '</',
      '<a b  ',
      '\u00a0 x',
      '<br>',
      '<p>',
    ];
    for (const part of parts) {
      expect(typeof texts(`<table><tr><td>${part.repeat(size / part.length)}x</td></tr></table>`)).not.toBe(
        'undefined',
      );
    }
    const table = texts(`<table>${`<tr>${'<td>8,5</td>'.repeat(88)}</tr>`.repeat(4_000)}</table>`);
    expect(table).toHaveLength(4_000);
  });

  it('never throws, whatever the text', () => {
    const unit = fc.constantFrom(
      '<',
      '>',
      '/',
      'td',
      'tr',
      'table',
      '"',
      '=',
      ' ',
      '!',
      '--',
      '&',
      '#',
      'script',
      'a',
      '\n',
      '<table><tr><td>',
    );
    fc.assert(fc.property(fc.string({ unit, maxLength: 60 }), (html) => void readClipboardHtml(html)));
  });
});

describe('writeClipboardHtml', () => {
  it('says the exact value in the words of Excel and of LibreOffice', () => {
    const html = writeClipboardHtml([[{ text: '8,123', micro: 8_123_456, decimals: 3 }]]);
    expect(html).toContain(
      `<td align="right" x:num="8.123456" sdval="8.123456" sdnum="1033;1033;0.000" style='mso-number-format:"0\\.000"'>8,123</td>`,
    );
    expect(html).toContain('xmlns:x="urn:schemas-microsoft-com:office:excel"');
  });

  it('keeps text as text, and a line end inside its cell', () => {
    const html = writeClipboardHtml([[{ text: '=A1 <b>\n"x"', micro: null }]]);
    expect(html).toContain('sdnum="1033;0;@"');
    expect(html).toContain('mso-number-format:"\\@"');
    expect(html).toContain('=A1 &lt;b&gt;&#10;&quot;x&quot;');
  });

  it('is read back as the same texts and values', () => {
    const text = fc.string({ unit: fc.constantFrom('<', '&', '"', "'", ' ', '\n', 'Ấ', 'e\u0302', '=', '1', 'td') });
    const cell = fc.oneof(
      text.map((value): CopiedCell => ({ text: value.trim().replace(/ *\n */g, '\n'), micro: null })),
      fc
        .integer({ min: -1e14, max: 1e14 })
        .map((micro): CopiedCell => ({ text: String(micro / 1e6), micro, decimals: 6 })),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        const html = writeClipboardHtml(rows);
        expect(texts(html)).toStrictEqual(rows.map((row) => row.map((copied) => copied.text.replace(/ {2,}/g, ' '))));
        expect(micros(html)).toStrictEqual(rows.flatMap((row) => row.map(({ micro }) => micro)));
      }),
    );
  });
});

describe('readClipboard', () => {
  const value = (text: string, micro: number | null = null) => ({
    text,
    value: micro === null ? null : { micro, rounded: false },
  });

  it('prefers a table with values to text', () => {
    expect(readClipboard({ text: '8,12', html: '<table><tr><td x:num="8.125">8,12</td></tr></table>' })).toStrictEqual({
      ok: true,
      value: [[value('8,12', 8_125_000)]],
    });
  });

  it('takes the text when the HTML has no table, and says why when neither can be read', () => {
    expect(readClipboard({ text: '1\t2', html: '<b>1 2</b>' })).toStrictEqual({
      ok: true,
      value: [[value('1'), value('2')]],
    });
    expect(readClipboard({ text: '', html: '' })).toStrictEqual({ ok: true, value: [] });
    expect(readClipboard({ text: '\t'.repeat(5_000_000), html: '' })).toStrictEqual({
      ok: false,
      error: 'tooManyCells',
    });
  });
});
