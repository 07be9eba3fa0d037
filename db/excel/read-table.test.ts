import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellText, type RawTable } from '#shared/reports/raw-table.ts';
import { parseCsv } from './parse-csv.ts';
import { readTables } from './read-table.ts';
import { listZip, unzipEntry } from './read-zip.ts';
import { replaceZipEntry } from './replace-zip-entry.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-table-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(name: string, content: string | Uint8Array) {
  const path = join(folder, name);
  await writeFile(path, content);
  return readTables(path);
}

function texts(table: RawTable | undefined): string[][] {
  return (table?.rows ?? []).map((row) => row.map((cell) => cellText(cell)));
}

async function workbookBytes(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet('Điểm'));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

describe('CSV', () => {
  const text = 'mã,tên\nV01,"Văn phòng, Bộ ""một"""\n';
  const expected = [
    ['mã', 'tên'],
    ['V01', 'Văn phòng, Bộ "một"'],
  ];
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE with a mark', utf16],
    ['UTF-16 LE without one', utf16.subarray(2)],
    ['UTF-16 BE', Buffer.from(utf16).swap16()],
    ['CRLF', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['CR', Buffer.from(text.replaceAll('\n', '\r'))],
    ['no last line break', Buffer.from(text.trimEnd())],
  ])('reads %s', async (_, bytes) => {
    const result = await read('bảng.csv', bytes);
    expect(result.ok && result.value.map(({ name }) => name)).toEqual(['bảng']);
    expect(texts(result.ok ? result.value[0] : undefined)).toEqual(expected);
  });

  it('tells the separator from decimal commas', async () => {
    const semicolons = await read('a.csv', 'ma;ten;diem\nV01;Một, hai;8,5\nV02;Ba;9,25\n');
    expect(texts(semicolons.ok ? semicolons.value[0] : undefined)[1]).toEqual(['V01', 'Một, hai', '8,5']);
    const tabs = await read('b.csv', 'ma\tdiem\nV01\t8,5\n');
    expect(texts(tabs.ok ? tabs.value[0] : undefined)[1]).toEqual(['V01', '8,5']);
  });

  it('gives back whatever was quoted properly, with any separator', () => {
    const field = fc.string({ unit: fc.constantFrom('a', 'ệ', '"', ',', ';', '\t', '\n', '\r', '1', ' ') });
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n', '\r'),
        (rows, delimiter, end) => {
          const written = rows
            .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter) + end)
            .join('');
          const parsed = parseCsv(written);
          const values =
            'rows' in parsed && parsed.rows.map((row) => row.map((c) => (c.kind === 'empty' ? '' : c.text)));
          expect(values).toEqual(rows.map((row) => row.map((value) => (value.trim() === '' ? '' : value))));
        },
      ),
    );
  });

  it.each([
    ['binary', Buffer.from([0x00, 0x01, 0xff, 0xfe, 0x80, 0x81]), 'encoding'],
    ['TCVN3 bytes', Buffer.from([0x76, 0xe8, 0x6e, 0x2c, 0x31, 0x0a]), 'encoding'],
    ['an open quote', Buffer.from('a,b\n1,"never closed\n2,3\n'), 'notCsv'],
  ])('refuses %s', async (_, bytes, reason) => {
    const result = await read('x.csv', bytes);
    expect(result).toMatchObject({ ok: false, error: { code: 'FILE_FORMAT', reason, params: { name: 'x.csv' } } });
  });

  it('names the line of an open quote', async () => {
    const result = await read('x.csv', 'a,b\n1,"never closed\n2,3\n');
    expect(result).toMatchObject({ error: { params: { line: 2 } } });
  });

  it('reads an empty file as a table without filled cells', async () => {
    const result = await read('x.csv', '');
    expect(result.ok && texts(result.value[0])).toEqual([['']]);
  });
});

describe('XLSX', () => {
  it('reads numbers, text, rich text, dates, merged cells, formulas and errors', async () => {
    const bytes = await workbookBytes((sheet) => {
      sheet.getCell('A1').value = 'Đơn vị';
      sheet.mergeCells('A1:B1');
      sheet.getCell('A2').value = 8.5;
      sheet.getCell('B2').value = { richText: [{ text: 'Cục ' }, { font: { bold: true }, text: 'Một' }] };
      sheet.getCell('C2').value = { formula: 'A2*2', result: 17 };
      sheet.getCell('D2').value = { formula: 'A2-A2', result: 0 };
      sheet.getCell('E2').value = { formula: 'A9&""', result: '' };
      sheet.getCell('F2').value = { error: '#N/A' };
      sheet.getCell('G2').value = new Date(Date.UTC(2023, 10, 5));
      sheet.getCell('A4').value = true;
      sheet.getCell('A4').dataValidation = { type: 'list', formulae: ['"a,b"'] };
    });
    const result = await read('x.xlsx', bytes);
    expect(result.ok && result.value).toEqual([
      {
        name: 'Điểm',
        rows: [
          [
            { kind: 'text', text: 'Đơn vị' },
            { kind: 'text', text: 'Đơn vị' },
          ],
          [
            { kind: 'number', text: '8.5', number: 8.5 },
            { kind: 'text', text: 'Cục Một' },
            { kind: 'formula', text: '17', number: 17 },
            { kind: 'formula', text: '0', number: 0 },
            { kind: 'formula', text: '' },
            { kind: 'error', text: '#N/A' },
            { kind: 'text', text: '2023-11-05' },
          ],
          [],
          [{ kind: 'text', text: 'true' }],
        ],
      },
    ]);
  });

  it('does not choke on validation of whole columns', async () => {
    const plain = await workbookBytes((sheet) => void (sheet.getCell('A1').value = 1));
    const all =
      '<dataValidations count="1"><dataValidation type="whole" sqref="A1:XFD1048576"><formula1>1</formula1></dataValidation></dataValidations>';
    const bytes = replaceZipEntry(plain, 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('<pageMargins', `${all}<pageMargins`),
    );
    const result = await read('wide.xlsx', bytes);
    expect(result.ok && result.value[0]!.rows).toEqual([[{ kind: 'number', text: '1', number: 1 }]]);
  });

  it('refuses what is cut off, mislabelled, old, empty or of another kind, each by its name', async () => {
    const good = await workbookBytes((sheet) => void (sheet.getCell('A1').value = 'x'.repeat(500)));
    const cases: readonly (readonly [string, Uint8Array | string, string])[] = [
      ['cut.xlsx', good.subarray(0, good.length - 100), 'notXlsx'],
      ['half.xlsx', good.subarray(0, good.length / 2), 'notXlsx'],
      ['text.xlsx', 'ma,ten\n1,2\n', 'notXlsx'],
      ['empty.xlsx', '', 'notXlsx'],
      ['old.xls', 'anything', 'oldXls'],
      ['renamed.xlsx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]), 'oldXls'],
      ['picture.png', Buffer.from([0x89, 0x50]), 'notXlsx'],
      ['word.csv', zipOf([{ name: 'word/document.xml', content: Buffer.from('<a/>') }]), 'notXlsx'],
    ];
    for (const [name, bytes, reason] of cases) {
      expect(await read(name, bytes), name).toMatchObject({
        ok: false,
        error: { code: 'FILE_FORMAT', reason, params: { name } },
      });
    }
    const damaged = replaceZipEntry(good, 'xl/worksheets/sheet1.xml', (xml) => xml.slice(0, xml.length / 2));
    expect(await read('damaged.xlsx', damaged)).toMatchObject({ error: { reason: 'notXlsx' } });
  });

  it('refuses a zip bomb, declared or lying, before unpacking it', async () => {
    const zeros = Buffer.alloc(40 * 2 ** 20);
    const workbook = { name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') };
    const declared = zipOf([workbook, { name: 'xl/sheet.xml', content: zeros }]);
    const lying = zipOf([workbook, { name: 'xl/sheet.xml', content: zeros, declaredBytes: 1000 }]);
    const many = zipOf(Array.from({ length: 2001 }, (_, i) => ({ name: `xl/${i}`, content: Buffer.alloc(0) })));
    for (const bytes of [declared, lying, many]) {
      expect(await read('bomb.xlsx', bytes)).toMatchObject({ error: { code: 'FILE_FORMAT', reason: 'zipBomb' } });
    }
  });

  it('says that a file is missing', async () => {
    expect(await readTables(join(folder, 'không có.csv'))).toMatchObject({
      error: { code: 'NOT_FOUND', reason: 'file', params: { name: 'không có.csv' } },
    });
  });

  it('survives any damage to a good file: a table or a typed refusal, never an exception', async () => {
    const good = await workbookBytes(
      (sheet) =>
        void sheet.addRows([
          ['a', 1],
          ['b', 2.5],
        ]),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: good.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bytes = Buffer.from(good);
        bytes[at] = bytes[at]! ^ change;
        const result = await read('fuzz.xlsx', bytes);
        if (!result.ok) expect(['FILE_FORMAT']).toContain(result.error.code);
      }),
      { numRuns: 60 },
    );
  });
});

describe('replaceZipEntry', () => {
  it('changes one entry and leaves the others as they were', async () => {
    const before = await workbookBytes((sheet) => void (sheet.getCell('A1').value = 1));
    const after = replaceZipEntry(before, 'xl/styles.xml', () => 'ệ');
    const contents = (file: Buffer) => {
      const listed = listZip(file);
      return new Map(
        (listed.ok ? listed.value : []).map((entry) => {
          const content = unzipEntry(file, entry);
          return [entry.name, content.ok ? content.value.toString('utf8') : null];
        }),
      );
    };
    expect(contents(after)).toEqual(contents(before).set('xl/styles.xml', 'ệ'));
    expect(() => replaceZipEntry(before, 'no/such.xml', () => '')).toThrow('no/such.xml');
  });
});

/** A zip made by hand, so that it can say what no honest writer says. */
function zipOf(files: readonly { name: string; content: Buffer; declaredBytes?: number }[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declaredBytes = content.length } of files) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(declaredBytes, 22);
    local.writeUInt16LE(name.length, 26);
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    local.copy(record, 6, 4, 30);
    record.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), packed);
    directory.push(record, Buffer.from(name));
    offset += local.length + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
