import { fold } from '../util/vietnamese-text.ts';

const LONGEST = 60;

/** Gives units that have only a name stable codes; one name has one code, other names never the same. */
export function unitCodes(): (name: string) => string {
  const nameOfCode = new Map<string, string>();
  return (name) => {
    const key = fold(name);
    const base = codeOfName(name);
    if (base === '') return '';
    let code = base;
    for (let n = 2; nameOfCode.has(code) && nameOfCode.get(code) !== key; n++) {
      const end = `-${n}`;
      code = base.slice(0, LONGEST - end.length) + end;
    }
    nameOfCode.set(code, key);
    return code;
  };
}

/** "Công an tỉnh Hà Giang" → "CONG-AN-TINH-HA-GIANG". */
function codeOfName(name: string): string {
  return fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toUpperCase()
    .slice(0, LONGEST);
}
