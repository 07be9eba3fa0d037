import type { ChainCheck } from '#shared/contract/outputs-audit.ts';

const HASH_SHOWN = 12;

/** "1204-0a1b2c3d4e5f": number of the newest batch and the beginning of its hash, short enough to write down. */
export function chainCode(check: Extract<ChainCheck, { ok: true }>): string {
  return `${check.batches}-${check.headHash.slice(0, HASH_SHOWN)}`;
}

/** The code as a person typed it; null for an empty text, `wrong` for one that is no code. */
export function parseChainCode(text: string): { readonly seq: number; readonly hash: string } | null | 'wrong' {
  const clean = text.trim().toLowerCase();
  if (clean === '') return null;
  const match = /^(\d{1,9})\s*[-–—\s]\s*([0-9a-f]{8,64})$/.exec(clean);
  const seq = Number(match?.[1]);
  return match && seq > 0 ? { seq, hash: match[2] ?? '' } : 'wrong';
}
