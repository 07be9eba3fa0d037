import type { Stage } from '#shared/domain/entities.ts';
import type { CellEdit } from '#shared/contract/schemas.ts';
import { parsePoints } from '#shared/scoring/check-points.ts';
import { parseDecimal } from '#shared/util/decimal.ts';
import { fold } from '#shared/util/vietnamese-text.ts';
import type { Rule } from '#shared/domain/rules.ts';

/** What planning must know of the cell being typed into. NaN is blank. */
export interface CellFacts {
  readonly stage: Stage;
  readonly maxMicro: number;
  readonly ruleKind: Rule['kind'] | null;
  /** Typed at this stage so far. */
  readonly pointsMicro: number;
  readonly selfMicro: number;
  readonly notApplicable: boolean;
}

export type Refusal =
  'notANumber' | 'tooPrecise' | 'tooLarge' | 'negative' | 'overMax' | 'isNotApplicable' | 'surveyLocked';

/** What becomes of typed text. */
export type Plan =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'write'; readonly set: CellEdit['set'] }
  | { readonly kind: 'refuse'; readonly reason: Refusal }
  /** "1.234" means two things; null where that reading is not allowed on this leaf. */
  | { readonly kind: 'askNumber'; readonly thousandsMicro: number | null; readonly decimalMicro: number | null }
  | { readonly kind: 'askNotApplicable' }
  /** Below the self-scored value: điểm cắt needs a reason. */
  | { readonly kind: 'askCutReason'; readonly pointsMicro: number };

/** How clerks write "không áp dụng" into a cell, folded. */
const NOT_APPLICABLE_WORDS = new Set(['kad', 'k/ad', 'khong ap dung', 'n/a', 'na']);

/** True for a typed word that means "không áp dụng". */
function meansNotApplicable(text: string): boolean {
  return NOT_APPLICABLE_WORDS.has(fold(text).trim().replace(/\s+/g, ' '));
}

/** Decides what typed text does to a cell: the limits of the leaf, n/a, and the questions to ask first. */
export function planEdit(text: string, cell: CellFacts): Plan {
  if (meansNotApplicable(text)) return cell.notApplicable ? { kind: 'nothing' } : { kind: 'askNotApplicable' };
  if (cell.stage === 'self' && cell.ruleKind === 'survey') return { kind: 'refuse', reason: 'surveyLocked' };
  if (text.trim() === '') return cell.notApplicable ? { kind: 'nothing' } : planPoints(null, cell);
  if (cell.notApplicable) return { kind: 'refuse', reason: 'isNotApplicable' };
  const parsed = parsePoints(text, cell.maxMicro);
  if (parsed.ok) return planPoints(parsed.value.micro, cell);
  switch (parsed.error) {
    case 'empty':
      return planPoints(null, cell);
    case 'ambiguousNumber':
      return askNumber(text, cell.maxMicro);
    default:
      return { kind: 'refuse', reason: parsed.error };
  }
}

/** Decides what a number (or null, clearing) does to a cell whose text is already understood. */
export function planPoints(pointsMicro: number | null, cell: CellFacts): Plan {
  const isSame = pointsMicro === null ? isNaN(cell.pointsMicro) : pointsMicro === cell.pointsMicro;
  if (isSame) return { kind: 'nothing' };
  const isCut = cell.stage !== 'self' && pointsMicro !== null && pointsMicro < cell.selfMicro;
  if (isCut) return { kind: 'askCutReason', pointsMicro };
  return { kind: 'write', set: { kind: 'points', stage: cell.stage, pointsMicro } };
}

function askNumber(text: string, maxMicro: number): Plan {
  const within = (reading: 'thousands' | 'decimal'): number | null => {
    const parsed = parseDecimal(text, { ambiguousDot: reading });
    return parsed.ok && parsed.value.micro >= 0 && parsed.value.micro <= maxMicro ? parsed.value.micro : null;
  };
  const thousandsMicro = within('thousands');
  const decimalMicro = within('decimal');
  // Neither reading fits the leaf: the question would have no good answer.
  if (thousandsMicro === null && decimalMicro === null) return { kind: 'refuse', reason: 'overMax' };
  return { kind: 'askNumber', thousandsMicro, decimalMicro };
}
