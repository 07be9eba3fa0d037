/**
 * Office files with one block as large as wanted: the provinces of the sample year (simulated figures) over and over,
 * with new codes. Written through the service's own way to make a cycle, as one batch.
 */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { makeSharedFolder } from '#e2e/driver/launch-settings.ts';
import { createOfficeFile } from '#db/engine/office-file.ts';
import { buildSampleYear } from '#db/sample/build-sample-year.ts';
import { createCycleChanges } from '#db/service/create-cycle.ts';
import { uuidV7 } from '#db/service/uuid-v7.ts';
import { singleSeat } from '#shared/domain/caller.ts';
import { writeBatch } from '#db/service/write-batch.ts';
import type { OpId } from '#shared/domain/ids.ts';
import { BLOCK_CODE } from './sample-block.ts';

/** Path of a closed office file whose only block has this many units. A large one takes a while. */
export async function makeSheetOffice(unitCount: number): Promise<string> {
  const path = join(makeSharedFolder('bench-sheet'), `${unitCount}.cchc`);
  const year = buildSampleYear();
  const block = year.blocks.find(({ code }) => code === BLOCK_CODE);
  if (!block) throw new Error(`The sample year has no block ${BLOCK_CODE}.`);
  const units = Array.from({ length: unitCount }, (_, at) => {
    const unit = block.units[at % block.units.length];
    if (!unit) throw new Error(`Block ${BLOCK_CODE} is empty.`);
    const times = Math.floor(at / block.units.length);
    return times === 0 ? unit : { ...unit, code: `${unit.code}-${times}`, name: `${unit.name} ${times}` };
  });
  const draft = { ...year, name: `${unitCount} đơn vị (mô phỏng)`, blocks: [{ ...block, units }] };
  const file = must(createOfficeFile(path, {}));
  const { cycleId, changes } = must(createCycleChanges(draft, new Map(), () => uuidV7()));
  const context = { file, caller: singleSeat('bench'), now: () => new Date().toISOString(), newId: () => uuidV7() };
  must(
    await writeBatch(context, {
      opId: uuidV7() as OpId,
      kind: 'command',
      label: { key: 'cycle.create', params: { name: draft.name } },
      searchWords: [],
      cycleId,
      undoable: false,
      targetId: null,
      changes,
    }),
  );
  await file.close();
  chmodSync(path, 0o666);
  return path;
}

function must<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (result.ok) return result.value;
  throw new Error(`The office file could not be made: ${JSON.stringify(result.error)}`);
}
