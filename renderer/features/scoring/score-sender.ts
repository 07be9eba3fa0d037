import type { AppError } from '#shared/contract/errors.ts';
import type { Stage } from '#shared/domain/entities.ts';
import type { OpId } from '#shared/domain/ids.ts';
import type { SheetChange } from '#renderer/grid/sheet.ts';
import type { Client } from '#renderer/client/client.ts';
import type { BlockStore, PendingEdit } from './block-store.ts';

/** An edit nobody sent yet. */
export type NewEdit = Omit<PendingEdit, 'opId'>;

export interface ScoreSender {
  /** Shows the edit at once and sends it; `stage` is the column its failure is shown in. */
  submit(edit: NewEdit, stage: Stage): void;
  /** Shows the edits at once and sends them as one step; `failed` is told when none of them could be written. */
  submitStep(edits: readonly NewEdit[], step: SheetChange['step'], failed: (error: AppError) => void): void;
  /** Sends a failed edit again, against the newest version of the cell. */
  retry(edit: PendingEdit, stage: Stage): void;
}

interface Job {
  readonly edits: readonly PendingEdit[];
  readonly step: SheetChange['step'];
  /** Versions the person saw; null where an own earlier edit of the cell was still on its way. */
  readonly seenVersions: readonly (number | null)[];
  readonly failed: (error: AppError) => void;
}

/**
 * Sends edits one after the other, so that two quick edits of one cell never conflict with each other. A reply and the
 * event of the same batch may come in either order; applying both is harmless.
 */
export function createScoreSender(client: Pick<Client, 'call'>, store: BlockStore, newOpId: () => OpId): ScoreSender {
  const jobs: Job[] = [];
  let isRunning = false;

  function enqueue(edits: readonly PendingEdit[], step: Job['step'], failed: Job['failed']): void {
    const seenVersions = edits.map(({ u, l }) => (store.hasPending(u, l) ? null : store.version(u, l)));
    jobs.push({ edits, step, seenVersions, failed });
    store.begin(edits);
    if (!isRunning) void run();
  }

  function enqueueOne(edit: NewEdit, stage: Stage): void {
    const own = { ...edit, opId: newOpId() };
    enqueue([own], 'set', (error) => store.fail(own, error, stage));
  }

  async function run(): Promise<void> {
    isRunning = true;
    for (let job = jobs.shift(); job; job = jobs.shift()) await send(job);
    isRunning = false;
  }

  async function send({ edits, step, seenVersions, failed }: Job): Promise<void> {
    const { shape } = store;
    const opId = edits[0]?.opId;
    const cells = edits.flatMap(({ u, l, set }, at) => {
      const unit = shape.units[u];
      const leaf = shape.set.leaves[l];
      if (!unit || !leaf) return [];
      return { cycleUnitId: unit.id, leafId: leaf.id, expectedVersion: seenVersions[at] ?? store.version(u, l), set };
    });
    if (opId === undefined || cells.length === 0) return;
    const answer = await client.call('scores.setCells', { opId, cycleId: shape.cycleId, cells, step });
    if (!answer.ok) return failed(answer.error);
    store.apply(answer.value.cells, opId);
    // Also those the reply does not list because nothing differed.
    store.withdraw(edits);
  }

  return {
    submit: enqueueOne,
    submitStep(edits, step, failed) {
      if (edits.length === 0) return;
      const opId = newOpId();
      const own = edits.map((edit): PendingEdit => ({ ...edit, opId }));
      enqueue(own, step, (error) => {
        store.withdraw(own);
        failed(error);
      });
    },
    retry: enqueueOne,
  };
}
