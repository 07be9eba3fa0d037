/**
 * What is measured inside a page, the same in the product and its peers. `installPageProbe` is sent to the page as
 * text and runs before the page's own scripts, so it must use nothing from this module. Every time is in milliseconds
 * of the wall clock, the same the benchmark reads when it starts a process.
 *
 * Painted means: the wanted elements are in the document and two animation frames have begun since, so that the frame
 * that holds them has left the page.
 */

export interface PageProbe {
  /** True when the shell was there before the probe: `shell` is then the page's first contentful paint. */
  readonly isLate: boolean;
  /** When the element marked as the shell was painted. */
  readonly shell: Promise<number>;
  /** When the last of the grid's cells was painted: no cell came or changed for a while after it. */
  readonly grid: Promise<number>;
  /** Watches one cell until Enter has left another text in it. Ask for the answer with `edited`. */
  watchEdit(cellSelector: string): void;
  edited(): Promise<EditTimes>;
}

export interface EditTimes {
  /** Enter until the frame after the one with the new text began. */
  readonly repaintMs: number;
  /** Enter until the new text was in the document. */
  readonly domMs: number;
  /** Enter until the data service said the edit is on disk; null in a page without one. */
  readonly savedMs: number | null;
}

declare global {
  interface Window {
    bench: PageProbe;
  }
}

/** Script text that installs the probe as `window.bench`. */
export function pageProbeSource(): string {
  return `(${installPageProbe.toString()})();`;
}

function installPageProbe(): void {
  if (window.bench !== undefined) return;
  const quietMs = 700;
  const editTimeoutMs = 10_000;
  const saveCommand = 'scores.setCells';
  const shellMark = '[data-testid="shell"]';
  const cells = '.ag-grid-scrolling-rows';
  const now = () => performance.timeOrigin + performance.now();
  const afterPaint = (then: () => void) => requestAnimationFrame(() => requestAnimationFrame(then));

  function defer<T>() {
    let [resolve, reject]: [(value: T) => void, (error: Error) => void] = [() => {}, () => {}];
    const promise = new Promise<T>((...both) => ([resolve, reject] = both));
    return { promise, resolve, reject };
  }

  const shell = defer<number>();
  const grid = defer<number>();
  let shellSeen = false;
  let gridText = '';
  let gridTimer: ReturnType<typeof setTimeout> | undefined;

  /** Restarts the wait whenever the text of the cells differs from what it was. */
  function watchGrid(): void {
    const text = document.querySelector(cells)?.textContent ?? '';
    if (text === gridText) return;
    gridText = text;
    afterPaint(() => {
      const paintedAt = now();
      clearTimeout(gridTimer);
      gridTimer = setTimeout(() => {
        grid.resolve(paintedAt);
        observer.disconnect();
      }, quietMs);
    });
  }

  const observer = new MutationObserver(() => {
    if (!shellSeen && document.querySelector(shellMark)) {
      shellSeen = true;
      afterPaint(() => shell.resolve(now()));
    }
    watchGrid();
  });
  observer.observe(document, { childList: true, characterData: true, subtree: true });

  /** An empty page can be there before the probe; then the browser's own note of its first picture counts. */
  function readFirstPaint(): void {
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    if (paint) shell.resolve(performance.timeOrigin + paint.startTime);
    else setTimeout(readFirstPaint, 20);
  }
  const isLate = document.querySelector(shellMark) !== null;
  if (isLate) {
    shellSeen = true;
    readFirstPaint();
  }

  let edited = defer<EditTimes>();
  let enterAt = 0;
  let savedMs: number | null = null;
  let isSaving = false;
  let settle = () => {};

  addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter') enterAt = event.timeStamp;
    },
    { capture: true },
  );

  // The product's port to its data service: notes when the answer to a save arrives, and leaves the message alone.
  const post = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function (this: MessagePort, ...words: [unknown]) {
    const message = words[0] as { readonly method?: string; readonly id?: number } | undefined;
    if (message?.method === saveCommand) {
      isSaving = true;
      const onReply = ({ data }: MessageEvent<{ type?: string; id?: number; ok?: boolean }>) => {
        if (data.type !== 'reply' || data.id !== message.id) return;
        this.removeEventListener('message', onReply);
        if (data.ok !== true) edited.reject(new Error(`The edit was refused: ${JSON.stringify(data)}`));
        savedMs = performance.now() - enterAt;
        isSaving = false;
        settle();
      };
      this.addEventListener('message', onReply);
    }
    post.apply(this, words);
  } as typeof post;

  function watchEdit(cellSelector: string): void {
    edited = defer<EditTimes>();
    [enterAt, savedMs, isSaving] = [0, null, false];
    const before = document.querySelector(cellSelector)?.textContent;
    if (before === undefined) throw new Error(`There is no cell ${cellSelector}`);
    let times: { repaintMs: number; domMs: number } | null = null;
    const { reject } = edited;
    setTimeout(() => {
      const text = document.querySelector(cellSelector)?.outerHTML ?? 'gone';
      reject(new Error(`The edit was not done after ${editTimeoutMs} ms; saving: ${isSaving}; the cell: ${text}`));
    }, editTimeoutMs);
    settle = () => {
      if (times && !isSaving) edited.resolve({ ...times, savedMs });
    };
    const cellObserver = new MutationObserver(() => {
      const cell = document.querySelector(cellSelector);
      if (!enterAt || !cell || cell.querySelector('input') || cell.textContent === before) return;
      cellObserver.disconnect();
      const domMs = performance.now() - enterAt;
      afterPaint(() => {
        times = { domMs, repaintMs: performance.now() - enterAt };
        settle();
      });
    });
    cellObserver.observe(document.body, { childList: true, characterData: true, subtree: true });
  }

  window.bench = { isLate, shell: shell.promise, grid: grid.promise, watchEdit, edited: () => edited.promise };
}
