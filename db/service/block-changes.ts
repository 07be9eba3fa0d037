import type { Change, Row } from '#shared/changes/change.ts';
import type { ParsedInput } from '#shared/contract/contract.ts';
import { appError, type AppError } from '#shared/contract/errors.ts';
import type { CycleStructure } from '#shared/contract/outputs.ts';
import type { Block } from '#shared/domain/entities.ts';
import type { BlockId } from '#shared/domain/ids.ts';
import { starterCriteriaSet } from '#shared/domain/starter-criteria-set.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import type { LoggedTable } from '#db/engine/schema.ts';
import { findRecords, loggedPart } from '#db/repos/record-repo.ts';
import { removalsBesideSets } from '#db/repos/criteria-repo.ts';
import type { Db } from '#db/repos/log-repo.ts';
import { addBlock } from './create-cycle.ts';
import { draftOfSet } from './draft-next-cycle.ts';

type Wanted = ParsedInput<'cycles.setBlocks'>;
type Kept = Extract<Wanted['blocks'][number], { kind: 'kept' }>;

/**
 * The changes that make a year's blocks what is wanted, in that order. Errors: VERSION_CONFLICT when the blocks are no
 * longer those the person saw, NOT_FOUND, VALIDATION blockHasUnits for a removed block that units still stand in.
 */
export async function blockChanges(
  db: Db,
  structure: CycleStructure,
  { blocks, removed }: Pick<Wanted, 'blocks' | 'removed'>,
  newId: () => string,
): Promise<Result<readonly Change[], AppError>> {
  const byId = new Map(structure.blocks.map((block) => [block.id, block]));
  const kept = blocks.filter((block) => block.kind === 'kept');
  const named = [...kept.map(({ id }) => id), ...removed];
  const stale = kept.find(({ id, expectedVersion }) => byId.get(id)?.version !== expectedVersion)?.id;
  if (stale !== undefined || named.length !== byId.size || !named.every((id) => byId.has(id))) {
    return err(appError('VERSION_CONFLICT', 'changedMeanwhile', { table: 'block', record: stale ?? '' }));
  }
  const busy = removed.find((id) => structure.cycleUnits.some(({ blockId }) => blockId === id));
  if (busy !== undefined) return err(appError('VALIDATION', 'blockHasUnits', { block: byId.get(busy)?.code ?? '' }));

  const changes: Change[] = [];
  const add = (table: LoggedTable, row: Row) => changes.push({ kind: 'insert', table, id: String(row['id']), row });
  for (const [order, block] of blocks.entries()) {
    if (block.kind === 'kept') {
      changes.push(...renamed(byId.get(block.id)!, block, order));
      continue;
    }
    const source = block.criteriaOf === null ? null : byId.get(block.criteriaOf);
    if (source === undefined) return err(appError('NOT_FOUND', 'record', { what: 'block' }));
    const set = source && structure.criteriaSets.find(({ id }) => id === source.criteriaSetId)!;
    const criteriaSet = set ? draftOfSet(set) : starterCriteriaSet(block.name);
    const draft = { code: block.code, name: block.name, criteriaSet, units: [] };
    const written = addBlock({
      cycleId: structure.cycle.id,
      block: draft,
      order,
      unitsByCode: new Map(),
      newId,
      add,
    });
    if (!written.ok) return written;
  }
  changes.push(...(await removals(db, structure, removed)));
  return ok(changes);
}

function renamed(block: Block, wanted: Kept, order: number): readonly Change[] {
  const place = { kind: 'update', table: 'block', id: block.id } as const;
  return [
    ...(block.code === wanted.code ? [] : [{ ...place, column: 'code', old: block.code, new: wanted.code }]),
    ...(block.name === wanted.name ? [] : [{ ...place, column: 'name', old: block.name, new: wanted.name }]),
    ...(block.order === order ? [] : [{ ...place, column: 'ord', old: block.order, new: order }]),
  ];
}

/** A removed block takes its criteria set along, unless another block uses the same one. */
async function removals(db: Db, structure: CycleStructure, removed: readonly BlockId[]): Promise<readonly Change[]> {
  const staying = new Set(
    structure.blocks.filter(({ id }) => !removed.includes(id)).map((block) => block.criteriaSetId),
  );
  const going = structure.blocks.filter(({ id }) => removed.includes(id));
  const sets = structure.criteriaSets.filter(
    ({ id }) => !staying.has(id) && going.some(({ criteriaSetId }) => criteriaSetId === id),
  );
  const rows = async (table: LoggedTable, ids: readonly string[]): Promise<readonly Change[]> =>
    [...(await findRecords(db, table, ids))].map(([id, row]) => ({ kind: 'delete', table, id, row: loggedPart(row) }));
  return [
    ...(await removalsBesideSets(
      db,
      sets.map(({ id }) => id),
    )),
    ...(await rows('block', removed)),
    ...(await rows(
      'criteria_node',
      sets.flatMap(({ nodes }) => nodes.map(({ id }) => id)),
    )),
    ...(await rows(
      'criteria_set',
      sets.map(({ id }) => id),
    )),
  ];
}
