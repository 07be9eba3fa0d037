/**
 * Words what happened, in the reader's language, for the window and the command line. Pure text: it must not decide
 * what to do about an error.
 */
import type { AppError } from '../contract/errors.ts';
import type { ErrorKey, ErrorSentence } from './error-sentences.ts';
import { ERRORS_EN } from './errors.en.ts';
import { ERRORS_VI } from './errors.vi.ts';
import { fill } from './fill.ts';
import type { Language } from './language.ts';
import { readableParams } from './readable-params.ts';

/** What happened, what is safe and what to do, e.g. `wordError(appError('DISK_FULL', 'full'), 'vi').title`. */
export function wordError(error: AppError, language: Language): ErrorSentence {
  const sentences = language === 'vi' ? ERRORS_VI : ERRORS_EN;
  const sentence = sentences[`${error.code}.${error.reason}` as ErrorKey];
  const params = readableParams(error.params, language);
  return {
    title: fill(sentence.title, params),
    detail: fill(sentence.detail, params),
    advice: fill(sentence.advice, params),
  };
}
