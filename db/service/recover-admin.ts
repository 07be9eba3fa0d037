/**
 * The way back in when no administrator remembers their password. Not a method of the contract: no window can ask for
 * it, only somebody who runs the command line on the file (ADR 0010). It opens no other door: the person must be an
 * administrator already, and the log tells of it under the name of the account on this computer.
 */
import { appError, type AppError } from '#shared/contract/errors.ts';
import type { Committed } from '#shared/contract/outputs.ts';
import { singleSeat } from '#shared/domain/caller.ts';
import type { OpId } from '#shared/domain/ids.ts';
import { refusePassword } from '#shared/domain/password-rule.ts';
import { normaliseLogin } from '#shared/domain/user.ts';
import { nfc } from '#shared/util/vietnamese-text.ts';
import { err, type Result } from '#shared/util/result.ts';
import { patchUserChanges, withCredential } from './change-user.ts';
import { makeCredential } from './credential.ts';
import type { ServiceState } from './service-context.ts';

/** New password for an administrator of the open file, who may sign in again. Errors: NOT_FOUND, VALIDATION. */
export async function recoverAdmin(
  state: ServiceState,
  typedLogin: string,
  typedPassword: string,
): Promise<Result<Committed, AppError>> {
  if (!state.session) return err(appError('NOT_FOUND', 'noOfficeOpen'));
  const session = state.session.seatedFor(singleSeat(state.host.actorName));
  const password = nfc(typedPassword);
  const user = session.people.users.find(({ login }) => login === normaliseLogin(typedLogin));
  if (!user?.roles.includes('admin')) return err(appError('NOT_FOUND', 'record', { what: 'user' }));
  const weak = refusePassword(password, user.login, null);
  if (weak) return err(appError('VALIDATION', weak));
  const credential = await makeCredential(user.id, password, state.host.passwordCost);
  const changed = { credential, at: state.now(), byOther: true };
  const written = await session.commit({
    opId: session.newId() as OpId,
    cycleId: null,
    label: { key: 'user.recovery', params: { name: user.name } },
    searchWords: [user.login],
    undoable: false,
    changes: await patchUserChanges(session.file.sql, user.id, { active: true, password: changed }),
    ...withCredential(credential),
  });
  if (written.ok) session.people.forgetFailures(user.login);
  return written;
}
