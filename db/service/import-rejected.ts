import { appError, type AppError, type Problem } from '#shared/contract/errors.ts';
import type { ImportProblem } from '#shared/contract/outputs.ts';

const LISTED = 200;

/** The refusal of an import, with its errors (the first two hundred) by address. */
export function importRejected(problems: readonly ImportProblem[]): AppError {
  const errors = problems.filter((problem) => problem.severity === 'error');
  const listed = errors.slice(0, LISTED).map(({ at, reason, params }): Problem => ({ at, reason, params }));
  return appError('VALIDATION', 'importRejected', { count: errors.length }, listed);
}
