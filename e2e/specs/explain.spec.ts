/** "Giải thích con số này": from a printed figure down to the document and the person, by keyboard. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppDriver } from '#e2e/driver/app-driver.ts';
import { explainDialog, type ExplainDialogPage } from '#e2e/pages/explain-dialog.ts';
import { rankingPage, type RankingPage } from '#e2e/pages/ranking-page.ts';
import { scoringPage } from '#e2e/pages/scoring-page.ts';
import { findAccessibilityProblems } from './support/find-accessibility-problems.ts';
import { launchOnSample } from './support/sample-office.ts';

let driver: AppDriver;
let ranking: RankingPage;
let explain: ExplainDialogPage;

/** "12,75" and "83,18 %" as integers of 10⁻⁶. */
function micro(text: string): number {
  const [whole = '0', fraction = ''] = text.replace(' %', '').replace('-', '').split(',');
  const value = Number(whole) * 1_000_000 + Number(fraction.padEnd(6, '0'));
  return text.startsWith('-') ? -value : value;
}

beforeAll(async () => {
  ({ driver } = await launchOnSample());
  ranking = rankingPage(driver.page);
  explain = explainDialog(driver.page);
  const scoring = scoringPage(driver.page);
  await scoring.openMatrix('K3');
  await scoring.type('P22', '4.2.1', '0,5');
  await scoring.settled();
});
afterAll(() => driver?.close());

describe('a unit', () => {
  it('is explained from the index down to the leaf, with sums that add up to the figures shown', async () => {
    await ranking.open('K3');
    const row = await ranking.readRow('P22');
    await ranking.openUnit('P22');
    await driver.page.getByTestId('explain-unit').click();
    await explain.opened();
    const [index] = await explain.lines();
    expect(index).toMatchObject({ level: 1, value: `${row.index} %` });
    await explain.press('*');
    const lines = await explain.lines();
    const at = (label: RegExp) => lines.findIndex(({ text }) => label.test(text));
    const childrenOf = (from: number) => {
      const rest = lines.slice(from + 1);
      const end = rest.findIndex(({ level }) => level <= lines[from]!.level);
      return rest.slice(0, end < 0 ? undefined : end).filter(({ level }) => level === lines[from]!.level + 1);
    };
    const sums = ['Tổng điểm', 'Điểm chính'].map((label) => at(new RegExp(`^${label}$`)));
    for (const from of sums) {
      expect(childrenOf(from).length).toBeGreaterThan(1);
      expect(childrenOf(from).reduce((sum, { value }) => sum + micro(value), 0)).toBe(micro(lines[from]!.value));
    }
    // Every field and criterion too.
    const core = at(/^Điểm chính$/);
    const fields = lines.flatMap((line, i) => (i > core && line.level === 4 && /^[IVX]+ ·/.test(line.text) ? [i] : []));
    expect(fields.length).toBeGreaterThan(4);
    for (const from of fields) {
      expect(childrenOf(from).reduce((sum, { value }) => sum + micro(value), 0)).toBe(micro(lines[from]!.value));
    }
  });

  it('names rank and class with their grounds', async () => {
    const text = (await explain.lines()).map((line) => `${line.text} ${line.value}`).join('\n');
    expect(text).toMatch(/Hạng \d+\/63/);
    expect(text).toMatch(/\d+ đơn vị có chỉ số cao hơn/);
    expect(text).toMatch(/So chỉ số đầy đủ \d+,\d+ % với các ngưỡng/);
    expect(text).toMatch(/Đạt ngưỡng Xuất sắc: từ 95 %/);
  });

  it('goes down to the document and the person who wrote the value', async () => {
    const lines = await explain.lines();
    const leaf = (code: string) => {
      const at = lines.findIndex(({ text }) => text.startsWith(`${code} ·`));
      const end = lines.findIndex(({ level }, i) => i > at && level <= lines[at]!.level);
      return lines
        .slice(at, end)
        .map(({ text, value }) => `${text} ${value}`)
        .join('\n');
    };
    expect(leaf('4.2.1')).toMatch(/Cách chấm: /);
    expect(leaf('4.2.1')).toMatch(/Điểm sau giải trình\n.+, \d\d\/\d\d\/\d{4} .+, lần ghi 2 \(Nhập điểm 1 ô.+\) 0,50/);
    expect(leaf('4.2.1')).toMatch(/Chưa có tài liệu kiểm chứng/);
    expect(leaf('1.1.1')).toMatch(/Tài liệu kiểm chứng: \d+\/KH-PV01, .+\n.+lần ghi 1 \(Tạo năm mẫu/);
  });

  it('is walked by keyboard alone, and is clean for assistive tools', async () => {
    await explain.press('Home');
    expect((await explain.focused()).text).toMatch(/^Chỉ số/);
    await explain.press('ArrowLeft', 'ArrowDown');
    expect((await explain.focused()).text).toMatch(/^Hạng/);
    await explain.press('ArrowUp', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    expect((await explain.focused()).text).toMatch(/^Điểm chính/);
    await explain.press('ArrowLeft', 'ArrowLeft');
    expect((await explain.focused()).text).toMatch(/^Tổng điểm/);
    expect(await findAccessibilityProblems(driver.page)).toEqual([]);
  });

  it('is copied as text with everything in it', async () => {
    const text = await explain.copy();
    expect(text).toMatch(/^P22 · .+ · Năm mẫu 2023\nSỐ LIỆU MÔ PHỎNG\nLập lúc .+ lần ghi 2\n\nChỉ số: /);
    expect(text).toMatch(/\n {10}4\.2\.1 · /);
    expect(text).toMatch(/Xếp loại: /);
  });

  it('leads to the log of a cell', async () => {
    await explain.close();
    await driver.page.getByTestId('explain-unit').click();
    await explain.opened();
    await explain.press('*');
    await explain.dialog.locator('[data-row="core.IV.4.2.4.2.1"]').click();
    await driver.page.getByTestId('explain-open-log').click();
    await driver.page.getByTestId('log-screen').waitFor();
    await expect.poll(() => driver.page.getByTestId('log-filter-leaf').inputValue()).toMatch(/^4\.2\.1 ·/);
    await expect.poll(() => driver.page.getByTestId('log-row').count()).toBe(2);
  });
});

describe('a block mean', () => {
  it('is the sum of the indexes shown over their number, and leads to a unit and back', async () => {
    await ranking.open('K3');
    const mean = await ranking.meanText();
    await driver.page.getByTestId('explain-mean').click();
    await explain.opened();
    const lines = await explain.lines();
    expect(lines[0]?.value).toBe(mean);
    const parts = lines.filter(({ level }) => level === 3);
    expect(parts).toHaveLength(63);
    expect(parts.reduce((sum, { value }) => sum + micro(value), 0)).toBe(micro(lines[1]!.value));
    await explain.press('ArrowDown', 'ArrowDown', 'Enter');
    await expect.poll(() => explain.dialog.innerText()).toContain('P35 ·');
    await explain.dialog.getByRole('button', { name: 'Về trung bình khối' }).click();
    await expect.poll(async () => (await explain.lines())[0]?.value).toBe(mean);
    await explain.close();
  });
});
