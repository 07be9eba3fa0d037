import type { MessagesLike } from '../messages-like.ts';
import type { log as vi } from '../vi/log.ts';

/** The log screen. */
export const log: MessagesLike<typeof vi> = {
  title: 'Log',
  search: 'Search the log',
  searchHint: 'Step, person, unit or criterion',
  total: '{{count}} batches',
  shown: '{{shown}} of {{count}} shown',
  seq: 'No.',
  at: 'Time',
  actor: 'Person',
  step: 'Step',
  changes: 'Changes',
  more: 'Show older entries',
  empty: 'Nothing was recorded yet.',
  nothingFound: 'Nothing matches “{{text}}”.',
  details: 'Details of batch {{seq}}',
  closeDetails: 'Close details',
  hash: 'Chain hash',
  subject: 'Where',
  column: 'Field',
  old: 'Before',
  new: 'After',
  blank: '(blank)',
  detailsShown: 'The first {{shown}} of {{count}} are shown.',
  verify: 'Check the chain',
  verifying: 'Checking…',
  chainOk: 'The chain is whole: {{batches}} batches, {{changes}} changes. Last hash {{hash}}.',
  chainBad:
    'The chain breaks at batch {{seq}}{{when}}{{who}}: {{reason}}{{subject}}. Compare with a backup before going on.',
  chainWhen: ', {{time}}',
  chainWho: ', by {{actor}}',
  chainSubject: ' ({{subject}})',
  reason: {
    altered: 'its content was changed outside the program',
    removed: 'a record was removed',
    reordered: 'records were reordered',
    inserted: 'a record was inserted',
    stateDiffers: 'the present figures differ from the log',
  },
};
