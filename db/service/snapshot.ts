/**
 * A year as it was right after any batch of the log: taken from what the records say now by walking the log backwards.
 * The log is append-only and chained, so a milestone is one number and cannot change (docs/adr/0011). Called by the
 * comparison of milestones; only reads.
 */
import type { CycleStructure } from '#shared/contract/outputs.ts';
import type { Block } from '#shared/domain/entities.ts';
import type { CycleId, CycleUnitId, NodeId } from '#shared/domain/ids.ts';
import { compileSet } from '#shared/scoring/compile-set.ts';
import { HAS_EVIDENCE, NOT_APPLICABLE } from '#shared/scoring/model.ts';
import type { RankColumns } from '#shared/scoring/ranking-model.ts';
import { listStructureRows, STRUCTURE_TABLES, structureOfRows, type StructureRows } from '#db/repos/cycle-repo.ts';
import { walkBack, type Db } from '#db/repos/log-repo.ts';
import { listCyclePoints, listEvidenceCounts, placeOfScore } from '#db/repos/score-repo.ts';

export interface Snapshot {
  readonly structure: CycleStructure;
  /** One entry per block whose criteria set adds up. */
  readonly columns: readonly RankColumns[];
}

/** The year after batch `logSeq`; null when it did not exist then. */
export async function snapshotAt(db: Db, cycleId: CycleId, logSeq: number): Promise<Snapshot | null> {
  const structure = await structureAt(db, cycleId, logSeq);
  if (!structure) return null;
  const columns = structure.blocks.flatMap((block) => blankColumns(structure, block));
  await fillColumns(db, cycleId, columns, logSeq);
  return { structure, columns };
}

async function structureAt(db: Db, cycleId: CycleId, logSeq: number): Promise<CycleStructure | null> {
  const rows = await listStructureRows(db, cycleId);
  for await (const change of walkBack(db, logSeq, STRUCTURE_TABLES)) {
    const table = rows[change.table as keyof StructureRows] as Map<string, object>;
    // Changes of other years meet no record here, or leave one that belongs to no block of this year.
    if (change.kind === 'insert') table.delete(change.id);
    else if (change.kind === 'delete') table.set(change.id, { ...change.row, version: 0 });
    else {
      const row = table.get(change.id);
      if (row) table.set(change.id, { ...row, [change.column]: change.old });
    }
  }
  return structureOfRows(cycleId, rows) ?? null;
}

function blankColumns(structure: CycleStructure, block: Block): RankColumns[] {
  const set = compileSet(structure.criteriaSets.find(({ id }) => id === block.criteriaSetId) ?? NO_SET);
  if (!set.ok) return [];
  const cycleUnitIds = structure.cycleUnits.filter(({ blockId }) => blockId === block.id).map(({ id }) => id);
  const leafIds = set.value.leaves.map(({ id }) => id);
  const size = cycleUnitIds.length * leafIds.length;
  const blank = () => new Float64Array(size).fill(Number.NaN);
  return [
    {
      blockId: block.id,
      cycleUnitIds,
      leafIds,
      self: blank(),
      appraised: blank(),
      final: blank(),
      flags: new Uint8Array(size),
    },
  ];
}

const NO_SET = { scaleMicro: 0, nodes: [] };

/** Columns of a score record and of the engine's arrays. */
const POINTS = { self_micro: 'self', appraised_micro: 'appraised', final_micro: 'final' } as const;
type PointColumn = keyof typeof POINTS;

async function fillColumns(db: Db, cycleId: CycleId, columns: readonly RankColumns[], logSeq: number): Promise<void> {
  const place = placesOf(columns);
  const evidence = new Map<string, number>();

  function set(id: string, column: string, value: unknown): void {
    const at = place(id);
    if (!at) return;
    if (column in POINTS) at.columns[POINTS[column as PointColumn]][at.cell] = (value as number | null) ?? Number.NaN;
    else if (column === 'not_applicable_reason') mark(at, NOT_APPLICABLE, value !== null);
  }
  function setAll(id: string, row: Readonly<Record<string, unknown>>): void {
    for (const column of [...Object.keys(POINTS), 'not_applicable_reason']) set(id, column, row[column] ?? null);
  }
  function count(row: Readonly<Record<string, unknown>>, by: 1 | -1): void {
    const id = `${String(row['cycle_unit_id'])}/${String(row['leaf_id'])}`;
    evidence.set(id, (evidence.get(id) ?? 0) + by);
  }

  for (const row of await listCyclePoints(db, cycleId)) setAll(row.id, row);
  for (const row of await listEvidenceCounts(db, cycleId)) {
    evidence.set(`${row.cycle_unit_id}/${row.leaf_id}`, Number(row.count));
  }
  for await (const change of walkBack(db, logSeq, ['score', 'evidence'])) {
    if (change.table === 'evidence') {
      if (change.kind !== 'update') count(change.row, change.kind === 'insert' ? -1 : 1);
    } else if (change.kind === 'update') set(change.id, change.column, change.old);
    else setAll(change.id, change.kind === 'insert' ? {} : change.row);
  }
  for (const [id, documents] of evidence) {
    const at = place(id);
    if (at) mark(at, HAS_EVIDENCE, documents > 0);
  }
}

interface Place {
  readonly columns: RankColumns;
  readonly cell: number;
}

function mark({ columns, cell }: Place, bit: number, isSet: boolean): void {
  columns.flags[cell] = isSet ? columns.flags[cell]! | bit : columns.flags[cell]! & ~bit;
}

/** Where a score record lies in the columns; undefined for records of units or leaves this moment does not have. */
function placesOf(all: readonly RankColumns[]): (scoreId: string) => Place | undefined {
  const units = new Map<CycleUnitId, { columns: RankColumns; row: number; leaves: ReadonlyMap<NodeId, number> }>();
  for (const columns of all) {
    const leaves = new Map(columns.leafIds.map((id, l) => [id, l]));
    for (const [row, id] of columns.cycleUnitIds.entries()) units.set(id, { columns, row, leaves });
  }
  return (scoreId) => {
    const { cycleUnitId, leafId } = placeOfScore(scoreId);
    const unit = units.get(cycleUnitId);
    const leaf = unit?.leaves.get(leafId);
    return unit && leaf !== undefined ? { columns: unit.columns, cell: unit.row * unit.leaves.size + leaf } : undefined;
  };
}
