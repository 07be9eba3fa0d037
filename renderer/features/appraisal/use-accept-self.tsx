import { useState, type JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { useToast } from '#renderer/app/hooks/use-toast.ts';
import type { BlockStore } from '#renderer/features/scoring/block-store.ts';
import type { CellAt } from '#renderer/features/scoring/score-entry.ts';
import { lazyView } from '#renderer/ui/lazy-view.tsx';
import { planAcceptSelf, type AcceptPlan } from './plan-accept-self.ts';

const acceptDialog = lazyView(() => import('./accept-dialog.tsx').then((m) => m.AcceptDialog));

export interface AcceptSelf {
  /** Writes the self-scored points of these cells as appraised ones; asks where an appraiser typed others. */
  readonly accept: (cells: readonly Pick<CellAt, 'u' | 'l'>[]) => void;
  readonly preload: () => void;
  /** The question, while there is one. */
  readonly dialog: JSX.Element | null;
}

/** "Chấp nhận điểm tự chấm" of many cells as one step. */
export function useAcceptSelf(store: BlockStore, onAccepted: () => void): AcceptSelf {
  const { t } = useTranslation();
  const client = useClient();
  const toast = useToast();
  const [asked, setAsked] = useState<AcceptPlan | null>(null);
  const { units, set, cycleId } = store.shape;

  function accept(cells: readonly Pick<CellAt, 'u' | 'l'>[]): void {
    const plan = planAcceptSelf(
      cells.flatMap(({ u, l }) => {
        const unit = units[u];
        const leaf = set.leaves[l];
        if (!unit || !leaf) return [];
        return {
          cycleUnitId: unit.id,
          leafId: leaf.id,
          version: store.version(u, l),
          selfMicro: store.points('self', u, l),
          appraisedMicro: store.points('appraised', u, l),
          notApplicable: store.isNotApplicable(u, l),
          locked: store.hasPending(u, l),
        };
      }),
    );
    if (plan.typed.length > 0) setAsked(plan);
    else if (plan.blank.length > 0) void write(plan.blank);
    else toast.show({ intent: 'info', title: t('appraisal.nothingToAccept') });
  }

  async function write(cells: AcceptPlan['blank']): Promise<void> {
    setAsked(null);
    const answer = await client.call('scores.setCells', { cycleId, cells: [...cells], step: 'accept' });
    if (!answer.ok) return toast.error(answer.error);
    onAccepted();
    toast.show({ intent: 'success', title: t('appraisal.accepted', { count: cells.length }) });
  }

  return {
    accept,
    preload: acceptDialog.preload,
    dialog: asked && (
      <acceptDialog.View plan={asked} onAccept={(cells) => void write(cells)} onGiveUp={() => setAsked(null)} />
    ),
  };
}
