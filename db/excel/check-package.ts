/**
 * Looks into a finished .xlsx for what Excel would repair or misread and other readers let pass: order of elements
 * (ECMA-376, CT_Worksheet and CT_SheetPr), numbers stored as text, leftovers of bugs in formulas and values. Used by
 * tests on every kind of workbook we write; reads the package, not through exceljs.
 */
import { listZip, unzipEntry } from './read-zip.ts';

const WORKSHEET_ORDER = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];
const SHEET_PR_ORDER = ['tabColor', 'outlinePr', 'pageSetUpPr'];
const LOOKS_NUMERIC = /^\s*[+-]?(?:\d+(?:[.,]\d+)?|[.,]\d+)\s*%?\s*$/;
const BUG_WORDS = /\bundefined\b|\bNaN\b|\bInfinity\b|\[object |#REF!|#NAME\?|#VALUE!|#DIV\/0!|#N\/A/;

/** Everything found wrong, by part of the package and cell; empty for a sound file. */
export function checkPackage(file: Buffer): readonly string[] {
  const listed = listZip(file);
  if (!listed.ok) return ['not a zip package'];
  const parts = new Map<string, string>();
  for (const entry of listed.value) {
    const content = unzipEntry(file, entry);
    if (!content.ok) return [`${entry.name}: damaged`];
    parts.set(entry.name, content.value.toString('utf8'));
  }
  const shared = sharedStrings(parts.get('xl/sharedStrings.xml') ?? '');
  const found = [...nameFaults(parts.get('xl/workbook.xml') ?? '')];
  for (const [name, xml] of parts) {
    if (!name.startsWith('xl/worksheets/sheet')) continue;
    found.push(...orderFaults(name, xml, 'worksheet', WORKSHEET_ORDER));
    found.push(...orderFaults(name, xml, 'sheetPr', SHEET_PR_ORDER));
    found.push(...cellFaults(name, xml, shared));
  }
  return found;
}

/** Names of the direct children of the first `parent`, in order. */
export function childNames(xml: string, parent: string): readonly string[] {
  const names: string[] = [];
  let depth = -1;
  for (const match of xml.matchAll(/<(\/?)([A-Za-z][\w:]*)[^>]*?(\/?)>/g)) {
    const [, closing, name = '', selfClosing] = match;
    if (depth < 0) {
      if (name === parent && closing === '' && selfClosing === '') depth = 0;
      continue;
    }
    if (closing !== '') {
      if (depth === 0) return names;
      depth--;
      continue;
    }
    if (depth === 0) names.push(name);
    if (selfClosing === '') depth++;
  }
  return names;
}

function orderFaults(part: string, xml: string, parent: string, order: readonly string[]): readonly string[] {
  let last = -1;
  return childNames(xml, parent).flatMap((name) => {
    const place = order.indexOf(name);
    // conditionalFormatting may stand several times; everything else once and after what came before.
    const fits = place > last || (place === last && name === 'conditionalFormatting');
    last = Math.max(last, place);
    return fits ? [] : [`${part}: <${name}> out of order in <${parent}>`];
  });
}

function cellFaults(part: string, xml: string, shared: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const match of xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const [, address = '', attributes = '', content = ''] = match;
    const at = `${part}!${address}`;
    const type = /\bt="(\w+)"/.exec(attributes)?.[1] ?? 'n';
    const formula = /<f[^>]*>(.*?)<\/f>/s.exec(content)?.[1];
    const value = /<v>(.*?)<\/v>/s.exec(content)?.[1];
    const text = type === 's' ? (shared[Number(value)] ?? '') : (value ?? '');
    if (type === 'e') found.push(`${at}: error value ${text}`);
    if (formula !== undefined && BUG_WORDS.test(formula)) found.push(`${at}: formula ${formula}`);
    if (formula !== undefined && value === undefined) found.push(`${at}: formula without cached result`);
    if (type === 'n' && value !== undefined && !Number.isFinite(Number(value))) found.push(`${at}: number ${value}`);
    if (type !== 'n' && type !== 'e' && BUG_WORDS.test(text)) found.push(`${at}: text ${text}`);
    if (type !== 'n' && type !== 'b' && LOOKS_NUMERIC.test(text)) found.push(`${at}: number stored as text, "${text}"`);
  }
  return found;
}

function sharedStrings(xml: string): readonly string[] {
  return [...xml.matchAll(/<si>(.*?)<\/si>/gs)].map(([, item = '']) =>
    [...item.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) => text).join(''),
  );
}

function nameFaults(workbook: string): readonly string[] {
  const seen = new Set<string>();
  return [...workbook.matchAll(/<definedName name="([^"]+)"([^>]*)>/g)].flatMap(([, name = '', rest = '']) => {
    const scope = /localSheetId="(\d+)"/.exec(rest)?.[1] ?? 'workbook';
    const key = `${name} in ${scope}`;
    const isTwice = seen.has(key);
    seen.add(key);
    return isTwice ? [`xl/workbook.xml: defined name ${key} twice`] : [];
  });
}
