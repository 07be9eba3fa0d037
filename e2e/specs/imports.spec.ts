/**
 * A published score table becomes a cycle in the window: a good one is imported, ranked and undone; a bad one is refused
 * with the address of every bad cell, and nothing is written.
 */
import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type AppDriver } from '#e2e/driver/app-driver.ts';
import { importDialog, type ImportDialog } from '#e2e/pages/import-dialog.ts';
import { rankingPage, type RankingPage } from '#e2e/pages/ranking-page.ts';
import { scoringPage } from '#e2e/pages/scoring-page.ts';
import { shell, type ShellPage } from '#e2e/pages/shell.ts';
import { startPage } from '#e2e/pages/start-page.ts';
import { logPage } from '#e2e/pages/log-page.ts';
import { createLocalService, pathToken } from '#db/cli/local-service.ts';
import type { OpId } from '#shared/domain/ids.ts';
import { placeSample } from './support/sample-office.ts';
import { zipBomb } from './support/zip-bomb.ts';

/** Another scale than 100, several decimals, a blank, totals that print alike (48,00) and differ in the third decimal. */
const GOOD = [
  'STT,Mã,Đơn vị,A1,A2,A3,Tổng điểm',
  ',,Điểm tối đa,100,50.5,99.5,250',
  '1,X01,Đơn vị Một,60.25,40.5,19.2504,120.0004',
  '2,X02,Đơn vị Hai,60.25,40.5,19.251,120.001',
  '3,X03,Đơn vị Ba,90.123456,,80,170.123456',
  '4,X04,Đơn vị Bốn,100,50.5,99.5,250',
].join('\n');

let driver: AppDriver;
let frame: ShellPage;
let dialog: ImportDialog;
let ranking: RankingPage;

beforeAll(async () => {
  driver = await launchApp();
  frame = shell(driver.page);
  dialog = importDialog(driver.page);
  ranking = rankingPage(driver.page);
  await frame.started();
  await driver.stubDialog(driver.path('moi.cchc'));
  await startPage(driver.page).choose('create');
  await frame.opened();
});
afterAll(() => driver?.close());

function place(name: string, content: string | Buffer): string {
  const path = driver.path(name);
  writeFileSync(path, content, { mode: 0o644 });
  return path;
}

async function chooseScores(path: string): Promise<void> {
  await driver.stubDialog(path);
  await dialog.chooseScores();
  await expect.poll(() => dialog.dialog.innerText()).toContain(path.split('/').at(-1));
}

describe('a wide table in an empty office file', () => {
  it('is asked for by the empty screen', async () => {
    expect(await driver.page.getByTestId('no-cycle').innerText()).toMatch(/chưa có kỳ đánh giá/);
    await driver.page.getByTestId('no-cycle').getByRole('button').click();
    await dialog.dialog.waitFor();
    expect(await dialog.commitButton.isDisabled()).toBe(true);
  });

  it('is shown beforehand as figures and warnings', async () => {
    await chooseScores(place('bang-diem.csv', GOOD));
    await dialog.name('Chỉ số công bố');
    await dialog.year('2022');
    await dialog.runPreview();
    const text = await dialog.preview.innerText();
    expect(text).toMatch(/Đơn vị\s+4/);
    expect(text).toMatch(/Ô có điểm\s+11/);
    expect(text).toMatch(/Ô trống\s+1/);
    expect(text).toMatch(/4 đơn vị · 3 tiêu chí · thang điểm 250/);
    expect(await dialog.commitButton.isEnabled()).toBe(true);
  });

  it('becomes a cycle whose ranking is exact where print is not', async () => {
    await dialog.commit();
    await expect.poll(() => frame.cycleName()).toContain('Chỉ số công bố');
    await frame.goTo('ranking');
    const rows = await ranking.readRows();
    expect(rows.map(({ code, rank, index }) => [code, rank, index])).toEqual([
      ['X04', '1', '100,00'],
      ['X03', '2', '68,05'],
      ['X02', '3', '48,00'],
      ['X01', '4', '48,00'],
    ]);
    for (const code of ['X01', 'X02']) expect((await ranking.readRow(code)).marks).toContain('tied-in-print');
    expect((await ranking.readRow('X03')).marks).toContain('missing');
    // (100 + 68,0493824 + 48,0004 + 48,00016) / 4
    expect(await ranking.meanText()).toBe('66,01 %');
    // Published figures are not invented ones.
    expect(await frame.simulated.count()).toBe(0);
  });

  it('shows its points in the grid and takes new ones within its own maxima', async () => {
    const scoring = scoringPage(driver.page);
    await frame.goTo('scoring');
    expect(await scoring.textOf('X03', 'A1')).toMatch(/^90,123/);
    await scoring.type('X03', 'A2', '50,5');
    await scoring.settled();
    await expect.poll(() => scoring.rankOf('X03')).toBe('2');
    await (await scoring.cell('X03', 'A2')).click();
    await driver.page.keyboard.type('50,6');
    await driver.page.keyboard.press('Enter');
    await expect.poll(() => scoring.bubble.innerText()).toContain('từ 0 đến 50,5');
    await driver.page.keyboard.press('Escape');
  });

  it('stands in the log and is undone as one step', async () => {
    const log = logPage(driver.page);
    await frame.undoButton.click();
    await frame.undoButton.click();
    await driver.page.getByTestId('nav-ranking').click();
    await driver.page.getByTestId('no-cycle').waitFor();
    await log.open();
    await expect
      .poll(async () => (await log.readRows()).map(({ step }) => step))
      .toEqual([
        expect.stringMatching(/^Hoàn tác: .*Chỉ số công bố/),
        expect.stringMatching(/^Hoàn tác: Nhập điểm/),
        expect.stringMatching(/^Nhập điểm 1 ô/),
        expect.stringMatching(/Chỉ số công bố/),
      ]);
    expect((await log.verify()).ok).toBe(true);
  });
});

describe('a number that can be read in two ways', () => {
  const ambiguous = ['Mã,Đơn vị,B1', ',Điểm tối đa,2000', 'Y01,Đơn vị Một,1.234', 'Y02,Đơn vị Hai,5'].join('\n');
  afterEach(async () => {
    if (await dialog.dialog.isVisible()) await dialog.cancel();
  });

  it('is asked about, and read as answered', async () => {
    await frame.openImportDialog();
    await chooseScores(place('hai-cach.csv', ambiguous));
    await dialog.runPreview();
    expect(await dialog.dialog.innerText()).toMatch(/Hãy chọn dấu chấm nghĩa là gì/);
    expect(Object.keys(await dialog.problems())).toContain('hai-cach!C3');
    expect(await dialog.commitButton.isDisabled()).toBe(true);
    await dialog.dot('thousands');
    await dialog.runPreview();
    await dialog.name('Thang nghìn');
    await dialog.runPreview();
    await dialog.commit();
    await frame.goTo('ranking');
    expect(await ranking.readRow('Y01')).toMatchObject({ rank: '1', index: '61,70' });
  });

  it('is asked about in the grid too, where both readings fit', async () => {
    const scoring = scoringPage(driver.page);
    await frame.goTo('scoring');
    await (await scoring.cell('Y02', 'B1')).click();
    await driver.page.keyboard.type('1.500');
    await driver.page.keyboard.press('Enter');
    await expect.poll(() => scoring.bubble.innerText()).toContain('“1.500” có thể hiểu theo hai cách');
    await scoring.bubble.getByRole('button', { name: '1500', exact: true }).click();
    await expect.poll(() => scoring.textOf('Y02', 'B1')).toMatch(/^1500/);
    await expect.poll(() => scoring.rankOf('Y02')).toBe('1');
    await scoring.settled();
  });
});

describe('a table that is no good', () => {
  beforeAll(() => frame.openImportDialog());
  afterAll(() => dialog.cancel());

  it.each([
    {
      name: 'nhi-phan.csv',
      make: () => Buffer.from([0, 1, 2, 0xff, 0xfe, 0, 0x80, 0x81, 10, 0]),
      reason: 'FILE_FORMAT.encoding',
    },
    { name: 'nhi-phan.xlsx', make: () => Buffer.alloc(5000, 0x7f), reason: 'FILE_FORMAT.notXlsx' },
    {
      name: 'cu.xls',
      make: () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      reason: 'FILE_FORMAT.oldXls',
    },
    { name: 'bom.xlsx', make: () => zipBomb(64 * 2 ** 20), reason: 'FILE_FORMAT.zipBomb' },
    { name: 'ngoac.csv', make: () => Buffer.from('Mã,Đơn vị,A1\nX01,"không đóng,1\n'), reason: 'FILE_FORMAT.notCsv' },
  ])('$name is refused with $reason', async ({ name, make, reason }) => {
    await chooseScores(place(name, make()));
    await dialog.runPreview();
    expect(await dialog.problem.getAttribute('data-reason')).toBe(reason);
    expect((await dialog.problem.innerText()).length).toBeGreaterThan(40);
    expect(await dialog.commitButton.isDisabled()).toBe(true);
  });

  it('a truncated workbook is refused', async () => {
    const whole = await exportWorkbook();
    const path = driver.path('cut.xlsx');
    copyFileSync(whole, path);
    truncateSync(path, Math.floor(readFileSync(path).length * 0.6));
    await chooseScores(path);
    await dialog.runPreview();
    expect(await dialog.problem.getAttribute('data-reason')).toBe('FILE_FORMAT.notXlsx');
  });

  it('a workbook of another kind is refused by what it lacks', async () => {
    await chooseScores(await exportWorkbook());
    await dialog.runPreview();
    const said = (await dialog.problem.isVisible())
      ? await dialog.problem.innerText()
      : await dialog.preview.innerText();
    expect(said).toMatch(/tiêu đề|cột|điểm tối đa/i);
    expect(await dialog.commitButton.isDisabled()).toBe(true);
  });

  it('a wrong header is said', async () => {
    await chooseScores(place('tieu-de.csv', 'một,hai,ba\n1,2,3\n'));
    await dialog.runPreview();
    const said = (await dialog.problem.isVisible())
      ? await dialog.problem.innerText()
      : await dialog.preview.innerText();
    expect(said).toMatch(/tiêu đề/i);
    expect(await dialog.commitButton.isDisabled()).toBe(true);
  });

  it('every bad number is named by its address, and nothing is imported', async () => {
    const bad = [
      'Mã,Đơn vị,A1,A2',
      ',Điểm tối đa,10,20',
      'X01,Đơn vị Một,"11,5",20',
      'X02,Đơn vị Hai,tốt,-1',
      'X01,Đơn vị Ba,1,1',
    ].join('\n');
    await chooseScores(place('sai.csv', bad));
    await dialog.runPreview();
    const problems = await dialog.problems();
    expect(problems).toMatchObject({
      'sai!C3': expect.stringMatching(/Vượt điểm tối đa/),
      'sai!C4': expect.stringMatching(/số/),
      'sai!D4': expect.stringMatching(/âm/),
      'sai!A5': 'Đơn vị X01 có hai dòng, dòng trước ở sai!A3',
    });
    expect(await dialog.preview.locator('[data-acceptable=false]').count()).toBe(1);
    expect(await dialog.commitButton.isDisabled()).toBe(true);
  });

  it('keeps the focus while it reads, so that Esc still closes', async () => {
    await chooseScores(place('tieu-diem.csv', GOOD));
    await dialog.runPreview();
    await driver.page.keyboard.press('Escape');
    await dialog.dialog.waitFor({ state: 'hidden', timeout: 2000 });
    await frame.openImportDialog();
  });

  it('the app goes on: a good one is read right after', async () => {
    await chooseScores(place('tot.csv', GOOD));
    await dialog.runPreview();
    expect(await dialog.commitButton.isEnabled()).toBe(true);
  });
});

let exported: string | undefined;

/** A real workbook that is no score table: the annexes themselves. */
async function exportWorkbook(): Promise<string> {
  if (exported !== undefined) return exported;
  const target = driver.path('phu-luc-thang.xlsx');
  const service = createLocalService();
  await service.call('office.open', { fileToken: pathToken(await placeSample()) });
  const cycles = await service.call('cycles.list', {});
  const cycleId = cycles.ok ? cycles.value[0]?.id : undefined;
  if (cycleId === undefined) throw new Error('no cycle');
  const written = await service.call('annexes.export', {
    opId: 'e2e-export' as OpId,
    cycleId,
    annexes: ['III'],
    decision: null,
    fileToken: pathToken(target),
  });
  await service.close();
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  exported = target;
  return target;
}
