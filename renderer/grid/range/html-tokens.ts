/**
 * A small HTML tokenizer for clipboard tables: tags, attributes, text. It runs nothing, loads nothing, builds no
 * document, skips scripts and styles, and reads each character a bounded number of times, so hostile markup costs no
 * more than its length. Called by readClipboardHtml only.
 */

export type HtmlToken =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string }
  /** Characters between tags as written, references not yet decoded, so that white space of the markup can be told. */
  | { readonly kind: 'text'; readonly raw: string };

/** Elements whose content is not shown; they end only at their own closing tag. */
const RAW = new Set([
  'script',
  'style',
  'title',
  'textarea',
  'xmp',
  'noscript',
  'iframe',
  'noembed',
  'noframes',
  'xml',
]);
const NAME = /[a-zA-Z][^\s/>]*/y;
const SPACE = /[\s/]*/y;
const ATTRIBUTE_NAME = /[^\s/>=][^\s/>=]*/y;
const EQUALS = /\s*=\s*/y;
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
const BARE_VALUE = /[^\s>]*/y;

/** Tokens of a piece of HTML, in order. Broken markup is read as browsers do: what is no tag is text. */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      yield { kind: 'text', raw: html.slice(at) };
      return;
    }
    if (open > at) yield { kind: 'text', raw: html.slice(at, open) };
    const next = html.charAt(open + 1);
    if (next === '!' || next === '?') {
      at = afterDeclaration(html, open);
    } else if (next === '/') {
      const name = matchAt(NAME, html, open + 2).toLowerCase();
      const end = html.indexOf('>', open + 2);
      if (name !== '') yield { kind: 'close', name };
      at = end < 0 ? html.length : end + 1;
    } else {
      const name = matchAt(NAME, html, open + 1).toLowerCase();
      if (name === '') {
        yield { kind: 'text', raw: '&lt;' };
        at = open + 1;
        continue;
      }
      const tag = readAttributes(html, open + 1 + name.length);
      yield { kind: 'open', name, attributes: tag.attributes };
      at = RAW.has(name) ? afterRaw(html, tag.end, name) : tag.end;
    }
  }
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function afterDeclaration(html: string, open: number): number {
  const close = html.startsWith('<!--', open) ? '-->' : '>';
  const end = html.indexOf(close, open + (close === '>' ? 2 : 4));
  return end < 0 ? html.length : end + close.length;
}

function afterRaw(html: string, from: number, name: string): number {
  const closing = new RegExp(`</${name}[\\s/>]`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? html.length;
}

function readAttributes(
  html: string,
  from: number,
): { readonly attributes: ReadonlyMap<string, string>; readonly end: number } {
  if (html.charAt(from) === '>') return { attributes: NO_ATTRIBUTES, end: from + 1 };
  const attributes = new Map<string, string>();
  let at = from;
  while (at < html.length) {
    at += matchAt(SPACE, html, at).length;
    if (at >= html.length || html.charAt(at) === '>') break;
    const name = matchAt(ATTRIBUTE_NAME, html, at);
    // A lone "=" is no name; step over it.
    if (name === '') {
      at++;
      continue;
    }
    at += name.length;
    const equals = matchAt(EQUALS, html, at);
    let value = '';
    if (equals !== '') {
      at += equals.length;
      const quote = html.charAt(at);
      if (quote === '"' || quote === "'") {
        const end = html.indexOf(quote, at + 1);
        value = html.slice(at + 1, end < 0 ? html.length : end);
        at = end < 0 ? html.length : end + 1;
      } else {
        value = matchAt(BARE_VALUE, html, at);
        at += value.length;
      }
    }
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, decodeEntities(value));
  }
  return { attributes, end: Math.min(at + 1, html.length) };
}

/** Named references of Latin-1 (160–255), which older spreadsheets write for Vietnamese letters. */
const LATIN1 = (
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro ' +
  'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil ' +
  'Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave ' +
  'Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml ' +
  'igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute ' +
  'thorn yuml'
).split(' ');
const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN1.map((name, i): [string, string] => [name, String.fromCharCode(160 + i)]),
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['ndash', '–'],
  ['mdash', '—'],
  ['minus', '−'],
  ['hellip', '…'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['ensp', '\u2002'],
  ['emsp', '\u2003'],
  ['thinsp', '\u2009'],
]);

/** Decodes character references; unknown names stay as they are. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#[xX]([0-9a-fA-F]{1,8})|#(\d{1,9})|([a-zA-Z][a-zA-Z0-9]{1,9}));?/g,
    (whole, hex, dec, name) => {
      if (typeof name === 'string') return NAMED.get(name) ?? whole;
      const code = typeof hex === 'string' ? parseInt(hex, 16) : Number(dec);
      if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\uFFFD';
      return String.fromCodePoint(code);
    },
  );
}
