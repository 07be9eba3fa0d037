import { describe, expect, it } from 'vitest';
import { readAnnexes, readDate, readImportChoices } from './read-options.ts';

const GIVEN = { blanks: 'missing', ties: 'competition' };

describe('choices of an import', () => {
  it('are taken as given, the year being this one when not said', () => {
    expect(readImportChoices(GIVEN, 2026)).toEqual({
      ok: true,
      value: { year: 2026, blanks: 'missing', ambiguousDot: null, ties: 'competition' },
    });
    const all = { year: '2023', blanks: 'zero', dot: 'decimal', ties: 'dense' };
    expect(readImportChoices(all, 2026)).toEqual({
      ok: true,
      value: { year: 2023, blanks: 'zero', ambiguousDot: 'decimal', ties: 'dense' },
    });
  });

  it.each([
    ['year', '1900'],
    ['year', '20x4'],
    ['year', ''],
    ['blanks', 'empty'],
    ['dot', 'comma'],
    ['ties', 'shared'],
  ])('are refused by name: --%s %s', (option, value) => {
    const read = readImportChoices({ ...GIVEN, [option]: value }, 2026);
    expect(read).toEqual({ ok: false, error: expect.stringContaining(`--${option} `) });
  });
});

describe('choices of an export', () => {
  it('are annexes I to III and a day of the calendar', () => {
    expect(readAnnexes('I, III')).toEqual({ ok: true, value: ['I', 'III'] });
    expect(readAnnexes('IV')).toEqual({ ok: false, error: expect.stringContaining('--annexes') });
    expect(readAnnexes('')).toMatchObject({ ok: false });
    expect(readDate(undefined)).toEqual({ ok: true, value: null });
    expect(readDate('2024-02-29')).toEqual({ ok: true, value: '2024-02-29' });
    for (const bad of ['2023-02-29', '29/02/2024', '2024-13-01', 'soon']) {
      expect(readDate(bad)).toEqual({ ok: false, error: expect.stringContaining('--date') });
    }
  });
});
