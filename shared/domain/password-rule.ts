/** Shortest password, in characters; longer beats stranger, so nothing else about its make-up is asked. */
const PASSWORD_MIN_LENGTH = 8;
export const PASSWORD_MAX_LENGTH = 200;

/** Why a password cannot be taken: reasons of VALIDATION. */
export type PasswordRefusal = 'passwordTooShort' | 'passwordIsLogin' | 'passwordSame';

/** Whether `next` may become the password of `login`; `current` is null where nobody knows the old one. */
export function refusePassword(next: string, login: string, current: string | null): PasswordRefusal | null {
  if (Array.from(next).length < PASSWORD_MIN_LENGTH) return 'passwordTooShort';
  if (next.toLowerCase() === login) return 'passwordIsLogin';
  return next === current ? 'passwordSame' : null;
}
