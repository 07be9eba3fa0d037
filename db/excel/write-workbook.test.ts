import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnnexInput } from '#shared/reports/annex-input.ts';
import { buildAnnexes } from '#shared/reports/build-annexes.ts';
import type { CellModel, SheetModel, WorkbookModel } from '#shared/reports/sheet-model.ts';
import { annexInputOfDraft } from '#shared/reports/testing/annex-input-of-draft.ts';
import { smallCycle } from '#shared/reports/testing/small-cycle.ts';
import type { CycleSettings } from '#shared/domain/entities.ts';
import { buildSampleYear } from '#db/sample/build-sample-year.ts';
import { checkPackage, childNames } from './check-package.ts';
import { listZip, unzipEntry } from './read-zip.ts';
import { recalculate } from './testing/recalculate.ts';
import { convertWithSoffice, runPoppler } from './testing/soffice.ts';
import { writeWorkbook } from './write-workbook.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'write-workbook-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const ALL = { annexes: ['I', 'II', 'III'], decision: null } as const;

async function written(model: WorkbookModel, name: string): Promise<{ path: string; bytes: Buffer; formulas: number }> {
  const path = join(folder, name);
  const { bytes, formulas } = await writeWorkbook(model);
  await writeFile(path, bytes);
  return { path, bytes: await readFile(path), formulas };
}

function oneSheet(cells: readonly CellModel[], change: Partial<SheetModel> = {}): WorkbookModel {
  const sheet: SheetModel = {
    name: 'Trang',
    columns: cells.map(() => 60),
    rows: [{ heightPt: null, cells }],
    merges: [],
    frozen: null,
    print: {
      paper: 'A4',
      landscape: false,
      pagesAcross: 1,
      repeatedRows: null,
      repeatedColumns: 0,
      area: { top: 1, left: 1, bottom: 1, right: cells.length },
    },
    ...change,
  };
  const properties = { title: 't', subject: '', creator: 'c', description: '', keywords: '' };
  return { sheets: [sheet], definedNames: [], properties };
}

function part(bytes: Buffer, name: string): string {
  const listed = listZip(bytes);
  const entry = listed.ok ? listed.value.find((candidate) => candidate.name === name) : undefined;
  const content = entry && unzipEntry(bytes, entry);
  return content?.ok ? content.value.toString('utf8').replaceAll('&apos;', "'") : '';
}

describe('the package', () => {
  it('of all annexes has its elements in order, no number as text and no leftovers of bugs', async () => {
    const { bytes } = await written(buildAnnexes(annexInputOfDraft(smallCycle(), ALL)), 'small.xlsx');
    expect(checkPackage(bytes)).toEqual([]);
    const sheet = part(bytes, 'xl/worksheets/sheet1.xml');
    expect(childNames(sheet, 'worksheet')).toEqual([
      'sheetPr',
      'dimension',
      'sheetViews',
      'sheetFormatPr',
      'cols',
      'sheetData',
      'mergeCells',
      'printOptions',
      'pageMargins',
      'pageSetup',
      'headerFooter',
    ]);
  });

  it('says what print needs: one page wide, repeated heading, number on top but not on page 1', async () => {
    const { bytes } = await written(buildAnnexes(annexInputOfDraft(smallCycle(), ALL)), 'print.xlsx');
    const sheet = part(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(sheet).toMatch(/<pageSetup[^>]* paperSize="9"/);
    expect(sheet).toMatch(/<pageSetup[^>]* orientation="landscape"/);
    expect(sheet).toMatch(/<pageSetup[^>]* fitToWidth="1" fitToHeight="0" firstPageNumber="1" useFirstPageNumber="1"/);
    expect(sheet).toMatch(
      /<headerFooter differentFirst="1"><oddHeader>&amp;C&amp;&quot;Times New Roman,Regular&quot;&amp;13&amp;P/,
    );
    const workbook = part(bytes, 'xl/workbook.xml');
    expect(workbook).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'Phụ lục I - K1'!$8:$9</definedName>`,
    );
    expect(workbook).toMatch(/<definedName name="_xlnm.Print_Area" localSheetId="0">'Phụ lục I - K1'!\$A\$1:\$P\$26</);
    expect(workbook).toContain(`'Tham số'!$B$4:$C$8`);
    expect(workbook).toMatch(/<calcPr [^>]*fullCalcOnLoad="1"/);
    expect(part(bytes, 'xl/styles.xml')).not.toContain('Calibri');
  });

  it('keeps text that looks like a formula as text, in every reader', async () => {
    const texts = ['=1+1', '+1', '-1+2', '@SUM(A1)', '\t=1', '\r=1', "=cmd|'/c calc'!A0"];
    const { path, bytes } = await written(
      oneSheet(texts.map((text): CellModel => ({ kind: 'text', style: 'text', text }))),
      'injection.xlsx',
    );
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
    const converted = new ExcelJS.Workbook();
    await converted.xlsx.readFile(await convertWithSoffice(path, 'xlsx', join(folder, 'converted')));
    const row = converted.worksheets[0]!.getRow(1);
    expect(texts.map((_, i) => row.getCell(i + 1).formula)).toEqual(texts.map(() => undefined));
    expect(row.getCell(1).value).toBe('=1+1');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %s instead of writing a damaged file', async (value) => {
    await expect(writeWorkbook(oneSheet([{ kind: 'number', style: 'points', value }]))).rejects.toThrow('Trang!A1');
    const cell: CellModel = { kind: 'formula', style: 'points', formula: 'SUM(B1)', result: value };
    await expect(writeWorkbook(oneSheet([cell]))).rejects.toThrow('Trang!A1');
  });

  it.each(['=SUM(A1)', 'INDIRECT("A1")', 'VLOOKUP(A1,B:C,2)', 'SUM(#REF!)', ''])(
    'refuses the formula %s',
    async (formula) => {
      await expect(writeWorkbook(oneSheet([{ kind: 'formula', style: 'points', formula, result: 1 }]))).rejects.toThrow(
        'Trang!A1',
      );
    },
  );

  it.each(["Cục 'A'", 'x'.repeat(32), 'a/b', ''])('refuses the sheet name "%s"', async (name) => {
    await expect(writeWorkbook(oneSheet([], { name }))).rejects.toThrow('sheet names');
  });

  it('finds a wrong order, a number as text and an error value, so that the checks above mean something', async () => {
    const text: CellModel = { kind: 'text', style: 'text', text: '12,5' };
    const { bytes } = await written(oneSheet([text]), 'bad.xlsx');
    expect(checkPackage(bytes)).toEqual(['xl/worksheets/sheet1.xml!A1: number stored as text, "12,5"']);
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('a');
    sheet.pageSetup.fitToPage = true;
    sheet.properties.outlineProperties = { summaryBelow: false, summaryRight: false };
    sheet.getCell('A1').value = { error: '#REF!' };
    sheet.getCell('A2').value = { formula: 'SUM(B1)' } as ExcelJS.CellFormulaValue;
    expect(checkPackage(Buffer.from(await workbook.xlsx.writeBuffer()))).toEqual([
      'xl/worksheets/sheet1.xml: <outlinePr> out of order in <sheetPr>',
      'xl/worksheets/sheet1.xml!A1: error value #REF!',
      'xl/worksheets/sheet1.xml!A2: formula without cached result',
    ]);
  });
});

describe('LibreOffice computing the formulas anew', () => {
  const variants: readonly (readonly [string, Partial<CycleSettings>, Partial<AnnexInput>])[] = [
    ['competition ranks', {}, {}],
    ['dense ranks', { tiePolicy: { kind: 'dense' } }, {}],
    ['ties decided by fields', { tiePolicy: { kind: 'fields', fieldCodes: ['II', 'I'] } }, {}],
    ['classes by the printed index', { classifyBy: 'printed', printDecimals: 1 }, {}],
    ['annex III alone', {}, { annexes: ['III'] }],
  ];
  it.each(variants)('agrees with the engine: %s', async (name, settings, change) => {
    const caps = { A01: { classCode: 'T', reason: 'Có cán bộ bị kỷ luật', source: 'Quyết định 1' } };
    const input = { ...annexInputOfDraft(smallCycle(settings), { ...ALL, caps }), ...change };
    const { path, formulas } = await written(buildAnnexes(input), `oracle-${name.replaceAll(' ', '-')}.xlsx`);
    const result = await recalculate(path);
    expect(result.deviations).toEqual([]);
    expect(result.formulas).toBe(formulas);
    expect(formulas).toBeGreaterThan(50);
  });

  it('notices an engine that is wrong by a millionth', async () => {
    const input = annexInputOfDraft(smallCycle(), ALL);
    const [first, ...rest] = input.ranking.blocks;
    const [unit, ...units] = first!.rows;
    const wrong = { ...unit!, totalMicro: unit!.totalMicro + 1 };
    const ranking = { ...input.ranking, blocks: [{ ...first!, rows: [wrong, ...units] }, ...rest] };
    const { path } = await written(buildAnnexes({ ...input, ranking }), 'wrong.xlsx');
    const { deviations } = await recalculate(path);
    expect(deviations.length).toBeGreaterThan(0);
    expect(deviations[0]!.formula).toContain('SUM(');
  });

  it('agrees on the whole sample year, which prints one page wide with its heading on every page', async () => {
    const model = buildAnnexes(annexInputOfDraft(buildSampleYear(), ALL));
    const { path, bytes } = await written(model, 'sample.xlsx');
    expect(checkPackage(bytes)).toEqual([]);
    expect((await recalculate(path)).deviations).toEqual([]);

    const pdf = await convertWithSoffice(path, 'pdf', folder);
    const pages = (await runPoppler('pdftotext', ['-layout', pdf, '-'])).split('\f').slice(0, -1);
    const info = await runPoppler('pdfinfo', ['-f', '1', '-l', String(pages.length), pdf]);
    const sizes = [...info.matchAll(/Page +\d+ size: +([\d.]+) x/g)].map(([, width]) => Math.round(Number(width)));
    const annexPages = sizes.findIndex((width) => width > 1000);
    // A4 landscape until the supporting sheets (A3) begin; a second page across would repeat no unit names.
    expect(new Set(sizes.slice(0, annexPages))).toEqual(new Set([842]));
    for (const [i, page] of pages.slice(0, annexPages).entries()) {
      expect(page, `page ${i + 1}`).toMatch(/STT/);
      expect(page, `page ${i + 1}`).toMatch(/Đơn vị|Xếp loại/);
      const firstLine = page.trim().split('\n')[0]!.trim();
      expect(firstLine, `page ${i + 1}`).toMatch(/^(Phụ lục (I|II|III)|[2-9])$/);
    }
    const headings = pages.slice(0, annexPages).filter((page) => page.includes('Phụ lục'));
    expect(headings).toHaveLength(7);
    for (const page of headings) expect(page).toContain('SỐ LIỆU MÔ PHỎNG');
    expect(pages.slice(0, annexPages).join('')).not.toContain('###');
  });
});
