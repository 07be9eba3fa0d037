/** Everything a registry of units can be refused for. Worded in shared/wording/problems.*. */
export const UNIT_PROBLEM_REASONS = [
  'unitDatesReversed',
  'unitNameOutsideDates',
  'unitCodeTaken',
  'unitSucceedsItself',
  'unitSuccessionLoop',
  'unitEndedBefore',
  'unitNotYet',
  'unitNotThereOnDay',
  'unitEndDiffers',
  'unitEndedTwice',
  'unitTwice',
  'unitSharesOverWhole',
  'unitRenameTooEarly',
  'unitNothingChanges',
  'unitHasSuccession',
  'unitTakesPart',
  'unitTooFew',
  'unitUnknown',
] as const;

export type UnitProblemReason = (typeof UNIT_PROBLEM_REASONS)[number];

export interface UnitProblem {
  /** Code of the unit. */
  readonly at: string;
  readonly reason: UnitProblemReason;
  /** Days under names ending in `Day` are ISO; the wording prints them. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** Shorthand: `unitProblem('P05', 'unitTwice')`. */
export function unitProblem(at: string, reason: UnitProblemReason, params: UnitProblem['params'] = {}): UnitProblem {
  return { at, reason, params };
}
