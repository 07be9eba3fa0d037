import { parseDecimal, type DecimalError, type DecimalOptions } from '../util/decimal.ts';
import { err, ok, type Result } from '../util/result.ts';

/** What is wrong with points (10⁻⁶ point) on a leaf of this maximum; null when nothing. */
export function checkPoints(pointsMicro: number, maxMicro: number): 'negative' | 'overMax' | null {
  if (pointsMicro < 0) return 'negative';
  if (pointsMicro > maxMicro) return 'overMax';
  return null;
}

/**
 * Read points typed into a cell and hold them against the leaf's maximum. Words for "not applicable" are not numbers
 * here: the editor handles them before calling.
 */
export function parsePoints(
  text: string,
  maxMicro: number,
  options: DecimalOptions = {},
): Result<{ readonly micro: number; readonly rounded: boolean }, DecimalError | 'negative' | 'overMax'> {
  const parsed = parseDecimal(text, options);
  if (!parsed.ok) return parsed;
  const problem = checkPoints(parsed.value.micro, maxMicro);
  return problem === null ? ok(parsed.value) : err(problem);
}
