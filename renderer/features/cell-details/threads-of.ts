import type { Comment } from '#shared/domain/entities.ts';

export interface Thread {
  readonly first: Comment;
  readonly replies: readonly Comment[];
}

/** Comments of a cell as threads, in the order they were begun; a reply whose first comment is gone is left out. */
export function threadsOf(comments: readonly Comment[]): readonly Thread[] {
  return comments
    .filter(({ parentId }) => parentId === null)
    .map((first) => ({ first, replies: comments.filter(({ parentId }) => parentId === first.id) }));
}
