/** What a board opens over its sheet. It brings most of Fluent with it, and the sheet must not wait for that. */
import { lazyView } from '#renderer/ui/lazy-view.tsx';

const reasonDialog = lazyView(() => import('../reason-dialog.tsx').then((m) => m.ReasonDialog));
const planDialog = lazyView(() => import('../plan-dialog.tsx').then((m) => m.PlanDialog));
const cellDetails = lazyView(() =>
  import('#renderer/features/cell-details/cell-details.tsx').then((m) => m.CellDetails),
);

export const ReasonDialog = reasonDialog.View;
export const PlanDialog = planDialog.View;
export const CellDetails = cellDetails.View;

/** Fetches the questions that follow a key press. */
export function preloadBoardDialogs(): void {
  reasonDialog.preload();
  planDialog.preload();
}
