/** The screen "Đơn vị": the registry in time, merges and splits as one step each, and the units of a cycle. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppDriver } from '#e2e/driver/app-driver.ts';
import { rankingPage } from '#e2e/pages/ranking-page.ts';
import { shell, type ShellPage } from '#e2e/pages/shell.ts';
import { unitsPage, type UnitsPage } from '#e2e/pages/units-page.ts';
import { findAccessibilityProblems } from './support/find-accessibility-problems.ts';
import { launchOnSample } from './support/sample-office.ts';

let driver: AppDriver;
let office: string;
let frame: ShellPage;
let units: UnitsPage;

function attach(to: AppDriver): void {
  driver = to;
  frame = shell(driver.page);
  units = unitsPage(driver.page);
}

beforeAll(async () => {
  const opened = await launchOnSample();
  office = opened.office;
  attach(opened.driver);
});
afterAll(() => driver?.close());

const codes = async () => (await units.readRegistry()).map(({ code }) => code);
const entry = async (code: string) => (await units.readRegistry()).find((one) => one.code === code);

/** Takes the last step back and waits until the window says so. */
async function undo(): Promise<void> {
  await frame.closeToasts();
  await frame.undoButton.click();
  await expect.poll(async () => (await frame.toasts.allInnerTexts()).join()).toContain('Đã hoàn tác');
  await frame.closeToasts();
}

describe('the registry', () => {
  it('holds the units of the sample year and finds one by an alias, without diacritics', async () => {
    await units.openRegistry();
    await expect.poll(async () => (await codes()).length).toBe(110);
    await units.find('tp.hcm');
    await expect.poll(codes).toEqual(['P50']);
    await units.find('ba ria');
    await expect.poll(codes).toEqual(['P49']);
    await units.find('');
  });

  it('takes a new unit with its aliases, and refuses a code that is taken and days in the wrong order', async () => {
    await units.press('unit-add');
    await units.fill({ 'unit-code': 'V07', 'unit-name': 'Cục Thử nghiệm (mô phỏng)' });
    await units.fill({ 'unit-aliases': 'CTN\nCục thử', 'unit-validFrom': '01/02/2026', 'unit-validTo': '31/01/2026' });
    await units.press('unit-save');
    await expect.poll(() => units.dialog.innerText()).toContain('Ngày bắt đầu 01/02/2026 sau ngày kết thúc 31/01/2026');
    await units.fill({ 'unit-code': 'v01', 'unit-validFrom': '', 'unit-validTo': '' });
    await units.press('unit-save');
    await expect.poll(() => units.dialog.innerText()).toContain('đã là của “Văn phòng Bộ Công an”');
    await units.fill({ 'unit-code': 'V07' });
    await units.press('unit-save');
    await units.dialog.waitFor({ state: 'hidden' });
    await units.find('ctn');
    await expect.poll(codes).toEqual(['V07']);
  });

  it('renames from a day on and keeps the former name with its last day', async () => {
    await units.openUnit('V07');
    await units.press('card-rename');
    await units.fill({
      'rename-code': 'V08',
      'rename-name': 'Cục Thử nghiệm mới (mô phỏng)',
      'rename-effectiveOn': '01/07/2025',
      'rename-legalBasis': 'QĐ 1 (mô phỏng)',
    });
    await units.press('rename-save');
    await units.dialog.waitFor({ state: 'hidden' });
    // Still found by what it was called.
    await units.find('v07');
    await expect.poll(codes).toEqual(['V08']);
    const names = await units.card.getByTestId('unit-names').innerText();
    expect(names).toMatch(/V07 · Cục Thử nghiệm \(mô phỏng\)\s*đến hết 30\/06\/2025 · QĐ 1/);
    expect(names).toMatch(/V08 · Cục Thử nghiệm mới[\s\S]*từ 01\/07\/2025, hiện nay/);
    await units.closeCard();
    await units.find('');
    expect(await findAccessibilityProblems(driver.page)).toEqual([]);
  });
});

describe('the wizard', () => {
  it('shows what 63 → 34 would do, does it as one step, and the step is taken back whole', async () => {
    await units.press('unit-reorganise');
    await units.press('wizard-preset');
    await expect
      .poll(() => driver.page.getByTestId('preset-counts').innerText())
      .toBe('52 đơn vị sáp nhập thành 23 đơn vị từ ngày 01/07/2025');
    expect(await driver.page.getByTestId('preset-row').count()).toBe(23);
    expect(await findAccessibilityProblems(driver.page)).toEqual([]);
    await units.press('wizard-write');
    await units.dialog.waitFor({ state: 'hidden' });
    await units.find('cong an t');
    await expect
      .poll(async () => (await units.readRegistry()).filter(({ code }) => code.startsWith('P')).length)
      .toBe(34);
    expect(await entry('P05')).toMatchObject({ from: '01/07/2025', origin: 'từ P02, P05' });
    expect(await entry('P31')).toMatchObject({ name: 'Công an thành phố Huế' });
    await units.show('ended');
    await expect.poll(async () => (await codes()).length).toBe(52);
    expect(await entry('P02')).toMatchObject({ to: '30/06/2025', origin: 'thành P05' });
    // The ranking of 2023 knows its 63 units as before.
    const ranking = rankingPage(driver.page);
    await ranking.open('K3');
    expect(await ranking.readRows()).toHaveLength(63);
    await undo();
    await units.openRegistry();
    await expect.poll(async () => (await codes()).length).toBe(111);
  });

  it('does it again and says that nothing is left to do', async () => {
    await units.press('unit-reorganise');
    await units.press('wizard-preset');
    await driver.page.getByTestId('preset-view').waitFor();
    await units.press('wizard-write');
    await units.dialog.waitFor({ state: 'hidden' });
    await units.press('unit-reorganise');
    await units.press('wizard-preset');
    await driver.page.getByTestId('preset-nothing').waitFor();
    await driver.page.keyboard.press('Escape');
    await units.dialog.waitFor({ state: 'hidden' });
  });

  it('refuses a loop by its chain and a unit that goes into itself, before anything is written', async () => {
    await units.show('all');
    await units.press('unit-reorganise');
    await units.press('wizard-split');
    await units.fill({ 'wizard-day': '01/01/2026', 'wizard-basis': 'QĐ 2 (mô phỏng)' });
    await units.tick('wizard-from', ['V08']);
    await units.press('wizard-continues');
    await units.fill({ 'part-1-code': 'V09', 'part-1-name': 'Phòng tách ra (mô phỏng)', 'part-1-share': '40' });
    await driver.page.getByLabel('Bỏ phần 2').click();
    await expect.poll(() => units.preview.innerText()).toContain('V08 · Cục Thử nghiệm mới (mô phỏng) → V09');
    await units.press('wizard-write');
    await units.dialog.waitFor({ state: 'hidden' });

    await units.press('unit-reorganise');
    await units.fill({ 'wizard-day': '01/07/2026' });
    await units.tick('wizard-from', ['V09']);
    await units.press('wizard-into-existing');
    await units.tick('wizard-into-list', ['V09']);
    await expect.poll(() => units.preview.innerText()).toContain('không thể sáp nhập vào chính nó');
    await units.tick('wizard-into-list', ['V08']);
    await expect.poll(() => units.preview.innerText()).toContain('quay vòng: V08 → V09 → V08');
    expect(await driver.page.getByTestId('wizard-write').getAttribute('aria-disabled')).toBe('true');
    await driver.page.keyboard.press('Escape');
    await units.dialog.waitFor({ state: 'hidden' });
    expect(await entry('V09')).toMatchObject({ from: '01/01/2026', to: '', origin: 'từ V08' });
  });
});

describe('the units of the cycle', () => {
  const member = async (code: string) => (await units.readCycleUnits()).find((one) => one.code === code);

  it('are moved to another block after a word on the cells that no longer count', async () => {
    await units.openCycle('K1');
    await units.chooseCycleUnit('V01');
    const cells = (await member('V01'))?.cells;
    await units.press('cycle-move');
    await expect
      .poll(() => driver.page.getByTestId('move-consequence').innerText())
      .toContain(`${cells} ô đã nhập theo bộ tiêu chí của khối K1 sẽ không được tính ở khối K2`);
    await units.press('move-dialog-write');
    await units.dialog.waitFor({ state: 'hidden' });
    await units.openCycle('K2');
    await expect.poll(() => member('V01')).toMatchObject({ cells: '0' });
    await undo();
    await expect.poll(() => member('V01')).toBeUndefined();
    await units.openCycle('K1');
    await expect.poll(() => member('V01')).toMatchObject({ cells });
  });

  it('are scored without a rank for a reason, and the ranking moves up', async () => {
    const ranking = rankingPage(driver.page);
    await ranking.open('K1');
    const [first, second] = await ranking.readRows();
    const means = await ranking.meanText();
    await units.openCycle('K1');
    await units.chooseCycleUnit(first?.code ?? '');
    await units.press('cycle-unrank');
    await units.press('unrank-dialog-write');
    await expect.poll(() => units.dialog.innerText()).toContain('Phải nhập mục này');
    await units.fill({ 'unrank-reason': 'Mới thành lập (mô phỏng)' });
    await units.press('unrank-dialog-write');
    await units.dialog.waitFor({ state: 'hidden' });
    await expect
      .poll(() => member(first?.code ?? ''))
      .toMatchObject({ ranked: 'Không', marks: 'Mới thành lập (mô phỏng)' });
    // A dialog that is gone keeps the page hidden from readers for a moment longer.
    await expect.poll(() => findAccessibilityProblems(driver.page)).toEqual([]);
    await ranking.open('K1');
    await expect.poll(async () => (await ranking.readRow(second?.code ?? '')).rank).toBe('1');
    expect((await ranking.readRow(first?.code ?? '')).marks).toContain('unranked');
    expect(await ranking.meanText()).not.toBe(means);
    await undo();
    await expect.poll(async () => (await ranking.readRow(first?.code ?? '')).rank).toBe('1');
  });

  it('keep the order a person gives them, and take a new unit that then goes again', async () => {
    await units.openCycle('K2');
    const before = (await units.readCycleUnits()).map(({ code }) => code);
    await units.chooseCycleUnit(before[0] ?? '');
    await driver.page.keyboard.press('Alt+ArrowDown');
    await expect.poll(async () => (await units.readCycleUnits())[1]?.code).toBe(before[0]);
    await units.press('cycle-add');
    await units.tick('add-to-cycle-list', ['V07']);
    await units.press('add-to-cycle-dialog-write');
    await units.dialog.waitFor({ state: 'hidden' });
    await expect.poll(async () => (await units.readCycleUnits()).at(-1)?.code).toBe('V07');
    await units.chooseCycleUnit('V07');
    await units.press('cycle-remove');
    await expect.poll(() => member('V07')).toBeUndefined();
    // A unit with data is not taken out.
    await units.chooseCycleUnit(before[0] ?? '');
    expect(await driver.page.getByTestId('cycle-remove').getAttribute('aria-disabled')).toBe('true');
  });
});

describe('after a restart', () => {
  it('everything is as it was, and steps can still be taken back', async () => {
    await frame.saved();
    attach(await driver.relaunch({ office }));
    await frame.opened();
    await units.openRegistry();
    await units.show('all');
    await expect.poll(() => entry('V09')).toMatchObject({ origin: 'từ V08' });
    await units.openUnit('V09');
    expect(await units.card.getByTestId('unit-predecessors').innerText()).toMatch(
      /V08[\s\S]*chia tách từ 01\/01\/2026 · 40 %/,
    );
    await units.closeCard();
    await units.openCycle('K2');
    await undo();
    await expect.poll(async () => (await units.readCycleUnits()).at(-1)?.code).toBe('V07');
  });
});
