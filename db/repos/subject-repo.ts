/** Names of records as a person knows them ("P01 · 1.1.4", "Khối 3"), for the log. */
import type { Change } from '#shared/changes/change.ts';
import type { Db } from './log-repo.ts';
import { findRecords } from './record-repo.ts';
import { placeOfScore } from './score-repo.ts';

/** Subject by record id; records whose name cannot be found (removed since) are missing. */
export async function listSubjects(db: Db, changes: readonly Change[]): Promise<ReadonlyMap<string, string>> {
  const units = await db
    .selectFrom('cycle_unit')
    .innerJoin('unit', 'unit.id', 'cycle_unit.unit_id')
    .select(['cycle_unit.id', 'unit.code'])
    .execute();
  const nodes = await db.selectFrom('criteria_node').select(['id', 'code']).execute();
  const unitCodes = new Map(units.map((unit) => [unit.id, unit.code]));
  const nodeCodes = new Map(nodes.map((node) => [node.id, node.code]));
  const items = await listItemPlaces(db, changes);
  const subjects = new Map<string, string>();
  for (const change of changes) {
    const at = change.table === 'score' ? placeOfScore(change.id) : items.get(change.id);
    const [unit, leaf] = [unitCodes.get(at?.cycleUnitId ?? ''), nodeCodes.get(at?.leafId ?? '')];
    const subject = unit && leaf ? `${unit} · ${leaf}` : subjectOf(change, unitCodes, nodeCodes);
    if (subject !== undefined) subjects.set(change.id, subject);
  }
  return subjects;
}

/** Cells that changed items of explanation rounds are about; of a removed item the change itself says it. */
async function listItemPlaces(db: Db, changes: readonly Change[]) {
  const mine = changes.filter(({ table }) => table === 'explanation_item');
  const places = new Map<string, { readonly cycleUnitId: string; readonly leafId: string }>();
  for (const change of mine) {
    if (change.kind === 'update') continue;
    places.set(change.id, { cycleUnitId: String(change.row['cycle_unit_id']), leafId: String(change.row['leaf_id']) });
  }
  for (const [id, row] of await findRecords(
    db,
    'explanation_item',
    mine.map(({ id }) => id),
  )) {
    places.set(id, { cycleUnitId: String(row['cycle_unit_id']), leafId: String(row['leaf_id']) });
  }
  return places;
}

function subjectOf(
  change: Change,
  unitCodes: ReadonlyMap<string, string>,
  nodeCodes: ReadonlyMap<string, string>,
): string | undefined {
  if (change.table === 'cycle_unit') return unitCodes.get(change.id);
  if (change.table === 'criteria_node') return nodeCodes.get(change.id);
  if (change.kind === 'update') return undefined;
  const name = change.row['name'] ?? change.row['file_name'] ?? change.row['document_no'];
  return typeof name === 'string' ? name : undefined;
}
