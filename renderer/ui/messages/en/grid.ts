import type { MessagesLike } from '../messages-like.ts';
import type { grid as vi } from '../vi/grid.ts';

/** The score grid. */
export const grid: MessagesLike<typeof vi> = {};
