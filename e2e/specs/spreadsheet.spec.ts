/**
 * The score grid as a spreadsheet: a table of keyboard and mouse behaviours of Excel, each row its own test, in one
 * window; typing at full speed, by input methods and by keyboard hooks; large, sorted and filtered pastes, and one step
 * each that can be taken back after a restart.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type AppDriver } from '#e2e/driver/app-driver.ts';
import { scoringPage, type ScoringPage } from '#e2e/pages/scoring-page.ts';
import { sheetPage, type SheetPage } from '#e2e/pages/sheet-page.ts';
import { shell } from '#e2e/pages/shell.ts';
import { launchOnSample } from './support/sample-office.ts';
import { placeWideBlock } from './support/wide-block.ts';

let driver: AppDriver;
let scoring: ScoringPage;
let sheet: SheetPage;

beforeAll(async () => {
  ({ driver } = await launchOnSample());
  await enter();
});
afterAll(() => driver?.close());

/** The matrix of the provinces, self-scored points: no reasons are asked for. */
async function enter(): Promise<void> {
  scoring = scoringPage(driver.page);
  await scoring.openMatrix('K3');
  await scoring.stage('self');
  sheet = await sheetPage(driver);
}

/** What the person does, and what is selected then; nothing is written. */
type Row = readonly [name: string, act: () => Promise<unknown>, selected: string];

/** In the middle of the sheet: five leaves of field IV, with sums left and right of them. */
const HOME = 'P22 4.2.1';

describe('selecting', () => {
  const rows: readonly Row[] = [
    ['a click selects one cell', () => sheet.click('P23 4.2.2'), 'P23 × 4.2.2 @ P23 4.2.2'],
    ['ArrowDown moves down', () => sheet.press('ArrowDown'), 'P23 × 4.2.1 @ P23 4.2.1'],
    ['ArrowUp moves up', () => sheet.press('ArrowUp'), 'P21 × 4.2.1 @ P21 4.2.1'],
    ['ArrowRight moves right', () => sheet.press('ArrowRight'), 'P22 × 4.2.2 @ P22 4.2.2'],
    ['ArrowLeft moves left', () => sheet.press('ArrowLeft'), 'P22 × 4.1.3 @ P22 4.1.3'],
    ['Enter moves down', () => sheet.press('Enter'), 'P23 × 4.2.1 @ P23 4.2.1'],
    ['Shift+Enter moves up', () => sheet.press('Shift+Enter'), 'P21 × 4.2.1 @ P21 4.2.1'],
    ['Tab moves right', () => sheet.press('Tab'), 'P22 × 4.2.2 @ P22 4.2.2'],
    ['Shift+Tab moves left', () => sheet.press('Shift+Tab'), 'P22 × 4.1.3 @ P22 4.1.3'],
    [
      'Enter after Tabs goes below where they began',
      () => sheet.press('Tab', 'Tab', 'Enter'),
      'P23 × 4.2.1 @ P23 4.2.1',
    ],
    ['Home goes to the first cell that scrolls', () => sheet.press('Home'), 'P22 × 1.1.1 @ P22 1.1.1'],
    ['End goes to the last column', () => sheet.press('End'), 'P22 × class @ P22 class'],
    ['Ctrl+Home goes to the first cell', () => sheet.press('Control+Home'), 'P01 × 1.1.1 @ P01 1.1.1'],
    ['Ctrl+End goes to the last cell', () => sheet.press('Control+End'), 'P63 × class @ P63 class'],
    ['Ctrl+ArrowDown goes to the edge of the data', () => sheet.press('Control+ArrowDown'), 'P63 × 4.2.1 @ P63 4.2.1'],
    ['Ctrl+ArrowUp goes to the edge of the data', () => sheet.press('Control+ArrowUp'), 'P01 × 4.2.1 @ P01 4.2.1'],
    [
      'Ctrl+ArrowRight goes to the edge of the data',
      () => sheet.press('Control+ArrowRight'),
      'P22 × 4.3.3 @ P22 4.3.3',
    ],
    [
      'Ctrl+ArrowLeft goes to the edge of the data',
      () => sheet.press('Control+ArrowLeft'),
      'P22 × sum II @ P22 sum II',
    ],
    ['PageDown and PageUp go there and back', () => sheet.press('PageDown', 'PageUp'), 'P22 × 4.2.1 @ P22 4.2.1'],
    ['Shift+ArrowDown extends down', () => sheet.press('Shift+ArrowDown'), 'P22:P23 × 4.2.1 @ P22 4.2.1'],
    ['Shift+ArrowUp extends up', () => sheet.press('Shift+ArrowUp'), 'P21:P22 × 4.2.1 @ P22 4.2.1'],
    ['Shift+ArrowRight extends right', () => sheet.press('Shift+ArrowRight'), 'P22 × 4.2.1:4.2.2 @ P22 4.2.1'],
    ['Shift+ArrowLeft extends left', () => sheet.press('Shift+ArrowLeft'), 'P22 × 4.1.3:4.2.1 @ P22 4.2.1'],
    [
      'Shift+arrows shrink again',
      () => sheet.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowUp'),
      'P22:P23 × 4.2.1 @ P22 4.2.1',
    ],
    [
      'an arrow leaves the range from its active cell',
      () => sheet.press('Shift+ArrowDown', 'Shift+ArrowRight', 'ArrowLeft'),
      'P22 × 4.1.3 @ P22 4.1.3',
    ],
    [
      'Shift+Space selects the row',
      async () => {
        await sheet.press('Shift+Space');
        expect(await sheet.count()).toBeGreaterThan(90);
      },
      'P22 × code:class @ P22 4.2.1',
    ],
    [
      'Shift+Backspace keeps only the active cell',
      () => sheet.press('Shift+ArrowDown', 'Shift+Backspace'),
      'P22 × 4.2.1 @ P22 4.2.1',
    ],
    [
      'Shift+click extends to the cell',
      () => sheet.clickWith(['Shift'], 'P23 4.1.2'),
      'P22:P23 × 4.1.2:4.2.1 @ P22 4.2.1',
    ],
    [
      'Ctrl+click adds a cell',
      () => sheet.clickWith(['Control'], 'P21 4.1.2'),
      'P21 × 4.1.2 + P22 × 4.2.1 @ P21 4.1.2',
    ],
    [
      'Ctrl+click takes a selected cell out',
      async () => {
        await sheet.press('Shift+ArrowRight');
        await sheet.clickWith(['Control'], 'P22 4.2.2');
      },
      'P22 × 4.2.1 @ P22 4.2.1',
    ],
    ['dragging selects a rectangle', () => sheet.drag('P21 4.1.2', 'P23 4.2.2'), 'P21:P23 × 4.1.2:4.2.2 @ P21 4.1.2'],
    ['dragging backwards does too', () => sheet.drag('P23 4.2.2', 'P21 4.1.2'), 'P21:P23 × 4.1.2:4.2.2 @ P23 4.2.2'],
    [
      'Ctrl+drag adds a rectangle',
      () => sheet.drag('P23 4.1.2', 'P23 4.1.3', ['Control']),
      'P22 × 4.2.1 + P23 × 4.1.2:4.1.3 @ P23 4.1.2',
    ],
    [
      'Tab goes round inside a range',
      () => sheet.press('Shift+ArrowRight', 'Shift+ArrowDown', 'Tab', 'Tab'),
      'P22:P23 × 4.2.1:4.2.2 @ P23 4.2.1',
    ],
    [
      'Shift+Tab goes round backwards',
      () => sheet.press('Shift+ArrowRight', 'Shift+ArrowDown', 'Shift+Tab'),
      'P22:P23 × 4.2.1:4.2.2 @ P23 4.2.2',
    ],
    [
      'Enter goes down and on to the next column inside a range',
      () => sheet.press('Shift+ArrowRight', 'Shift+ArrowDown', 'Enter', 'Enter'),
      'P22:P23 × 4.2.1:4.2.2 @ P22 4.2.2',
    ],
    [
      'Shift+Enter goes up inside a range',
      () => sheet.press('Shift+ArrowRight', 'Shift+ArrowDown', 'Shift+Enter'),
      'P22:P23 × 4.2.1:4.2.2 @ P23 4.2.2',
    ],
    ['a click on the number of a row selects it', () => sheet.clickRowHeader('P22'), 'P22 × code:class @ P22 code'],
    [
      'Shift+click on another number selects the rows between',
      async () => {
        await sheet.clickRowHeader('P21');
        await sheet.clickRowHeader('P23', ['Shift']);
      },
      'P21:P23 × code:class @ P21 code',
    ],
  ];

  it.each(rows)('%s', async (_, act, selected) => {
    await sheet.click(HOME);
    await act();
    await expect.poll(() => sheet.selection()).toBe(selected);
  });

  const counted: readonly (readonly [name: string, act: () => Promise<unknown>, count: number])[] = [
    ['Ctrl+Space selects the column', () => sheet.press('Control+Space'), 63],
    ['a click on a header selects the column', () => sheet.clickHeader('4.2.2'), 63],
    [
      'Shift+click on another header selects the columns between',
      async () => {
        await sheet.clickHeader('4.1.2');
        await sheet.clickHeader('4.2.1', ['Shift']);
      },
      3 * 63,
    ],
    [
      'Ctrl+click on another header adds a column',
      async () => {
        await sheet.clickHeader('4.1.2');
        await sheet.clickHeader('4.2.1', ['Control']);
      },
      2 * 63,
    ],
    ['Ctrl+Shift+ArrowDown extends to the edge of the data', () => sheet.press('Control+Shift+ArrowDown'), 42],
    ['Ctrl+Shift+ArrowUp extends to the edge of the data', () => sheet.press('Control+Shift+ArrowUp'), 22],
    ['Ctrl+Shift+Home extends to the first cell', () => sheet.press('Control+Shift+Home'), 22 * 49],
    ['Shift+PageDown extends by a page', () => sheet.press('Shift+PageDown', 'Shift+PageUp', 'Shift+ArrowDown'), 2],
  ];
  it.each(counted)('%s', async (_, act, count) => {
    await sheet.click(HOME);
    await act();
    await expect.poll(() => sheet.count()).toBe(count);
  });

  it('Ctrl+A and the corner select everything, and so much is in the status bar', async () => {
    await sheet.click(HOME);
    await sheet.press('Control+a');
    const all = await sheet.count();
    expect(all).toBeGreaterThan(63 * 88);
    await sheet.click(HOME);
    await sheet.clickCorner();
    expect(await sheet.count()).toBe(all);
  });

  it('goes on under the pointer when dragged past the edge', async () => {
    await sheet.click('P01 4.2.1');
    const { page } = driver;
    const grid = await page.getByTestId('score-grid-matrix').boundingBox();
    const start = await page.locator('.sheet-active').boundingBox();
    if (!grid || !start) throw new Error('no grid');
    await page.mouse.move(start.x + 20, start.y + 10);
    await page.mouse.down();
    await page.mouse.move(start.x + 20, grid.y + grid.height + 30, { steps: 3 });
    await expect.poll(() => sheet.count()).toBeGreaterThan(40);
    await page.mouse.up();
  });

  it('sums up exactly what is selected', async () => {
    await sheet.put('P30 4.1.1', '0,1\t0,2\n0,3\tkad');
    await driver.page.getByTestId('plan-write').click();
    await sheet.settled();
    await sheet.drag('P30 4.1.1', 'P31 4.1.1');
    const figure = (name: string) => driver.page.getByTestId(`selection-${name}`).innerText();
    await expect.poll(() => figure('sum')).toBe('0,40');
    expect([await figure('average'), await figure('count'), await figure('min'), await figure('max')]).toEqual([
      '0,20',
      '2',
      '0,10',
      '0,30',
    ]);
  });
});

/** Starts from a written rectangle at P40 4.1.1, acts, and reads P40:P43 × 4.1.1:4.1.3 once it is on disk. */
type Writing = readonly [name: string, start: string, act: () => Promise<unknown>, shown: string];

const CLEAN = '0\t0\t0\n0\t0\t0\n0\t0\t0\n0\t0\t0';

describe('writing', () => {
  const rows: readonly Writing[] = [
    [
      'typing replaces, Enter goes down and types on',
      CLEAN,
      async () => {
        await sheet.type('0,5');
        await sheet.press('Enter');
        await sheet.type('0,25');
        await sheet.press('Enter');
      },
      '0,500 0,000 0,000\n0,250 0,000 0,000',
    ],
    [
      'Tab goes right and types on',
      CLEAN,
      async () => {
        await sheet.type('0,5');
        await sheet.press('Tab');
        await sheet.type('0,25');
        await sheet.press('Tab');
      },
      '0,500 0,250 0,000',
    ],
    [
      'Ctrl+Enter writes into every selected cell',
      CLEAN,
      async () => {
        await sheet.press('Shift+ArrowDown', 'Shift+ArrowRight');
        await sheet.type('0,75');
        await sheet.press('Control+Enter');
      },
      '0,750 0,750 0,000\n0,750 0,750 0,000',
    ],
    [
      'F2 edits what is there',
      '0,5',
      async () => {
        await sheet.press('F2');
        await sheet.type('1');
        await sheet.press('Enter');
      },
      '0,510',
    ],
    [
      'Esc gives up',
      '0,5',
      async () => {
        await sheet.type('1');
        await sheet.press('Escape');
      },
      '0,500',
    ],
    [
      'Backspace empties the text and edits',
      '0,5',
      async () => {
        await sheet.press('Backspace');
        expect(await sheet.editorText()).toBe('');
        await sheet.type('1');
        await sheet.press('Enter');
      },
      '1,000',
    ],
    ['Delete empties a cell', '1', () => sheet.press('Delete'), '·'],
    [
      'Delete empties a selection',
      '1\t0,5\n0,25\t0,75',
      () => sheet.press('Shift+ArrowDown', 'Shift+ArrowRight', 'Delete'),
      '· ·\n· ·',
    ],
    [
      'Ctrl+D fills down',
      '1\t0,5\n0\t0',
      () => sheet.press('Shift+ArrowDown', 'Shift+ArrowRight', 'Control+d'),
      '1,000 0,500\n1,000 0,500',
    ],
    [
      'Ctrl+R fills right',
      '0,5\t0\t0\n0,25\t0\t0',
      () => sheet.press('Shift+ArrowDown', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Control+r'),
      '0,500 0,500 0,500\n0,250 0,250 0,250',
    ],
    ['Ctrl+D on one cell takes the one above', '0,5\n0', () => sheet.press('ArrowDown', 'Control+d'), '0,500\n0,500'],
    [
      'Ctrl+C and Ctrl+V copy',
      '0,5\t0\n0\t0',
      () => sheet.press('Control+c', 'ArrowDown', 'Control+v'),
      '0,500 0,000\n0,500 0,000',
    ],
    [
      'Ctrl+Insert and Shift+Insert copy',
      '0,5\t0\n0\t0',
      () => sheet.press('Control+Insert', 'ArrowRight', 'Shift+Insert'),
      '0,500 0,500\n0,000 0,000',
    ],
    [
      'Ctrl+X and Ctrl+V move',
      '0,5\t0\n0\t0',
      () => sheet.press('Control+x', 'ArrowDown', 'Control+v'),
      '· 0,000\n0,500 0,000',
    ],
    ['Shift+Delete cuts', '0,5\t0', () => sheet.press('Shift+Delete', 'ArrowRight', 'Control+v'), '· 0,500'],
    [
      'Esc after Ctrl+X: a paste copies only',
      '0,5\n0',
      () => sheet.press('Control+x', 'Escape', 'ArrowDown', 'Control+v'),
      '0,500\n0,500',
    ],
    [
      'one value goes into every selected cell',
      CLEAN,
      async () => {
        await sheet.setClipboard('0,75');
        await sheet.press('Shift+ArrowDown', 'Shift+ArrowRight', 'Control+v');
      },
      '0,750 0,750 0,000\n0,750 0,750 0,000',
    ],
    [
      'a block tiles over a multiple of itself',
      CLEAN,
      async () => {
        await sheet.setClipboard('0,25\n0,5');
        await sheet.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+v');
      },
      '0,250 0,000 0,000\n0,500 0,000 0,000\n0,250 0,000 0,000\n0,500 0,000 0,000',
    ],
    [
      'a block larger than the selection goes out from its first cell',
      CLEAN,
      async () => {
        await sheet.setClipboard('0,25\t0,5\n0,75\t0,1');
        await sheet.press('Control+v');
      },
      '0,250 0,500 0,000\n0,750 0,100 0,000',
    ],
    [
      'a decimal dot is a decimal comma',
      CLEAN,
      async () => {
        await sheet.setClipboard('0.25\t0,5');
        await sheet.press('Control+v');
      },
      '0,250 0,500 0,000',
    ],
    [
      'an HTML table gives its exact values',
      CLEAN,
      async () => {
        await sheet.setClipboard('x', '<table><tr><td x:num="0.25">0,3</td><td>0,5</td></tr></table>');
        await sheet.press('Control+v');
      },
      '0,250 0,500 0,000',
    ],
    [
      'the handle dragged down copies one value',
      CLEAN.replace('0', '0,5'),
      () => sheet.dragHandle('P42 4.1.1'),
      '0,500 0,000 0,000\n0,500 0,000 0,000\n0,500 0,000 0,000',
    ],
    [
      'the handle dragged right copies',
      CLEAN.replace('0', '0,5'),
      () => sheet.dragHandle('P40 4.1.3'),
      '0,500 0,500 0,500',
    ],
    [
      'the handle continues a series of two',
      '0,1\n0,2\n0\n0',
      async () => {
        await sheet.press('Shift+ArrowDown');
        await sheet.dragHandle('P43 4.1.1');
      },
      '0,100\n0,200\n0,300\n0,400',
    ],
    [
      'the handle with Ctrl copies the series',
      '0,1\n0,2\n0\n0',
      async () => {
        await sheet.press('Shift+ArrowDown');
        await sheet.dragHandle('P43 4.1.1', ['Control']);
      },
      '0,100\n0,200\n0,100\n0,200',
    ],
    [
      'after the handle, another choice takes the place of what it did: one Ctrl+Z takes all back',
      '0,1\n0,2\n0\n0',
      async () => {
        await sheet.press('Shift+ArrowDown');
        await sheet.dragHandle('P43 4.1.1');
        await scoring.bubble.getByRole('button', { name: 'Chép ô' }).click();
        await expect.poll(() => sheet.texts('P40 4.1.1', 'P43 4.1.1')).toBe('0,100\n0,200\n0,100\n0,200');
        await sheet.settled();
        await sheet.press('Control+z');
      },
      '0,100\n0,200\n0,000\n0,000',
    ],
    [
      'the handle dragged back empties',
      '0,1\n0,2\n0,3',
      async () => {
        await sheet.press('Shift+ArrowDown', 'Shift+ArrowDown');
        await sheet.dragHandle('P40 4.1.1');
      },
      '0,100\n·\n·',
    ],
    [
      'Ctrl+Z takes a paste back in one step',
      CLEAN,
      async () => {
        await sheet.setClipboard('0,25\t0,5\n0,75\t0,1');
        await sheet.press('Control+v');
        await sheet.settled();
        await sheet.press('Control+z');
      },
      '0,000 0,000 0,000\n0,000 0,000 0,000',
    ],
    [
      'Ctrl+Y does it again',
      CLEAN,
      async () => {
        await sheet.setClipboard('0,25\t0,5');
        await sheet.press('Control+v');
        await sheet.settled();
        await sheet.press('Control+z');
        await expect.poll(() => sheet.texts('P40 4.1.1', 'P40 4.1.1')).toBe('0,000');
        await sheet.press('Control+y');
      },
      '0,250 0,500 0,000',
    ],
    [
      'Ctrl+Z takes a fill back in one step',
      '0,5\n0\n0',
      async () => {
        await sheet.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
        await sheet.settled();
        await sheet.press('Control+z');
      },
      '0,500\n0,000\n0,000',
    ],
    [
      'Ctrl+Z takes a move back in one step',
      '0,5\t0',
      async () => {
        await sheet.press('Control+x', 'ArrowRight', 'Control+v');
        await sheet.settled();
        await sheet.press('Control+z');
      },
      '0,500 0,000',
    ],
    [
      'Ctrl+Enter without typing spreads the active value',
      '0,5\n0\n0',
      () => sheet.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+Enter'),
      '0,500\n0,500\n0,500',
    ],
  ];

  it.each(rows)('%s', async (_, start, act, shown) => {
    await sheet.put('P40 4.1.1', start);
    await sheet.click('P40 4.1.1');
    await act();
    await sheet.settled();
    const lines = shown.split('\n');
    const last = ['4.1.1', '4.1.2', '4.1.3'][(lines[0] ?? '').split(' ').length - 1] ?? '';
    await expect.poll(() => sheet.texts('P40 4.1.1', `P${39 + lines.length} ${last}`)).toBe(shown);
  });

  it('copies with headers, as text and as HTML', async () => {
    await sheet.put('P40 4.1.1', '0,5\t0,25');
    await sheet.drag('P40 4.1.1', 'P40 4.1.2');
    await sheet.press('Control+Shift+C');
    await expect
      .poll(async () => (await sheet.lastCopy())?.text)
      .toMatch(/^Mã\tĐơn vị\t4\.1\.1\t4\.1\.2\r?\nP40\t[^\t]+\t0,5\t0,25/);
    expect((await sheet.lastCopy())?.html).toContain('x:num="0.25"');
  });
});

describe('typing', () => {
  it('loses no letter at full speed, over the end of what is in sight', async () => {
    await sheet.click('P20 4.1.1');
    const values = Array.from({ length: 40 }, (_, i) => `0,${String(11 + i)}`);
    await driver.page.keyboard.type(values.map((text) => `${text}\n`).join(''), { delay: 0 });
    await sheet.settled();
    for (const [unit, text] of [
      ['P20', '0,110'],
      ['P33', '0,240'],
      ['P45', '0,360'],
      ['P59', '0,500'],
    ] as const) {
      expect(await scoring.textOf(unit, '4.1.1')).toBe(text);
    }
  });

  it('takes the bursts of a keyboard hook: backspaces and letters', async () => {
    await sheet.click('P40 4.1.1');
    // UniKey in telex mode writes "kad" by way of letters it takes back.
    const { keyboard } = driver.page;
    for (const key of [
      'k',
      'a',
      'a',
      'Backspace',
      'Backspace',
      'â',
      'Backspace',
      'a',
      'd',
      'd',
      'Backspace',
      'Backspace',
      'đ',
    ]) {
      await keyboard.press(key, { delay: 0 }).catch(() => keyboard.insertText(key));
    }
    await expect.poll(() => sheet.editorText()).toBe('kađ');
    await sheet.press('Escape');
  });

  it('lets an input method compose from the first key', async () => {
    await sheet.click('P40 4.1.1');
    const session = await driver.page.context().newCDPSession(driver.page);
    const process = { key: 'Process', code: 'KeyD', windowsVirtualKeyCode: 229 };
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...process });
    await session.send('Input.imeSetComposition', { text: 'd', selectionStart: 1, selectionEnd: 1 });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...process });
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...process });
    await session.send('Input.imeSetComposition', { text: 'đ', selectionStart: 1, selectionEnd: 1 });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...process });
    await session.send('Input.insertText', { text: 'điểm' });
    await session.detach();
    await expect.poll(() => sheet.editorText()).toBe('điểm');
    await sheet.press('Escape');
  });
});

describe('large and careful', () => {
  it('hits the right rows of a sorted and filtered sheet', async () => {
    await sheet.put('P40 4.1.1', '0\n0\n0');
    await sheet.put('P60 4.1.1', '0');
    const sort = driver.page.locator('.ag-header-cell[col-id=unit] .sheet-header-sort');
    await sort.click();
    await scoring.filter('cong an tinh b');
    await expect.poll(() => driver.page.locator('.ag-row[row-id]').count()).toBeLessThan(20);
    const codes = () =>
      driver.page.locator('.ag-row[row-id]').evaluateAll((rows) =>
        rows
          .map(
            (row) => [Number(row.getAttribute('row-index')), row.querySelector('[col-id=code]')?.textContent] as const,
          )
          .sort(([a], [b]) => a - b)
          .map(([, code]) => code ?? ''),
      );
    const shown = await codes();
    const values = shown.map((_, at) => `0,${String(10 + at)}`);
    await sheet.setClipboard(values.join('\n'));
    await sheet.click(`${shown[0] ?? ''} 4.1.1`);
    await sheet.press('Control+v');
    await sheet.settled();
    await scoring.filter('');
    for (const _ of [1, 2]) await sort.click();
    for (const [at, code] of shown.entries()) expect(await scoring.textOf(code, '4.1.1')).toBe(`${values[at] ?? ''}0`);
    await sheet.press('Control+z');
    await sheet.settled();
  });

  it('follows names in the clipboard instead of places, and asks first', async () => {
    await sheet.put('P40 4.1.1', '0\n0\n0');
    await sheet.setClipboard('P42\t0,4\nP40\t0,2\nPX\t0,9\nP41\t0,3');
    await sheet.click('P40 4.1.1');
    await sheet.press('Control+v');
    const dialog = driver.page.getByTestId('plan-dialog');
    await expect.poll(() => dialog.getByTestId('plan-counts').innerText()).toContain('3 ô sẽ đổi');
    expect(await dialog.getByTestId('plan-kinds').innerText()).toContain('1 không có đơn vị này');
    await dialog.getByTestId('plan-write').click();
    await sheet.settled();
    expect(await sheet.texts('P40 4.1.1', 'P42 4.1.1')).toBe('0,200\n0,300\n0,400');
  });

  it('lists what is over the maximum and writes the rest, or nothing at all', async () => {
    await sheet.put('P40 4.1.1', '0\t0\n0\t0');
    await sheet.setClipboard('0,5\t9\nabc\t0,25');
    await sheet.click('P40 4.1.1');
    await sheet.press('Control+v');
    const dialog = driver.page.getByTestId('plan-dialog');
    await expect
      .poll(() => dialog.getByTestId('plan-kinds').innerText())
      .toMatch(/1 vượt điểm tối đa[^]*1 không phải là số/);
    await dialog.getByTestId('plan-cancel').click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await sheet.texts('P40 4.1.1', 'P41 4.1.2')).toBe('0,000 0,000\n0,000 0,000');
    await sheet.press('Control+v');
    await dialog.getByTestId('plan-write').click();
    await sheet.settled();
    expect(await sheet.texts('P40 4.1.1', 'P41 4.1.2')).toBe('0,500 0,000\n0,000 0,250');
  });

  it('asks once what "1.234" means', async () => {
    await sheet.put('P40 4.1.1', '0\n0');
    await sheet.setClipboard('1.234\n0.500');
    await sheet.click('P40 4.1.1');
    await sheet.press('Control+v');
    await driver.page.getByTestId('plan-dot-decimal').click();
    await driver.page.getByTestId('plan-write').click();
    await sheet.settled();
    expect(await sheet.texts('P40 4.1.1', 'P41 4.1.1')).toBe('1,234\n0,500');
  });

  it('folds criteria to the sums of their fields and opens them again', async () => {
    await driver.page.getByTestId('fold-criteria').click();
    await expect.poll(() => driver.page.locator('.ag-header-cell[col-id]').count()).toBeLessThan(20);
    await driver.page.getByTestId('fold-criteria').click();
    await sheet.click(HOME);
    expect(await sheet.selection()).toBe('P22 × 4.2.1 @ P22 4.2.1');
  });

  it('pastes 110 × 88 cells as one step, which a restart does not keep from being undone', async () => {
    await driver.close();
    const { office, unitCount } = await placeWideBlock();
    driver = await launchApp({ office });
    await shell(driver.page).opened();
    await enter();
    const leaves = sheet.leaves.filter(({ code }) => !/^[BP]/.test(code));
    expect([unitCount, leaves.length]).toEqual([110, 88]);
    // Points of a survey are locked: a blank leaves them alone.
    const line = leaves.map(({ maxMicro, isSurvey }) =>
      isSurvey ? '' : String(maxMicro / 1_000_000).replace('.', ','),
    );
    await sheet.click('P22 1.1.1');
    await sheet.press('Control+Home');
    const places = [
      ['P01', '1.1.1'],
      ['P35', '4.2.1'],
      ['P63', '7.1.2'],
    ] as const;
    const shown = async () => {
      const texts: string[] = [];
      for (const [unit, leaf] of places) texts.push(await scoring.textOf(unit, leaf));
      return texts;
    };
    const before = await shown();
    await sheet.click('P01 1.1.1');
    // Sums stand between the leaves of the sheet: the codes above the values say where these belong.
    const rows = Array.from({ length: unitCount }, () => line.join('\t'));
    await sheet.setClipboard([leaves.map(({ code }) => code).join('\t'), ...rows].join('\r\n'));
    await sheet.press('Control+v');
    await driver.page.getByTestId('plan-write').waitFor();
    const started = Date.now();
    await driver.page.getByTestId('plan-write').click();
    await sheet.settled();
    console.log(`paste of ${unitCount} × ${leaves.length} cells to disk and repaint: ${Date.now() - started} ms`);
    const full = places.map(([, code]) => {
      const max = leaves.find((leaf) => leaf.code === code)?.maxMicro ?? 0;
      return (max / 1_000_000).toFixed(3).replace('.', ',');
    });
    expect(await shown()).toEqual(full);
    driver = await driver.relaunch({ office });
    await shell(driver.page).opened();
    await enter();
    expect(await shown()).toEqual(full);
    await sheet.press('Control+z');
    await expect.poll(shown).toEqual(before);
  });
});
