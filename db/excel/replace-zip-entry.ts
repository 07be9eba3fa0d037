import { crc32, deflateRawSync } from 'node:zlib';
import { listZip, unzipEntry } from './read-zip.ts';

const LOCAL_RECORD = 0x04034b50;
const DIRECTORY_RECORD = 0x02014b50;
const END_RECORD = 0x06054b50;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
/** 1 January 1980: the earliest date a zip can say, so that equal content gives equal bytes. */
const DOS_DATE = 0x0021;

/**
 * The same package with one text entry rewritten; the others are copied as they are packed. For a package we have just
 * made: throws when it is not one or has no such entry.
 */
export function replaceZipEntry(file: Buffer, name: string, change: (text: string) => string): Buffer {
  const listed = listZip(file);
  if (!listed.ok) throw new Error('Not a zip package');
  if (!listed.value.some((entry) => entry.name === name)) throw new Error(`No entry ${name}`);
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of listed.value) {
    const content = entry.name === name ? pack(file, entry, change) : copy(file, entry);
    const nameBytes = Buffer.from(entry.name, 'utf8');
    const local = localRecord(content, nameBytes);
    body.push(local, nameBytes, content.packed);
    directory.push(directoryRecord(local, offset), nameBytes);
    offset += local.length + nameBytes.length + content.packed.length;
  }
  const directoryBytes = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_RECORD, 0);
  end.writeUInt16LE(listed.value.length, 8);
  end.writeUInt16LE(listed.value.length, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...body, ...directory, end]);
}

type Entry = Parameters<typeof unzipEntry>[1];

interface Content {
  readonly packed: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly bytes: number;
}

function pack(file: Buffer, entry: Entry, change: (text: string) => string): Content {
  const unpacked = unzipEntry(file, entry);
  if (!unpacked.ok) throw new Error(`Entry ${entry.name} is damaged`);
  const content = Buffer.from(change(unpacked.value.toString('utf8')), 'utf8');
  return { packed: deflateRawSync(content), method: DEFLATED, crc: crc32(content), bytes: content.length };
}

function copy(file: Buffer, entry: Entry): Content {
  const start = entry.offset + 30 + file.readUInt16LE(entry.offset + 26) + file.readUInt16LE(entry.offset + 28);
  const packed = file.subarray(start, start + entry.packedBytes);
  return { packed, method: entry.method, crc: entry.crc, bytes: entry.bytes };
}

function localRecord({ packed, method, crc, bytes }: Content, name: Buffer): Buffer {
  const record = Buffer.alloc(30);
  record.writeUInt32LE(LOCAL_RECORD, 0);
  record.writeUInt16LE(VERSION, 4);
  record.writeUInt16LE(UTF8_NAMES, 6);
  record.writeUInt16LE(method, 8);
  record.writeUInt16LE(DOS_DATE, 12);
  record.writeUInt32LE(crc, 14);
  record.writeUInt32LE(packed.length, 18);
  record.writeUInt32LE(bytes, 22);
  record.writeUInt16LE(name.length, 26);
  return record;
}

/** The directory repeats the local record from its "version needed" on, then says where it is. */
function directoryRecord(local: Buffer, offset: number): Buffer {
  const record = Buffer.alloc(46);
  record.writeUInt32LE(DIRECTORY_RECORD, 0);
  record.writeUInt16LE(VERSION, 4);
  local.copy(record, 6, 4, 30);
  record.writeUInt32LE(offset, 42);
  return record;
}
