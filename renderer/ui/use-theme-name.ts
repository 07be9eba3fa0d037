import { createContext, useContext } from 'react';
import type { ThemeName } from './theme.ts';

export const ThemeNameContext = createContext<ThemeName>('light');

/** Name of the theme in use, for islands that draw outside Fluent (grid, charts). */
export function useThemeName(): ThemeName {
  return useContext(ThemeNameContext);
}
