import { complete, type Steps } from '../steps.ts';

/** The same work, run to its end at once. */
export function completing<A extends readonly unknown[], T>(work: (...args: A) => Steps<T>): (...args: A) => T {
  return (...args) => complete(work(...args));
}
