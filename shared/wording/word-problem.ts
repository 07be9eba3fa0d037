import { ERROR_REASONS } from '../contract/errors.ts';
import { ERRORS_EN } from './errors.en.ts';
import { ERRORS_VI } from './errors.vi.ts';
import { fill, type Params } from './fill.ts';
import type { Language } from './language.ts';
import { PROBLEMS_EN } from './problems.en.ts';
import { PROBLEMS_VI } from './problems.vi.ts';
import { readableParams } from './readable-params.ts';

type ValidationReason = (typeof ERROR_REASONS)['VALIDATION'][number];

function isValidation(reason: string): reason is ValidationReason {
  return (ERROR_REASONS.VALIDATION as readonly string[]).includes(reason);
}

/**
 * Words one problem of a larger input (import, criteria set, checks before export). A reason this version has no
 * sentence for is shown as it is, rather than hidden; the contract's own English about a malformed value is not.
 */
export function wordProblem(
  problem: { readonly at?: string; readonly reason: string; readonly params?: Params },
  language: Language,
): string {
  const sentences: Readonly<Record<string, string>> = language === 'vi' ? PROBLEMS_VI : PROBLEMS_EN;
  const own = Object.hasOwn(sentences, problem.reason) ? sentences[problem.reason] : undefined;
  const sentence = own ?? wordUnknown(problem.reason, language);
  const place = problem.at === undefined ? {} : { at: problem.at };
  return fill(sentence, readableParams({ ...place, ...problem.params }, language));
}

function wordUnknown(reason: string, language: Language): string {
  if (isValidation(reason)) return (language === 'vi' ? ERRORS_VI : ERRORS_EN)[`VALIDATION.${reason}`].title;
  // Reasons are single words; a sentence comes from the schema library.
  return /^\w+$/.test(reason) ? reason : (language === 'vi' ? PROBLEMS_VI : PROBLEMS_EN).invalidValue;
}
