import type { MessagesLike } from '../messages-like.ts';
import type { start as vi } from '../vi/start.ts';

/** The start screen. */
export const start: MessagesLike<typeof vi> = {
  title: 'Administrative reform scoring',
  lead: 'All figures live in one .cchc file on this computer. The program sends nothing over the network.',
  actions: 'Start',
  create: 'New file',
  createHint: 'An empty file; then import criteria and scores',
  open: 'Open file…',
  openHint: 'An existing .cchc file',
  sample: 'Open the sample year',
  sampleHint: 'Year 2023 with 110 units, simulated figures',
  recent: 'Recent files',
  noRecent: 'No file opened yet. Files you open will appear here.',
  openedAt: 'Last opened {{time}}',
  missing: 'No longer there',
  forget: 'Remove “{{name}}” from the list',
  working: 'Opening…',
  creatingSample: 'Creating the sample year…',
  newFileName: 'CCHC.cchc',
  sampleFileName: 'Sample year 2023.cchc',
  chooseOther: 'Choose another file…',
};
