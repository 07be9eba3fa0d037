export type Params = Readonly<Record<string, string | number>>;

/**
 * Puts parameters into a sentence: `{name}` is replaced; a part in `[…]` is left out when a parameter of it is
 * missing, so that a sentence stays whole whatever the sender knew.
 */
export function fill(sentence: string, params: Params = {}): string {
  const known = (text: string) =>
    [...text.matchAll(/\{(\w+)\}/g)].every(([, name]) => params[name ?? ''] !== undefined);
  return sentence
    .replace(/\[([^\]]*)\]/g, (_, part: string) => (known(part) ? part : ''))
    .replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '…'))
    .replace(/ {2,}/g, ' ')
    .trim();
}
