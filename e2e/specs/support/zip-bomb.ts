import { crc32, deflateRawSync } from 'node:zlib';

/** A small zip package that claims to be a workbook and unpacks to `bytes` zeros. */
export function zipBomb(bytes: number): Buffer {
  const name = Buffer.from('xl/workbook.xml');
  const content = Buffer.alloc(bytes);
  const packed = deflateRawSync(content);
  const facts = Buffer.alloc(22);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(8, 4);
  facts.writeUInt32LE(crc32(content), 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(bytes, 18);
  const local = Buffer.concat([signature(0x04034b50), facts, lengths(name.length, 0), name, packed]);
  const directory = Buffer.concat([signature(0x02014b50), Buffer.from([20, 0]), facts, lengths(name.length, 14), name]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, directory, end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** Length of the name, then `rest` zero bytes more than the two of the extra field. */
function lengths(nameLength: number, rest: number): Buffer {
  const bytes = Buffer.alloc(4 + rest);
  bytes.writeUInt16LE(nameLength);
  return bytes;
}
