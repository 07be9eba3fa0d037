/**
 * Rule kinds of a leaf (kiểu chấm) and the declared data (số liệu kê khai) each turns into points. Parameters are
 * data; the arithmetic is in shared/scoring/rules. Percentages are 10⁻⁶ percent, quantities are integers of 10⁻⁶ of
 * their unit (so that "12,5 tỷ" can be declared exactly), points are 10⁻⁶ point.
 */

/** What a ratio yields when nothing arose (mẫu số bằng 0). */
export type ZeroDenominator = 'max' | 'zero' | 'notApplicable' | 'missing';

/** Half-open interval [from, to); null is unbounded. */
export interface Step {
  readonly from: number | null;
  readonly to: number | null;
  readonly pointsMicro: number;
}

export type Rule =
  /** Có/Không: all or nothing. */
  | { readonly kind: 'yes_no' }
  /** Fixed points per statement. */
  | { readonly kind: 'choice'; readonly options: readonly { code: string; label: string; pointsMicro: number }[] }
  /** Half-open intervals over a percentage (declared as numerator/denominator) or over a plain value. */
  | {
      readonly kind: 'step';
      readonly input: 'ratio' | 'value';
      readonly unit: string;
      readonly steps: readonly Step[];
      readonly onZeroDenominator: ZeroDenominator;
    }
  /** 100 % → max; floor ≤ p < 100 % → p × max; below the floor → 0. */
  | { readonly kind: 'ratio'; readonly floorMicroPercent: number; readonly onZeroDenominator: ZeroDenominator }
  /** Points by how many: the highest `atLeast` reached counts. */
  | { readonly kind: 'count_step'; readonly steps: readonly { atLeast: number; pointsMicro: number }[] }
  /** max − Σ events, never below the floor (for bonus and penalty sections: Σ events, never above max). */
  | {
      readonly kind: 'deduct';
      readonly events: readonly { code: string; label: string; eachMicro: number; capMicro: number | null }[];
      readonly floorMicro: number;
    }
  /** Survey index × max (điều tra xã hội học). */
  | { readonly kind: 'survey' }
  /** Points typed by a person. */
  | { readonly kind: 'manual' };

export type RuleKind = Rule['kind'];

/** Declared data, one shape per rule kind; `manual` has none. */
export type Declared =
  | { readonly kind: 'yes_no'; readonly yes: boolean }
  | { readonly kind: 'choice'; readonly option: string }
  | { readonly kind: 'value'; readonly valueMicro: number }
  | { readonly kind: 'ratio'; readonly numeratorMicro: number; readonly denominatorMicro: number }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'events'; readonly counts: Readonly<Record<string, number>> }
  | { readonly kind: 'survey'; readonly indexMicroPercent: number };
