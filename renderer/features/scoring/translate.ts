import type { TFunction } from 'i18next';

/** The window's translator, handed to modules that are not components. */
export type Translate = TFunction;
