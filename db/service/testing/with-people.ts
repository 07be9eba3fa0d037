import type { Role } from '#shared/domain/entities.ts';
import { newOpId, openTestOffice, type TestOffice, type TestSeat } from './test-office.ts';

export interface Person {
  readonly login: string;
  readonly roles: readonly Role[];
}

/** One person per role, the administrator first. */
const ONE_OF_EACH: readonly Person[] = (['admin', 'secretary', 'reviewer', 'approver', 'viewer'] as const).map(
  (role) => ({ login: role, roles: [role] }),
);

export const passwordOf = (login: string): string => `mật khẩu ${login}`;

/** An office with these people, the first of them an administrator; `as` gives each a window, signed in. */
export async function openPeopledOffice(
  people: readonly Person[] = ONE_OF_EACH,
): Promise<TestOffice & { readonly as: (login: string) => Promise<TestSeat> }> {
  const office = await openTestOffice();
  for (const [index, { login, roles }] of people.entries()) {
    const user = { login, name: `Đ/c ${login}`, roles: [...roles], password: passwordOf(login) };
    await office.get('users.add', { opId: newOpId(), ...user });
    if (index === 0) await office.get('session.signIn', { login, password: passwordOf(login) });
  }
  await office.get('session.signOut', {});
  const as = async (login: string): Promise<TestSeat> => {
    const seat = office.seat();
    await seat.get('session.signIn', { login, password: passwordOf(login) });
    return seat;
  };
  return { ...office, as };
}
