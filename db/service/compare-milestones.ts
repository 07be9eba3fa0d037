/**
 * What changed between two moments of a year: every cell with before, after, who and when, and what that did to totals,
 * ranks and classes. Cells come from the log itself, results from the engine over the two snapshots. Called by
 * `milestones.compare`; only reads.
 */
import type {
  CellDifference,
  ComparedValue,
  MilestoneComparison,
  ResultDifference,
  UnitResult,
} from '#shared/contract/outputs-cycles.ts';
import type { CycleStructure } from '#shared/contract/outputs.ts';
import type { CycleId } from '#shared/domain/ids.ts';
import type { RankedUnit } from '#shared/scoring/ranking-model.ts';
import { rankCycle } from '#shared/scoring/summarise-cycle.ts';
import { walkBetween, type Db } from '#db/repos/log-repo.ts';
import { placeOfScore } from '#db/repos/score-repo.ts';
import { snapshotAt, type Snapshot } from './snapshot.ts';

/** A window shows so many and no more; the count stays exact, and a block at a time brings the rest into reach. */
const MAX_CELLS = 50_000;

type Compared = Pick<MilestoneComparison, 'units' | 'leaves' | 'cells' | 'cellCount' | 'results' | 'settings'>;

/** Compares the year after batch `from` with the year after the later batch `to`; null when it did not exist at `from`. */
export async function compareMoments(db: Db, cycleId: CycleId, from: number, to: number): Promise<Compared | null> {
  const before = await snapshotAt(db, cycleId, from);
  const after = await snapshotAt(db, cycleId, to);
  if (!before || !after) return null;
  const names = namesOf([after.structure, before.structure]);
  const { cells, count } = await cellDifferences(db, names, from, to);
  return {
    units: [...names.units.values()],
    leaves: [...names.leaves.values()],
    cells,
    cellCount: count,
    results: resultDifferences(before, after),
    settings: changedSettings(before.structure, after.structure),
  };
}

interface Names {
  readonly units: Map<string, MilestoneComparison['units'][number]>;
  readonly leaves: Map<string, MilestoneComparison['leaves'][number]>;
}

/** Units and leaves of either moment, by id; the first structure's names win. */
function namesOf(structures: readonly CycleStructure[]): Names {
  const names: Names = { units: new Map(), leaves: new Map() };
  for (const { units, cycleUnits, blocks, criteriaSets } of structures) {
    const unitById = new Map(units.map((unit) => [unit.id, unit]));
    const blockCode = new Map(blocks.map((block) => [block.id, block.code]));
    for (const { id, unitId, blockId } of cycleUnits) {
      const unit = unitById.get(unitId);
      if (!unit || names.units.has(id)) continue;
      names.units.set(id, { id, code: unit.code, name: unit.name, block: blockCode.get(blockId) ?? '' });
    }
    for (const { id, code, name, rule } of criteriaSets.flatMap(({ nodes }) => nodes)) {
      if (rule && !names.leaves.has(id)) names.leaves.set(id, { id, code, name });
    }
  }
  return names;
}

/** Column of a score record → what a person calls it. */
const VALUES: Readonly<Record<string, ComparedValue>> = {
  self_micro: 'self',
  appraised_micro: 'appraised',
  final_micro: 'final',
  not_applicable_reason: 'notApplicable',
  declared: 'declared',
  cut_reason: 'reason',
};

interface Open {
  readonly place: Pick<CellDifference, 'unitId' | 'leafId' | 'value'>;
  readonly before: string | number | null;
  after: string | number | null;
  by: string;
  at: string;
}

/** First old and last new value of every column touched in between; what ended where it began is no difference. */
async function cellDifferences(
  db: Db,
  names: Names,
  from: number,
  to: number,
): Promise<{ readonly cells: readonly CellDifference[]; readonly count: number }> {
  const open = new Map<string, Open>();
  function note(key: string, place: Open['place'], step: Omit<Open, 'place'>): void {
    const known = open.get(key);
    if (!known) open.set(key, { place, ...step });
    else Object.assign(known, { after: step.after, by: step.by, at: step.at });
  }
  for await (const { change, actor, at } of walkBetween(db, from, to, ['score', 'evidence'])) {
    const stamp = { by: actor, at };
    if (change.table === 'evidence') {
      if (change.kind === 'update') continue;
      const { cycle_unit_id: unitId, leaf_id: leafId, document_no: text } = change.row;
      const place = { unitId: String(unitId), leafId: String(leafId), value: 'evidence' } as const;
      const document = text === '' || text === undefined ? (change.row['summary'] ?? '') : text;
      const isNew = change.kind === 'insert';
      note(`evidence ${change.id}`, place, {
        before: isNew ? null : document,
        after: isNew ? document : null,
        ...stamp,
      });
      continue;
    }
    const { cycleUnitId: unitId, leafId } = placeOfScore(change.id);
    for (const [column, value] of Object.entries(VALUES)) {
      if (change.kind === 'update' && change.column !== column) continue;
      const old = change.kind === 'insert' ? null : change.kind === 'delete' ? change.row[column] : change.old;
      const now = change.kind === 'delete' ? null : change.kind === 'insert' ? change.row[column] : change.new;
      note(`${change.id} ${column}`, { unitId, leafId, value }, { before: plain(old), after: plain(now), ...stamp });
    }
  }
  const cells: CellDifference[] = [];
  let count = 0;
  for (const { place, before, after, by, at } of open.values()) {
    if (before === after || !names.units.has(place.unitId) || !names.leaves.has(place.leafId)) continue;
    count++;
    if (cells.length < MAX_CELLS) cells.push({ ...place, before, after, by, at });
  }
  return { cells, count };
}

/** An empty text is a blank. */
function plain(value: string | number | null | undefined): string | number | null {
  return value === undefined || value === '' ? null : value;
}

/** Units whose total, index, rank or class differ; null when a criteria set of either moment does not add up. */
function resultDifferences(before: Snapshot, after: Snapshot): readonly ResultDifference[] | null {
  const was = rowsOf(before);
  const is = rowsOf(after);
  if (!was || !is) return null;
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((unitId) => {
    const [a, b] = [was.get(unitId) ?? null, is.get(unitId) ?? null];
    return JSON.stringify(a) === JSON.stringify(b) ? [] : [{ unitId, before: a, after: b }];
  });
}

function rowsOf({ structure, columns }: Snapshot): ReadonlyMap<string, UnitResult> | null {
  if (columns.length < structure.blocks.length) return null;
  const ranking = rankCycle(structure, columns);
  if (!ranking.ok) return null;
  return new Map(ranking.value.blocks.flatMap(({ rows }) => rows).map((row) => [row.cycleUnitId, resultOf(row)]));
}

function resultOf(row: RankedUnit): UnitResult {
  const { totalMicro, applicableMicro, indexMicroPercent, rank, classLabel } = row;
  return { totalMicro, applicableMicro, indexMicroPercent, rank, classLabel };
}

/** Names of the settings that differ. */
function changedSettings({ cycle: a }: CycleStructure, { cycle: b }: CycleStructure): MilestoneComparison['settings'] {
  const keys = Object.keys(b.settings) as (keyof typeof b.settings)[];
  return keys.filter((key) => JSON.stringify(a.settings[key]) !== JSON.stringify(b.settings[key]));
}
