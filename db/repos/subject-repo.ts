/** Names of records as a person knows them ("P01 · 1.1.4", "Khối 3"), for the log. */
import type { Change } from '#shared/changes/change.ts';
import type { Db } from './log-repo.ts';
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
  const subjects = new Map<string, string>();
  for (const change of changes) {
    const subject = subjectOf(change, unitCodes, nodeCodes);
    if (subject !== undefined) subjects.set(change.id, subject);
  }
  return subjects;
}

function subjectOf(
  change: Change,
  unitCodes: ReadonlyMap<string, string>,
  nodeCodes: ReadonlyMap<string, string>,
): string | undefined {
  if (change.table === 'score') {
    const { cycleUnitId, leafId } = placeOfScore(change.id);
    const [unit, leaf] = [unitCodes.get(cycleUnitId), nodeCodes.get(leafId)];
    return unit && leaf ? `${unit} · ${leaf}` : undefined;
  }
  if (change.table === 'cycle_unit') return unitCodes.get(change.id);
  if (change.table === 'criteria_node') return nodeCodes.get(change.id);
  if (change.kind === 'update') return undefined;
  const name = change.row['name'] ?? change.row['file_name'] ?? change.row['document_no'];
  return typeof name === 'string' ? name : undefined;
}
