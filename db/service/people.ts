/**
 * The people of the open file as the service needs them at every call: who they are, who sits where, who typed wrong
 * passwords. One per open file; read again after every batch about users.
 */
import { SIGNED_OUT, type Caller } from '#shared/domain/caller.ts';
import type { UserId } from '#shared/domain/ids.ts';
import type { OfficeSettings } from '#shared/domain/office-settings.ts';
import type { SignInFailures } from '#shared/domain/sign-in-delay.ts';
import type { User } from '#shared/domain/user.ts';
import type { Db } from '#db/repos/log-repo.ts';
import { getOfficeSettings, listUsers } from '#db/repos/user-repo.ts';

/** One place calls come from: a window's port, the command line. Only its identity counts. */
export type Seat = object;

/** Names that only somebody who guesses types; the oldest are forgotten. */
const MAX_NAMES = 1_000;

export class People {
  #users: readonly User[] = [];
  #settings!: OfficeSettings;
  readonly #seats = new WeakMap<Seat, UserId>();
  readonly #failures = new Map<string, SignInFailures>();

  static async read(db: Db): Promise<People> {
    const people = new People();
    await people.readAgain(db);
    return people;
  }

  async readAgain(db: Db): Promise<void> {
    this.#users = await listUsers(db);
    this.#settings = await getOfficeSettings(db);
  }

  get users(): readonly User[] {
    return this.#users;
  }

  get settings(): OfficeSettings {
    return this.#settings;
  }

  find(id: UserId | null): User | undefined {
    return this.#users.find((user) => user.id === id);
  }

  /** Who sits there now, with the roles of this moment; null in a single-seat file. */
  callerAt(seat: Seat): Caller | null {
    if (this.#users.length === 0) return null;
    const user = this.find(this.#seats.get(seat) ?? null);
    return user?.active ? { userId: user.id, name: user.name, roles: user.roles } : SIGNED_OUT;
  }

  sit(seat: Seat, id: UserId): void {
    this.#seats.set(seat, id);
  }

  leave(seat: Seat): void {
    this.#seats.delete(seat);
  }

  /** Failures of this login name since the file was opened; undefined when nobody tried. */
  failuresOf(login: string): SignInFailures | undefined {
    return this.#failures.get(login);
  }

  /** A new password starts with a clean slate. */
  forgetFailures(login: string): void {
    this.#failures.delete(login);
  }

  setFailures(login: string, failures: SignInFailures): void {
    this.#failures.delete(login);
    this.#failures.set(login, failures);
    const [oldest] = this.#failures.keys();
    if (this.#failures.size > MAX_NAMES && oldest !== undefined) this.#failures.delete(oldest);
  }
}
