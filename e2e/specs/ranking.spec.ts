/** The screen "Xếp hạng" and what every screen shares: published figures, marks, caps, the words, language and theme. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppDriver } from '#e2e/driver/app-driver.ts';
import { rankingPage, type RankingPage } from '#e2e/pages/ranking-page.ts';
import { shell, type ShellPage } from '#e2e/pages/shell.ts';
import { launchOnSample } from './support/sample-office.ts';

let driver: AppDriver;
let frame: ShellPage;
let ranking: RankingPage;

beforeAll(async () => {
  ({ driver } = await launchOnSample());
  frame = shell(driver.page);
  ranking = rankingPage(driver.page);
});
afterAll(() => driver?.close());

describe('the ranking of the sample year', () => {
  it.each([
    ['K1', 37, '83,18 %'],
    ['K2', 10, '86,72 %'],
    ['K3', 63, '91,16 %'],
  ])('shows block %s with %i units and the published mean %s', async (block, units, mean) => {
    await ranking.open(block);
    const rows = await ranking.readRows();
    expect(rows).toHaveLength(units);
    expect(await ranking.meanText()).toBe(mean);
    const ranks = rows.map(({ rank }) => Number(rank));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(ranks[0]).toBe(1);
  });

  it('counts the classes as published', async () => {
    await ranking.open('K3');
    const counts = await ranking.classCounts();
    expect(counts).toEqual({
      'Xuất sắc': [12, 14],
      Tốt: [expect.any(Number), 84],
      Khá: [expect.any(Number), 6],
      'Hoàn thành nhiệm vụ': [0, 6],
      'Không xếp loại': [0, 0],
    });
    expect(Object.values(counts).reduce((sum, [here]) => sum + here, 0)).toBe(63);
  });

  it('says where printed figures hide the order: ties, ties in print only, threshold neighbours', async () => {
    await ranking.open('K3');
    // 95,00 twice: one reaches the threshold, the other (94,995…) does not.
    expect(await ranking.readRow('P14')).toMatchObject({ rank: '12', index: '95,00', className: 'Xuất sắc' });
    expect(await ranking.readRow('P22')).toMatchObject({ rank: '13', index: '95,00', className: 'Tốt' });
    for (const code of ['P14', 'P22']) {
      expect((await ranking.readRow(code)).marks).toEqual(expect.arrayContaining(['tied-in-print', 'neighbour']));
    }
    // Equal to the last digit: the same rank, and the next one is left out.
    for (const code of ['P52', 'P61']) {
      expect(await ranking.readRow(code)).toMatchObject({ rank: '25', index: '92,44' });
      expect((await ranking.readRow(code)).marks).toContain('tied');
    }
    expect(await ranking.readRow('P63')).toMatchObject({ rank: '27' });
    expect((await ranking.readRow('P40')).marks).toEqual([]);
  });

  it('finds a unit without diacritics and sorts by a column', async () => {
    await ranking.open('K3');
    await ranking.find('thai binh');
    await expect.poll(async () => (await ranking.readRows()).map(({ code }) => code)).toEqual(['P22']);
    await ranking.find('khong co don vi nay');
    await expect.poll(() => ranking.screen.innerText()).toContain('Không có đơn vị nào khớp');
    await ranking.find('');
    await ranking.sortBy('Chỉ số %');
    await ranking.sortBy('Chỉ số %');
    await expect.poll(async () => (await ranking.readRows())[0]?.code).toBe('P47');
    await ranking.sortBy('Hạng');
    await expect.poll(async () => (await ranking.readRows())[0]?.code).toBe('P35');
  });
});

describe('a class cap', () => {
  it('is not taken without reason and source', async () => {
    await ranking.open('K3');
    await ranking.openUnit('P35');
    await ranking.setCap('Tốt', '', '');
    await expect.poll(() => ranking.panel.innerText()).toContain('Ghi cả lý do và căn cứ');
    expect(await ranking.readRow('P35')).toMatchObject({ className: 'Xuất sắc' });
  });

  it('lowers the class but not the rank, says so, and can be lifted', async () => {
    await ranking.setCap('Tốt', 'Có cán bộ bị kỷ luật (mô phỏng)', 'Kết luận 01/KL (mô phỏng)');
    await expect.poll(() => ranking.readRow('P35')).toMatchObject({ rank: '1', className: 'Tốt' });
    expect((await ranking.readRow('P35')).marks).toContain('capped');
    expect((await ranking.classCounts())['Xuất sắc']).toEqual([11, 13]);
    await expect.poll(() => ranking.panel.innerText()).toContain('Đang khống chế ở mức Tốt');
    await ranking.liftCap();
    await expect.poll(() => ranking.readRow('P35')).toMatchObject({ rank: '1', className: 'Xuất sắc' });
    expect((await ranking.readRow('P35')).marks).not.toContain('capped');
    await frame.saved();
  });

  it('is undone like any other step', async () => {
    await driver.page.keyboard.press('Escape');
    await frame.undoButton.click();
    await expect.poll(() => ranking.readRow('P35')).toMatchObject({ className: 'Tốt' });
    await frame.undoButton.click();
    await expect.poll(() => ranking.readRow('P35')).toMatchObject({ className: 'Xuất sắc' });
  });
});

describe('every screen', () => {
  it('carries the words "số liệu mô phỏng", in either language', async () => {
    for (const screen of ['scoring', 'ranking', 'reports', 'log'] as const) {
      await frame.goTo(screen);
      expect(await frame.simulated.innerText()).toBe('SỐ LIỆU MÔ PHỎNG');
      expect(await frame.simulated.isVisible()).toBe(true);
    }
  });

  it('switches to English and back at once, without leaving the place', async () => {
    await ranking.open('K1');
    await frame.chooseInUserMenu('English');
    await expect.poll(() => frame.frame.getByTestId('nav-ranking').innerText()).toBe('Ranking');
    // The block stays, and figures take the decimal point.
    await expect.poll(() => ranking.meanText()).toBe('83.18 %');
    for (const screen of ['scoring', 'ranking', 'reports', 'log'] as const) {
      await frame.goTo(screen);
      expect(await frame.simulated.innerText()).toMatch(/simulated/i);
    }
    await frame.chooseInUserMenu('Tiếng Việt');
    await expect.poll(() => frame.frame.getByTestId('nav-ranking').innerText()).toBe('Xếp hạng');
    await ranking.open('K1');
    expect(await ranking.meanText()).toBe('83,18 %');
  });

  it('takes the chosen theme and keeps it', async () => {
    const background = () =>
      driver.page.evaluate(() => {
        const root = document.querySelector('.app-root');
        return {
          name: document.documentElement.dataset['theme'],
          colour: root ? getComputedStyle(root).backgroundColor : '',
        };
      });
    const light = await background();
    await frame.chooseInUserMenu('Tối');
    await expect.poll(async () => (await background()).name).toBe('dark');
    const dark = await background();
    expect(dark.colour).not.toBe(light.colour);
    await driver.page.reload();
    await frame.opened();
    expect((await background()).name).toBe('dark');
    await frame.chooseInUserMenu('Sáng');
    await expect.poll(background).toEqual(light);
  });
});
