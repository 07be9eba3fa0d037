import { expect, it } from 'vitest';
import { parseWindowPlace } from './window-place.ts';

const screens = [
  { x: 0, y: 0, width: 1920, height: 1040 },
  { x: 1920, y: 0, width: 1280, height: 1024 },
];

it('goes back where it was, on either screen', () => {
  for (const x of [10, 2000]) {
    const place = { x, y: 20, width: 1200, height: 700, maximized: true };
    expect(parseWindowPlace(place, screens)).toEqual(place);
  }
});

it('keeps the size but not a place nobody can reach', () => {
  const size = { width: 1200, height: 700, maximized: false };
  expect(parseWindowPlace({ x: 5000, y: 20, ...size }, screens)).toEqual(size);
  expect(parseWindowPlace({ x: 2000, y: 20, ...size }, screens.slice(0, 1))).toEqual(size);
  expect(parseWindowPlace({ x: 10, y: -300, ...size }, screens)).toEqual(size);
});

it('never opens too small to use', () => {
  expect(parseWindowPlace({ width: 10, height: 10 }, screens)).toEqual({ width: 960, height: 600, maximized: false });
});

it.each([undefined, null, 7, 'x', {}, { width: '1', height: 2 }, { width: 1e9, height: 700 }])(
  'falls back to the default for %j',
  (kept) => {
    expect(parseWindowPlace(kept, screens)).toEqual({ width: 1366, height: 768, maximized: false });
  },
);
