/** Excel's limit; longer names are cut silently by the writer and then collide. */
export const MAX_SHEET_NAME = 31;

/** Characters Excel forbids, plus the apostrophe, which breaks print titles and references. */
const FORBIDDEN = /[\\/?*[\]:'\u0000-\u001f]/g;

/**
 * Worksheet names made from the wished ones, in the same order: NFC, without forbidden characters, at most 31
 * characters, all different when case is ignored. Formulas refer to these names, so they are settled before the
 * first formula is written.
 */
export function makeSheetNames(wished: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wished.map((wish) => {
    const base = clean(wish);
    let name = shorten(base, '');
    for (let n = 2; taken.has(key(name)); n++) name = shorten(base, ` (${n})`);
    taken.add(key(name));
    return name;
  });
}

/** Why Excel would refuse or damage a workbook with these names; empty when they are fine. */
export function sheetNameFaults(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const bad = name !== clean(name) || name.length > MAX_SHEET_NAME || seen.has(key(name));
    seen.add(key(name));
    return bad;
  });
}

function clean(wish: string): string {
  const text = wish.normalize('NFC').replace(FORBIDDEN, ' ').replace(/\s+/g, ' ').trim();
  return text === '' ? 'Trang' : text;
}

function shorten(base: string, suffix: string): string {
  const room = MAX_SHEET_NAME - suffix.length;
  // Cut by code points: half a surrogate pair makes the package unreadable.
  let cut = '';
  for (const point of base) {
    if (cut.length + point.length > room) break;
    cut += point;
  }
  return cut.trimEnd() + suffix;
}

function key(name: string): string {
  return name.toLocaleLowerCase('en');
}
