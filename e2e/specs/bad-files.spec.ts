/**
 * What bad input gets (issue: "a clear sentence in the user's language, nothing lost, the app alive"): office files that
 * are none, damaged, newer, locked, gone or read-only; a full disk; a second start. Imports have a spec of their own.
 */
import { spawn } from 'node:child_process';
import { chmodSync, closeSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type AppDriver } from '#e2e/driver/app-driver.ts';
import { makeSharedFolder, readLaunchSettings } from '#e2e/driver/launch-settings.ts';
import { logPage } from '#e2e/pages/log-page.ts';
import { rankingPage } from '#e2e/pages/ranking-page.ts';
import { scoringPage } from '#e2e/pages/scoring-page.ts';
import { shell } from '#e2e/pages/shell.ts';
import { startPage, type StartPage } from '#e2e/pages/start-page.ts';
import { copySampleTo, placeSample } from './support/sample-office.ts';
import { mountSmallDisk, type SmallDisk } from './support/small-disk.ts';

let driver: AppDriver;
let start: StartPage;

beforeAll(async () => {
  driver = await launchApp();
  start = startPage(driver.page);
  await shell(driver.page).started();
});
afterAll(() => driver?.close());

async function open(path: string): Promise<void> {
  await driver.stubDialog(path);
  await start.choose('open');
}

/** The refusal on the start screen: its reason, and its words as a person reads them. */
async function refusal(): Promise<{ readonly reason: string | null; readonly text: string }> {
  await start.problem.waitFor();
  await expect.poll(() => driver.page.getByTestId('start-open').isEnabled()).toBe(true);
  return { reason: await start.problem.getAttribute('data-reason'), text: await start.problem.innerText() };
}

/** The app still does its work after whatever was refused. */
async function expectAlive(): Promise<void> {
  await open(await placeSample('song.cchc'));
  await shell(driver.page).opened();
  const ranking = rankingPage(driver.page);
  await ranking.open('K3');
  expect(await ranking.meanText()).toBe('91,16 %');
  await shell(driver.page).closeFile();
}

describe('a file that is no good', () => {
  it.each([
    { what: 'text called .cchc', make: (path: string) => writeFileSync(path, 'không phải tệp dữ liệu\n'.repeat(50)) },
    { what: 'an empty file', make: (path: string) => writeFileSync(path, '') },
    {
      what: "another program's database",
      make: (path: string) => {
        const database = new DatabaseSync(path);
        database.exec('CREATE TABLE note (text TEXT)');
        database.close();
      },
    },
  ])('$what is said not to be an office file and is left alone', async ({ make }) => {
    const path = join(makeSharedFolder('office'), 'la.cchc');
    make(path);
    chmodSync(path, 0o666);
    const before = readFileSync(path);
    await open(path);
    const { reason, text } = await refusal();
    expect(reason).toBe('FILE_FORMAT.notOfficeFile');
    expect(text).toMatch(/Không phải tệp dữ liệu chấm điểm[\s\S]*la\.cchc[\s\S]*Chọn tệp \.cchc/);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('a damaged office file is said to be damaged, with what can be done', async () => {
    const path = await placeSample('hong.cchc');
    const file = openSync(path, 'r+');
    // In the middle, page after page: the header stays whole, as after a failing disk.
    for (let at = 4096 * 40; at < statSync(path).size; at += 4096 * 3)
      writeSync(file, Buffer.alloc(4096, 0xa5), 0, 4096, at);
    closeSync(file);
    await open(path);
    const { reason, text } = await refusal();
    expect(reason).toBe('DB_CORRUPT.damaged');
    expect(text).toMatch(/bị hỏng[\s\S]*bản sao lưu/);
  });

  it('a truncated office file is said to be damaged', async () => {
    const path = await placeSample('cut.cchc');
    writeFileSync(path, readFileSync(path).subarray(0, 300_000));
    await open(path);
    expect((await refusal()).reason).toBe('DB_CORRUPT.damaged');
  });

  it('a file from a newer app is refused unchanged, with both versions', async () => {
    const path = await placeSample('moi.cchc');
    const database = new DatabaseSync(path);
    database.exec('PRAGMA user_version = 999999');
    database.close();
    const before = readFileSync(path);
    await open(path);
    const { reason, text } = await refusal();
    expect(reason).toBe('DB_FROM_FUTURE.newerApp');
    expect(text).toMatch(/999999[\s\S]*Cập nhật chương trình/);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('a file that is gone says so, in the list of recent files too', async () => {
    const path = await placeSample('mat.cchc');
    await open(path);
    await shell(driver.page).opened();
    await shell(driver.page).closeFile();
    expect(await start.recent('mat.cchc').isEnabled()).toBe(true);
    // Gone while the list is on the screen: found out at the click.
    rmSync(path);
    await start.openRecent('mat.cchc');
    const { reason, text } = await refusal();
    expect(reason).toBe('NOT_FOUND.file');
    expect(text).toMatch(/mat\.cchc[\s\S]*không còn ở chỗ cũ/);
    // Gone before: greyed out, and can be taken off the list.
    await driver.page.reload();
    await shell(driver.page).started();
    await expect.poll(() => start.recent('mat.cchc').innerText()).toContain('Không còn ở chỗ cũ');
    expect(await start.recent('mat.cchc').isDisabled()).toBe(true);
    await start.forget('mat.cchc');
    await expect.poll(() => start.recent('mat.cchc').count()).toBe(0);
  });

  it('a file held by another process is said to be open elsewhere, and opens when it is free', async () => {
    const path = await placeSample('khoa.cchc');
    const other = new DatabaseSync(path);
    other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    await open(path);
    const { reason, text } = await refusal();
    other.exec('ROLLBACK');
    other.close();
    expect(reason).toBe('FILE_LOCKED.openElsewhere');
    expect(text).toMatch(/đang mở ở nơi khác/);
    await open(path);
    await shell(driver.page).opened();
    await shell(driver.page).closeFile();
  });

  // On Linux a share is known by its mount only, which db/engine tests; a path alone names one on Windows.
  it.runIf(process.platform === 'win32')('a network path is refused with the reason', async () => {
    await open('\\\\may-chu\\chung\\nam.cchc');
    const { reason, text } = await refusal();
    expect(reason).toBe('FILE_FORMAT.networkPath');
    expect(text).toMatch(/ổ mạng[\s\S]*Chép tệp về ổ đĩa/);
  });

  it('a new file is not written over an old one', async () => {
    const path = await placeSample('co-roi.cchc');
    const before = readFileSync(path);
    for (const action of ['create', 'sample'] as const) {
      await driver.stubDialog(path);
      await start.choose(action);
      expect((await refusal()).reason).toBe('FILE_FORMAT.exists');
    }
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('a folder that cannot be written takes no new file', async () => {
    const folder = makeSharedFolder('read-only');
    chmodSync(folder, 0o555);
    await driver.stubDialog(join(folder, 'moi.cchc'));
    await start.choose('create');
    const { reason, text } = await refusal();
    expect(reason).toBe('DB_READONLY.readOnlyFolder');
    expect(text).toMatch(/Thư mục chỉ đọc[\s\S]*Chọn thư mục/);
  });

  it('none of this stops the app', expectAlive);
});

describe('a read-only folder', () => {
  it('opens for reading: everything is shown, nothing can be typed, and the window says so', async () => {
    const folder = makeSharedFolder('read-only');
    const path = await copySampleTo(join(folder, 'chi-doc.cchc'));
    chmodSync(path, 0o444);
    chmodSync(folder, 0o555);
    await open(path);
    await shell(driver.page).opened();
    expect(await driver.page.getByTestId('banner-read-only').innerText()).toMatch(/chỉ đọc/);
    const scoring = scoringPage(driver.page);
    await scoring.openMatrix('K3');
    await (await scoring.cell('P22', '4.2.1')).click();
    await driver.page.keyboard.type('1');
    expect(await scoring.editor.count()).toBe(0);
    await expect.poll(() => scoring.bubble.innerText()).toMatch(/Chỉ xem/);
    expect(await scoring.textOf('P22', '4.2.1')).toBe('0,000');
    const ranking = rankingPage(driver.page);
    await ranking.open('K3');
    expect(await ranking.meanText()).toBe('91,16 %');
    await shell(driver.page).closeFile();
    expect(readFileSync(path).equals(readFileSync(await placeSample('so-sanh.cchc')))).toBe(true);
  });
});

describe('a full disk', () => {
  let disk: SmallDisk | null = null;
  beforeAll(() => {
    disk = mountSmallDisk(64);
  });
  afterAll(() => disk?.unmount());

  it('refuses the edit with a sentence, keeps it on the screen, and writes it once there is room', async ({ skip }) => {
    if (disk === null) return skip('no right to mount; db/service/data-service.test.ts fills a disk by other means');
    const path = await copySampleTo(join(disk.folder, 'day.cchc'));
    await open(path);
    await shell(driver.page).opened();
    const scoring = scoringPage(driver.page);
    await scoring.openMatrix('K3');
    disk.fill();
    await scoring.type('P22', '4.2.1', '0,5');
    const saveState = driver.page.getByTestId('save-state');
    await expect.poll(() => saveState.getAttribute('data-state')).toBe('failed');
    expect(await saveState.innerText()).toMatch(/Chưa ghi được: Ổ đĩa đã đầy/);
    await expect.poll(() => driver.page.getByTestId('score-status').innerText()).toContain('1 ô chưa ghi được');
    await driver.page.getByTestId('show-problem').click();
    await expect.poll(() => scoring.bubble.innerText()).toMatch(/“0,5”: Ổ đĩa đã đầy/);
    disk.free();
    await scoring.bubble.getByRole('button', { name: 'Thử lại' }).click();
    await expect.poll(() => scoring.textOf('P22', '4.2.1')).toBe('0,500');
    await shell(driver.page).saved();
    const log = logPage(driver.page);
    await log.open();
    expect((await log.verify()).ok).toBe(true);
    expect((await log.readRows()).map(({ seq }) => seq)).toEqual([2, 1]);
    await shell(driver.page).closeFile();
  });
});

describe('the data process killed during an edit', () => {
  it('loses no edit: what was typed is on disk afterwards or is offered again', async () => {
    const path = await placeSample('chet.cchc');
    await open(path);
    await shell(driver.page).opened();
    const scoring = scoringPage(driver.page);
    await scoring.openMatrix('K3');
    const cell = await scoring.cell('P22', '4.2.1');
    const pid = await driver.getDataProcessId();
    // Stopped first, so that the edit is certainly on its way and unanswered when the process dies.
    process.kill(pid, 'SIGSTOP');
    await cell.click();
    await driver.page.keyboard.type('0,5');
    await driver.page.keyboard.press('Enter');
    await expect.poll(() => driver.page.getByTestId('save-state').getAttribute('data-state')).toBe('saving');
    process.kill(pid, 'SIGKILL');
    await driver.page.getByTestId('banner-restarted').waitFor();
    expect(await driver.page.getByTestId('banner-restarted').innerText()).toMatch(/khởi động lại/);
    await expect.poll(() => driver.page.getByTestId('save-state').getAttribute('data-state')).not.toBe('saving');
    const showProblem = driver.page.getByTestId('show-problem');
    if (await showProblem.isVisible()) {
      await showProblem.click();
      await expect.poll(() => scoring.bubble.innerText()).toContain('0,5');
      await scoring.bubble.getByRole('button', { name: 'Thử lại' }).click();
    }
    await expect.poll(() => scoring.textOf('P22', '4.2.1')).toBe('0,500');
    await shell(driver.page).saved();
    // What the window shows is what the file holds, once.
    await shell(driver.page).closeFile();
    await start.openRecent('chet.cchc');
    await shell(driver.page).opened();
    await scoring.openMatrix('K3');
    expect(await scoring.textOf('P22', '4.2.1')).toBe('0,500');
    const log = logPage(driver.page);
    await log.open();
    await expect.poll(async () => (await log.readRows()).map(({ seq }) => seq)).toEqual([2, 1]);
    expect((await log.verify()).ok).toBe(true);
    await shell(driver.page).closeFile();
  });

  it('and goes on without the person doing anything when nothing was on its way', async () => {
    await open(await placeSample('chet-2.cchc'));
    await shell(driver.page).opened();
    const scoring = scoringPage(driver.page);
    await scoring.openMatrix('K3');
    await driver.killDataProcess();
    await driver.page.getByTestId('banner-restarted').waitFor();
    await scoring.type('P22', '4.2.1', '0,75');
    await expect.poll(() => scoring.textOf('P22', '4.2.1')).toBe('0,750');
    await scoring.settled();
    await shell(driver.page).saved();
    await shell(driver.page).closeFile();
  });
});

describe('a second start', () => {
  it('hands its file to the first window and ends', async () => {
    const path = await placeSample('lan-hai.cchc');
    const { executable, appFolder } = readLaunchSettings();
    const second = spawn(executable, [appFolder, `--user-data-dir=${driver.userData}`, path], { stdio: 'ignore' });
    const exitCode = await new Promise((resolve) => second.once('exit', resolve));
    expect(exitCode).toBe(0);
    await shell(driver.page).opened();
    await driver.page.getByTestId('cycle-picker').hover();
    expect(await driver.page.getByTestId('cycle-picker').getAttribute('title')).toBe('lan-hai.cchc');
    await shell(driver.page).closeFile();
  });
});
