import { describe, expect, it } from 'vitest';
import { ERROR_REASONS, type AppError } from '../contract/errors.ts';
import { CYCLE_PROBLEM_REASONS } from '../domain/check-cycle.ts';
import { PRECONDITIONS } from '../domain/cycle-transitions.ts';
import { IMPORT_REASONS } from '../reports/import-problem.ts';
import { PREFLIGHT_KEYS } from '../reports/preflight-annexes.ts';
import { SET_PROBLEM_REASONS } from '../scoring/set-problem.ts';
import { UNIT_PROBLEM_REASONS } from '../units/unit-problem.ts';
import { fill } from './fill.ts';
import { LABEL_KINDS } from './label-kinds.ts';
import { LABELS_VI } from './labels.vi.ts';
import { wordError } from './word-error.ts';
import { wordLabel } from './word-label.ts';
import { wordProblem } from './word-problem.ts';

const everyError = Object.entries(ERROR_REASONS).flatMap(([code, reasons]) =>
  reasons.map((reason) => ({ code, reason }) as AppError),
);

describe('fill', () => {
  it('leaves out an optional part whose parameter is not known', () => {
    expect(fill('Tệp[ “{name}”] hỏng', {})).toBe('Tệp hỏng');
    expect(fill('Tệp[ “{name}”] hỏng', { name: 'a.cchc' })).toBe('Tệp “a.cchc” hỏng');
  });

  it('keeps zero, and marks a missing required parameter', () => {
    expect(fill('{count} ô', { count: 0 })).toBe('0 ô');
    expect(fill('{count} ô')).toBe('… ô');
  });
});

describe('wordError', () => {
  it.each(everyError)('says $code.$reason whole in both languages, without leftovers of a template', (error) => {
    for (const language of ['vi', 'en'] as const) {
      const { title, detail, advice } = wordError(error, language);
      for (const text of [title, advice]) expect(text.length).toBeGreaterThan(3);
      expect(`${title}${detail}${advice}`).not.toMatch(/[[\]{}…]/);
    }
  });

  it('prints figures of 10⁻⁶ in the decimal sign of the language', () => {
    const error: AppError = { code: 'VALIDATION', reason: 'overMax', params: { at: 'C01 · 1.1', maxMicro: 750_000 } };
    expect(wordError(error, 'vi').detail).toContain('0,75');
    expect(wordError(error, 'en').detail).toContain('0.75');
    expect(wordError(error, 'vi').detail).toContain('C01 · 1.1');
  });
});

describe('wordLabel', () => {
  it('names the step that was undone', () => {
    const label = { key: 'undo', params: { of: 'scores.set', count: 3, unit: 'C01' } };
    expect(wordLabel(label, 'vi')).toBe('Hoàn tác: Nhập điểm 3 ô · C01');
    expect(wordLabel(label, 'en')).toBe('Undo: Score 3 cells · C01');
  });

  it('is of a kind the log can be narrowed to (shared/wording/label-kinds.ts)', () => {
    const kinds = Object.keys(LABELS_VI).map((key) => (key === 'redo' ? 'undo' : (key.split('.')[0] ?? '')));
    expect(kinds.filter((kind) => !LABEL_KINDS[kind])).toEqual([]);
  });

  it('shows a key of a later version as it is', () => {
    expect(wordLabel({ key: 'cycle.split', params: {} }, 'vi')).toBe('cycle.split');
  });
});

describe('wordProblem', () => {
  it('keeps the English of the schema library to itself', () => {
    const problem = { at: 'year', reason: 'Too small: expected number to be >=1990' };
    expect(wordProblem(problem, 'vi')).toBe('Giá trị không hợp lệ ở year');
    expect(wordProblem(problem, 'en')).toBe('The value is not valid at year');
  });

  it.each([
    ...SET_PROBLEM_REASONS,
    ...IMPORT_REASONS,
    ...PREFLIGHT_KEYS,
    ...UNIT_PROBLEM_REASONS,
    ...CYCLE_PROBLEM_REASONS,
    ...PRECONDITIONS,
  ])('has words for %s', (reason) => {
    expect(wordProblem({ reason, params: {} }, 'vi')).not.toBe(reason);
    expect(wordProblem({ reason, params: {} }, 'en')).not.toBe(reason);
  });

  it('borrows the sentence of a validation error, and never hides an unknown reason', () => {
    expect(wordProblem({ reason: 'notANumber' }, 'vi')).toBe('Giá trị không phải là số');
    expect(wordProblem({ reason: 'toString' }, 'vi')).toBe('toString');
  });
});
