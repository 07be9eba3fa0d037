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
  /**
   * Shows the edits at once and sends them as one step; `failed` is told when none of them could be written. Answers
   * the name of the step on the disk, null when there was nothing to write.
   */
  submitStep(edits: readonly NewEdit[], step: SheetChange['step'], failed: (error: AppError) => void): OpId | null;
  /** Takes a step back, if it still is the last one, and writes in its place what is then planned. */
  replaceStep(
    replaced: OpId,
    edits: () => readonly NewEdit[],
    step: SheetChange['step'],
    failed: (error: AppError) => void,
  ): void;
  /** Sends a failed edit again, against the newest version of the cell. */
  retry(edit: PendingEdit, stage: Stage): void;
}

interface WriteJob {
  readonly kind: 'write';
  readonly edits: readonly PendingEdit[];
  readonly step: SheetChange['step'];
  /** Versions the person saw; null where an own earlier edit of the cell was still on its way. */
  readonly seenVersions: readonly (number | null)[];
  readonly failed: (error: AppError) => void;
}

interface TakeBackJob {
  readonly kind: 'takeBack';
  readonly opId: OpId;
  readonly failed: (error: AppError) => void;
  readonly then: () => void;
}

/**
 * Sends edits one after the other, so that two quick edits of one cell never conflict with each other. A reply and the
 * event of the same batch may come in either order; applying both is harmless.
 */
export function createScoreSender(client: Pick<Client, 'call'>, store: BlockStore, newOpId: () => OpId): ScoreSender {
  const jobs: (WriteJob | TakeBackJob)[] = [];
  let isRunning = false;

  function enqueue(edits: readonly PendingEdit[], step: WriteJob['step'], failed: WriteJob['failed']): void {
    const seenVersions = edits.map(({ u, l }) => (store.hasPending(u, l) ? null : store.version(u, l)));
    store.begin(edits);
    queue({ kind: 'write', edits, step, seenVersions, failed });
  }

  function queue(job: WriteJob | TakeBackJob): void {
    jobs.push(job);
    if (!isRunning) void run();
  }

  function enqueueOne(edit: NewEdit, stage: Stage): void {
    const own = { ...edit, opId: newOpId() };
    enqueue([own], 'set', (error) => store.fail(own, error, stage));
  }

  async function run(): Promise<void> {
    isRunning = true;
    for (let job = jobs.shift(); job; job = jobs.shift()) await (job.kind === 'write' ? send(job) : takeBack(job));
    isRunning = false;
  }

  async function send({ edits, step, seenVersions, failed }: WriteJob): Promise<void> {
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

  async function takeBack({ opId, failed, then }: TakeBackJob): Promise<void> {
    const answer = await client.call('changes.undo', { only: opId });
    if (answer.ok) store.apply(answer.value.cells, null);
    // Taken back already, or the person has gone on since: what was chosen is then a step of its own.
    else if (answer.error.reason !== 'nothingToUndo') return failed(answer.error);
    then();
  }

  function submitStep(edits: readonly NewEdit[], step: WriteJob['step'], failed: WriteJob['failed']): OpId | null {
    if (edits.length === 0) return null;
    const opId = newOpId();
    const own = edits.map((edit): PendingEdit => ({ ...edit, opId }));
    enqueue(own, step, (error) => {
      store.withdraw(own);
      failed(error);
    });
    return opId;
  }

  return {
    submit: enqueueOne,
    submitStep,
    replaceStep: (replaced, edits, step, failed) =>
      queue({ kind: 'takeBack', opId: replaced, failed, then: () => void submitStep(edits(), step, failed) }),
    retry: enqueueOne,
  };
}
