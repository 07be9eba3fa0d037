import type { LabelKey } from './labels.vi.ts';

/** Names of steps in the log and in undo / redo. */
export const LABELS_EN: { readonly [K in LabelKey]: string } = {
  'scores.set': 'Score {count} cells[ · {unit}][ · {leaf}]',
  'scores.paste': 'Paste {count} cells[ · {unit}][ · {leaf}]',
  'scores.cut': 'Cut and paste {count} cells[ · {unit}][ · {leaf}]',
  'scores.fill': 'Fill {count} cells[ · {unit}][ · {leaf}]',
  'scores.series': 'Fill a series of {count} cells[ · {unit}][ · {leaf}]',
  'scores.clear': 'Clear {count} cells[ · {unit}][ · {leaf}]',
  'scores.replace': 'Replace in {count} cells[ · {unit}][ · {leaf}]',
  'scores.accept': 'Accept self-scored points of {count} cells[ · {unit}][ · {leaf}]',
  'comment.add': 'Comment[ · {unit}][ · {leaf}]',
  'comment.resolve': 'Close a thread[ · {unit}][ · {leaf}]',
  'comment.reopen': 'Reopen a thread[ · {unit}][ · {leaf}]',
  'evidence.attach': 'Add evidence[ · {unit}][ · {leaf}]',
  'evidence.remove': 'Remove evidence[ · {unit}][ · {leaf}]',
  'milestone.add': 'Set a milestone[ “{name}”]',
  'scores.import': 'Import score table[, {count} cells][ · {name}]',
  'cycle.create': 'Create cycle[ “{name}”]',
  'cycle.sample': 'Create the sample year (simulated figures)',
  'cap.set': 'Cap the class[ · {unit}]',
  'cap.lift': 'Lift the class cap[ · {unit}]',
  'annex.export': 'Export annexes[ · {file}]',
  undo: 'Undo[: {of}]',
  redo: 'Redo[: {of}]',
};
