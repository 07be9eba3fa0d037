import { err, ok, type Result } from '#shared/util/result.ts';

/**
 * Bytes of a text file → text: UTF-8 with or without a byte order mark, UTF-16 (LE, BE) with one, and UTF-16LE without
 * one (Excel's "Unicode text"). Anything else, a binary file above all, is refused: a legacy code page read as something
 * it is not would lose diacritics silently.
 */
export function decodeText(bytes: Uint8Array): Result<string, 'encoding'> {
  const encoding = detect(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // A NUL is legal Unicode, but no text file has one.
    return text.includes('\u0000') ? err('encoding') : ok(text);
  } catch {
    return err('encoding');
  }
}

function detect(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // ASCII written as UTF-16LE has a zero in every second byte; UTF-8 text has none at all.
  const head = bytes.subarray(0, 64);
  const zeros = head.filter((byte, i) => i % 2 === 1 && byte === 0).length;
  return zeros > head.length / 4 && bytes.length % 2 === 0 ? 'utf-16le' : 'utf-8';
}
