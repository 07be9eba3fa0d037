import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Steps } from '#renderer/grid/range/steps.ts';
import { createSheetWork } from './sheet-work.ts';

let clockMs = 0;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.spyOn(performance, 'now').mockImplementation(() => clockMs);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Work that keeps the main thread busy for so long, with a place to rest every 10 ms. */
function* lasting<T>(ms: number, value: T): Steps<T> {
  for (let done = 10; done <= ms; done += 10) {
    clockMs += 10;
    yield { step: 'plan', done, total: ms };
  }
  return value;
}

it('ends small work before the key is over', () => {
  const { run } = createSheetWork();
  const done = vi.fn();
  run(lasting(20, 'a'), done);
  expect(done).toHaveBeenCalledWith('a');
});

it('rests in between, shows how far it is only when it takes long, and keeps the order of the keys', () => {
  const { run, shown } = createSheetWork();
  const done = vi.fn();
  run(lasting(600, 'long'), done);
  run(lasting(10, 'short'), done);
  expect(done).not.toHaveBeenCalled();
  expect(shown.get().progress).toBeNull();
  for (let i = 0; i < 9; i++) vi.advanceTimersToNextTimer();
  expect(shown.get().progress).toMatchObject({ step: 'plan', total: 600 });
  vi.runAllTimers();
  expect(done.mock.calls.flat()).toEqual(['long', 'short']);
  expect(shown.get().progress).toBeNull();
});

it('stops what takes long and goes on with what waits', () => {
  const { run, stop } = createSheetWork();
  const [done, stopped] = [vi.fn(), vi.fn()];
  run(lasting(600, 'long'), done, stopped);
  run(lasting(10, 'short'), done);
  stop();
  vi.runAllTimers();
  expect(stopped).toHaveBeenCalledOnce();
  expect(done.mock.calls.flat()).toEqual(['short']);
});

it('begins nothing while a plan waits for its answer, except what belongs to the piece itself', () => {
  const { run, hold } = createSheetWork();
  const done = vi.fn();
  run(lasting(10, 'read'), () => run(lasting(10, 'plan'), () => hold(true)));
  run(lasting(10, 'next'), done);
  expect(done).not.toHaveBeenCalled();
  hold(false);
  expect(done).toHaveBeenCalledWith('next');
});

it('forgets everything when the sheet goes away', () => {
  const { run, stopAll } = createSheetWork();
  const [done, stopped] = [vi.fn(), vi.fn()];
  run(lasting(600, 'long'), done, stopped);
  run(lasting(10, 'short'), done, stopped);
  stopAll();
  vi.runAllTimers();
  expect(done).not.toHaveBeenCalled();
  expect(stopped).toHaveBeenCalledTimes(2);
});
