/** Names of records as a person knows them ("P01 · 1.1.4", "Khối 3"), for the log. */
import type { Change, Row, Value } from '#shared/changes/change.ts';
import { LOGGED_TABLES, type LoggedTable } from '#db/engine/schema.ts';
import type { Db } from './log-repo.ts';
import { findRecords } from './record-repo.ts';
import { placeOfScore } from './score-repo.ts';

/** Columns that name a record, the best first. */
const NAMES = ['name', 'file_name', 'document_no', 'code', 'login'] as const;

/** Subject by record id; records whose name cannot be found (removed since) are missing. */
export async function listSubjects(db: Db, changes: readonly Change[]): Promise<ReadonlyMap<string, string>> {
  const codes = await readCodes(db);
  const rows = await rowsOf(db, changes);
  const subjects = new Map<string, string>();
  for (const { table, id } of changes) {
    const subject = subjectOf(table, id, rows.get(id), codes);
    if (subject !== undefined) subjects.set(id, subject);
  }
  return subjects;
}

interface Codes {
  readonly unitOfCycleUnit: ReadonlyMap<string, string>;
  readonly node: ReadonlyMap<string, string>;
}

async function readCodes(db: Db): Promise<Codes> {
  const units = await db
    .selectFrom('cycle_unit')
    .innerJoin('unit', 'unit.id', 'cycle_unit.unit_id')
    .select(['cycle_unit.id', 'unit.code'])
    .execute();
  const nodes = await db.selectFrom('criteria_node').select(['id', 'code']).execute();
  return {
    unitOfCycleUnit: new Map(units.map((unit) => [unit.id, unit.code])),
    node: new Map(nodes.map((node) => [node.id, node.code])),
  };
}

/** What is known of each record: what the change itself says, else what the file holds now. */
async function rowsOf(db: Db, changes: readonly Change[]): Promise<ReadonlyMap<string, Row>> {
  const rows = new Map<string, Row>();
  const asked = new Map<LoggedTable, string[]>();
  for (const change of changes) {
    // A score is named by its id, and there are thousands of them.
    if (change.table === 'score') continue;
    if (change.kind !== 'update') rows.set(change.id, change.row);
    else if (isLogged(change.table)) asked.set(change.table, [...(asked.get(change.table) ?? []), change.id]);
  }
  for (const [table, ids] of asked) {
    for (const [id, row] of await findRecords(db, table, [...new Set(ids)])) {
      if (!rows.has(id)) rows.set(id, row);
    }
  }
  return rows;
}

function isLogged(table: string): table is LoggedTable {
  return (LOGGED_TABLES as readonly string[]).includes(table);
}

function subjectOf(table: string, id: string, row: Row | undefined, codes: Codes): string | undefined {
  if (table === 'score') {
    const { cycleUnitId, leafId } = placeOfScore(id);
    return placeText(cycleUnitId, leafId, codes);
  }
  if (table === 'cycle_unit') return codes.unitOfCycleUnit.get(id);
  if (table === 'criteria_node') return codes.node.get(id) ?? textOf(row?.['code']);
  if (table === 'criteria_draft_node') return textOf(row?.['code']);
  const place = placeText(row?.['cycle_unit_id'], row?.['leaf_id'], codes);
  const name = NAMES.map((column) => textOf(row?.[column])).find((text) => text !== undefined);
  const parts = [place, name].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' · ') : undefined;
}

function placeText(
  cycleUnitId: Value | undefined,
  leafId: Value | undefined,
  { unitOfCycleUnit, node }: Codes,
): string | undefined {
  const unit = unitOfCycleUnit.get(String(cycleUnitId));
  const leaf = node.get(String(leafId));
  if (unit === undefined) return undefined;
  return leaf === undefined ? unit : `${unit} · ${leaf}`;
}

function textOf(value: Value | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
