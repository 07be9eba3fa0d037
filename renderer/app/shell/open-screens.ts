import type { Screen } from '#renderer/app/stores/app-state.ts';

/** Screens of an open file, in the order of the navigation and of Ctrl+1…. */
export const OPEN_SCREENS = [
  'scoring',
  'appraisal',
  'ranking',
  'reports',
  'log',
  'units',
  'overview',
  'criteria',
] as const satisfies readonly Screen[];
