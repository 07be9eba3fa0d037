import type { MessagesLike } from '../messages-like.ts';
import type { about as vi } from '../vi/about.ts';

/** About the program. */
export const about: MessagesLike<typeof vi> = {
  title: 'About',
  version: 'Version',
  runtime: 'Runtime',
  runtimeOfficial: 'Official Electron',
  runtimeFallback: 'Fallback Electron, for development and tests only',
  licences: 'Licences of what is inside',
  close: 'Close',
};
