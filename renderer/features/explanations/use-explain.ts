import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '#shared/contract/errors.ts';
import type { Committed } from '#shared/contract/outputs.ts';
import type { Result } from '#shared/util/result.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { useToast } from '#renderer/app/hooks/use-toast.ts';
import type { BlockStore } from '#renderer/features/scoring/block-store.ts';
import type { EvidenceRecord } from '#renderer/features/cell-details/document-fields.tsx';
import type { Explained } from './explanation-store.ts';

/** An explanation with the cell it is about, by positions in the store. */
export interface ExplainedCell extends Explained {
  readonly u: number;
  readonly l: number;
}

export interface Explain {
  readonly isBusy: boolean;
  readonly failed: AppError | null;
  readonly answer: (cells: readonly ExplainedCell[], text: string, document: EvidenceRecord | null) => Promise<boolean>;
  /** Grants points (10⁻⁶ point) to each cell. */
  readonly accept: (
    cells: readonly ExplainedCell[],
    pointsMicroOf: (cell: ExplainedCell) => number,
    reason: string,
  ) => Promise<boolean>;
  readonly reject: (cells: readonly ExplainedCell[], reason: string) => Promise<boolean>;
}

/** The acts on explanations, each one step however many cells; true when it is on disk. */
export function useExplain(store: BlockStore): Explain {
  const { t } = useTranslation();
  const client = useClient();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<AppError | null>(null);

  const seen = ({ item }: ExplainedCell) => ({ itemId: item.id, expectedVersion: item.version });
  const decided = (cell: ExplainedCell) => ({ ...seen(cell), expectedCellVersion: store.version(cell.u, cell.l) });

  async function send(call: Promise<Result<Committed, AppError>>, done: string): Promise<boolean> {
    setBusy(true);
    const answer = await call;
    setBusy(false);
    setFailed(answer.ok ? null : answer.error);
    if (answer.ok) toast.show({ intent: 'success', title: done });
    return answer.ok;
  }

  return {
    isBusy,
    failed,
    answer: (cells, text, document) =>
      send(
        client.call('explanations.answer', { items: cells.map(seen), text, document }),
        t('explanations.done.answer', { count: cells.length }),
      ),
    accept: (cells, pointsMicroOf, reason) =>
      send(
        client.call('explanations.accept', {
          items: cells.map((cell) => ({ ...decided(cell), pointsMicro: pointsMicroOf(cell) })),
          reason,
        }),
        t('explanations.done.accept', { count: cells.length }),
      ),
    reject: (cells, reason) =>
      send(
        client.call('explanations.reject', { items: cells.map(decided), reason }),
        t('explanations.done.reject', { count: cells.length }),
      ),
  };
}
