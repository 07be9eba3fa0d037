import type { LabelKey } from './labels.vi.ts';

/** Names of steps in the log and in undo / redo. */
export const LABELS_EN: { readonly [K in LabelKey]: string } = {
  'scores.set': 'Score {count} cells[ · {unit}][ · {leaf}]',
  'scores.import': 'Import score table[, {count} cells][ · {name}]',
  'cycle.create': 'Create cycle[ “{name}”]',
  'cycle.sample': 'Create the sample year (simulated figures)',
  'cap.set': 'Cap the class[ · {unit}]',
  'cap.lift': 'Lift the class cap[ · {unit}]',
  'annex.export': 'Export annexes[ · {file}]',
  undo: 'Undo[: {of}]',
  redo: 'Redo[: {of}]',
};
