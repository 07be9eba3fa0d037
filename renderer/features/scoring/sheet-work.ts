/**
 * Reading and planning of what concerns many cells, one piece after the other in the order of the keys, in slices so that
 * the window answers meanwhile. Made once per sheet. What is small ends before `run` returns; what takes longer says how
 * far it is and can be stopped, because it has written nothing yet.
 */
import { createStore, type Store } from '#renderer/app/stores/create-store.ts';
import type { Progress, Steps } from '#renderer/grid/range/steps.ts';
import { runInSlices } from './run-in-slices.ts';

export interface SheetWork {
  /** `stopped` is told instead of `done` when the person stops it or the sheet goes away. */
  readonly run: <T>(steps: Steps<T>, done: (value: T) => void, stopped?: () => void) => void;
  /** While a plan waits for an answer nothing further begins. */
  readonly hold: (isHeld: boolean) => void;
  /** Gives up what is being worked at; what waits behind it goes on. */
  readonly stop: () => void;
  /** Gives up everything. */
  readonly stopAll: () => void;
  /** What is being worked at for so long that a person should see it. */
  readonly shown: Store<{ readonly progress: Progress | null }>;
}

/** Below what is felt as a pause, and far above what a usual paste needs. */
const SLICE_MS = 30;
const SHOW_AFTER_MS = 250;

interface Piece {
  readonly start: () => void;
  readonly stopped: (() => void) | undefined;
}

/** Makes the work of a sheet. */
export function createSheetWork(): SheetWork {
  const waiting: Piece[] = [];
  const shown = createStore<{ readonly progress: Progress | null }>({ progress: null });
  let current: { readonly stop: () => void; readonly stopped: (() => void) | undefined } | null = null;
  let isHeld = false;

  function run<T>(steps: Steps<T>, done: (value: T) => void, stopped?: () => void): void {
    const piece: Piece = { start: () => begin(steps, done, stopped), stopped };
    if (current || isHeld) waiting.push(piece);
    else piece.start();
  }

  function begin<T>(steps: Steps<T>, done: (value: T) => void, stopped: (() => void) | undefined): void {
    const since = performance.now();
    let isDone = false;
    current = { stop: () => undefined, stopped };
    const stop = runInSlices(
      steps,
      (value) => {
        isDone = true;
        end();
        done(value);
        goOn();
      },
      {
        sliceMs: SLICE_MS,
        onRest: (progress) => void (performance.now() - since > SHOW_AFTER_MS && shown.set({ progress })),
      },
    );
    if (!isDone) current = { stop, stopped };
  }

  function end(): void {
    current = null;
    shown.set({ progress: null });
  }

  function goOn(): void {
    if (!current && !isHeld) waiting.shift()?.start();
  }

  function stop(): void {
    const stopped = current;
    stopped?.stop();
    end();
    stopped?.stopped?.();
    goOn();
  }

  return {
    run,
    hold(next) {
      isHeld = next;
      goOn();
    },
    stop,
    stopAll() {
      for (const { stopped } of waiting.splice(0)) stopped?.();
      isHeld = false;
      stop();
    },
    shown,
  };
}
