/**
 * The cells of the open file as columns, kept in memory: read once per block, patched by every commit. Called by the
 * score, ranking and annex handlers. Derived data only; dropping it costs a read.
 */
import type { BlockCells, Cell, CycleStructure } from '#shared/contract/outputs.ts';
import type { Block } from '#shared/domain/entities.ts';
import type { BlockId, CycleUnitId, NodeId } from '#shared/domain/ids.ts';
import { compileSet } from '#shared/scoring/compile-set.ts';
import {
  CHANGED_SINCE_MILESTONE,
  HAS_COMMENT,
  HAS_EVIDENCE,
  NOT_APPLICABLE,
  type CompiledSet,
} from '#shared/scoring/model.ts';
import { getHead, type Db } from '#db/repos/log-repo.ts';
import { listCommentPlaces, listMilestones, listScoresChangedAfter } from '#db/repos/discussion-repo.ts';
import { listBlockPoints, listEvidencePlaces, placeOfScore } from '#db/repos/score-repo.ts';

export interface LoadedBlock {
  readonly block: Block;
  readonly set: CompiledSet;
  readonly cells: BlockCells;
  /** Without one nothing counts as changed. */
  readonly hasMilestone: boolean;
}

/** Reads a block's cells as columns, blank where nothing was ever written. */
export async function loadBlock(db: Db, structure: CycleStructure, block: Block): Promise<LoadedBlock> {
  const criteria = structure.criteriaSets.find((set) => set.id === block.criteriaSetId)!;
  const compiled = compileSet(criteria);
  if (!compiled.ok) throw new Error(`Criteria set ${criteria.id} in the file does not compile`);
  const set = compiled.value;
  const cycleUnitIds = structure.cycleUnits.filter((unit) => unit.blockId === block.id).map((unit) => unit.id);
  const leafIds = set.leaves.map((leaf) => leaf.id);
  const size = cycleUnitIds.length * leafIds.length;
  const cells: BlockCells = {
    cycleId: block.cycleId,
    blockId: block.id,
    cycleUnitIds,
    leafIds,
    self: new Float64Array(size).fill(Number.NaN),
    appraised: new Float64Array(size).fill(Number.NaN),
    final: new Float64Array(size).fill(Number.NaN),
    flags: new Uint8Array(size),
    version: new Int32Array(size),
    seq: (await getHead(db)).seq,
  };
  const place = placesOf(cells);
  for (const row of await listBlockPoints(db, block.id)) {
    const at = place(row.cycle_unit_id as CycleUnitId, row.leaf_id as NodeId);
    if (at < 0) continue;
    cells.self[at] = row.self_micro ?? Number.NaN;
    cells.appraised[at] = row.appraised_micro ?? Number.NaN;
    cells.final[at] = row.final_micro ?? Number.NaN;
    cells.version[at] = row.version;
    if (row.not_applicable) cells.flags[at]! |= NOT_APPLICABLE;
  }
  for (const row of await listEvidencePlaces(db, block.id)) {
    const at = place(row.cycle_unit_id as CycleUnitId, row.leaf_id as NodeId);
    if (at >= 0) cells.flags[at]! |= HAS_EVIDENCE;
  }
  for (const row of await listCommentPlaces(db, block.id)) {
    const at = place(row.cycle_unit_id as CycleUnitId, row.leaf_id as NodeId);
    if (at >= 0) cells.flags[at]! |= HAS_COMMENT;
  }
  const hasMilestone = await markChanges(db, cells, place);
  return { block, set, cells, hasMilestone };
}

async function markChanges(db: Db, cells: BlockCells, place: ReturnType<typeof placesOf>): Promise<boolean> {
  const milestone = (await listMilestones(db, cells.cycleId)).at(-1);
  if (!milestone) return false;
  for (const id of await listScoresChangedAfter(db, milestone.logSeq)) {
    const { cycleUnitId, leafId } = placeOfScore(id);
    const at = place(cycleUnitId, leafId);
    if (at >= 0) cells.flags[at]! |= CHANGED_SINCE_MILESTONE;
  }
  return true;
}

/** The same columns with the given cells as they are now; cells of other blocks are ignored. */
export function patchBlock(loaded: LoadedBlock, changed: readonly Cell[], seq: number): LoadedBlock {
  const { cells } = loaded;
  const changedMark = loaded.hasMilestone ? CHANGED_SINCE_MILESTONE : 0;
  const place = placesOf(cells);
  for (const cell of changed) {
    const at = place(cell.cycleUnitId, cell.leafId);
    if (at < 0) continue;
    cells.self[at] = cell.selfMicro ?? Number.NaN;
    cells.appraised[at] = cell.appraisedMicro ?? Number.NaN;
    cells.final[at] = cell.finalMicro ?? Number.NaN;
    cells.version[at] = cell.version;
    cells.flags[at] = (cells.flags[at]! & ~NOT_APPLICABLE) | (cell.notApplicable ? NOT_APPLICABLE : 0) | changedMark;
  }
  return { ...loaded, cells: { ...cells, seq } };
}

/** Position of a cell in the columns; −1 when it is not among them. */
export function placesOf(cells: BlockCells): (unit: CycleUnitId, leaf: NodeId) => number {
  const units = new Map(cells.cycleUnitIds.map((id, index) => [id, index]));
  const leaves = new Map(cells.leafIds.map((id, index) => [id, index]));
  return (unit, leaf) => {
    const u = units.get(unit);
    const l = leaves.get(leaf);
    return u === undefined || l === undefined ? -1 : u * cells.leafIds.length + l;
  };
}

export type LoadedBlocks = Map<BlockId, LoadedBlock>;
