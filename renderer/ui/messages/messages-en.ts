/** The same words in English, loaded only when asked for. */
import { about } from './en/about.ts';
import { appraisal } from './en/appraisal.ts';
import { cellDetails } from './en/cell-details.ts';
import { criteria } from './en/criteria.ts';
import { explain } from './en/explain.ts';
import { explanations } from './en/explanations.ts';
import { grid } from './en/grid.ts';
import { imports } from './en/imports.ts';
import { log } from './en/log.ts';
import { overview } from './en/overview.ts';
import { palette } from './en/palette.ts';
import { ranking } from './en/ranking.ts';
import { reports } from './en/reports.ts';
import { scoring } from './en/scoring.ts';
import { shell } from './en/shell.ts';
import { start } from './en/start.ts';
import { keys, tools } from './en/tools.ts';
import { units } from './en/units.ts';
import type { messages as vi } from './messages.ts';
import type { MessagesLike } from './messages-like.ts';

export const messagesEn: MessagesLike<typeof vi> = {
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
};
