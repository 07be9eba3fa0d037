import { describe, expect, it } from 'vitest';
import { dayEnd, dayStart, parseDay } from './format-time.ts';

describe('parseDay', () => {
  it('reads day/month/year with or without leading zeros', () => {
    expect(parseDay('05/11/2023')).toBe('2023-11-05');
    expect(parseDay(' 5.1.2024 ')).toBe('2024-01-05');
  });

  it('refuses days the calendar does not have', () => {
    expect(parseDay('31/02/2023')).toBeNull();
    expect(parseDay('29/02/2024')).toBe('2024-02-29');
    expect(parseDay('2023-11-05')).toBeNull();
  });
});

describe('a day as two instants', () => {
  it('begins at midnight of this computer and ends where the next one begins', () => {
    expect(new Date(dayStart('2024-02-28')).getHours()).toBe(0);
    expect(dayEnd('2024-02-28')).toBe(dayStart('2024-02-29'));
    expect(dayEnd('2023-12-31')).toBe(dayStart('2024-01-01'));
    expect(dayStart('2024-02-28') < dayEnd('2024-02-28')).toBe(true);
  });
});
