/**
 * The look of the window: Fluent tokens, a little tighter than the web default. Called by renderer/app (provider) and
 * renderer/grid (grid theme from the same tokens). It must not hold component styles.
 */
import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import type { Preferences } from '#shared/contract/desktop.ts';

export type ThemeName = 'light' | 'dark' | 'contrast';

const FONT = "'Segoe UI', 'Noto Sans', 'DejaVu Sans', system-ui, sans-serif";

function compact(theme: Theme): Theme {
  return { ...theme, fontFamilyBase: FONT, fontFamilyNumeric: FONT };
}

const THEMES: { readonly [N in ThemeName]: Theme } = {
  light: compact(webLightTheme),
  dark: compact(webDarkTheme),
  contrast: compact(teamsHighContrastTheme),
};

/** The theme a preference means; `system` follows the operating system. */
export function themeNameOf(preference: Preferences['theme'], systemIsDark: boolean): ThemeName {
  if (preference !== 'system') return preference;
  return systemIsDark ? 'dark' : 'light';
}

/** Fluent tokens of a theme, e.g. `themeOf('dark').colorNeutralBackground1`. */
export function themeOf(name: ThemeName): Theme {
  return THEMES[name];
}
