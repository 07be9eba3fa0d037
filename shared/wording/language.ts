import type { Preferences } from '../contract/desktop.ts';

/** Languages people read: Vietnamese is the default, English the other. */
export type Language = Preferences['language'];
