/** Walks the table of permissions: every method × every role × nobody, through the service as a window would. */
import { expect, test } from 'vitest';
import { contract, type MethodName } from '#shared/contract/contract.ts';
import type { Standing } from '#shared/contract/method.ts';
import { ROLES } from '#shared/domain/entities.ts';
import { methodsOpenTo, refuseRole } from './permissions.ts';
import { serviceOn, type TestSeat } from './testing/test-office.ts';
import { openPeopledOffice } from './testing/with-people.ts';

const METHODS = Object.keys(contract) as MethodName[];
const STANDINGS: readonly Standing[] = [...ROLES, 'signedOut'];

/** Roles that may call it, as the contract says. */
const allowedFor = (method: MethodName): readonly Standing[] => contract[method].roles;

test('the printed table is the one in force; renew docs/permissions.md with `vitest run permissions -u`', async () => {
  await expect(printTable()).toMatchFileSnapshot('../../docs/permissions.md');
});

test('every method, asked by every role and by nobody, answers as the table says', async () => {
  const office = await openPeopledOffice();
  const seats = new Map<Standing, TestSeat>([['signedOut', office.seat()]]);
  for (const role of ROLES) seats.set(role, await office.as(role));
  let asked = 0;
  for (const method of METHODS) {
    for (const [standing, seat] of seats) {
      // Refused for the role or, when the role may, for the rubbish: no call of this walk can do anything.
      const error = await seat.fail(method, { rubbish: true } as never);
      const reason = standing === 'signedOut' ? 'signedOut' : 'role';
      const expected = allowedFor(method).includes(standing)
        ? { code: 'VALIDATION', reason: 'input' }
        : { code: 'FORBIDDEN', reason };
      expect(error, `${standing} ${method}`).toMatchObject(expected);
      asked++;
    }
  }
  expect(asked).toBe(METHODS.length * STANDINGS.length);
});

test('before signing in nothing can be called but what opens files and doors', () => {
  const open = METHODS.filter((method) => allowedFor(method).includes('signedOut'));
  expect(open.length).toBeGreaterThan(5);
  for (const method of open) expect(method).toMatch(/^(office|session)\./);
});

test('a viewer changes nothing but their own password', () => {
  const commands = methodsOpenTo(['viewer']).filter((method) => contract[method].kind === 'command');
  expect(commands).toEqual(['session.changePassword']);
});

test('an administrator writes no score, and only an administrator touches users', () => {
  const commands = methodsOpenTo(['admin']).filter((method) => contract[method].kind === 'command');
  expect(commands.filter((method) => !method.startsWith('users.'))).toEqual(['session.changePassword']);
  for (const method of METHODS.filter((name) => name.startsWith('users.'))) {
    expect(allowedFor(method), method).toEqual(['admin']);
  }
});

test('several roles add up', () => {
  const all = new Set([...methodsOpenTo(['secretary']), ...methodsOpenTo(['approver'])]);
  expect([...methodsOpenTo(['secretary', 'approver'])].sort()).toEqual([...all].sort());
});

test('a single-seat file closes no method to whoever sits there', async () => {
  const service = serviceOn();
  for (const method of METHODS) {
    expect(await service.call(method, { rubbish: true } as never)).toMatchObject({ error: { reason: 'input' } });
  }
});

test('no role at all may only do what anybody may', () => {
  for (const method of METHODS) {
    expect(refuseRole(method, []) === null, method).toBe(allowedFor(method).includes('signedOut'));
  }
});

const HEADS: { readonly [S in Standing]: string } = {
  secretary: 'thư ký',
  reviewer: 'thẩm định viên',
  approver: 'lãnh đạo duyệt',
  admin: 'quản trị',
  viewer: 'chỉ xem',
  signedOut: 'chưa đăng nhập',
};

/** One line a method, unpadded, so that two people who add methods seldom meet on one line. */
function printTable(): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const lines = METHODS.toSorted().map((method) => {
    const marks = STANDINGS.map((standing) => (allowedFor(method).includes(standing) ? '✓' : '·'));
    return row([`\`${method}\``, contract[method].kind, ...marks]);
  });
  return [
    '# Who may call what',
    '',
    'Printed from the `roles` of `shared/contract` by `db/service/permissions.test.ts`, which also walks every line of it',
    'through the service. A file without users is a single-seat file: whoever sits at the machine has every role. A person',
    'may have several roles; they add up. Finer than a method are two rules of their own: which of the three points a role',
    'writes (`shared/domain/stage-rights.ts`) and whose steps undo takes back (`db/service/undo-rights.ts`).',
    '',
    row(['method', 'kind', ...STANDINGS.map((standing) => HEADS[standing])]),
    row(Array.from({ length: STANDINGS.length + 2 }, () => '---')),
    ...lines,
    '',
  ].join('\n');
}
