import { themeQuartz } from 'ag-grid-community';

/**
 * AG Grid in the clothes of Fluent UI. Every colour is a Fluent variable of the provider around the grid, so light,
 * dark and high contrast follow without a second theme.
 */
export const gridTheme = themeQuartz.withParams({
  browserColorScheme: 'inherit',
  fontFamily: 'var(--fontFamilyBase)',
  fontSize: 13,
  headerFontSize: 12,
  headerFontWeight: 600,
  spacing: 4,
  cellHorizontalPadding: 6,
  wrapperBorderRadius: 0,
  borderRadius: 2,
  wrapperBorder: { style: 'solid', width: 1, color: 'var(--colorNeutralStroke2)' },
  backgroundColor: 'var(--colorNeutralBackground1)',
  foregroundColor: 'var(--colorNeutralForeground1)',
  textColor: 'var(--colorNeutralForeground1)',
  cellTextColor: 'var(--colorNeutralForeground1)',
  headerTextColor: 'var(--colorNeutralForeground1)',
  headerBackgroundColor: 'var(--colorNeutralBackground3)',
  chromeBackgroundColor: 'var(--colorNeutralBackground3)',
  oddRowBackgroundColor: 'var(--colorNeutralBackground1)',
  rowHoverColor: 'var(--colorNeutralBackground1Hover)',
  borderColor: 'var(--colorNeutralStroke2)',
  rowBorder: { style: 'solid', width: 1, color: 'var(--colorNeutralStroke3)' },
  columnBorder: { style: 'solid', width: 1, color: 'var(--colorNeutralStroke3)' },
  headerColumnBorder: { style: 'solid', width: 1, color: 'var(--colorNeutralStroke2)' },
  pinnedColumnBorder: { style: 'solid', width: 1, color: 'var(--colorNeutralStroke1)' },
  accentColor: 'var(--colorBrandStroke1)',
  rangeSelectionBorderColor: 'var(--colorBrandStroke1)',
  valueChangeValueHighlightBackgroundColor: 'var(--colorPaletteYellowBackground2)',
  tooltipBackgroundColor: 'var(--colorNeutralBackground1)',
  tooltipTextColor: 'var(--colorNeutralForeground1)',
});
