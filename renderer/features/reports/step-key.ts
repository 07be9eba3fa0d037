const STEP_KEYS = {
  'excel.layout': 'reports.step.layout',
  'excel.pack': 'reports.step.pack',
  'excel.store': 'reports.step.store',
} as const;

/** Message key of a step the data process names; steps of a later version are just "working". */
export function stepKey(step: string): (typeof STEP_KEYS)[keyof typeof STEP_KEYS] | 'reports.step.other' {
  return step in STEP_KEYS ? STEP_KEYS[step as keyof typeof STEP_KEYS] : 'reports.step.other';
}
