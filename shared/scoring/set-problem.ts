/** Everything that can be wrong with a criteria set; `shared/wording` has a sentence for each. */
export const SET_PROBLEM_REASONS = [
  'duplicateCode',
  'parentMissing',
  'wrongLevel',
  'sectionDiffers',
  'maxOutOfRange',
  'leafWithoutRule',
  'ruleOnBranch',
  'childrenSum',
  'scaleOutOfRange',
  'scaleSum',
  'optionsMissing',
  'duplicateOption',
  'pointsAboveMax',
  'pointsNegative',
  'stepEmpty',
  'stepsOverlap',
  'stepsGap',
  'stepsOpen',
  'floorOutOfRange',
  'countStepInvalid',
  'eventInvalid',
  'unitsMissing',
  'columnsDiffer',
] as const;

export type SetProblemReason = (typeof SET_PROBLEM_REASONS)[number];

/** One problem: the code of the node (empty for the set as a whole), why, and the figures that disagree. */
export interface SetProblem {
  readonly at: string;
  readonly reason: SetProblemReason;
  /** `…Micro` are 10⁻⁶ point (percent or unit for steps), to be printed with formatMicro. */
  readonly params: Readonly<Record<string, string | number>>;
}
