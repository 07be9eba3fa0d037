/**
 * What a password is checked with: scrypt over a salt of its own, compared in constant time. The cost is kept beside
 * the hash, so that it can be raised later without locking anybody out. Called by the handlers of `session.*` and
 * `users.*` and by the recovery; must never log or return what was typed.
 */
import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { UserId } from '#shared/domain/ids.ts';
import type { CredentialTable } from '#db/engine/schema.ts';

/** scrypt's N, r and p. */
export interface PasswordCost {
  readonly cost: number;
  readonly blockSize: number;
  readonly parallelization: number;
}

/** 128 MB and some tenths of a second a guess; OWASP's first choice for scrypt (2023). */
const DEFAULT_COST: PasswordCost = { cost: 2 ** 17, blockSize: 8, parallelization: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** A new credential for this password; nothing is kept of the password itself. */
export async function makeCredential(
  userId: UserId,
  password: string,
  cost: PasswordCost = DEFAULT_COST,
): Promise<CredentialTable> {
  const salt = randomBytes(SALT_BYTES);
  return {
    user_id: userId,
    salt,
    hash: await derive(password, salt, cost),
    cost: cost.cost,
    block_size: cost.blockSize,
    parallelization: cost.parallelization,
    failures: 0,
    failed_at: null,
  };
}

/** Whether the password is the one the credential was made of. */
export async function isPasswordOf(password: string, credential: CredentialTable): Promise<boolean> {
  const { cost, block_size: blockSize, parallelization } = credential;
  const derived = await derive(password, credential.salt, { cost, blockSize, parallelization });
  return derived.length === credential.hash.length && timingSafeEqual(derived, credential.hash);
}

/** Takes as long as a real check, so that an unknown name cannot be told from a wrong password by a clock. */
export async function checkNobody(password: string, cost: PasswordCost = DEFAULT_COST): Promise<void> {
  await derive(password, randomBytes(SALT_BYTES), cost);
}

/** What the log remembers of a credential: enough to notice another one in its place, nothing to guess with. */
export function fingerprintOf(credential: CredentialTable): string {
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
  const { user_id: userId, salt, hash, cost, block_size: blockSize, parallelization } = credential;
  return createHash('sha256')
    .update(JSON.stringify([userId, hex(salt), hex(hash), cost, blockSize, parallelization]))
    .digest('hex');
}

function derive(password: string, salt: Uint8Array, { cost, blockSize, parallelization }: PasswordCost) {
  // scrypt needs 128·r·(N + p) bytes and a little more.
  const maxmem = 128 * blockSize * (cost + parallelization) + 2 ** 20;
  return new Promise<Buffer>((resolve, reject) => {
    scrypt(password, salt, HASH_BYTES, { cost, blockSize, parallelization, maxmem }, (error, hash) =>
      error ? reject(error) : resolve(hash),
    );
  });
}
