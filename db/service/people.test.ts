import Database from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import type { FileToken } from '#shared/domain/ids.ts';
import { checkPassword } from './check-password.ts';
import { makeCredential } from './credential.ts';
import { People } from './people.ts';
import { newOpId, openTestOffice, reopen, type TestSeat } from './testing/test-office.ts';
import { openPeopledOffice, passwordOf } from './testing/with-people.ts';

async function findUser(seat: Pick<TestSeat, 'get'>, login: string) {
  const user = (await seat.get('users.list', {})).find((each) => each.login === login);
  if (!user) throw new Error(`no ${login}`);
  return { userId: user.id, expectedVersion: user.version };
}

async function firstCell(seat: Pick<TestSeat, 'get'>) {
  const [cycle] = await seat.get('cycles.list', {});
  const structure = await seat.get('cycles.get', { cycleId: cycle!.id });
  const leafId = structure.criteriaSets[0]!.nodes.find((node) => node.code === '1.1')!.id;
  const place = { cycleUnitId: structure.cycleUnits[0]!.id, leafId };
  return {
    place,
    score: (stage: 'self' | 'appraised' | 'final', pointsMicro: number, expectedVersion: number) => ({
      opId: newOpId(),
      cycleId: cycle!.id,
      cells: [{ ...place, expectedVersion, set: { kind: 'points', stage, pointsMicro, reason: 'vì' } as const }],
    }),
  };
}

const DAY_1 = new Date('2024-05-01T08:00:00.000Z');

test('the first user is an administrator and closes the file to whoever has not signed in', async () => {
  const office = await openTestOffice();
  const other = office.seat();
  const user = { login: 'Nguyễn.An', name: 'Nguyễn An', password: 'mật khẩu dài' };
  expect(await office.fail('users.add', { opId: newOpId(), ...user, roles: ['secretary'] })).toMatchObject({
    reason: 'firstUserAdmin',
  });
  expect(await office.get('office.status', {})).toMatchObject({ user: { id: null, name: 'thử' } });
  expect(await office.fail('session.signIn', { login: 'x', password: 'y' })).toMatchObject({ reason: 'noUsers' });
  await office.get('users.add', { opId: newOpId(), ...user, roles: ['admin'] });
  for (const seat of [office, other]) {
    expect(await seat.get('office.status', {})).toMatchObject({ open: true, user: null });
    expect(await seat.fail('cycles.list', {})).toMatchObject({ code: 'FORBIDDEN', reason: 'signedOut' });
  }
  // Whoever was looking on is told that the door is shut, and nothing of what went on behind it.
  expect(other.heard.filter(({ type }) => type === 'event')).toMatchObject([
    { name: 'office.changed', payload: { user: null } },
  ]);
  const status = await other.get('session.signIn', { login: 'NGUYỄN.AN ', password: 'mật khẩu dài' });
  expect(status).toMatchObject({ user: { login: 'nguyễn.an', name: 'Nguyễn An', roles: ['admin'] } });
  expect(await office.fail('cycles.list', {})).toMatchObject({ reason: 'signedOut' });
});

test('two windows are two people: steps, undo and news are each one’s own', async () => {
  const office = await openPeopledOffice();
  const [secretary, reviewer, outside] = [await office.as('secretary'), await office.as('reviewer'), office.seat()];
  const { score } = await firstCell(secretary);
  await secretary.get('scores.setCells', score('self', 4_000_000, 1));
  await reviewer.get('scores.setCells', score('appraised', 3_000_000, 2));
  expect(await secretary.get('changes.undoState', {})).toMatchObject({ undo: { key: 'scores.set' }, redo: null });
  const news = reviewer.heard.flatMap((message) =>
    message.type === 'event' && message.name === 'changes.committed' ? [message.payload] : [],
  );
  expect(news.map(({ actor, undo }) => [actor, undo?.undo?.key ?? null])).toEqual([
    ['Đ/c secretary', null],
    ['Đ/c reviewer', 'scores.set'],
  ]);
  expect(outside.heard.map((message) => message.type)).toEqual([]);
  await reviewer.get('changes.undo', { opId: newOpId() });
  expect(await reviewer.fail('changes.undo', { opId: newOpId() })).toMatchObject({ reason: 'nothingToUndo' });
  expect((await secretary.get('changes.steps', { limit: 5 })).undo).toHaveLength(1);
  expect(await secretary.get('changes.verify', {})).toMatchObject({ ok: true });
});

test('the secretary enters what the unit gave itself, the reviewer what it is worth', async () => {
  const office = await openPeopledOffice();
  const [secretary, reviewer] = [await office.as('secretary'), await office.as('reviewer')];
  const { score } = await firstCell(secretary);
  const refused = { code: 'FORBIDDEN', reason: 'stage' };
  for (const stage of ['appraised', 'final'] as const) {
    expect(await secretary.fail('scores.setCells', score(stage, 1_000_000, 1))).toMatchObject(refused);
  }
  expect(await reviewer.fail('scores.setCells', score('self', 1_000_000, 1))).toMatchObject(refused);
  await secretary.get('scores.setCells', score('self', 1_000_000, 1));
  await reviewer.get('scores.setCells', score('final', 1_000_000, 2));
});

test('a right taken away is gone at once, undo of what it had done included', async () => {
  const office = await openPeopledOffice();
  const [admin, secretary] = [await office.as('admin'), await office.as('secretary')];
  const { score, place } = await firstCell(secretary);
  await secretary.get('scores.setCells', score('self', 1_000_000, 1));
  const as = { opId: newOpId(), name: 'Đ/c secretary' };
  await admin.get('users.change', { ...as, ...(await findUser(admin, 'secretary')), roles: ['approver'] });
  expect(secretary.heard.at(-1)).toMatchObject({ name: 'office.changed', payload: { user: { roles: ['approver'] } } });
  expect(await secretary.fail('scores.setCells', score('self', 2_000_000, 2))).toMatchObject({ reason: 'role' });
  expect(await secretary.fail('changes.undo', { opId: newOpId() })).toMatchObject({ reason: 'role' });
  // What the new role may do can be done and taken back.
  await secretary.get('comments.add', { opId: newOpId(), ...place, parentId: null, text: 'Đã xem.' });
  await secretary.get('changes.undo', { opId: newOpId() });
});

test('whoever is deactivated is out, in the middle of work too, and may come back', async () => {
  const office = await openPeopledOffice();
  const [admin, secretary] = [await office.as('admin'), await office.as('secretary')];
  const of = { opId: newOpId(), ...(await findUser(admin, 'secretary')) };
  await admin.get('users.setActive', { ...of, active: false });
  expect(secretary.heard.at(-1)).toMatchObject({ name: 'office.changed', payload: { user: null } });
  expect(await secretary.fail('cycles.list', {})).toMatchObject({ reason: 'signedOut' });
  const right = { login: 'secretary', password: passwordOf('secretary') };
  expect(await secretary.fail('session.signIn', right)).toMatchObject({ reason: 'inactive' });
  // Without the password one does not even learn that.
  expect(await secretary.fail('session.signIn', { ...right, password: 'khác' })).toMatchObject({
    reason: 'wrongPassword',
  });
  await admin.get('users.setActive', { opId: newOpId(), ...(await findUser(admin, 'secretary')), active: true });
  await secretary.get('session.signIn', right);
});

test('one active administrator always remains', async () => {
  const office = await openPeopledOffice([
    { login: 'một', roles: ['admin'] },
    { login: 'hai', roles: ['viewer'] },
  ]);
  const admin = await office.as('một');
  const self = { opId: newOpId(), ...(await findUser(admin, 'một')) };
  const last = { code: 'VALIDATION', reason: 'lastAdmin' };
  expect(await admin.fail('users.setActive', { ...self, active: false })).toMatchObject(last);
  expect(await admin.fail('users.change', { ...self, name: 'x', roles: ['secretary'] })).toMatchObject(last);
  const second = { opId: newOpId(), name: 'Hai', roles: ['viewer', 'admin'] as const };
  await admin.get('users.change', { ...second, roles: [...second.roles], ...(await findUser(admin, 'hai')) });
  await admin.get('users.setActive', { ...self, opId: newOpId(), active: false });
  expect(await admin.fail('users.list', {})).toMatchObject({ reason: 'signedOut' });
});

test('wrong passwords make whoever guesses wait, whatever window, and across a restart', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: DAY_1 });
  try {
    const office = await openPeopledOffice();
    const wrong = { login: 'viewer', password: 'sai rồi' };
    expect(await office.seat().fail('session.signIn', wrong)).toEqual({
      code: 'FORBIDDEN',
      reason: 'wrongPassword',
      params: {},
    });
    await office.seat().fail('session.signIn', wrong);
    expect(await office.seat().fail('session.signIn', wrong)).toMatchObject({ params: { seconds: 2 } });
    const right = { login: 'viewer', password: passwordOf('viewer') };
    expect(await office.seat().fail('session.signIn', right)).toMatchObject({ reason: 'wait', params: { seconds: 2 } });
    vi.setSystemTime(DAY_1.getTime() + 2_000);
    expect(await office.seat().fail('session.signIn', wrong)).toMatchObject({ params: { seconds: 4 } });
    await office.get('office.close', {});
    await office.get('office.open', { fileToken: office.path as FileToken });
    expect(await office.fail('session.signIn', right)).toMatchObject({ reason: 'wait' });
    vi.setSystemTime(DAY_1.getTime() + 6_000);
    await office.get('session.signIn', right);
    await office.get('session.signOut', {});
    // A right password forgets the slips.
    expect(await office.fail('session.signIn', wrong)).toMatchObject({ reason: 'wrongPassword', params: {} });
  } finally {
    vi.useRealTimers();
  }
});

test('guesses sent all at once are counted one by one', async () => {
  const office = await openPeopledOffice();
  const seat = office.seat();
  const guesses = Array.from({ length: 20 }, (_, i) =>
    seat.fail('session.signIn', { login: 'viewer', password: `${i}` }),
  );
  const reasons = (await Promise.all(guesses)).map(({ reason }) => reason);
  expect(reasons.filter((reason) => reason === 'wrongPassword')).toHaveLength(3);
  expect(reasons.filter((reason) => reason === 'wait')).toHaveLength(17);
});

test('a name nobody has is treated like a wrong password, its wait included', async () => {
  const office = await openPeopledOffice();
  const answers = async (login: string) => {
    const seat = office.seat();
    const said = [];
    for (let i = 0; i < 4; i++) said.push(await seat.fail('session.signIn', { login, password: 'sai rồi' }));
    return said.map(({ reason }) => reason);
  };
  expect(await answers('không có ai')).toEqual(await answers('viewer'));
});

test('one changes one’s own password with the old one; it is never written anywhere', async () => {
  const office = await openPeopledOffice();
  const seat = await office.as('viewer');
  const next = 'một câu dài dễ nhớ';
  const change = (current: string, to: string) =>
    seat.call('session.changePassword', { opId: newOpId(), current, next: to });
  const old = passwordOf('viewer');
  expect(await change('sai', next)).toMatchObject({ error: { reason: 'wrongPassword' } });
  expect(await change(old, old)).toMatchObject({ error: { reason: 'passwordSame' } });
  expect(await change(old, 'ngắn')).toMatchObject({ error: { reason: 'passwordTooShort' } });
  expect(await change(old, next)).toMatchObject({ ok: true, value: { label: { key: 'user.password' } } });
  const again = office.seat();
  expect(await again.fail('session.signIn', { login: 'viewer', password: old })).toMatchObject({
    reason: 'wrongPassword',
  });
  // Typed on a keyboard that composes its letters differently.
  await again.get('session.signIn', { login: 'viewer', password: next.normalize('NFD') });
  expect(await again.get('changes.verify', {})).toMatchObject({ ok: true });
  await office.get('office.close', {});
  const bytes = await import('node:fs').then(({ readFileSync }) => readFileSync(office.path));
  for (const secret of [old, next, next.normalize('NFD')]) expect(bytes.includes(Buffer.from(secret))).toBe(false);
});

test('a password somebody else chose is known as such until its owner changes it', async () => {
  const office = await openPeopledOffice();
  const admin = await office.as('admin');
  const password = 'do quản trị đặt';
  await admin.get('users.setPassword', { opId: newOpId(), ...(await findUser(admin, 'viewer')), password });
  const viewer = office.seat();
  const status = await viewer.get('session.signIn', { login: 'viewer', password });
  expect(status).toMatchObject({ user: { passwordByOther: true } });
  await viewer.get('session.changePassword', { opId: newOpId(), current: password, next: 'do mình tự đặt' });
  expect(await viewer.get('office.status', {})).toMatchObject({ user: { passwordByOther: false } });
});

test('users are changed by new steps, never by undo', async () => {
  const office = await openPeopledOffice();
  const admin = await office.as('admin');
  await admin.get('users.setIdleLock', { opId: newOpId(), minutes: 5 });
  await admin.get('users.setIdleLock', { opId: newOpId(), minutes: 15 });
  expect(await admin.get('office.status', {})).toMatchObject({ settings: { idleLockMinutes: 15 } });
  expect(await admin.get('changes.undoState', {})).toEqual({ undo: null, redo: null });
  expect(await admin.get('changes.verify', {})).toMatchObject({ ok: true });
});

test('a login name is taken for ever, and the same command sent twice makes one user', async () => {
  const office = await openPeopledOffice();
  const admin = await office.as('admin');
  const user = { login: 'mới', name: 'Mới', roles: ['viewer' as const], password: 'mật khẩu mới' };
  const opId = newOpId();
  const first = await admin.get('users.add', { opId, ...user });
  expect(await admin.get('users.add', { opId, ...user })).toEqual(first);
  expect(await admin.fail('users.add', { opId: newOpId(), ...user, login: ' MỚI' })).toMatchObject({
    reason: 'loginTaken',
  });
});

test('another file knows nobody of this one', async () => {
  const office = await openPeopledOffice();
  const admin = await office.as('admin');
  const second = `${office.path}2`;
  const status = await admin.get('office.create', { fileToken: second as FileToken });
  expect(status).toMatchObject({ user: { id: null, name: 'thử' } });
  await admin.get('office.open', { fileToken: office.path as FileToken });
  expect(await admin.fail('cycles.list', {})).toMatchObject({ reason: 'signedOut' });
});

test('a password put in from outside opens nothing, and the check names whose it is', async () => {
  const office = await openPeopledOffice();
  const list = await (await office.as('admin')).get('users.list', {});
  const victim = list.find(({ login }) => login === 'approver')!;
  await office.get('office.close', {});
  const forged = await makeCredential(victim.id, 'mật khẩu kẻ gian', { cost: 2, blockSize: 1, parallelization: 1 });
  const database = new Database(office.path);
  database
    .prepare('UPDATE credential SET salt = ?, hash = ? WHERE user_id = ?')
    .run(forged.salt, forged.hash, victim.id);
  database.close();
  await office.get('office.open', { fileToken: office.path as FileToken });
  const forgedSignIn = { login: 'approver', password: 'mật khẩu kẻ gian' };
  expect(await office.fail('session.signIn', forgedSignIn)).toMatchObject({ code: 'DB_CORRUPT', reason: 'credential' });
  const admin = await office.as('admin');
  expect(await admin.get('changes.verify', {})).toMatchObject({
    ok: false,
    reason: 'recordAltered',
    record: { table: 'credential', subject: 'approver' },
  });
  // An administrator sets it anew, and all is well.
  const password = 'mật khẩu mới tinh';
  await admin.get('users.setPassword', { opId: newOpId(), ...(await findUser(admin, 'approver')), password });
  expect(await admin.get('changes.verify', {})).toMatchObject({ ok: true });
});

test('recovery opens the door to an administrator, and says so in the log', async () => {
  const office = await openPeopledOffice([
    { login: 'một', roles: ['admin'] },
    { login: 'hai', roles: ['viewer'] },
  ]);
  expect(await office.service.recover('hai', 'mật khẩu khôi phục')).toMatchObject({ error: { code: 'NOT_FOUND' } });
  expect(await office.service.recover('một', 'ngắn')).toMatchObject({ error: { reason: 'passwordTooShort' } });
  for (let i = 0; i < 5; i++) await office.fail('session.signIn', { login: 'một', password: 'quên mất' });
  expect(await office.service.recover(' MỘT ', 'mật khẩu khôi phục')).toMatchObject({ ok: true });
  const seat = office.seat();
  await seat.get('session.signIn', { login: 'một', password: 'mật khẩu khôi phục' });
  const { entries } = await seat.get('changes.list', { before: null, limit: 1, search: '' });
  expect(entries).toMatchObject([{ actor: 'thử', label: { key: 'user.recovery', params: { name: 'Đ/c một' } } }]);
  expect(await seat.get('changes.verify', {})).toMatchObject({ ok: true });
});

test('no window can ask for a recovery', async () => {
  const office = await openPeopledOffice();
  const seat = await office.as('admin');
  for (const name of ['recover', 'users.recover', 'session.recover']) {
    expect(await seat.fail(name as never, { login: 'admin', password: 'x' } as never)).toMatchObject({
      code: 'VALIDATION',
    });
  }
});

test('the batch keeps who it was, by id', async () => {
  const office = await openPeopledOffice();
  const secretary = await office.as('secretary');
  const { score } = await firstCell(secretary);
  await secretary.get('scores.setCells', score('self', 1_000_000, 1));
  const status = await secretary.get('office.status', {});
  await office.get('office.close', {});
  const file = reopen(office.path);
  const batches = await file.sql.selectFrom('batch').select(['actor', 'actor_id']).orderBy('seq').execute();
  await file.close();
  expect(batches[0]).toEqual({ actor: 'thử', actor_id: null });
  expect(batches.at(-1)).toEqual({ actor: 'Đ/c secretary', actor_id: status.open ? status.user?.id : '' });
});

test('a file opened read-only can be signed in to, and counts as long as it is open', async () => {
  const office = await openPeopledOffice();
  await office.get('office.close', {});
  const file = reopen(office.path);
  const session = { file: { ...file, readOnly: true }, people: await People.read(file.sql) };
  const state = { now: () => DAY_1.toISOString(), host: {} };
  const attempt = (password: string) => checkPassword(session, state, 'viewer', password);
  for (let i = 0; i < 3; i++) await attempt('sai');
  expect(await attempt(passwordOf('viewer'))).toMatchObject({ error: { reason: 'wait' } });
  expect(await file.sql.selectFrom('credential').select('failures').execute()).not.toContainEqual({ failures: 3 });
  session.people.forgetFailures('viewer');
  expect(await attempt(passwordOf('viewer'))).toMatchObject({ ok: true, value: { login: 'viewer' } });
  await file.close();
});
