/** Functions that Excel and LibreOffice compute alike, none of which needs an `_xlfn.` prefix. */
const ALLOWED = new Set([
  'AVERAGEIFS',
  'COUNTIFS',
  'IF',
  'INDEX',
  'MATCH',
  'MAX',
  'MIN',
  'RANK',
  'ROUND',
  'SUM',
  'SUMPRODUCT',
]);
/** Excel's limit for one formula. */
const MAX_LENGTH = 8192;

/** Why this formula (without "=") may not be written; null when it may. */
export function formulaFault(formula: string): string | null {
  if (formula === '' || formula.startsWith('=')) return 'a formula is written without its "="';
  if (formula.length > MAX_LENGTH) return 'formula longer than Excel allows';
  // Names inside quoted text and quoted sheet names are no functions.
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/'[^']*'/g, '');
  for (const match of bare.matchAll(/([A-Za-z_.][A-Za-z0-9_.]*)\s*\(/g)) {
    const name = match[1] ?? '';
    if (!ALLOWED.has(name)) return `function ${name} is not on the list of functions that recompute alike everywhere`;
  }
  if (/#REF!|#NAME\?|NaN|undefined|\[\d+\]/.test(bare)) return 'broken reference in a formula';
  return null;
}
