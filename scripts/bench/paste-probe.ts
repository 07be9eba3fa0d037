/**
 * What is measured of a paste inside the page. `installPasteProbe` is sent to the page as text, so it must use nothing
 * from this module. Times are in milliseconds; painted means that two animation frames have begun since.
 */

export interface PasteTimes {
  /** Ctrl+V until the plan that asks to be confirmed is painted. */
  readonly planMs: number;
  /** The confirming click until the data service said that all is on disk. */
  readonly savedMs: number;
  /** The same until the sheet shows it and nothing is marked as on its way. */
  readonly doneMs: number;
  /** Longest time the page could not begin anything new, over both parts. */
  readonly longestBlockMs: number;
}

export interface PasteProbe {
  /** Puts text on the system's clipboard, as another program would. */
  copy(text: string): void;
  /** Waits for the next Ctrl+V. */
  watch(): void;
  planned(): Promise<void>;
  done(): Promise<PasteTimes>;
}

declare global {
  interface Window {
    pasteBench: PasteProbe;
  }
}

/** Script text that installs the probe as `window.pasteBench`. */
export function pasteProbeSource(): string {
  return `(${installPasteProbe.toString()})()`;
}

function installPasteProbe(): void {
  const saveCommand = 'scores.setCells';
  const timeoutMs = 15_000;
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  let isWatching = false;
  let longestBlockMs = 0;
  let planned: Promise<number> = Promise.resolve(NaN);
  let confirmedAt: Promise<number> = Promise.resolve(NaN);
  let savedAt: Promise<number> = Promise.resolve(NaN);
  let onSaved: (at: number) => void = () => {};

  const post = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function (this: MessagePort, ...words: [unknown]) {
    const message = words[0] as { readonly method?: string; readonly id?: number } | undefined;
    if (message?.method === saveCommand) {
      const onReply = ({ data }: MessageEvent<{ type?: string; id?: number; ok?: boolean }>) => {
        if (data.type !== 'reply' || data.id !== message.id) return;
        this.removeEventListener('message', onReply);
        if (data.ok === true) onSaved(performance.now());
      };
      this.addEventListener('message', onReply);
    }
    post.apply(this, words);
  } as typeof post;

  const { port1, port2 } = new MessageChannel();
  let last = 0;
  port1.onmessage = () => {
    const now = performance.now();
    longestBlockMs = Math.max(longestBlockMs, now - last);
    beat();
  };
  function beat(): void {
    if (!isWatching) return;
    last = performance.now();
    setTimeout(() => post.call(port2, null), 4);
  }

  async function until(isTrue: () => boolean, what: string): Promise<void> {
    const end = performance.now() + timeoutMs;
    while (!isTrue()) {
      if (performance.now() > end) throw new Error(`Not ${what} after ${timeoutMs} ms.`);
      await frame();
    }
    await frame();
    await frame();
  }

  const timeOf = (type: string, isWanted: (event: Event) => boolean) =>
    new Promise<number>((resolve) => {
      const listen = (event: Event) => {
        if (!isWanted(event)) return;
        removeEventListener(type, listen, { capture: true });
        resolve(event.timeStamp);
      };
      addEventListener(type, listen, { capture: true });
    });

  window.pasteBench = {
    copy(text) {
      addEventListener('beforecopy', (event) => event.preventDefault(), { once: true, capture: true });
      addEventListener(
        'copy',
        (event) => {
          event.preventDefault();
          event.stopImmediatePropagation();
          (event as ClipboardEvent).clipboardData?.setData('text/plain', text);
        },
        { once: true, capture: true },
      );
      document.execCommand('copy');
    },
    watch() {
      longestBlockMs = 0;
      isWatching = true;
      beat();
      savedAt = new Promise((resolve) => (onSaved = resolve));
      confirmedAt = timeOf(
        'click',
        ({ target }) => target instanceof Element && target.closest('[data-testid=plan-write]') !== null,
      );
      planned = timeOf('keydown', (event) => (event as KeyboardEvent).key === 'v').then(async (pressedAt) => {
        const write = () => document.querySelector<HTMLButtonElement>('[data-testid=plan-write]');
        await until(() => write()?.disabled === false, 'planned');
        return performance.now() - pressedAt;
      });
    },
    planned: () => planned.then(() => undefined),
    async done() {
      const [planMs, from, saved] = await Promise.all([planned, confirmedAt, savedAt]);
      await until(() => document.querySelector('.score-pending, [data-testid=pending-count]') === null, 'repainted');
      isWatching = false;
      return { planMs, savedMs: saved - from, doneMs: performance.now() - from, longestBlockMs };
    },
  };
}
