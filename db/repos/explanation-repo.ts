/** Explanation rounds and the cut cells in them. */
import type { ExplanationItem, ExplanationRound } from '#shared/domain/explanations.ts';
import type { CycleId, ExplanationItemId, ExplanationRoundId } from '#shared/domain/ids.ts';
import type { ExplanationItemTable, ExplanationRoundTable } from '#db/engine/schema.ts';
import type { Db } from './log-repo.ts';
import { findRecords } from './record-repo.ts';

/** In the order in which they were opened. */
export async function listRounds(db: Db, cycleId: CycleId): Promise<readonly ExplanationRound[]> {
  const rows = await db
    .selectFrom('explanation_round')
    .selectAll()
    .where('cycle_id', '=', cycleId)
    .orderBy('number')
    .execute();
  return rows.map(toRound);
}

export async function findRound(db: Db, id: ExplanationRoundId): Promise<ExplanationRound | undefined> {
  const row = await db.selectFrom('explanation_round').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toRound(row);
}

/** All items of a cycle, those of earlier rounds first. */
export async function listItems(db: Db, cycleId: CycleId): Promise<readonly ExplanationItem[]> {
  const rows = await db
    .selectFrom('explanation_item')
    .innerJoin('explanation_round', 'explanation_round.id', 'explanation_item.round_id')
    .where('explanation_round.cycle_id', '=', cycleId)
    .selectAll('explanation_item')
    .orderBy('explanation_round.number')
    .orderBy('explanation_item.id')
    .execute();
  return rows.map(toItem);
}

export async function listRoundItems(db: Db, roundId: ExplanationRoundId): Promise<readonly ExplanationItem[]> {
  const rows = await db.selectFrom('explanation_item').selectAll().where('round_id', '=', roundId).execute();
  return rows.map(toItem);
}

/** Items by id; ids that do not exist are missing from the map. */
export async function findItems(
  db: Db,
  ids: readonly ExplanationItemId[],
): Promise<ReadonlyMap<string, ExplanationItem>> {
  const records = await findRecords(db, 'explanation_item', ids);
  return new Map([...records].map(([id, row]) => [id, toItem(row as unknown as ExplanationItemTable)]));
}

function toRound(row: ExplanationRoundTable): ExplanationRound {
  return {
    id: row.id as ExplanationRound['id'],
    cycleId: row.cycle_id as CycleId,
    number: row.number,
    name: row.name,
    openedAt: row.opened_at,
    openedBy: row.opened_by,
    deadline: row.deadline,
    closedAt: row.closed_at,
    closedBy: row.closed_by,
    version: row.version,
  };
}

function toItem(row: ExplanationItemTable): ExplanationItem {
  return {
    id: row.id as ExplanationItem['id'],
    roundId: row.round_id as ExplanationItem['roundId'],
    cycleUnitId: row.cycle_unit_id as ExplanationItem['cycleUnitId'],
    leafId: row.leaf_id as ExplanationItem['leafId'],
    state: row.state as ExplanationItem['state'],
    selfMicro: row.self_micro,
    appraisedMicro: row.appraised_micro,
    cutReason: row.cut_reason,
    answer: row.answer,
    answeredAt: row.answered_at,
    answeredBy: row.answered_by,
    grantedMicro: row.granted_micro,
    decisionReason: row.decision_reason,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    version: row.version,
  };
}

/** The columns a move of an item may change, as stored. */
export function toMovedColumns(
  item: ExplanationItem,
): Pick<
  ExplanationItemTable,
  'state' | 'answer' | 'answered_at' | 'answered_by' | 'granted_micro' | 'decision_reason' | 'decided_at' | 'decided_by'
> {
  return {
    state: item.state,
    answer: item.answer,
    answered_at: item.answeredAt,
    answered_by: item.answeredBy,
    granted_micro: item.grantedMicro,
    decision_reason: item.decisionReason,
    decided_at: item.decidedAt,
    decided_by: item.decidedBy,
  };
}
