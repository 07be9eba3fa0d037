/**
 * Thẩm định in the real window: self beside appraised beside final, cuts with reusable reasons, self-scored points
 * accepted for many rows as one step, filters that keep the rows still, and the tools of the score sheet.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AppDriver } from '#e2e/driver/app-driver.ts';
import { callService } from '#e2e/driver/call-service.ts';
import { appraisalPage, type AppraisalPage } from '#e2e/pages/appraisal-page.ts';
import { scoringPage } from '#e2e/pages/scoring-page.ts';
import { shell } from '#e2e/pages/shell.ts';
import { toolsPage } from '#e2e/pages/tools-page.ts';
import type { CellEdit } from '#shared/contract/schemas.ts';
import type { OpId } from '#shared/domain/ids.ts';
import { launchOnSample } from './support/sample-office.ts';

const LEAF = '4.2.1';

let driver: AppDriver;
let appraisal: AppraisalPage;

beforeAll(async () => {
  ({ driver } = await launchOnSample());
  appraisal = appraisalPage(driver.page);
});
afterAll(() => driver?.close());

const press = (key: string): Promise<void> => driver.page.keyboard.press(key);

async function must<T>(answer: Promise<{ readonly ok: boolean } & { readonly value?: T }>): Promise<T> {
  const result = await answer;
  if (!result.ok || result.value === undefined) throw new Error(JSON.stringify(result));
  return result.value;
}

/** The leaf's cells of block K3 with the codes of their units, straight from the service. */
async function leafCells() {
  const [cycle] = await must(callService(driver.page, 'cycles.list', {}));
  if (!cycle) throw new Error('no cycle');
  const structure = await must(callService(driver.page, 'cycles.get', { cycleId: cycle.id }));
  const block = structure.blocks.find(({ code }) => code === 'K3');
  const nodes = structure.criteriaSets.find(({ id }) => id === block?.criteriaSetId)?.nodes;
  const leaf = nodes?.find(({ code }) => code === LEAF);
  if (!block || !leaf) throw new Error('no such leaf');
  const { cells } = await must(callService(driver.page, 'scores.leaf', { blockId: block.id, leafId: leaf.id }));
  const codeOf = (cycleUnitId: string): string => {
    const unitId = structure.cycleUnits.find(({ id }) => id === cycleUnitId)?.unitId;
    return structure.units.find(({ id }) => id === unitId)?.code ?? '';
  };
  return { cycleId: cycle.id, cells: cells.map((cell) => ({ ...cell, unit: codeOf(cell.cycleUnitId) })) };
}

/** Takes the appraised points of these units' cells away. */
async function clearAppraised(units: readonly string[]): Promise<void> {
  const { cycleId, cells } = await leafCells();
  const edits = cells
    .filter(({ unit }) => units.includes(unit))
    .map(({ cycleUnitId, leafId, version }): CellEdit => {
      const set = { kind: 'points', stage: 'appraised', pointsMicro: null } as const;
      return { cycleUnitId, leafId, expectedVersion: version, set };
    });
  const opId = `e2e-clear-${Date.now()}` as OpId;
  await must(callService(driver.page, 'scores.setCells', { opId, cycleId, cells: edits, step: 'clear' }));
}

describe('one criterion across a block', () => {
  beforeEach(() => appraisal.openLeaf('K3', LEAF));

  it('shows self, appraised and final of every unit, as the service has them', async () => {
    const { cells } = await leafCells();
    expect(cells.length).toBeGreaterThan(50);
    const cell = cells.find(({ unit }) => unit === 'P05');
    const words = (micro: number | null | undefined): string => ((micro ?? NaN) / 1e6).toFixed(3).replace('.', ',');
    await expect.poll(() => appraisal.textOf('P05', 'self')).toBe(words(cell?.selfMicro));
    expect(await appraisal.textOf('P05', 'appraised')).toBe(words(cell?.appraisedMicro));
    expect(await appraisal.textOf('P05', 'final')).toBe(words(cell?.finalMicro));
  });

  it('asks a reason for a cut, offers the reasons used before, and takes one by keyboard', async () => {
    await appraisal.type('P05', 'appraised', '0,1');
    await appraisal.reason.waitFor();
    await expect.poll(() => appraisal.phrases.count()).toBeGreaterThan(0);
    const [phrase] = await appraisal.phrases.allInnerTexts();
    if (!phrase) throw new Error('no phrase is offered');
    await appraisal.reason.fill(phrase.slice(0, 6));
    await press('ArrowDown');
    await press('Enter');
    expect(await appraisal.reason.inputValue()).toBe(phrase);
    await press('Enter');
    await driver.page.getByTestId('reason-dialog').waitFor({ state: 'detached' });
    await expect.poll(() => appraisal.textOf('P05', 'appraised')).toBe('0,100');
    await expect.poll(() => appraisal.textOf('P05', 'reason')).toBe(phrase);
    // The same cell in the score screen's store, on disk.
    await shell(driver.page).saved();
    const { cells } = await leafCells();
    expect(cells.find(({ unit }) => unit === 'P05')).toMatchObject({ appraisedMicro: 100_000, cutReason: phrase });
  });

  it('does not write a cut that got no reason', async () => {
    const before = await appraisal.textOf('P06', 'appraised');
    await appraisal.type('P06', 'appraised', '0,05');
    await appraisal.reason.waitFor();
    // The keyboard is in the question, or a reason would be typed into the sheet.
    await expect
      .poll(() => driver.page.evaluate(() => document.activeElement?.getAttribute('data-testid')))
      .toBe('reason-text');
    await press('Escape');
    await driver.page.getByTestId('reason-dialog').waitFor({ state: 'detached' });
    await expect.poll(() => appraisal.textOf('P06', 'appraised')).toBe(before);
  });

  it('accepts the self-scored points of many rows as one undo step', async () => {
    const units = ['P01', 'P02', 'P03', 'P07', 'P08', 'P09'];
    await clearAppraised(units);
    const { cells } = await leafCells();
    const waiting = cells.filter(({ unit, notApplicable }) => units.includes(unit) && !notApplicable);
    await appraisal.filter('open');
    const [done, all] = await appraisal.progress('own');
    await expect.poll(async () => (await appraisal.rowCodes()).length).toBe(all - done);
    for (const { unit } of waiting) expect(await appraisal.rowCodes()).toContain(unit);
    await appraisal.pickAll();
    await appraisal.accept();
    await expect.poll(() => appraisal.progress('own')).toEqual([done + waiting.length, all]);
    const after = (await leafCells()).cells.filter(({ unit }) => units.includes(unit));
    for (const cell of after) if (!cell.notApplicable) expect(cell.appraisedMicro).toBe(cell.selfMicro);
    // The rows stay under the person's hands until asked for.
    expect(await appraisal.rowCodes()).toContain('P01');
    await expect
      .poll(() => shell(driver.page).undoButton.getAttribute('title'))
      .toMatch(/Chấp nhận điểm tự chấm \d+ ô/);
    await shell(driver.page).undoButton.click();
    await expect.poll(() => appraisal.progress('own')).toEqual([done, all]);
    const undone = (await leafCells()).cells.filter(({ unit }) => units.includes(unit));
    expect(undone.every(({ appraisedMicro, notApplicable }) => notApplicable || appraisedMicro === null)).toBe(true);
    await appraisal.filter('all');
  });

  it('asks before it replaces points an appraiser typed, and can leave them', async () => {
    await clearAppraised(['P01']);
    await (await appraisal.cell('P01', 'pick')).click();
    await (await appraisal.cell('P05', 'pick')).click();
    expect(await appraisal.textOf('P01', 'pick')).toBe('☑');
    await appraisal.accept();
    await driver.page.getByTestId('accept-dialog').waitFor();
    await driver.page.getByTestId('accept-blank').click();
    await expect.poll(async () => appraisal.textOf('P01', 'appraised')).toBe(await appraisal.textOf('P01', 'self'));
    expect(await appraisal.textOf('P05', 'appraised')).toBe('0,100');
  });

  it('accepts a selected range without ticking anything', async () => {
    const units = ['P07', 'P08', 'P09'];
    await clearAppraised(units);
    await expect.poll(() => appraisal.textOf('P08', 'appraised')).not.toBe('');
    await (await appraisal.cell('P07', 'appraised')).click();
    await press('Shift+ArrowDown');
    await press('Shift+ArrowDown');
    await expect.poll(() => driver.page.getByTestId('accept-self').innerText()).toContain('(3)');
    await appraisal.accept();
    const written = async () =>
      (await leafCells()).cells
        .filter(({ unit, notApplicable }) => units.includes(unit) && !notApplicable)
        .every(({ selfMicro, appraisedMicro }) => selfMicro === appraisedMicro);
    await expect.poll(written).toBe(true);
  });

  it('has the tools of the score sheet: find, go to, the menu of a cell', async () => {
    const tools = toolsPage(driver.page);
    await (await appraisal.cell('P01', 'self')).click();
    await tools.find('Công an tỉnh Lào Cai');
    await expect.poll(() => tools.findCount.innerText()).toMatch(/1/);
    await press('Enter');
    await tools.closeFind();
    await expect.poll(() => tools.activeCell()).toMatch(/^P06 /);
    await press('Control+g');
    await tools.goTo.waitFor();
    await driver.page.getByTestId('go-to-text').fill('1.1.1');
    await press('Enter');
    await expect
      .poll(() => driver.page.getByTestId('leaf-select').locator('option:checked').innerText())
      .toMatch(/^1\.1\.1 /);
    expect(await appraisal.screen.isVisible()).toBe(true);
    await appraisal.openLeaf('K3', LEAF);
    await (await appraisal.cell('P03', 'final')).click({ button: 'right' });
    await tools.menu.waitFor();
    await tools.pick('explanation');
    await driver.page.getByTestId('side-tab-explanation').and(driver.page.locator('[aria-selected=true]')).waitFor();
    await driver.page.getByTestId('panel-toggle').click();
  });

  it('picks a row with the space bar', async () => {
    await (await appraisal.cell('P02', 'pick')).click();
    await expect.poll(() => appraisal.textOf('P02', 'pick')).toBe('☑');
    await press('Space');
    await expect.poll(() => appraisal.textOf('P02', 'pick')).toBe('☐');
  });
});

describe('one unit whole', () => {
  beforeEach(() => appraisal.openUnit('K3', 'P05'));

  it('filters cuts with the headings above them', async () => {
    await appraisal.filter('cut');
    await expect.poll(() => appraisal.rowCodes()).toContain(LEAF);
    const codes = await appraisal.rowCodes();
    expect(codes).toContain('4.2');
    expect(await appraisal.textOf(LEAF, 'appraised')).toBe('0,100');
    for (const code of codes.filter((each) => /^\d+\.\d+\.\d+$/.test(each))) {
      const self = Number((await appraisal.textOf(code, 'self')).replace(',', '.'));
      const lower = [await appraisal.textOf(code, 'appraised'), await appraisal.textOf(code, 'final')];
      expect(lower.some((text) => Number(text.replace(',', '.')) < self)).toBe(true);
    }
    await appraisal.filter('all');
  });

  it('types into the same cells as Nhập điểm', async () => {
    await appraisal.type('1.1.1', 'final', '0');
    const dialog = driver.page.getByTestId('reason-dialog');
    // The question opens a moment after the key, if the value is a cut.
    const isSettled = async () => (await dialog.isVisible()) || (await appraisal.textOf('1.1.1', 'final')) === '0,000';
    await expect.poll(isSettled).toBe(true);
    if (await dialog.isVisible()) {
      await appraisal.reason.fill('Kiểm tra chung một ô');
      await press('Enter');
    }
    await expect.poll(() => appraisal.textOf('1.1.1', 'final')).toBe('0,000');
    await shell(driver.page).saved();
    const scoring = scoringPage(driver.page);
    await scoring.openMatrix('K3');
    await expect.poll(() => scoring.textOf('P05', '1.1.1')).toBe('0,000');
  });
});
