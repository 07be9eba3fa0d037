/** Where the present values of a unit come from: changes of its records with the batch each belongs to. */
import type { Change } from '#shared/changes/change.ts';
import type { CycleUnitId } from '#shared/domain/ids.ts';
import { changeOfRow, type Db } from './log-repo.ts';
import { chunksOf } from './record-repo.ts';

export interface OriginRow {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  /** JSON of a BatchLabel. */
  readonly label: string;
  readonly change: Change;
}

/** Every change of a unit's cells, oldest first. */
export async function listCellChanges(db: Db, cycleUnitId: CycleUnitId): Promise<readonly OriginRow[]> {
  const rows = await selectChanges(db)
    // Ids of cells begin with the unit's: a range of the index.
    .where('row_id', '>=', `${cycleUnitId}/`)
    .where('row_id', '<', `${cycleUnitId}0`)
    .where('tbl', '=', 'score')
    .execute();
  return rows.map(toOrigin);
}

/** Every change of the given records of one table, oldest first. */
export async function listChangesOf(db: Db, table: string, ids: readonly string[]): Promise<readonly OriginRow[]> {
  const found: OriginRow[] = [];
  for (const chunk of chunksOf(ids, 5_000)) {
    const rows = await selectChanges(db).where('row_id', 'in', chunk).where('tbl', '=', table).execute();
    found.push(...rows.map(toOrigin));
  }
  return found;
}

function selectChanges(db: Db) {
  return db
    .selectFrom('change_log')
    .innerJoin('batch', 'batch.seq', 'change_log.batch_seq')
    .select(['batch.at', 'batch.actor', 'batch.label', 'change_log.batch_seq'])
    .select(['change_log.kind', 'tbl', 'row_id', 'col', 'old', 'new'])
    .orderBy('change_log.seq');
}

type SelectedRow = Awaited<ReturnType<ReturnType<typeof selectChanges>['execute']>>[number];

function toOrigin(row: SelectedRow): OriginRow {
  const { at, actor, label, batch_seq: seq } = row;
  return { seq, at, actor, label, change: changeOfRow(row) };
}
