/**
 * The parts of a batch about a user: changed columns, and a new credential beside them. Used by the handlers of
 * `users.*` and `session.*` and by the recovery.
 */
import type { Change, Row } from '#shared/changes/change.ts';
import { appError, type AppError } from '#shared/contract/errors.ts';
import type { Role } from '#shared/domain/entities.ts';
import type { UserId } from '#shared/domain/ids.ts';
import { refuseUsers, type User } from '#shared/domain/user.ts';
import type { CredentialTable } from '#db/engine/schema.ts';
import type { Db } from '#db/repos/log-repo.ts';
import { findUserRow, keepCredential } from '#db/repos/user-repo.ts';
import { loggedPart } from '#db/repos/record-repo.ts';
import { fingerprintOf } from './credential.ts';

/** A new user as logged. */
export function addUserChange(user: Omit<User, 'version'>, credential: CredentialTable): Change {
  const row: Row = {
    id: user.id,
    login: user.login,
    name: user.name,
    roles: JSON.stringify(user.roles),
    active: user.active ? 1 : 0,
    password_changed_at: user.passwordChangedAt,
    password_by_other: user.passwordByOther ? 1 : 0,
    credential_sha256: fingerprintOf(credential),
  };
  return { kind: 'insert', table: 'user', id: user.id, row };
}

export interface UserPatch {
  readonly name?: string;
  readonly roles?: readonly Role[];
  readonly active?: boolean;
  readonly password?: { readonly credential: CredentialTable; readonly at: string; readonly byOther: boolean };
}

/** The columns of a user that the patch really changes. */
export async function patchUserChanges(db: Db, id: UserId, patch: UserPatch): Promise<readonly Change[]> {
  const row = await findUserRow(db, id);
  if (!row) throw new Error(`No user ${id}`);
  const before = loggedPart({ ...row });
  const after: Row = {
    ...(patch.name !== undefined && { name: patch.name }),
    ...(patch.roles && { roles: JSON.stringify(patch.roles) }),
    ...(patch.active !== undefined && { active: patch.active ? 1 : 0 }),
    ...(patch.password && {
      password_changed_at: patch.password.at,
      password_by_other: patch.password.byOther ? 1 : 0,
      credential_sha256: fingerprintOf(patch.password.credential),
    }),
  };
  return Object.entries(after).flatMap(([column, value]): readonly Change[] => {
    const old = before[column] ?? null;
    return value === old ? [] : [{ kind: 'update', table: 'user', id, column, old, new: value }];
  });
}

/** Writes the credential with the batch that tells of it. */
export function withCredential(credential: CredentialTable): { readonly alongside: (db: Db) => Promise<void> } {
  return { alongside: (db) => keepCredential(db, credential) };
}

/** Why the users would not do after this one is as given; null when they would. */
export function refuseUser(users: readonly User[], changed: Pick<User, 'id' | 'roles' | 'active'>): AppError | null {
  const others = users.filter(({ id }) => id !== changed.id);
  const refusal = refuseUsers([...others, changed]);
  return refusal && appError('VALIDATION', refusal);
}
