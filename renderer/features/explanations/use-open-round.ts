import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/contract/errors.ts';
import type { CycleId, CycleUnitId, NodeId } from '#shared/domain/ids.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { useToast } from '#renderer/app/hooks/use-toast.ts';
import { dayOf } from '#renderer/ui/format-time.ts';
import { readRound, type RoundDraft, type RoundProblem } from './round-form.tsx';

export interface OpenRound {
  readonly draft: RoundDraft;
  readonly setDraft: (draft: RoundDraft) => void;
  /** What is wrong with the draft, once the person tried. */
  readonly problem: RoundProblem | null;
  readonly isBusy: boolean;
  readonly failed: AppError | null;
  /** True when the round is on disk. */
  readonly open: (cells: readonly { readonly cycleUnitId: CycleUnitId; readonly leafId: NodeId }[]) => Promise<boolean>;
}

/** A new round as it is being filled in. @param number the number it will get */
export function useOpenRound(cycleId: CycleId, number: number): OpenRound {
  const { t } = useTranslation();
  const client = useClient();
  const toast = useToast();
  const [draft, setDraft] = useState<RoundDraft>(() => ({
    name: t('explanations.rounds.defaultName', { number }),
    deadline: '',
  }));
  const [isAsked, setAsked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<AppError | null>(null);
  const { day, problem } = readRound(draft);

  return {
    draft,
    setDraft,
    problem: isAsked ? problem : null,
    isBusy,
    failed,
    async open(cells) {
      setAsked(true);
      if (problem !== null || day === null || cells.length === 0) return false;
      setBusy(true);
      const name = draft.name.trim();
      const answer = await client.call('explanations.openRound', {
        cycleId,
        name,
        deadline: day,
        today: dayOf(new Date()),
        cells: [...cells],
      });
      setBusy(false);
      setFailed(answer.ok ? null : answer.error);
      if (answer.ok) {
        toast.show({ intent: 'success', title: t('explanations.done.open', { name, count: cells.length }) });
        setAsked(false);
      }
      return answer.ok;
    },
  };
}
