import type { ERROR_REASONS, ErrorCode } from '../contract/errors.ts';

/** Every failure a person can meet, as one key. */
export type ErrorKey = { [C in ErrorCode]: `${C}.${(typeof ERROR_REASONS)[C][number]}` }[ErrorCode];

/** What happened, what is safe, what to do. */
export interface ErrorSentence {
  readonly title: string;
  readonly detail: string;
  readonly advice: string;
}

/** One sentence per failure: a new reason in the contract does not compile until it is worded. */
export type ErrorSentences = { readonly [K in ErrorKey]: ErrorSentence };
