/** Page object of the cell details beside the sheets of Nhập điểm and Thẩm định. */
import type { Locator, Page } from 'playwright';

type TabName = 'declared' | 'comments' | 'evidence' | 'explanation' | 'history';

export interface CellDetailsPage {
  readonly panel: Locator;
  readonly outcome: Locator;
  readonly threads: Locator;
  readonly evidence: Locator;
  readonly dropRefused: Locator;
  /** What is shown while files are held over the panel. */
  readonly dropNow: Locator;
  /** Opens the panel if it is closed, at this tab. */
  open(tab: TabName): Promise<void>;
  /** Types into a field of the declared data. */
  declare(field: string, text: string): Promise<void>;
  field(field: string): Locator;
  save(): Promise<void>;
  write(text: string): Promise<void>;
  reply(threadText: string, text: string): Promise<void>;
  /** Presses a button of the thread that holds this text. */
  pressInThread(threadText: string, button: string): Promise<void>;
  /** Drops a file the page itself made, which is no file on this computer. */
  dropMadeFile(): Promise<void>;
}

export function cellDetailsPage(page: Page): CellDetailsPage {
  const panel = page.getByTestId('side-panel');
  const thread = (text: string): Locator => panel.getByTestId('thread').filter({ hasText: text });
  const self: CellDetailsPage = {
    panel,
    outcome: panel.getByTestId('declared-outcome'),
    threads: panel.getByTestId('threads').getByTestId('thread'),
    evidence: panel.getByTestId('evidence-item'),
    dropRefused: panel.getByTestId('drop-refused'),
    dropNow: panel.getByTestId('drop-now'),
    async open(tab) {
      const toggle = page.getByTestId('panel-toggle');
      if ((await toggle.getAttribute('aria-pressed')) !== 'true') await toggle.click();
      await panel.getByTestId(`side-tab-${tab}`).click();
    },
    field: (field) => panel.getByTestId(`declared-${field}`),
    declare: (field, text) => self.field(field).fill(text),
    save: () => panel.getByTestId('declared-save').click(),
    async write(text) {
      await panel.getByTestId('comment-new').fill(text);
      await panel.getByTestId('comment-new-send').click();
    },
    async reply(threadText, text) {
      await thread(threadText).getByRole('button', { name: 'Trả lời' }).click();
      await panel.getByTestId('comment-reply').fill(text);
      await page.keyboard.press('Control+Enter');
    },
    pressInThread: (threadText, button) => thread(threadText).getByRole('button', { name: button }).click(),
    async dropMadeFile() {
      const data = await page.evaluateHandle(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(['x'], 'từ trang khác.pdf'));
        return transfer;
      });
      await panel.dispatchEvent('dragover', { dataTransfer: data });
      await panel.dispatchEvent('drop', { dataTransfer: data });
    },
  };
  return self;
}
