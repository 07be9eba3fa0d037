import { useCallback, useState } from 'react';
import type { ClientInput } from '#renderer/client/client.ts';
import type { AppError } from '#shared/contract/errors.ts';
import type { CriteriaView } from '#shared/contract/outputs-criteria.ts';
import type { SetEdit } from '#shared/criteria/edit-set.ts';
import type { Numbering } from '#shared/criteria/number-nodes.ts';
import type { CriteriaSetId } from '#shared/domain/ids.ts';
import { useCall } from '#renderer/app/hooks/use-call.ts';
import { useClient } from '#renderer/app/hooks/use-client.ts';
import { useEvent } from '#renderer/app/hooks/use-event.ts';
import { useToast } from '#renderer/app/hooks/use-toast.ts';

export interface Criteria {
  readonly view: CriteriaView | null;
  readonly error: AppError | null;
  /** True while an edit is on its way to the disk. */
  readonly isBusy: boolean;
  /** One edit, one step of undo. False when it was refused, which has been said then. */
  edit(edit: SetEdit, numbering: Numbering | null): Promise<boolean>;
  discard(): Promise<boolean>;
}

/** A criteria set as it is, renewed with every step anybody takes. */
export function useCriteria(setId: CriteriaSetId): Criteria {
  const client = useClient();
  const toast = useToast();
  const { data, error, reload } = useCall('criteria.get', { setId });
  const [isBusy, setBusy] = useState(false);
  useEvent('changes.committed', reload);
  const say = toast.error;

  const edit = useCallback(
    async (step: SetEdit, numbering: Numbering | null): Promise<boolean> => {
      const nodeVersions: Readonly<Record<string, number>> = data?.nodeVersions ?? {};
      const expectedVersion = step.kind === 'patch' ? (nodeVersions[step.nodeId] ?? 0) : null;
      setBusy(true);
      const input: ClientInput<'criteria.edit'> = { setId, edit: step, expectedVersion, numbering };
      const answer = await client.call('criteria.edit', input);
      setBusy(false);
      if (!answer.ok) say(answer.error);
      return answer.ok;
    },
    [client, data, setId, say],
  );

  const discard = useCallback(async (): Promise<boolean> => {
    setBusy(true);
    const answer = await client.call('criteria.discard', { setId });
    setBusy(false);
    if (!answer.ok) say(answer.error);
    return answer.ok;
  }, [client, setId, say]);

  return { view: data, error, isBusy, edit, discard };
}
