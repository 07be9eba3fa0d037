/**
 * All words of the window, by language. Called by renderer/app (set-up of i18next) only; components use
 * `useTranslation()` with typed keys. Sentences about errors and log steps live in shared/wording, because the command
 * line says them too.
 */
import { about } from './vi/about.ts';
import { appraisal } from './vi/appraisal.ts';
import { cellDetails } from './vi/cell-details.ts';
import { criteria } from './vi/criteria.ts';
import { explain } from './vi/explain.ts';
import { explanations } from './vi/explanations.ts';
import { grid } from './vi/grid.ts';
import { imports } from './vi/imports.ts';
import { log } from './vi/log.ts';
import { overview } from './vi/overview.ts';
import { palette } from './vi/palette.ts';
import { ranking } from './vi/ranking.ts';
import { reports } from './vi/reports.ts';
import { scoring } from './vi/scoring.ts';
import { shell } from './vi/shell.ts';
import { start } from './vi/start.ts';
import { keys, tools } from './vi/tools.ts';
import { units } from './vi/units.ts';

export const messages = {
  shell,
  start,
  palette,
  scoring,
  grid: { ...grid, keys },
  ranking,
  explain,
  reports,
  imports,
  log,
  about,
  cellDetails,
  criteria,
  appraisal,
  explanations,
  overview,
  tools,
  units,
} as const;
