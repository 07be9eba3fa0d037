import { lazy, type ComponentType } from 'react';
import type { Screen } from './stores/app-state.ts';

const LOADERS: { readonly [S in Screen]: () => Promise<{ default: ComponentType }> } = {
  start: () => import('#renderer/features/start/start-screen.tsx').then((m) => ({ default: m.StartScreen })),
  scoring: () => import('#renderer/features/scoring/scoring-screen.tsx').then((m) => ({ default: m.ScoringScreen })),
  ranking: () => import('#renderer/features/ranking/ranking-screen.tsx').then((m) => ({ default: m.RankingScreen })),
  reports: () => import('#renderer/features/reports/reports-screen.tsx').then((m) => ({ default: m.ReportsScreen })),
  log: () => import('#renderer/features/log/log-screen.tsx').then((m) => ({ default: m.LogScreen })),
};

/** Fetches the chunk of a screen ahead of time. */
export function loadScreen(screen: Screen): Promise<unknown> {
  return LOADERS[screen]();
}

/** Every screen as a lazy chunk. */
export const SCREEN_VIEWS: { readonly [S in Screen]: ComponentType } = {
  start: lazy(LOADERS.start),
  scoring: lazy(LOADERS.scoring),
  ranking: lazy(LOADERS.ranking),
  reports: lazy(LOADERS.reports),
  log: lazy(LOADERS.log),
};
