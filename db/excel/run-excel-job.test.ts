import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildAnnexes } from '#shared/reports/build-annexes.ts';
import { annexInputOfDraft } from '#shared/reports/testing/annex-input-of-draft.ts';
import { smallCycle } from '#shared/reports/testing/small-cycle.ts';
import { checkPackage } from './check-package.ts';
import type { ExcelProgress } from './excel-job.ts';
import { fileRefusal } from './file-refusal.ts';
import { runExcelJob } from './run-excel-job.ts';

const WORKER = new URL('./excel-worker.ts', import.meta.url);
const model = buildAnnexes(annexInputOfDraft(smallCycle(), { annexes: ['I', 'II', 'III'], decision: null }));

let folder = '';
let targetPath = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'run-excel-job-'));
  targetPath = join(folder, 'phụ lục.xlsx');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('runExcelJob', () => {
  it('puts a whole workbook in the place of the old one and says what it wrote', async () => {
    await writeFile(targetPath, 'old');
    const steps: ExcelProgress[] = [];
    const result = await runExcelJob(WORKER, { model, targetPath }, { onProgress: (step) => steps.push(step) });
    const bytes = await readFile(targetPath);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(result).toEqual({
      ok: true,
      value: { bytes: bytes.length, sha256, formulas: expect.any(Number) as number },
    });
    expect(checkPackage(bytes)).toEqual([]);
    expect(await readdir(folder)).toEqual(['phụ lục.xlsx']);
    const { sheets } = model;
    expect(steps.slice(0, sheets.length)).toEqual(
      sheets.map((_, i) => ({ step: 'layout', done: i + 1, total: sheets.length })),
    );
    expect(steps.map(({ step }) => step).slice(sheets.length)).toEqual(['pack', 'store']);
  });

  it.each(['layout', 'pack', 'store'] as const)(
    'cancelled at "%s" leaves the old file and nothing else',
    async (at) => {
      await writeFile(targetPath, 'old');
      const abort = new AbortController();
      const result = await runExcelJob(
        WORKER,
        { model, targetPath },
        { signal: abort.signal, onProgress: ({ step }) => step === at && abort.abort() },
      );
      expect(result).toEqual({ ok: false, error: { code: 'CANCELLED', reason: 'cancelled' } });
      expect(await readFile(targetPath, 'utf8')).toBe('old');
      expect(await readdir(folder)).toEqual(['phụ lục.xlsx']);
    },
  );

  it('starts nothing when cancelled beforehand', async () => {
    const result = await runExcelJob(WORKER, { model, targetPath }, { signal: AbortSignal.abort() });
    expect(result).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(await readdir(folder)).toEqual([]);
  });

  it('says that the folder is gone, or read-only, or that the target is a folder', async () => {
    const gone = await runExcelJob(WORKER, { model, targetPath: join(folder, 'không có', 'a.xlsx') });
    expect(gone).toMatchObject({ ok: false, error: { code: 'NOT_FOUND', reason: 'folder' } });
    // Nobody, root included, can make a file there.
    const readOnly = await runExcelJob(WORKER, { model, targetPath: '/sys/a.xlsx' });
    expect(readOnly).toMatchObject({ ok: false, error: { code: 'DB_READONLY', reason: 'readOnlyFolder' } });
    await mkdir(targetPath);
    const isFolder = await runExcelJob(WORKER, { model, targetPath });
    expect(isFolder).toMatchObject({ ok: false, error: { code: 'FILE_FORMAT', reason: 'exists' } });
    expect(await readdir(folder)).toEqual(['phụ lục.xlsx']);
  });

  it('answers INTERNAL for a model that must not be written, and keeps the old file', async () => {
    await writeFile(targetPath, 'old');
    const [first, ...rest] = model.sheets;
    const broken = { ...model, sheets: [first!, { ...rest[0]!, name: first!.name }, ...rest.slice(1)] };
    const result = await runExcelJob(WORKER, { model: broken, targetPath });
    expect(result).toMatchObject({ ok: false, error: { code: 'INTERNAL', reason: 'bug' } });
    expect(await readFile(targetPath, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['phụ lục.xlsx']);
  });
});

describe('fileRefusal', () => {
  it.each([
    ['ENOSPC', 'creating', 'DISK_FULL', 'full'],
    ['EDQUOT', 'creating', 'DISK_FULL', 'full'],
    ['EACCES', 'creating', 'DB_READONLY', 'readOnlyFolder'],
    ['EROFS', 'creating', 'DB_READONLY', 'readOnlyFolder'],
    ['EBUSY', 'replacing', 'FILE_LOCKED', 'targetOpen'],
    ['EPERM', 'replacing', 'FILE_LOCKED', 'targetOpen'],
    ['EACCES', 'replacing', 'FILE_LOCKED', 'targetOpen'],
    ['EIO', 'replacing', 'INTERNAL', 'bug'],
  ] as const)('%s while %s is %s %s', (code, action, errorCode, reason) => {
    expect(fileRefusal(code, action, '/a/b.xlsx')).toMatchObject({
      code: errorCode,
      reason,
      params: { name: 'b.xlsx' },
    });
  });
});
