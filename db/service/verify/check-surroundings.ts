/** What stands around the log: the files behind evidence, the credentials behind users and the triggers that refuse changes. Used by verify-chain. */
import { createHash } from 'node:crypto';
import type { ChainFaultReason } from '#shared/contract/outputs-audit.ts';
import { guardsOf } from '#db/engine/guards.ts';
import { MIGRATIONS } from '#db/migrations/migrations.ts';
import { findAttachment, listAttachmentKeys, listAttachedEvidence } from '#db/repos/discussion-repo.ts';
import { listGuards } from '#db/repos/guard-repo.ts';
import type { Db } from '#db/repos/log-repo.ts';
import { listCredentials, listFingerprints } from '#db/repos/user-repo.ts';
import { fingerprintOf } from '../credential.ts';

export interface SurroundingFault {
  readonly reason: ChainFaultReason;
  readonly table: string;
  readonly id: string;
  readonly subject: string;
}

/** The first kept file whose bytes are not those of its hash, or that evidence names but the file lacks. */
export async function checkAttachments(db: Db): Promise<SurroundingFault | null> {
  const evidence = await listAttachedEvidence(db);
  const nameOf = (sha256: string) => evidence.find((row) => row.file_sha256 === sha256)?.file_name ?? sha256;
  const kept = await listAttachmentKeys(db);
  for (const { sha256, bytes } of kept) {
    const content = await findAttachment(db, sha256);
    const isWhole = content?.length === bytes && createHash('sha256').update(content).digest('hex') === sha256;
    if (!isWhole) return { reason: 'attachmentAltered', table: 'attachment', id: sha256, subject: nameOf(sha256) };
  }
  const keys = new Set(kept.map(({ sha256 }) => sha256));
  const lost = evidence.find((row) => row.file_sha256 !== null && !keys.has(row.file_sha256));
  if (!lost) return null;
  const id = lost.file_sha256 ?? '';
  return { reason: 'attachmentRemoved', table: 'attachment', id, subject: lost.file_name ?? id };
}

/** The first person whose password is checked with something the log does not know of. */
export async function checkCredentials(db: Db): Promise<SurroundingFault | null> {
  const kept = new Map((await listCredentials(db)).map((each) => [each.user_id, fingerprintOf(each)]));
  for (const { id, login, fingerprint } of await listFingerprints(db)) {
    const own = kept.get(id);
    kept.delete(id);
    if (own === fingerprint) continue;
    return { reason: own === undefined ? 'recordRemoved' : 'recordAltered', table: 'credential', id, subject: login };
  }
  const [stranger] = kept.keys();
  if (stranger === undefined) return null;
  return { reason: 'recordInserted', table: 'credential', id: stranger, subject: stranger };
}

/** The first trigger that is missing, worded otherwise, or not the app's own. */
export async function checkGuards(db: Db): Promise<SurroundingFault | null> {
  const expected = new Map(guardsOf(MIGRATIONS));
  for (const { name, statement } of await listGuards(db)) {
    const own = expected.get(name);
    expected.delete(name);
    if (own === statement) continue;
    return guardFault(own === undefined ? 'guardInserted' : 'guardAltered', name);
  }
  const [missing] = expected.keys();
  return missing === undefined ? null : guardFault('guardRemoved', missing);
}

function guardFault(reason: ChainFaultReason, name: string): SurroundingFault {
  return { reason, table: 'trigger', id: name, subject: name };
}
