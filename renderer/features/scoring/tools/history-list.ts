import type { Step, Steps } from '#shared/contract/outputs.ts';

/** One line of the history panel, newest first. */
export interface HistoryLine {
  readonly step: Step;
  readonly isDone: boolean;
  /** What `changes.jump` needs to make this the last step done; 0 for the one that is. */
  readonly jump: number;
}

/** Undone steps above, done ones below; the first done one is where the person stands. */
export function historyLines({ undo, redo }: Steps): readonly HistoryLine[] {
  const undone = redo.map((step, i): HistoryLine => ({ step, isDone: false, jump: i + 1 })).reverse();
  return [...undone, ...undo.map((step, i): HistoryLine => ({ step, isDone: true, jump: i === 0 ? 0 : -i }))];
}
