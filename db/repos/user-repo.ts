/** Users, what their passwords are checked with, and the settings of the file. */
import type { Role } from '#shared/domain/entities.ts';
import type { UserId } from '#shared/domain/ids.ts';
import { DEFAULT_OFFICE_SETTINGS, type OfficeSettings } from '#shared/domain/office-settings.ts';
import type { SignInFailures } from '#shared/domain/sign-in-delay.ts';
import type { User } from '#shared/domain/user.ts';
import type { CredentialTable } from '#db/engine/schema.ts';
import type { Db } from './log-repo.ts';

/** Everybody, by login name. */
export async function listUsers(db: Db): Promise<readonly User[]> {
  const rows = await db.selectFrom('user').selectAll().orderBy('login').execute();
  return rows.map((row) => ({
    id: row.id as UserId,
    login: row.login,
    name: row.name,
    roles: JSON.parse(row.roles) as Role[],
    active: row.active === 1,
    passwordChangedAt: row.password_changed_at,
    passwordByOther: row.password_by_other === 1,
    version: row.version,
  }));
}

export async function findUserRow(db: Db, id: UserId) {
  return db.selectFrom('user').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function findCredential(db: Db, id: UserId): Promise<CredentialTable | undefined> {
  return db.selectFrom('credential').selectAll().where('user_id', '=', id).executeTakeFirst();
}

export async function listCredentials(db: Db): Promise<readonly CredentialTable[]> {
  return db.selectFrom('credential').selectAll().execute();
}

/** What the log knows of everybody's credential, by login name. */
export async function listFingerprints(db: Db) {
  return db.selectFrom('user').select(['id', 'login', 'credential_sha256 as fingerprint']).orderBy('login').execute();
}

/** Keeps a credential, in place of the one before; the count of failures starts anew. */
export async function keepCredential(db: Db, credential: CredentialTable): Promise<void> {
  await db
    .insertInto('credential')
    .values(credential)
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(credential))
    .execute();
}

export async function keepFailures(db: Db, id: UserId, { count, lastAt }: SignInFailures): Promise<void> {
  await db.updateTable('credential').set({ failures: count, failed_at: lastAt }).where('user_id', '=', id).execute();
}

/** Settings of the file; what was never set has its default. */
export async function getOfficeSettings(db: Db): Promise<OfficeSettings> {
  const rows = await db.selectFrom('office_setting').select(['id', 'value']).execute();
  const kept = Object.fromEntries(rows.map(({ id, value }) => [id, JSON.parse(value) as unknown]));
  return { ...DEFAULT_OFFICE_SETTINGS, ...(kept as Partial<OfficeSettings>) };
}
