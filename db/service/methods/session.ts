/** Handlers of `session.*`: who sits at this window. Signing in writes nothing but the count of failures. */
import { appError } from '#shared/contract/errors.ts';
import { refusePassword } from '#shared/domain/password-rule.ts';
import { err, ok } from '#shared/util/result.ts';
import { patchUserChanges, withCredential } from '../change-user.ts';
import { checkPassword } from '../check-password.ts';
import { makeCredential } from '../credential.ts';
import { callerOf, openSession, type Handlers } from '../service-context.ts';

export const sessionHandlers: Handlers<'session.signIn' | 'session.signOut' | 'session.changePassword'> = {
  async 'session.signIn'({ login, password }, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const { people } = session.value;
    if (people.users.length === 0) return err(appError('VALIDATION', 'noUsers'));
    const user = await checkPassword(session.value, context.state, login, password);
    if (!user.ok) return user;
    people.sit(context.seat, user.value.id);
    return ok(await session.value.seatedFor(callerOf(context.state, context.seat)).status());
  },

  async 'session.signOut'(_input, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    session.value.people.leave(context.seat);
    return ok(await session.value.seatedFor(callerOf(context.state, context.seat)).status());
  },

  async 'session.changePassword'({ opId, current, next }, context) {
    const session = openSession(context);
    if (!session.ok) return session;
    const { people, file, userId } = session.value;
    const user = people.find(userId);
    if (!user) return err(appError('VALIDATION', 'noUsers'));
    const refusal = refusePassword(next, user.login, current);
    if (refusal) return err(appError('VALIDATION', refusal));
    if (file.readOnly) return err(appError('DB_READONLY', 'readOnlyFile', { name: file.name }));
    const checked = await checkPassword(session.value, context.state, user.login, current);
    if (!checked.ok) return checked;
    const credential = await makeCredential(user.id, next, context.state.host.passwordCost);
    const password = { credential, at: context.state.now(), byOther: false };
    return session.value.commit({
      opId,
      cycleId: null,
      label: { key: 'user.password', params: { name: user.name } },
      searchWords: [user.login],
      undoable: false,
      changes: await patchUserChanges(file.sql, user.id, { password }),
      ...withCredential(credential),
    });
  },
};
