/**
 * The score grid as a clerk uses it: keys, decimal signs, limits, excuses, cuts, locked leaves, both orientations, and
 * what other windows do to it. Every test leaves the cell it used on disk or as it was.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AppDriver } from '#e2e/driver/app-driver.ts';
import { callService } from '#e2e/driver/call-service.ts';
import { scoringPage, type ScoringPage } from '#e2e/pages/scoring-page.ts';
import { shell } from '#e2e/pages/shell.ts';
import type { OpId } from '#shared/domain/ids.ts';
import { launchOnSample } from './support/sample-office.ts';

let driver: AppDriver;
let scoring: ScoringPage;

beforeAll(async () => {
  ({ driver } = await launchOnSample());
  scoring = scoringPage(driver.page);
});
afterAll(() => driver?.close());

const press = (key: string): Promise<void> => driver.page.keyboard.press(key);

async function focus(unit: string, leaf: string): Promise<void> {
  await (await scoring.cell(unit, leaf)).click();
}

/** What the grid has focused, by row code and column code as a person reads them. */
function focusedCell(): Promise<string> {
  return driver.page.evaluate(() => {
    const cell = document.querySelector('.ag-cell-focus');
    const row = cell?.closest('[row-id]')?.getAttribute('row-id') ?? '';
    const code = document.querySelector(`[row-id="${row}"] [col-id=code]`)?.textContent?.trim() ?? '';
    const column = document.querySelector(`.ag-header-cell[col-id="${cell?.getAttribute('col-id') ?? ''}"]`);
    return `${code} ${column?.textContent?.trim().split(/[\n/]/)[0]?.trim() ?? ''}`;
  });
}

/** Versions count every write: the same number means that nothing was written. */
async function historyLength(unit: string, leaf: string): Promise<number> {
  const structure = await getStructure();
  const found = structure.units.find(({ code }) => code === unit);
  const cycleUnit = structure.cycleUnits.find(({ unitId }) => unitId === found?.id);
  const block = structure.blocks.find(({ id }) => id === cycleUnit?.blockId);
  const set = structure.criteriaSets.find(({ id }) => id === block?.criteriaSetId);
  const node = set?.nodes.find(({ code }) => code === leaf);
  if (cycleUnit === undefined || node === undefined) throw new Error(`No cell ${unit} ${leaf}`);
  const answer = await callService(driver.page, 'scores.cellHistory', { cycleUnitId: cycleUnit.id, leafId: node.id });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value.length;
}

async function getStructure() {
  const cycles = await callService(driver.page, 'cycles.list', {});
  const cycleId = cycles.ok ? cycles.value[0]?.id : undefined;
  if (cycleId === undefined) throw new Error('no cycle');
  const structure = await callService(driver.page, 'cycles.get', { cycleId });
  if (!structure.ok) throw new Error(JSON.stringify(structure.error));
  return structure.value;
}

describe('typing into the matrix', () => {
  beforeEach(() => scoring.openMatrix('K3'));
  afterEach(async () => {
    await scoring.settled();
    await shell(driver.page).closeToasts();
  });

  it('takes a decimal comma and a decimal dot alike', async () => {
    await scoring.type('P22', '4.2.1', '0,25');
    await expect.poll(() => scoring.textOf('P22', '4.2.1')).toBe('0,250');
    await scoring.type('P22', '4.2.1', '0.75');
    await expect.poll(() => scoring.textOf('P22', '4.2.1')).toBe('0,750');
    await scoring.type('P22', '4.2.1', '0,123456');
    await expect.poll(() => scoring.textOf('P22', '4.2.1')).toMatch(/^0,123/);
    await focus('P22', '4.2.1');
    // Six decimals are kept, whatever the column has room for.
    await expect.poll(() => scoring.strip.innerText()).toContain('0,123456');
  });

  it('does not lose the first key, nor any of a fast typist', async () => {
    await focus('P22', '4.2.1');
    await driver.page.keyboard.type('0,654321', { delay: 0 });
    expect(await scoring.editor.inputValue()).toBe('0,654321');
    await press('Enter');
    await scoring.settled();
    await focus('P22', '4.2.1');
    await expect.poll(() => scoring.strip.innerText()).toContain('0,654321');
  });

  it('refuses more than the maximum with a sentence, keeps the text, writes nothing', async () => {
    await scoring.type('P22', '4.2.1', '1');
    await scoring.settled();
    const before = await historyLength('P22', '4.2.1');
    await focus('P22', '4.2.1');
    await driver.page.keyboard.type('1,01');
    await press('Enter');
    await expect.poll(() => scoring.bubble.innerText()).toBe('Vượt điểm tối đa: 4.2.1 chỉ được từ 0 đến 1.');
    expect(await scoring.editor.inputValue()).toBe('1,01');
    expect(await scoring.editor.getAttribute('aria-invalid')).toBe('true');
    await press('Escape');
    await expect.poll(() => scoring.textOf('P22', '4.2.1')).toBe('1,000');
    expect(await historyLength('P22', '4.2.1')).toBe(before);
  });

  it.each([
    ['abc', /“abc” không phải là số/],
    ['0,1234567', /Quá sáu chữ số thập phân/],
    ['-0,5', /không được âm/],
  ])('refuses "%s" with a sentence', async (text, says) => {
    await focus('P22', '4.2.1');
    await driver.page.keyboard.type(text);
    await press('Enter');
    await expect.poll(() => scoring.bubble.innerText()).toMatch(says);
    await press('Escape');
    await expect.poll(() => scoring.textOf('P22', '4.2.1')).toBe('1,000');
  });

  it('keeps what was typed wrongly when the person walks away, and offers to go back', async () => {
    await focus('P22', '4.2.1');
    await driver.page.keyboard.type('7');
    await focus('P22', '4.2.2');
    await expect.poll(() => driver.page.getByTestId('score-status').innerText()).toContain('1 ô chưa ghi được');
    await driver.page.getByTestId('show-problem').click();
    await expect.poll(() => scoring.bubble.innerText()).toContain('Vượt điểm tối đa');
    await scoring.bubble.getByRole('button', { name: 'Bỏ' }).click();
    await expect.poll(() => scoring.textOf('P22', '4.2.1')).toBe('1,000');
    expect(await driver.page.getByTestId('show-problem').count()).toBe(0);
  });

  it('asks what "1.234" means where the leaf has room for it', async () => {
    await scoring.stage('self');
    await focus('P01', '7.1.2');
    const before = await scoring.textOf('P01', '7.1.2');
    await driver.page.keyboard.type('1.234');
    await press('Enter');
    await expect.poll(() => scoring.bubble.innerText()).toContain('“1.234” có thể hiểu theo hai cách');
    const [asDecimal, asThousands] = [
      scoring.bubble.getByRole('button').nth(0),
      scoring.bubble.getByRole('button').nth(1),
    ];
    expect(await asDecimal.innerText()).toBe('1,234');
    // One thousand points do not fit on a leaf of two.
    expect(await asThousands.isDisabled()).toBe(true);
    await press('Enter');
    await expect.poll(() => scoring.textOf('P01', '7.1.2')).toBe('1,234');
    await scoring.settled();
    expect(before).not.toBe('1,234');
    await scoring.stage('final');
  });

  it('asks for a reason when points are cut, and writes nothing without one', async () => {
    await focus('P35', '1.1.2');
    const before = await historyLength('P35', '1.1.2');
    await driver.page.keyboard.type('0,25');
    await press('Enter');
    const dialog = driver.page.getByTestId('reason-dialog');
    await dialog.waitFor();
    expect(await dialog.innerText()).toMatch(/Lý do giảm điểm 1\.1\.2 của Công an tỉnh Bình Định/);
    await driver.page.getByTestId('reason-write').click();
    await expect.poll(() => dialog.innerText()).toContain('Chưa ghi lý do');
    await driver.page.getByTestId('reason-cancel').click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await scoring.textOf('P35', '1.1.2')).toBe('0,500');
    expect(await historyLength('P35', '1.1.2')).toBe(before);

    await scoring.type('P35', '1.1.2', '0,25');
    await scoring.giveReason('Kế hoạch thiếu kinh phí (mô phỏng)');
    await expect.poll(() => scoring.textOf('P35', '1.1.2')).toBe('0,250');
    await scoring.settled();
    await focus('P35', '1.1.2');
    await expect.poll(() => scoring.strip.innerText()).toContain('Kế hoạch thiếu kinh phí (mô phỏng)');
  });

  it('excuses a leaf with a reason, shrinks the denominator, and lifts it again', async () => {
    const index = async () => (await scoring.resultCell('P22', 'index')).innerText();
    await scoring.type('P22', '4.2.1', '0,5');
    await scoring.settled();
    const before = await index();
    await scoring.type('P22', '4.2.1', 'kad');
    await scoring.giveReason('Không phát sinh (mô phỏng)');
    await expect.poll(() => scoring.textOf('P22', '4.2.1')).toBe('KAD');
    await scoring.settled();
    // (95,5 − 0,5) / 99 is more than 95,5 / 100.
    expect(await index()).not.toBe(before);
    await focus('P22', '4.2.1');
    await driver.page.keyboard.type('0,5');
    await press('Enter');
    await expect.poll(() => scoring.bubble.innerText()).toContain('không áp dụng');
    await press('Escape');
    await press('Delete');
    await expect.poll(() => scoring.textOf('P22', '4.2.1')).toBe('0,500');
    await expect.poll(index).toBe(before);
  });

  it('does not take self-scored points on a survey leaf, and says why', async () => {
    await scoring.stage('self');
    await focus('P22', '1.8.1');
    const before = await historyLength('P22', '1.8.1');
    await driver.page.keyboard.type('0,3');
    await expect.poll(() => scoring.bubble.innerText()).toContain('lấy điểm từ điều tra xã hội học');
    expect(await scoring.editor.count()).toBe(0);
    await press('Escape');
    expect(await historyLength('P22', '1.8.1')).toBe(before);
    await scoring.stage('final');
  });

  it('clears with Delete and brings back with Ctrl+Z, again with Ctrl+Y', async () => {
    await scoring.type('P22', '4.2.1', '0,75');
    await scoring.settled();
    await focus('P22', '4.2.1');
    await press('Delete');
    await expect.poll(() => scoring.textOf('P22', '4.2.1')).not.toBe('0,750');
    const cleared = await scoring.textOf('P22', '4.2.1');
    await scoring.settled();
    await press('Control+z');
    await expect.poll(() => scoring.textOf('P22', '4.2.1')).toBe('0,750');
    await press('Control+y');
    await expect.poll(() => scoring.textOf('P22', '4.2.1')).toBe(cleared);
    await press('Control+z');
    await expect.poll(() => scoring.textOf('P22', '4.2.1')).toBe('0,750');
  });

  it('gives up with Esc and continues the old text with F2', async () => {
    await focus('P22', '4.2.1');
    await driver.page.keyboard.type('0,1');
    await press('Escape');
    expect(await scoring.editor.count()).toBe(0);
    expect(await scoring.textOf('P22', '4.2.1')).toBe('0,750');
    await press('F2');
    expect(await scoring.editor.inputValue()).toBe('0,75');
    await driver.page.keyboard.type('1');
    expect(await scoring.editor.inputValue()).toBe('0,751');
    // Ctrl+Z inside the editor is the editor's own.
    await press('Escape');
    await expect.poll(() => scoring.textOf('P22', '4.2.1')).toBe('0,750');
  });

  it('moves down with Enter, right with Tab, and back with Shift', async () => {
    await focus('P22', '4.2.1');
    await press('F2');
    await press('Enter');
    await expect.poll(focusedCell).toBe('P23 4.2.1');
    await press('Shift+Enter');
    await expect.poll(focusedCell).toBe('P22 4.2.1');
    await press('F2');
    await press('Tab');
    await expect.poll(focusedCell).toBe('P22 4.2.2');
    await press('F2');
    await press('Shift+Tab');
    await expect.poll(focusedCell).toBe('P22 4.2.1');
    await press('ArrowDown');
    await expect.poll(focusedCell).toBe('P23 4.2.1');
  });

  it('does not move the row that is being typed into, though it is sorted by rank', async () => {
    const header = driver.page
      .getByTestId('score-grid-matrix')
      .locator('.ag-header-cell[col-id=rank] .sheet-header-sort');
    await header.click();
    const order = () =>
      driver.page.evaluate(() => {
        document.querySelector('.ag-grid-viewport')?.scrollTo({ top: 0 });
        return [...document.querySelectorAll('[role=row][row-id] [col-id=code]')]
          .map((cell) => ({
            code: cell.textContent?.trim(),
            at: Number(cell.closest('[row-index]')?.getAttribute('row-index')),
          }))
          .sort((a, b) => a.at - b.at)
          .slice(0, 10)
          .map(({ code }) => code);
      });
    await expect.poll(async () => (await order())[0]).toBe('P35');
    const before = await order();
    const rank = await scoring.rankOf('P07');
    await scoring.type('P07', '5.3.1', '1');
    await scoring.settled();
    await expect.poll(() => scoring.rankOf('P07')).not.toBe(rank);
    expect(await order()).toEqual(before);
    await driver.page.getByTestId('resort').click();
    await expect.poll(order).not.toEqual(before);
    expect(await driver.page.getByTestId('resort').count()).toBe(0);
    await press('Control+z');
    await header.click();
    await header.click();
  });

  it('filters units and criteria without diacritics', async () => {
    const found = driver.page.getByTestId('filter-found');
    await scoring.filter('thai binh');
    await expect.poll(() => found.innerText()).toBe('1/63 đơn vị');
    expect(await scoring.textOf('P22', '4.2.1')).toBe('0,750');
    await scoring.filter('khong co gi nhu the');
    await expect.poll(() => found.innerText()).toBe('Không có gì khớp');
    await scoring.filter('');
    await expect.poll(() => found.innerText()).toBe('');
  });
});

describe('both orientations', () => {
  it('show the same value, whichever it was typed into', async () => {
    await scoring.openMatrix('K3');
    await scoring.type('P22', '4.2.1', '0,625');
    await scoring.settled();
    await scoring.openUnit('P22');
    const cell = await scoring.unitCell('4.2.1', 'final');
    await expect.poll(() => cell.innerText()).toBe('0,625');
    await cell.click();
    await driver.page.keyboard.type('0,5');
    await press('Enter');
    await expect.poll(async () => (await scoring.unitCell('4.2.1', 'final')).innerText()).toBe('0,500');
    await scoring.settled();
    await scoring.openMatrix('K3');
    await expect.poll(() => scoring.textOf('P22', '4.2.1')).toBe('0,500');
  });

  it('show what became of a cell, newest first', async () => {
    await focus('P22', '4.2.1');
    const [newest, second] = await scoring.history();
    expect(newest).toMatch(/Điểm sau giải trình: 0,62.* → 0,5/);
    expect(second).toMatch(/→ 0,62/);
    expect(newest).toMatch(/Nhập điểm 1 ô/);
  });

  it('switch between units and blocks', async () => {
    await scoring.openUnit('P22');
    await driver.page.getByTestId('next-unit').click();
    await expect
      .poll(() => driver.page.getByTestId('unit-select').locator('option:checked').innerText())
      .toMatch(/^P23 /);
    await driver.page.getByTestId('previous-unit').click();
    await expect
      .poll(() => driver.page.getByTestId('unit-select').locator('option:checked').innerText())
      .toMatch(/^P22 /);
    for (const [block, mean] of [
      ['K1', '83,18'],
      ['K2', '86,72'],
    ] as const) {
      await scoring.openMatrix(block);
      await expect.poll(() => scoring.meanText()).toBe(mean);
    }
    await scoring.openMatrix('K3');
    expect(await scoring.textOf('P22', '4.2.1')).toBe('0,500');
  });
});

describe('a change that comes from elsewhere', () => {
  it('appears in the grid, with its rank, without a reload', async () => {
    await scoring.openMatrix('K3');
    await scoring.settled();
    const structure = await getStructure();
    const unit = structure.units.find(({ code }) => code === 'P22');
    const cycleUnit = structure.cycleUnits.find(({ unitId }) => unitId === unit?.id);
    const block = structure.blocks.find(({ code }) => code === 'K3');
    const set = structure.criteriaSets.find(({ id }) => id === block?.criteriaSetId);
    const leaf = set?.nodes.find(({ code }) => code === '4.2.1');
    if (!cycleUnit || !leaf) throw new Error('no such cell');
    const cells = await callService(driver.page, 'scores.unit', { cycleUnitId: cycleUnit.id });
    const expectedVersion = cells.ok ? (cells.value.cells.find(({ leafId }) => leafId === leaf.id)?.version ?? 0) : 0;
    const rankBefore = await scoring.rankOf('P22');
    const written = await callService(driver.page, 'scores.setCells', {
      opId: `e2e-${Date.now()}` as OpId,
      cycleId: structure.cycle.id,
      cells: [
        {
          cycleUnitId: cycleUnit.id,
          leafId: leaf.id,
          expectedVersion,
          set: { kind: 'points', stage: 'final', pointsMicro: 1_000_000 },
        },
      ],
    });
    expect(written).toMatchObject({ ok: true });
    await expect.poll(() => scoring.textOf('P22', '4.2.1')).toBe('1,000');
    await expect.poll(() => scoring.rankOf('P22')).not.toBe(rankBefore);
    await shell(driver.page).saved();
  });
});
