/**
 * A small reader of zip packages (an .xlsx is one), used to hold a file against limits before anything parses it and,
 * in tests, to look at what was written. Reads the central directory; no zip64, no encryption: Excel writes neither.
 */
import { inflateRawSync } from 'node:zlib';
import { err, ok, type Result } from '#shared/util/result.ts';

export interface ZipEntry {
  readonly name: string;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly crc: number;
  readonly method: number;
  readonly offset: number;
}

export interface ZipLimits {
  readonly entries: number;
  /** Sum of the unpacked sizes. */
  readonly totalBytes: number;
  /** Unpacked : packed, held against the whole package once it is larger than `ratioFromBytes`. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
}

const XLSX_LIMITS: ZipLimits = {
  entries: 2000,
  totalBytes: 300 * 2 ** 20,
  ratio: 200,
  ratioFromBytes: 8 * 2 ** 20,
};

export type ZipFault = 'notZip' | 'tooMuch';

const END_RECORD = 0x06054b50;
const DIRECTORY_RECORD = 0x02014b50;
const LOCAL_RECORD = 0x04034b50;
const END_RECORD_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;

/** The entries of a package, if it is whole and within the limits as it declares them. */
export function listZip(file: Buffer, limits: ZipLimits = XLSX_LIMITS): Result<readonly ZipEntry[], ZipFault> {
  const end = findEnd(file);
  if (end < 0) return err('notZip');
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  if (count > limits.entries) return err('tooMuch');
  const entries: ZipEntry[] = [];
  let totalBytes = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || file.readUInt32LE(at) !== DIRECTORY_RECORD) return err('notZip');
    const nameBytes = file.readUInt16LE(at + 28);
    const entry: ZipEntry = {
      name: file.toString('utf8', at + 46, at + 46 + nameBytes),
      method: file.readUInt16LE(at + 10),
      crc: file.readUInt32LE(at + 16),
      packedBytes: file.readUInt32LE(at + 20),
      bytes: file.readUInt32LE(at + 24),
      offset: file.readUInt32LE(at + 42),
    };
    if (entry.offset + 30 + entry.packedBytes > file.length) return err('notZip');
    entries.push(entry);
    totalBytes += entry.bytes;
    at += 46 + nameBytes + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  if (totalBytes > limits.totalBytes) return err('tooMuch');
  if (totalBytes > limits.ratioFromBytes && totalBytes > file.length * limits.ratio) return err('tooMuch');
  return ok(entries);
}

/** Unpack one entry; an entry larger than it declared is refused (`tooMuch`), a damaged one is `notZip`. */
export function unzipEntry(file: Buffer, entry: ZipEntry): Result<Buffer, ZipFault> {
  if (file.readUInt32LE(entry.offset) !== LOCAL_RECORD) return err('notZip');
  const start = entry.offset + 30 + file.readUInt16LE(entry.offset + 26) + file.readUInt16LE(entry.offset + 28);
  const packed = file.subarray(start, start + entry.packedBytes);
  if (entry.method === 0) return packed.length === entry.bytes ? ok(packed) : err('notZip');
  if (entry.method !== 8) return err('notZip');
  try {
    const unpacked = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.bytes) });
    return unpacked.length === entry.bytes ? ok(unpacked) : err('notZip');
  } catch (cause) {
    return err(cause instanceof RangeError ? 'tooMuch' : 'notZip');
  }
}

function findEnd(file: Buffer): number {
  const last = file.length - END_RECORD_BYTES;
  for (let at = last; at >= 0 && at >= last - MAX_COMMENT_BYTES; at--) {
    if (file.readUInt32LE(at) === END_RECORD) return at;
  }
  return -1;
}
