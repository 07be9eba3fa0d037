import { expect, it } from 'vitest';
import { daysFrom } from './calendar-days.ts';

it('counts calendar days, over months, leap years and the change of the clocks', () => {
  expect(daysFrom('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysFrom('2023-12-31', '2024-01-01')).toBe(1);
  expect(daysFrom('2024-03-30', '2024-04-01')).toBe(2);
  expect(daysFrom('2024-05-05', '2024-05-05')).toBe(0);
  expect(daysFrom('2024-05-06', '2024-05-01')).toBe(-5);
});
