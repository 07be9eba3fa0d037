import { expect, it } from 'vitest';
import type { Comment } from '#shared/domain/entities.ts';
import { threadsOf } from './threads-of.ts';

function comment(id: string, parentId: string | null): Comment {
  const place = { cycleUnitId: 'u', leafId: 'l' } as unknown as Pick<Comment, 'cycleUnitId' | 'leafId'>;
  const said = { text: id, author: 'A', writtenAt: '', resolved: false, version: 1 };
  return { ...place, ...said, id: id as Comment['id'], parentId: parentId as Comment['parentId'] };
}

it('puts replies under the comment they answer, keeps the order, drops a reply to nothing', () => {
  const threads = threadsOf([
    comment('a', null),
    comment('b', null),
    comment('a1', 'a'),
    comment('x1', 'x'),
    comment('a2', 'a'),
  ]);
  expect(threads.map(({ first, replies }) => [first.text, ...replies.map(({ text }) => text)])).toEqual([
    ['a', 'a1', 'a2'],
    ['b'],
  ]);
});
