/** The screen "Nhật ký": every step is in it, and a file changed behind the program's back is told apart. */
import { copyFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AppDriver } from '#e2e/driver/app-driver.ts';
import { logPage, type LogPage } from '#e2e/pages/log-page.ts';
import { scoringPage } from '#e2e/pages/scoring-page.ts';
import { shell } from '#e2e/pages/shell.ts';
import { startPage } from '#e2e/pages/start-page.ts';
import { launchOnSample } from './support/sample-office.ts';

let driver: AppDriver;
let office: string;
let log: LogPage;

beforeAll(async () => {
  ({ driver, office } = await launchOnSample());
  log = logPage(driver.page);
  const scoring = scoringPage(driver.page);
  await scoring.openMatrix('K3');
  await scoring.type('P22', '4.2.1', '0,5');
  await scoring.settled();
  await scoring.type('P22', '4.2.1', '0,75');
  await scoring.settled();
  await (await scoring.cell('P22', '4.2.1')).click();
  await driver.page.keyboard.press('Control+z');
  await vi.waitFor(async () => expect(await scoring.textOf('P22', '4.2.1')).toBe('0,500'));
});
afterAll(() => driver?.close());

describe('the log', () => {
  it('lists every step, newest first, with who and how much', async () => {
    await log.open();
    await expect.poll(async () => (await log.readRows()).map(({ seq }) => seq)).toEqual([4, 3, 2, 1]);
    const rows = await log.readRows();
    expect(rows.map(({ step }) => step)).toEqual([
      expect.stringMatching(/^Hoàn tác: Nhập điểm/),
      expect.stringMatching(/^Nhập điểm 1 ô/),
      expect.stringMatching(/^Nhập điểm 1 ô/),
      'Tạo năm mẫu (số liệu mô phỏng)',
    ]);
    expect(rows.every(({ actor, changes }) => actor !== '' && changes > 0)).toBe(true);
    expect(rows[3]?.changes).toBeGreaterThan(8_000);
  });

  it('is searched without diacritics', async () => {
    await log.search('hoan tac');
    await expect.poll(async () => (await log.readRows()).map(({ seq }) => seq)).toEqual([4]);
    await log.search('p22');
    await expect.poll(async () => (await log.readRows()).map(({ seq }) => seq)).toEqual([4, 3, 2]);
    await log.search('khong co gi');
    await expect.poll(() => log.screen.innerText()).toContain('Không có mục nào khớp');
    await log.search('');
    await expect.poll(async () => (await log.readRows()).length).toBe(4);
  });

  it('is narrowed to a cell, a person, a kind of step and a span of time', async () => {
    const shown = async () => (await log.readRows()).map(({ seq }) => seq);
    const all = await log.readRows();
    await log.narrow('unit', 'P22');
    await log.narrow('leaf', '4.2.1');
    await expect.poll(shown).toEqual([4, 3, 2, 1]);
    await log.narrow('leaf', '4.2.2');
    await expect.poll(shown).toEqual([1]);
    await log.clearFilters();
    await log.narrow('kind', 'Hoàn tác, làm lại');
    await expect.poll(shown).toEqual([4]);
    await log.narrow('actor', all[0]?.actor ?? '');
    await log.narrow('from', '01/01/2000');
    await expect.poll(shown).toEqual([4]);
    await log.narrow('to', '02/01/2000');
    await expect.poll(() => log.screen.innerText()).toContain('Không có mục nào khớp');
    await log.clearFilters();
    await expect.poll(shown).toEqual([4, 3, 2, 1]);
  });

  it('words a whole record field by field', async () => {
    await log.openDetails(1);
    await expect
      .poll(() => log.details.innerText())
      .toMatch(/Kỳ đánh giá[\s\S]*Bản ghi mới[\s\S]*Từ ngày: \d\d\/\d\d\/\d{4}/);
    expect(await log.details.innerText()).not.toMatch(/period_start|_micro/);
    await driver.page.keyboard.press('Escape');
    await log.details.waitFor({ state: 'hidden' });
  });

  it('shows where, what, before and after of a step', async () => {
    await log.openDetails(3);
    await expect
      .poll(() => log.details.innerText())
      .toMatch(/P22[\s\S]*4\.2\.1[\s\S]*Điểm sau giải trình[\s\S]*0,5[\s\S]*0,75/);
    expect(await log.details.locator('code').innerText()).toMatch(/^[0-9a-f]{64}$/);
    await driver.page.keyboard.press('Escape');
    await log.details.waitFor({ state: 'hidden' });
  });

  it('has an unbroken chain', async () => {
    const { ok, text } = await log.verify();
    expect(text).toMatch(/Chuỗi nguyên vẹn: 4 lần ghi/);
    expect(ok).toBe(true);
    // The code shown is the one a later check is held against.
    const code = await log.code();
    expect((await log.verify(code)).text).toContain('Mã đã nhập có trong chuỗi');
    const forged = await log.verify(code.replace(/.$/, (last) => (last === '0' ? '1' : '0')));
    expect(forged.ok).toBe(false);
    expect(forged.text).toMatch(/không chứa mã đã nhập/);
  });
});

describe('a file changed behind the back of the program', () => {
  beforeAll(async () => {
    await shell(driver.page).closeFile();
    copyFileSync(office, `${office}.clean`);
  });
  afterEach(() => shell(driver.page).closeFile());

  it.each([
    {
      what: 'a logged value altered',
      sql: "UPDATE change_log SET new = '900000' WHERE batch_seq = 3 AND col = 'final_micro'",
      says: /Lần ghi số 3[\s\S]*bị sửa ngoài chương trình \(Điểm P22 · 4\.2\.1\)/,
    },
    {
      what: 'a score altered but not the log',
      sql: 'UPDATE score SET final_micro = 1000000 WHERE id = (SELECT row_id FROM change_log WHERE batch_seq = 4 LIMIT 1)',
      says: /Điểm P22 · 4\.2\.1 bị sửa ngoài chương trình sau lần ghi số 4[\s\S]*thấy “1”/,
    },
  ])('is named by its first bad record: $what', async ({ sql, says }) => {
    copyFileSync(`${office}.clean`, office);
    tamper(office, sql);
    await startPage(driver.page).openRecent('nam-mau.cchc');
    await shell(driver.page).opened();
    await log.open();
    const { ok, text } = await log.verify();
    expect(ok).toBe(false);
    expect(text).toMatch(says);
    // Reading it over and over must not make it good.
    expect((await log.verify()).ok).toBe(false);
  });
});

/** With any other SQLite tool, guards switched off first, as an intruder would. */
function tamper(path: string, sql: string): void {
  const database = new DatabaseSync(path);
  const triggers = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all();
  for (const { name } of triggers) database.exec(`DROP TRIGGER "${String(name)}"`);
  database.exec('PRAGMA foreign_keys = OFF');
  const changed = database.prepare(sql).run().changes;
  database.close();
  if (Number(changed) !== 1) throw new Error(`Tampering changed ${changed} rows, not one`);
}
