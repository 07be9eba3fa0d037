/**
 * What is measured of a sheet inside a page, the same in the product and in the bare grid. `installSheetProbe` is sent
 * to the page as text, so it must use nothing from this module. Times are in milliseconds.
 */

export interface SheetProbe {
  /** Scrolls down and back, right and back, a step a frame; the lengths of the frames. */
  scroll(frames: number): Promise<readonly number[]>;
  /** Records frames until `stopFrames`. */
  startFrames(): void;
  stopFrames(): readonly number[];
  /** Waits for the next key press to open an editor in a cell: key until two frames after the editor is there. */
  watchEditor(): void;
  editorMs(): Promise<number>;
}

declare global {
  interface Window {
    sheetBench: SheetProbe;
  }
}

/** Script text that installs the probe as `window.sheetBench`. */
export function sheetProbeSource(): string {
  return `(${installSheetProbe.toString()})()`;
}

function installSheetProbe(): void {
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  let frames: number[] = [];
  let isRecording = false;
  let editor: Promise<number> = Promise.resolve(NaN);

  async function scroll(count: number): Promise<readonly number[]> {
    const viewport = document.querySelector('.ag-grid-viewport');
    if (!viewport) throw new Error('There is no grid to scroll.');
    viewport.scrollTo(0, 0);
    for (let i = 0; i < 10; i++) await frame();
    const lengths: number[] = [];
    let last = await frame();
    for (let i = 0; i < count; i++) {
      const isBack = i % 80 >= 40;
      // Four rows or two columns a frame: a turned wheel, a pulled bar.
      if (i % 160 < 80) viewport.scrollTop += isBack ? -112 : 112;
      else viewport.scrollLeft += isBack ? -132 : 132;
      const now = await frame();
      lengths.push(now - last);
      last = now;
    }
    return lengths;
  }

  function startFrames(): void {
    frames = [];
    isRecording = true;
    let last = 0;
    const record = (now: number) => {
      if (last > 0) frames.push(now - last);
      last = now;
      if (isRecording) requestAnimationFrame(record);
    };
    requestAnimationFrame(record);
  }

  function watchEditor(): void {
    editor = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('No editor came.')), 10_000);
      addEventListener(
        'keydown',
        ({ timeStamp }) => {
          const look = () => {
            if (!document.querySelector('.ag-cell input, .ag-popup-editor input')) return;
            observer.disconnect();
            void frame()
              .then(frame)
              .then(() => resolve(performance.now() - timeStamp));
          };
          const observer = new MutationObserver(look);
          observer.observe(document.body, { childList: true, subtree: true });
          look();
        },
        { capture: true, once: true },
      );
    });
  }

  window.sheetBench = {
    scroll,
    startFrames,
    stopFrames: () => {
      isRecording = false;
      return frames;
    },
    watchEditor,
    editorMs: () => editor,
  };
}
