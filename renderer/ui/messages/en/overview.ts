import type { MessagesLike } from '../messages-like.ts';
import type { overview as vi } from '../vi/overview.ts';

/** The overview screen. */
export const overview: MessagesLike<typeof vi> = {
  year: {
    state: 'State',
    period: 'Assessment period',
    milestone: 'Newest milestone',
    noMilestone: 'none set yet',
    left: '{{days}} days left',
    past: '{{days}} days ago',
    deadline: 'due {{day}}, {{left}}',
  },
  states: {
    entered: 'Self-scoring',
    received: 'Received',
    appraised: 'Appraised',
    explained: 'Explained',
    surveyed: 'Surveyed',
    synthesised: 'Synthesised',
    approved: 'Approved',
    sealed: 'Sealed',
    published: 'Published',
  },
  waiting: {
    title: 'Waiting for me',
    none: 'No cell waits for you.',
    cells: '{{count}} cells',
  },
  board: {
    title: 'Completeness by unit and field',
    stage: 'Value',
    unit: 'Unit',
    outsideShort: '±',
    outside: 'Bonus and penalty',
    missingEvidence: 'No evidence',
    unexplained: 'Unexplained',
    cell: '{{unit}} · field {{field}}: {{done}}/{{all}} cells',
  },
};
