/**
 * The one place a typed password is compared: counts failures, makes whoever guesses wait, and refuses a credential
 * the log does not know. Called when signing in and when changing one's own password. Takes its turn in the queue like
 * every call, so that guesses sent all at once are counted one by one.
 */
import { appError, type AppError } from '#shared/contract/errors.ts';
import { countFailure, delayAfterMs, NO_FAILURES, remainingDelayMs } from '#shared/domain/sign-in-delay.ts';
import type { SignInFailures } from '#shared/domain/sign-in-delay.ts';
import type { User } from '#shared/domain/user.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import type { CredentialTable } from '#db/engine/schema.ts';
import { findCredential, findUserRow, keepFailures } from '#db/repos/user-repo.ts';
import { checkNobody, fingerprintOf, isPasswordOf } from './credential.ts';
import type { OfficeSession } from './office-session.ts';
import type { ServiceState } from './service-context.ts';

/**
 * The user whose name and password these are. Errors: FORBIDDEN wrongPassword (a name nobody has included), wait,
 * inactive; DB_CORRUPT credential.
 */
export async function checkPassword(
  session: Pick<OfficeSession, 'people' | 'file'>,
  state: Pick<ServiceState, 'now'> & { readonly host: Pick<ServiceState['host'], 'passwordCost'> },
  login: string,
  password: string,
): Promise<Result<User, AppError>> {
  const { people, file } = session;
  const user = people.users.find((candidate) => candidate.login === login);
  const credential = user && (await findCredential(file.sql, user.id));
  const failures = people.failuresOf(login) ?? keptFailures(credential);
  const now = state.now();
  const waitMs = remainingDelayMs(failures, now);
  if (waitMs > 0) return err(appError('FORBIDDEN', 'wait', { seconds: toSeconds(waitMs) }));

  async function keep(next: SignInFailures): Promise<void> {
    people.setFailures(login, next);
    // A file opened read-only counts as long as it is open.
    if (user && !file.readOnly) await keepFailures(file.sql, user.id, next);
  }

  if (!credential) await checkNobody(password, state.host.passwordCost);
  if (!user || !credential || !(await isPasswordOf(password, credential))) {
    const next = countFailure(failures, now);
    await keep(next);
    const seconds = toSeconds(delayAfterMs(next.count));
    return err(appError('FORBIDDEN', 'wrongPassword', seconds > 0 ? { seconds } : {}));
  }
  const row = await findUserRow(file.sql, user.id);
  if (row?.credential_sha256 !== fingerprintOf(credential)) return err(appError('DB_CORRUPT', 'credential', { login }));
  if (failures.count > 0) await keep(NO_FAILURES);
  // Only told to whoever knows the password.
  return user.active ? ok(user) : err(appError('FORBIDDEN', 'inactive'));
}

function keptFailures(credential: CredentialTable | undefined): SignInFailures {
  return credential ? { count: credential.failures, lastAt: credential.failed_at } : NO_FAILURES;
}

function toSeconds(ms: number): number {
  return Math.ceil(ms / 1000);
}
