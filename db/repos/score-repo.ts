/** Reads score cells and evidence. Never adds anything up: that is shared/scoring's. */
import type { Cell } from '#shared/contract/outputs.ts';
import type { Evidence } from '#shared/domain/entities.ts';
import type { BlockId, CycleId, CycleUnitId, NodeId } from '#shared/domain/ids.ts';
import type { Declared } from '#shared/domain/rules.ts';
import type { Change } from '#shared/changes/change.ts';
import type { EvidenceTable, ScoreTable } from '#db/engine/schema.ts';
import type { Db } from './log-repo.ts';
import { findRecords } from './record-repo.ts';

/** The id of the cell of a unit and a leaf. */
export function scoreId(cycleUnitId: CycleUnitId, leafId: NodeId): string {
  return `${cycleUnitId}/${leafId}`;
}

/** Inverse of scoreId. */
export function placeOfScore(id: string): { readonly cycleUnitId: CycleUnitId; readonly leafId: NodeId } {
  const [cycleUnitId = '', leafId = ''] = id.split('/');
  return { cycleUnitId: cycleUnitId as CycleUnitId, leafId: leafId as NodeId };
}

/** A cell nobody has written yet. */
export function emptyCell(cycleUnitId: CycleUnitId, leafId: NodeId): Cell {
  return {
    cycleUnitId,
    leafId,
    selfMicro: null,
    appraisedMicro: null,
    finalMicro: null,
    declared: null,
    notApplicable: false,
    notApplicableReason: '',
    cutReason: '',
    version: 0,
    updatedAt: '',
    updatedBy: '',
  };
}

/** A cell from its record. */
export function toCell(row: ScoreTable): Cell {
  return {
    cycleUnitId: row.cycle_unit_id as CycleUnitId,
    leafId: row.leaf_id as NodeId,
    selfMicro: row.self_micro,
    appraisedMicro: row.appraised_micro,
    finalMicro: row.final_micro,
    declared: row.declared === null ? null : (JSON.parse(row.declared) as Declared),
    notApplicable: row.not_applicable_reason !== null,
    notApplicableReason: row.not_applicable_reason ?? '',
    cutReason: row.cut_reason,
    version: row.version,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
  };
}

/** The stored columns of a cell, without bookkeeping. */
export function toScoreRow(cell: Cell): Record<string, string | number | null> {
  return {
    id: scoreId(cell.cycleUnitId, cell.leafId),
    cycle_unit_id: cell.cycleUnitId,
    leaf_id: cell.leafId,
    self_micro: cell.selfMicro,
    appraised_micro: cell.appraisedMicro,
    final_micro: cell.finalMicro,
    declared: cell.declared === null ? null : JSON.stringify(cell.declared),
    not_applicable_reason: cell.notApplicable ? cell.notApplicableReason : null,
    cut_reason: cell.cutReason,
  };
}

/** Cells by id; a cell never written is missing. */
export async function findCells(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Cell>> {
  const records = await findRecords(db, 'score', ids);
  return new Map([...records].map(([id, row]) => [id, toCell(row as unknown as ScoreTable)]));
}

/** The cells a set of changes touched, as they are now (blank where a change removed the record). */
export async function cellsTouchedBy(db: Db, changes: readonly Change[]): Promise<readonly Cell[]> {
  const ids = [...new Set(changes.filter((change) => change.table === 'score').map((change) => change.id))];
  const cells = await findCells(db, ids);
  return ids.map((id) => {
    const { cycleUnitId, leafId } = placeOfScore(id);
    return cells.get(id) ?? emptyCell(cycleUnitId, leafId);
  });
}

export async function listUnitCells(db: Db, cycleUnitId: CycleUnitId): Promise<readonly Cell[]> {
  const rows = await db.selectFrom('score').selectAll().where('cycle_unit_id', '=', cycleUnitId).execute();
  return rows.map(toCell);
}

/** The numbers of all cells of a block; texts are left out, because a block is shown as columns of numbers. */
export async function listBlockPoints(db: Db, blockId: BlockId) {
  return db
    .selectFrom('score')
    .innerJoin('cycle_unit', 'cycle_unit.id', 'score.cycle_unit_id')
    .where('cycle_unit.block_id', '=', blockId)
    .select(['cycle_unit_id', 'leaf_id', 'self_micro', 'appraised_micro', 'final_micro', 'score.version'])
    .select((eb) => eb('not_applicable_reason', 'is not', null).as('not_applicable'))
    .execute();
}

/** The numbers of every cell of a cycle's units, by the columns of the record. */
export async function listCyclePoints(db: Db, cycleId: CycleId) {
  return db
    .selectFrom('score')
    .innerJoin('cycle_unit', 'cycle_unit.id', 'score.cycle_unit_id')
    .where('cycle_unit.cycle_id', '=', cycleId)
    .select(['score.id', 'self_micro', 'appraised_micro', 'final_micro', 'not_applicable_reason'])
    .execute();
}

/** How many evidence records each cell of a cycle has. */
export async function listEvidenceCounts(db: Db, cycleId: CycleId) {
  return db
    .selectFrom('evidence')
    .innerJoin('cycle_unit', 'cycle_unit.id', 'evidence.cycle_unit_id')
    .where('cycle_unit.cycle_id', '=', cycleId)
    .select(['cycle_unit_id', 'leaf_id'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy(['cycle_unit_id', 'leaf_id'])
    .execute();
}

/** Cells of a block that have at least one evidence record. */
export async function listEvidencePlaces(db: Db, blockId: BlockId) {
  return db
    .selectFrom('evidence')
    .innerJoin('cycle_unit', 'cycle_unit.id', 'evidence.cycle_unit_id')
    .where('cycle_unit.block_id', '=', blockId)
    .select(['cycle_unit_id', 'leaf_id'])
    .distinct()
    .execute();
}

export async function listUnitEvidence(db: Db, cycleUnitId: CycleUnitId): Promise<readonly Evidence[]> {
  const rows = await db
    .selectFrom('evidence')
    .selectAll()
    .where('cycle_unit_id', '=', cycleUnitId)
    .orderBy('document_date')
    .execute();
  return rows.map(toEvidence);
}

function toEvidence(row: EvidenceTable): Evidence {
  return {
    id: row.id as Evidence['id'],
    cycleUnitId: row.cycle_unit_id as CycleUnitId,
    leafId: row.leaf_id as NodeId,
    documentNo: row.document_no,
    documentDate: row.document_date,
    signer: row.signer,
    summary: row.summary,
    file: row.file_sha256 === null ? null : { name: row.file_name ?? '', sha256: row.file_sha256 },
    version: row.version,
  };
}

export async function listLeafCells(db: Db, blockId: BlockId, leafId: NodeId): Promise<readonly Cell[]> {
  const units = await db.selectFrom('cycle_unit').select('id').where('block_id', '=', blockId).execute();
  const ids = units.map(({ id }) => scoreId(id as CycleUnitId, leafId));
  return [...(await findCells(db, ids)).values()];
}

export async function listLeafEvidence(db: Db, blockId: BlockId, leafId: NodeId): Promise<readonly Evidence[]> {
  const rows = await db
    .selectFrom('evidence')
    .innerJoin('cycle_unit', 'cycle_unit.id', 'evidence.cycle_unit_id')
    .where('cycle_unit.block_id', '=', blockId)
    .where('evidence.leaf_id', '=', leafId)
    .selectAll('evidence')
    .orderBy('document_date')
    .execute();
  return rows.map(toEvidence);
}

/** Reasons given for cuts in a cycle, most used first. */
export async function listCutReasons(db: Db, cycleId: CycleId, limit: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('score')
    .innerJoin('cycle_unit', 'cycle_unit.id', 'score.cycle_unit_id')
    .where('cycle_unit.cycle_id', '=', cycleId)
    .where('cut_reason', '<>', '')
    .select('cut_reason')
    .groupBy('cut_reason')
    .orderBy((eb) => eb.fn.countAll(), 'desc')
    .orderBy('cut_reason')
    .limit(limit)
    .execute();
  return rows.map((row) => row.cut_reason);
}
