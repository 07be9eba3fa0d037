import type { Committed } from '#shared/contract/outputs.ts';
import type { Stage } from '#shared/domain/entities.ts';
import type { OpId } from '#shared/domain/ids.ts';
import type { Client } from '#renderer/client/client.ts';
import type { BlockStore, PendingEdit } from './block-store.ts';

export interface ScoreSender {
  /** Shows the edit at once and sends it; `stage` is the column its failure is shown in. */
  submit(edit: Omit<PendingEdit, 'opId'>, stage: Stage): void;
  /** Sends a failed edit again, against the newest version of the cell. */
  retry(edit: PendingEdit, stage: Stage): void;
}

interface Job {
  readonly edit: PendingEdit;
  readonly stage: Stage;
  /** Version the person saw; null when an own earlier edit of the cell was still on its way. */
  readonly seenVersion: number | null;
}

/**
 * Sends edits one after the other, so that two quick edits of one cell never conflict with each other. A reply and the
 * event of the same batch may come in either order; applying both is harmless.
 */
export function createScoreSender(client: Pick<Client, 'call'>, store: BlockStore, newOpId: () => OpId): ScoreSender {
  const jobs: Job[] = [];
  let isRunning = false;

  function enqueue(edit: PendingEdit, stage: Stage): void {
    const isQueued = store.hasPending(edit.u, edit.l);
    jobs.push({ edit, stage, seenVersion: isQueued ? null : store.version(edit.u, edit.l) });
    store.begin(edit);
    if (!isRunning) void run();
  }

  async function run(): Promise<void> {
    isRunning = true;
    for (let job = jobs.shift(); job; job = jobs.shift()) await send(job);
    isRunning = false;
  }

  async function send({ edit, stage, seenVersion }: Job): Promise<void> {
    const { shape } = store;
    const unit = shape.units[edit.u];
    const leaf = shape.set.leaves[edit.l];
    if (!unit || !leaf) return;
    const answer = await client.call('scores.setCells', {
      opId: edit.opId,
      cycleId: shape.cycleId,
      cells: [
        {
          cycleUnitId: unit.id,
          leafId: leaf.id,
          expectedVersion: seenVersion ?? store.version(edit.u, edit.l),
          set: edit.set,
        },
      ],
    });
    if (answer.ok) settle(answer.value, edit.opId);
    else store.fail(edit, answer.error, stage);
  }

  function settle(committed: Committed, opId: OpId): void {
    store.apply(committed.cells, opId);
    store.drop(opId);
  }

  return {
    submit: (edit, stage) => enqueue({ ...edit, opId: newOpId() }, stage),
    retry: (edit, stage) => enqueue({ ...edit, opId: newOpId() }, stage),
  };
}
