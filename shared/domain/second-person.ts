import type { UserId } from './ids.ts';

/** Why somebody may not be the second person of an act (người duyệt ≠ người lập); reasons of FORBIDDEN. */
export type SecondPersonRefusal = 'singleSeat' | 'samePerson';

/**
 * Whether `second` may confirm what `first` did, null when yes. People are told apart by user id, so a file without
 * users can never show that there were two of them. A null among `first` is a step from before the file had users: it
 * was nobody who can be asked, and it stands in nobody's way.
 *
 * Source: domain.md §6, step 8: two different persons prepare and approve.
 */
export function refuseSecondPerson(
  second: UserId | null,
  first: readonly (UserId | null)[],
): SecondPersonRefusal | null {
  if (second === null) return 'singleSeat';
  return first.includes(second) ? 'samePerson' : null;
}
