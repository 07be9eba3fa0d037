/** Handlers of `users.*`: the people of the file and when a window locks. None of these steps can be undone. */
import { appError, type AppError } from '#shared/contract/errors.ts';
import type { UserId } from '#shared/domain/ids.ts';
import { refusePassword } from '#shared/domain/password-rule.ts';
import type { User } from '#shared/domain/user.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import { findRecords } from '#db/repos/record-repo.ts';
import { addUserChange, patchUserChanges, refuseUser, withCredential } from '../change-user.ts';
import { makeCredential } from '../credential.ts';
import type { OfficeSession } from '../office-session.ts';
import { openSession, type CallContext, type Handlers } from '../service-context.ts';

type Names =
  'users.list' | 'users.add' | 'users.change' | 'users.setPassword' | 'users.setActive' | 'users.setIdleLock';

export const userHandlers: Handlers<Names> = {
  async 'users.list'(_input, context) {
    const session = openSession(context);
    return session.ok ? ok(session.value.people.users) : session;
  },

  async 'users.add'({ opId, login, name, roles, password }, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const { people } = session.value;
    if (people.users.some((user) => user.login === login)) return err(appError('VALIDATION', 'loginTaken', { login }));
    const weak = refusePassword(password, login, null);
    if (weak) return err(appError('VALIDATION', weak));
    const id = session.value.newId() as UserId;
    // Whoever makes the first user chooses their own password; after that it is always somebody else's.
    const byOther = people.users.length > 0;
    const user = { id, login, name, roles, active: true, passwordByOther: byOther };
    const refusal = refuseUser(people.users, user);
    if (refusal) return err(refusal);
    const credential = await makeCredential(id, password, context.state.host.passwordCost);
    return session.value.commit({
      ...step(opId, 'user.add', user),
      changes: [addUserChange({ ...user, passwordChangedAt: context.state.now() }, credential)],
      ...withCredential(credential),
    });
  },

  async 'users.change'({ opId, userId, expectedVersion, name, roles }, context) {
    const found = findUser(context, userId, expectedVersion);
    if (!found.ok) return found;
    const { session, user } = found.value;
    const refusal = refuseUser(session.people.users, { ...user, roles });
    if (refusal) return err(refusal);
    return session.commit({
      ...step(opId, 'user.change', { ...user, name }),
      changes: await patchUserChanges(session.file.sql, userId, { name, roles }),
    });
  },

  async 'users.setPassword'({ opId, userId, expectedVersion, password }, context) {
    const found = findUser(context, userId, expectedVersion);
    if (!found.ok) return found;
    const { session, user } = found.value;
    const weak = refusePassword(password, user.login, null);
    if (weak) return err(appError('VALIDATION', weak));
    const credential = await makeCredential(userId, password, context.state.host.passwordCost);
    const byOther = userId !== session.userId;
    const changed = { credential, at: context.state.now(), byOther };
    const written = await session.commit({
      ...step(opId, byOther ? 'user.setPassword' : 'user.password', user),
      changes: await patchUserChanges(session.file.sql, userId, { password: changed }),
      ...withCredential(credential),
    });
    // The old failures were about the old password.
    if (written.ok) session.people.forgetFailures(user.login);
    return written;
  },

  async 'users.setActive'({ opId, userId, expectedVersion, active }, context) {
    const found = findUser(context, userId, expectedVersion);
    if (!found.ok) return found;
    const { session, user } = found.value;
    const refusal = refuseUser(session.people.users, { ...user, active });
    if (refusal) return err(refusal);
    return session.commit({
      ...step(opId, active ? 'user.activate' : 'user.deactivate', user),
      changes: await patchUserChanges(session.file.sql, userId, { active }),
    });
  },

  async 'users.setIdleLock'({ opId, minutes }, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const id = 'idleLockMinutes';
    const kept = (await findRecords(session.value.file.sql, 'office_setting', [id])).get(id);
    const value = JSON.stringify(minutes);
    return session.value.commit({
      opId,
      cycleId: null,
      label: { key: 'settings.idleLock', params: { minutes } },
      searchWords: [],
      undoable: false,
      changes: kept
        ? [{ kind: 'update', table: 'office_setting', id, column: 'value', old: kept['value'] ?? null, new: value }]
        : [{ kind: 'insert', table: 'office_setting', id, row: { id, value } }],
    });
  },
};

function findUser(
  context: CallContext,
  id: UserId,
  expectedVersion: number,
): Result<{ readonly session: OfficeSession; readonly user: User }, AppError> {
  const session = openSession(context);
  if (!session.ok) return session;
  const user = session.value.people.find(id);
  if (!user) return err(appError('NOT_FOUND', 'record', { what: 'user' }));
  if (user.version !== expectedVersion) {
    return err(appError('VERSION_CONFLICT', 'changedMeanwhile', { table: 'user', record: id }));
  }
  return ok({ session: session.value, user });
}

/** What every step about a user has in common. */
function step<O>(opId: O, key: string, { name, login }: Pick<User, 'name' | 'login'>) {
  return { opId, cycleId: null, label: { key, params: { name } }, searchWords: [login], undoable: false };
}
