import { describe, expect, it, vi } from 'vitest';
import { appError, type AppError } from '#shared/contract/errors.ts';
import type { Committed } from '#shared/contract/outputs.ts';
import type { BatchId, OpId } from '#shared/domain/ids.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import type { Client } from '#renderer/client/client.ts';
import { createScoreSender } from './score-sender.ts';
import { cellOnDisk, smallStore } from './testing/small-block.ts';

const POINT = 1_000_000;
type Answer = Result<Committed, AppError>;

/** A client whose answers the test gives by hand, in order. */
function manualClient() {
  const sent: { method: string; opId: string; only?: string; cells: { expectedVersion: number }[] }[] = [];
  const answers: ((answer: Answer) => void)[] = [];
  const client = {
    call: (method: string, input: object) => {
      sent.push({ method, ...input } as (typeof sent)[number]);
      return new Promise<Answer>((resolve) => answers.push(resolve));
    },
  } as unknown as Pick<Client, 'call'>;
  async function answer(value: Answer): Promise<void> {
    answers.shift()?.(value);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return { client, sent, answer };
}

function committed(...cells: Committed['cells']): Answer {
  return ok({
    batchId: 'b' as BatchId,
    seq: 2,
    at: '2023-11-05T03:32:00.000Z',
    label: { key: 'x', params: {} },
    cells,
  });
}

function setUp() {
  const store = smallStore();
  const { client, sent, answer } = manualClient();
  let n = 0;
  const sender = createScoreSender(client, store, () => `op-${++n}` as OpId);
  const type = (u: number, l: number, points: number) => {
    const set = { kind: 'points', stage: 'final', pointsMicro: points * POINT } as const;
    sender.submit({ u, l, stage: 'final', set, text: String(points) }, 'final');
  };
  return { store, sent, answer, sender, type };
}

it('sends one edit at a time, the second one of a cell against the version the first one made', async () => {
  const { store, sent, answer, type } = setUp();
  type(0, 0, 0.25);
  type(0, 0, 0.5);
  expect(sent).toHaveLength(1);
  expect(store.points('final', 0, 0)).toBe(0.5 * POINT);
  await answer(committed(cellOnDisk(0, '1.1', { finalMicro: 0.25 * POINT, version: 2 })));
  expect(sent.map(({ cells }) => cells[0]?.expectedVersion)).toEqual([1, 2]);
  await answer(committed(cellOnDisk(0, '1.1', { finalMicro: 0.5 * POINT, version: 3 })));
  expect(store.pendingCount).toBe(0);
  expect(store.points('final', 0, 0)).toBe(0.5 * POINT);
});

it('holds an edit against the version the person saw, not one that came while it waited', async () => {
  const { store, sent, answer, type } = setUp();
  type(0, 0, 0.25);
  type(1, 0, 0.5);
  store.apply([cellOnDisk(1, '1.1', { selfMicro: 0, version: 9 })], 'other' as OpId);
  await answer(committed(cellOnDisk(0, '1.1')));
  expect(sent[1]?.cells[0]?.expectedVersion).toBe(1);
});

it('keeps a refused edit beside its reason, goes on with the next, and can try again', async () => {
  const { store, sent, answer, sender, type } = setUp();
  type(0, 0, 0.25);
  type(1, 0, 0.5);
  await answer(err(appError('DB_BUSY', 'busy')));
  expect(sent).toHaveLength(2);
  await answer(committed(cellOnDisk(1, '1.1', { finalMicro: 0.5 * POINT })));
  const problem = store.problem('final', 0, 0);
  if (problem?.kind !== 'failed') throw new Error('The refused edit is gone.');
  sender.retry(problem.edit, 'final');
  expect(store.problem('final', 0, 0)).toBeNull();
  expect(sent[2]?.opId).not.toBe(sent[0]?.opId);
  await answer(committed(cellOnDisk(0, '1.1', { finalMicro: 0.25 * POINT })));
  expect(store.pendingCount).toBe(0);
});

it('takes an answer that lists no cell for done', async () => {
  const { store, answer, type } = setUp();
  type(0, 0, 1);
  await answer(committed());
  expect(store.pendingCount).toBe(0);
});

describe('a step in the place of another', () => {
  const edit = (u: number, points: number) => {
    const set = { kind: 'points', stage: 'final', pointsMicro: points * POINT } as const;
    return { u, l: 0, stage: 'final', set, text: String(points) } as const;
  };
  const failed = vi.fn();

  async function fillThenChoose(answerOfUndo: Answer) {
    const { store, sent, answer, sender } = setUp();
    const first = sender.submitStep([edit(0, 1)], 'fill', failed);
    if (first === null) throw new Error('Nothing was written.');
    sender.replaceStep(first, () => [edit(0, store.points('final', 0, 0) / POINT / 2)], 'series', failed);
    await answer(committed(cellOnDisk(0, '1.1', { finalMicro: POINT, version: 2 })));
    await answer(answerOfUndo);
    return { store, sent, first };
  }

  it('takes the first one back before it plans and writes the second', async () => {
    const { store, sent, first } = await fillThenChoose(
      committed(cellOnDisk(0, '1.1', { finalMicro: 0.5 * POINT, version: 3 })),
    );
    expect(sent.map(({ method, only }) => [method, only])).toEqual([
      ['scores.setCells', undefined],
      ['changes.undo', first],
      ['scores.setCells', undefined],
    ]);
    expect(sent[2]?.cells[0]?.expectedVersion).toBe(3);
    expect(store.points('final', 0, 0)).toBe(0.25 * POINT);
  });

  it('is a step of its own when the first one is no longer the last', async () => {
    const { store, sent } = await fillThenChoose(err(appError('VALIDATION', 'nothingToUndo')));
    expect(sent).toHaveLength(3);
    expect(store.points('final', 0, 0)).toBe(0.5 * POINT);
  });

  it('is not written when the first one cannot be taken back', async () => {
    failed.mockClear();
    const { store, sent } = await fillThenChoose(err(appError('DB_BUSY', 'busy')));
    expect(sent).toHaveLength(2);
    expect(failed).toHaveBeenCalledWith(appError('DB_BUSY', 'busy'));
    expect(store.points('final', 0, 0)).toBe(POINT);
  });
});
