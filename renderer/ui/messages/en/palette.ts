import type { MessagesLike } from '../messages-like.ts';
import type { palette as vi } from '../vi/palette.ts';

/** The command palette (Ctrl+K). */
export const palette: MessagesLike<typeof vi> = {
  title: 'Search or run a command',
  placeholder: 'Command, screen, unit or criterion',
  results: 'Results',
  nothing: 'No command, unit or criterion matches.',
  commands: 'Commands',
  screens: 'Screens',
  units: 'Units',
  criteria: 'Criteria',
  help: '↑ ↓ to choose · Enter to run · Esc to close',
};
