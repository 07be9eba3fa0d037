import { AG_GRID_LOCALE_VN } from '@ag-grid-community/locale';

/** Texts of the grid itself (menus, screen reader hints); English is built in. */
export function localeText(language: 'vi' | 'en'): Record<string, string> {
  return language === 'vi' ? AG_GRID_LOCALE_VN : {};
}
