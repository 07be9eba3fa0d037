/**
 * Đợt giải trình in the real window: a cut with its reason is put to the units with a deadline, answered, accepted and
 * rejected; final points, ranks and the overview follow, every step is one undo, and all of it is there after a restart.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppDriver } from '#e2e/driver/app-driver.ts';
import { callService } from '#e2e/driver/call-service.ts';
import { appraisalPage, type AppraisalPage } from '#e2e/pages/appraisal-page.ts';
import { cellDetailsPage } from '#e2e/pages/cell-details-page.ts';
import { explanationsPage, type ExplanationsPage } from '#e2e/pages/explanations-page.ts';
import { rankingPage } from '#e2e/pages/ranking-page.ts';
import { shell } from '#e2e/pages/shell.ts';
import type { CellEdit } from '#shared/contract/schemas.ts';
import type { OpId } from '#shared/domain/ids.ts';
import { findAccessibilityProblems } from './support/find-accessibility-problems.ts';
import { launchOnSample } from './support/sample-office.ts';

const LEAF = '4.2.1';
const ACCEPTED = 'P10';
const REJECTED = 'P11';
const UNANSWERED = 'P12';
const CUT = [ACCEPTED, REJECTED, UNANSWERED];
const DAYS = 10;

let driver: AppDriver;
let office: string;
let appraisal: AppraisalPage;
let explanations: ExplanationsPage;

beforeAll(async () => {
  ({ driver, office } = await launchOnSample());
  takePages();
  await clearFinals();
});
afterAll(() => driver?.close());

function takePages(): void {
  appraisal = appraisalPage(driver.page);
  explanations = explanationsPage(driver.page);
}

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

async function cellOf(unit: string) {
  const cell = (await leafCells()).cells.find((each) => each.unit === unit);
  if (!cell) throw new Error(`no cell of ${unit}`);
  return cell;
}

/** The sample year is settled to the last cell: three cells are opened again. */
async function clearFinals(): Promise<void> {
  const { cycleId, cells } = await leafCells();
  const edits = cells
    .filter(({ unit }) => CUT.includes(unit))
    .flatMap(({ cycleUnitId, leafId, version, selfMicro }): CellEdit[] =>
      (['appraised', 'final'] as const).map((stage) => ({
        cycleUnitId,
        leafId,
        expectedVersion: version,
        set: { kind: 'points', stage, pointsMicro: stage === 'final' ? null : selfMicro },
      })),
    );
  const opId = `e2e-open-${Date.now()}` as OpId;
  await must(callService(driver.page, 'scores.setCells', { opId, cycleId, cells: edits, step: 'clear' }));
}

const blockLabel = async (): Promise<string> =>
  driver.page.getByTestId('overview-block').locator('option').filter({ hasText: 'K3 ' }).innerText();

function inDays(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(day.getDate())}/${two(day.getMonth() + 1)}/${day.getFullYear()}`;
}

const index = async (unit: string): Promise<number> => {
  const [cycle] = await must(callService(driver.page, 'cycles.list', {}));
  const { blocks } = await must(callService(driver.page, 'ranking.get', { cycleId: cycle!.id }));
  const row = blocks.flatMap(({ rows }) => rows).find(({ code }) => code === unit);
  return Number(row?.indexText.replace(',', '.'));
};

const stateOf = (unit: string): Promise<string> => appraisal.textOf(unit, 'explanation');

async function openTab(unit: string): Promise<void> {
  await (await appraisal.cell(unit, 'final')).click();
  await driver.page.keyboard.press('Alt+g');
  await explanations.card.waitFor();
}

describe('a round from the cut to the decision', () => {
  it('cuts with a reason, and says that the cut waits for a round', async () => {
    await appraisal.openLeaf('K3', LEAF);
    for (const unit of CUT) {
      await appraisal.type(unit, 'appraised', '0,1');
      await appraisal.reason.fill('Thiếu quyết định ban hành');
      await driver.page.keyboard.press('Enter');
      await driver.page.getByTestId('reason-dialog').waitFor({ state: 'detached' });
      await expect.poll(() => stateOf(unit)).toBe('Chưa đưa vào đợt nào');
    }
    await shell(driver.page).saved();
  });

  it('refuses a deadline that is no day or is over, and opens the round over all unsettled cuts', async () => {
    await explanations.openDialog();
    await explanations.dialog.getByTestId('round-new').click();
    await explanations.dialog.getByTestId('round-unit').first().waitFor();
    expect(await explanations.dialog.getByTestId('round-unit').allInnerTexts()).toEqual(
      CUT.map((unit) => expect.stringContaining(unit) as string),
    );
    expect(await findAccessibilityProblems(driver.page)).toEqual([]);
    for (const [text, problem] of [
      ['31/02/2030', /dd\/mm\/yyyy/],
      [inDays(-1), /từ hôm nay/],
    ] as const) {
      await explanations.dialog.getByTestId('round-deadline').fill(text);
      await explanations.dialog.getByTestId('round-open').click();
      await expect.poll(() => explanations.dialog.innerText()).toMatch(problem);
    }
    await explanations.closeDialog();
    expect(await explanations.openRound(inDays(DAYS))).toBe(CUT.length);
    expect(await explanations.counts()).toEqual([3, 0, 0, 0]);
    await explanations.closeDialog();
    for (const unit of CUT) await expect.poll(() => stateOf(unit)).toBe(`Đợt 1: chờ, còn ${DAYS} ngày`);
    await appraisal.filter('awaitingAnswer');
    await expect.poll(() => appraisal.rowCodes()).toEqual(CUT);
    await appraisal.filter('all');
  });

  it('lists what waits on the overview, marks the cuts on its board, and leads to the work', async () => {
    const { page } = driver;
    await shell(page).goTo('overview');
    const awaiting = page.getByTestId('waiting-K3-awaitingAnswer');
    await expect.poll(() => awaiting.innerText()).toMatch(/3 ô/);
    await page.getByTestId('overview-block').selectOption({ label: await blockLabel() });
    const row = page.locator(`[data-testid=heat-row][data-unit=${ACCEPTED}]`);
    await row.scrollIntoViewIfNeeded();
    expect(await row.getByTestId('unexplained').innerText()).toBe('1');
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await awaiting.click();
    await appraisal.screen.waitFor();
    await expect.poll(() => page.getByTestId('appraisal-filter').inputValue()).toBe('awaitingAnswer');
    await expect.poll(() => appraisal.rowCodes()).toContain(LEAF);
    await expect.poll(() => appraisal.rowCodes()).not.toContain('1.1.1');
    await page.getByTestId('next-unit').click();
    await expect.poll(() => page.getByTestId('unit-select').locator('option:checked').innerText()).toMatch(/^P11 /);
    // A field of the board leads to the form of the unit, at what is not done yet.
    await shell(page).goTo('overview');
    await page.getByTestId('overview-block').selectOption({ label: await blockLabel() });
    await page.locator(`[data-testid=heat-row][data-unit=${UNANSWERED}] [data-column="IV"]`).click();
    await appraisal.screen.waitFor();
    await expect.poll(() => page.getByTestId('unit-select').locator('option:checked').innerText()).toMatch(/^P12 /);
    await expect.poll(() => page.getByTestId('formula-strip').innerText()).toContain(LEAF);
    await appraisal.openLeaf('K3', LEAF);
  });

  it('records what a unit wrote, with its document', async () => {
    await openTab(ACCEPTED);
    expect(await findAccessibilityProblems(driver.page)).toEqual([]);
    await explanations.recordAnswer('Đã ban hành Quyết định 15/QĐ, gửi kèm.', '15/QĐ');
    await expect.poll(() => stateOf(ACCEPTED)).toBe('Đợt 1: đã giải trình');
    expect(await explanations.answer.innerText()).toBe('Đã ban hành Quyết định 15/QĐ, gửi kèm.');
    const details = cellDetailsPage(driver.page);
    await details.open('evidence');
    await expect.poll(() => details.evidence.allInnerTexts()).toContainEqual(expect.stringContaining('15/QĐ'));
    // The same for another row through the dialog for chosen rows: a selected range is enough.
    await (await appraisal.cell(REJECTED, 'final')).click();
    await explanations.many('answer');
    const dialog = driver.page.getByTestId('batch-dialog');
    expect(await findAccessibilityProblems(driver.page)).toEqual([]);
    await dialog.getByTestId('answer-text').fill('Đề nghị giữ điểm tự chấm.');
    await dialog.getByTestId('answer-send').click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => stateOf(REJECTED)).toBe('Đợt 1: đã giải trình');
  });

  it('accepts one: its final points and its index rise; too few points are refused in place', async () => {
    const before = await index(ACCEPTED);
    await openTab(ACCEPTED);
    await explanations.accept('0,1');
    await driver.page.getByTestId('accept-problem').waitFor();
    await explanations.accept('0,35');
    await expect.poll(() => stateOf(ACCEPTED)).toBe('Đợt 1: chấp nhận 0,35');
    expect(await cellOf(ACCEPTED)).toMatchObject({ finalMicro: 350_000, appraisedMicro: 100_000 });
    await expect.poll(() => appraisal.textOf(ACCEPTED, 'final')).toMatch(/0,350$/);
    expect(await index(ACCEPTED)).toBeGreaterThan(before);
    const ranking = rankingPage(driver.page);
    await ranking.open('K3');
    const wanted = await index(ACCEPTED);
    const shown = async () => Number.parseFloat((await ranking.readRow(ACCEPTED)).index.replace(',', '.'));
    await expect.poll(shown).toBe(wanted);
  });

  it('rejects one with the reason; one undo takes decision and points back together', async () => {
    await appraisal.openLeaf('K3', LEAF);
    await openTab(REJECTED);
    await explanations.reject('Tài liệu ban hành ngoài kỳ đánh giá');
    await expect.poll(() => stateOf(REJECTED)).toBe('Đợt 1: không chấp nhận');
    expect(await cellOf(REJECTED)).toMatchObject({ finalMicro: 100_000 });
    expect(await explanations.decision.innerText()).toContain('Tài liệu ban hành ngoài kỳ đánh giá');
    await shell(driver.page).undoButton.click();
    await expect.poll(() => stateOf(REJECTED)).toBe('Đợt 1: đã giải trình');
    expect((await cellOf(REJECTED)).finalMicro).toBeNull();
    await driver.page.getByTestId('redo').click();
    await expect.poll(() => stateOf(REJECTED)).toBe('Đợt 1: không chấp nhận');
    expect((await cellOf(REJECTED)).finalMicro).toBe(100_000);
  });

  it('is all there after a restart', async () => {
    driver = await driver.relaunch({ office });
    takePages();
    await shell(driver.page).opened();
    await appraisal.openLeaf('K3', LEAF);
    await expect.poll(() => stateOf(ACCEPTED)).toBe('Đợt 1: chấp nhận 0,35');
    await openTab(REJECTED);
    expect(await explanations.answer.innerText()).toBe('Đề nghị giữ điểm tự chấm.');
    expect(await explanations.decision.innerText()).toContain('Tài liệu ban hành ngoài kỳ đánh giá');
  });

  it('closes the round: what nobody explained keeps its appraised points, with the reason', async () => {
    await explanations.openDialog();
    expect(await explanations.counts()).toEqual([1, 0, 1, 1]);
    await explanations.closeRound();
    await explanations.dialog.getByTestId('reject-reason').fill('Quá hạn, đơn vị không giải trình');
    await explanations.dialog.getByTestId('reject-send').click();
    await expect.poll(() => explanations.counts()).toEqual([0, 0, 1, 2]);
    await explanations.closeDialog();
    await expect.poll(() => stateOf(UNANSWERED)).toBe('Đợt 1: không chấp nhận');
    expect((await cellOf(UNANSWERED)).finalMicro).toBe(100_000);
    await shell(driver.page).goTo('overview');
    await driver.page.locator('[data-testid=overview-screen][data-ready=true]').waitFor();
    expect(await driver.page.getByTestId('waiting-K3-awaitingAnswer').count()).toBe(0);
    const verified = await must(callService(driver.page, 'changes.verify', {}));
    expect(verified.ok).toBe(true);
  });
});
