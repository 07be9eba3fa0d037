import { lazyView, type LazyView } from '#renderer/ui/lazy-view.tsx';
import type { Screen } from './stores/app-state.ts';

/** Every screen as a chunk of its own. */
export const SCREENS_BY_NAME: { readonly [S in Screen]: LazyView<object> } = {
  start: lazyView(() => import('#renderer/features/start/start-screen.tsx').then((m) => m.StartScreen)),
  scoring: lazyView(() => import('#renderer/features/scoring/scoring-screen.tsx').then((m) => m.ScoringScreen)),
  appraisal: lazyView(() => import('#renderer/features/appraisal/appraisal-screen.tsx').then((m) => m.AppraisalScreen)),
  ranking: lazyView(() => import('#renderer/features/ranking/ranking-screen.tsx').then((m) => m.RankingScreen)),
  reports: lazyView(() => import('#renderer/features/reports/reports-screen.tsx').then((m) => m.ReportsScreen)),
  units: lazyView(() => import('#renderer/features/units/units-screen.tsx').then((m) => m.UnitsScreen)),
  overview: lazyView(() => import('#renderer/features/overview/overview-screen.tsx').then((m) => m.OverviewScreen)),
  criteria: lazyView(() => import('#renderer/features/criteria/criteria-screen.tsx').then((m) => m.CriteriaScreen)),
  log: lazyView(() => import('#renderer/features/log/log-screen.tsx').then((m) => m.LogScreen)),
};
