import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROLES } from './entities.ts';
import { LOGIN_PATTERN, normaliseLogin, refuseUsers } from './user.ts';

const users = fc.array(fc.record({ roles: fc.subarray([...ROLES], { minLength: 1 }), active: fc.boolean() }), {
  minLength: 1,
  maxLength: 6,
});

test('users are accepted exactly when one of them is an administrator who may sign in', () => {
  fc.assert(
    fc.property(users, (after) => {
      const hasAdmin = after.filter(({ active }) => active).some(({ roles }) => roles.includes('admin'));
      expect(refuseUsers(after) === null).toBe(hasAdmin);
    }),
  );
});

test('the reason tells a new file from one that would lose its last administrator', () => {
  const viewer = { roles: ['viewer'], active: true } as const;
  expect(refuseUsers([viewer])).toBe('firstUserAdmin');
  expect(refuseUsers([viewer, { roles: ['admin'], active: false }])).toBe('lastAdmin');
});

test('a login name has one spelling', () => {
  expect(normaliseLogin('  Nguyễn.An ')).toBe('nguyễn.an');
  expect(normaliseLogin('nguye\u0302\u0303n')).toBe('nguyễn');
  for (const good of ['an', 'nguyễn.an', 'a_b-2']) expect(LOGIN_PATTERN.test(good), good).toBe(true);
  for (const bad of ['a', 'An', 'a b', 'a@b', '']) expect(LOGIN_PATTERN.test(bad), bad).toBe(false);
});
