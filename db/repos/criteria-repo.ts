/** Reads criteria sets being edited, their issued versions and the decisions of crosswalks. */
import type { CriteriaSource, CriteriaVersion } from '#shared/contract/outputs-criteria.ts';
import type { EditableSet } from '#shared/criteria/editable-set.ts';
import type { ConfirmedMatches } from '#shared/criteria/match-leaves.ts';
import { settleTree } from '#shared/criteria/settle-tree.ts';
import type { Change, Row } from '#shared/changes/change.ts';
import type { CriteriaNode } from '#shared/domain/entities.ts';
import type { BlockId, CriteriaSetId, CycleId, NodeId } from '#shared/domain/ids.ts';
import type { CriteriaDraftNodeTable, LoggedTable } from '#db/engine/schema.ts';
import type { Db } from './log-repo.ts';
import { findRecords, loggedPart } from './record-repo.ts';

export interface StoredDraft {
  readonly set: EditableSet;
  /** Version of each node's record. */
  readonly versions: ReadonlyMap<NodeId, number>;
  /** Records as stored, for working out what changes. */
  readonly rows: ReadonlyMap<string, Row>;
}

/** The cycle a set belongs to; undefined when there is no such set. */
export async function findCycleOfSet(db: Db, setId: CriteriaSetId): Promise<CycleId | undefined> {
  const row = await db.selectFrom('criteria_set').select('cycle_id').where('id', '=', setId).executeTakeFirst();
  return row?.cycle_id as CycleId | undefined;
}

/** The set as it is being edited; undefined when nobody has begun. */
export async function findDraft(db: Db, setId: CriteriaSetId): Promise<StoredDraft | undefined> {
  const draft = await db.selectFrom('criteria_draft').selectAll().where('id', '=', setId).executeTakeFirst();
  if (!draft) return undefined;
  const nodes = await db
    .selectFrom('criteria_draft_node')
    .selectAll()
    .where('set_id', '=', setId)
    .orderBy('ord')
    .execute();
  return {
    set: { name: draft.name, scaleMicro: draft.scale_micro, nodes: settleTree(nodes.map(toNode)) },
    versions: new Map(nodes.map((node) => [node.id as NodeId, node.version])),
    rows: new Map(nodes.map((node) => [node.id, loggedPart({ ...node })])),
  };
}

function toNode(row: CriteriaDraftNodeTable): CriteriaNode {
  return {
    id: row.id as NodeId,
    parentId: row.parent_id as NodeId | null,
    // Level and order follow from the place; settleTree sets them.
    level: 'field',
    order: 0,
    section: row.section as CriteriaNode['section'],
    code: row.code,
    name: row.name,
    maxMicro: row.max_micro,
    rule: row.rule === null ? null : (JSON.parse(row.rule) as CriteriaNode['rule']),
    ruleText: row.rule_text,
    evidenceText: row.evidence_text,
    evidencePolicy: row.evidence_policy as CriteriaNode['evidencePolicy'],
  };
}

/** Stored columns of a node being edited; `ord` is its place among its siblings. */
export function toDraftNodeRow(node: CriteriaNode, setId: CriteriaSetId, ord: number): Row {
  return {
    id: node.id,
    set_id: setId,
    parent_id: node.parentId,
    section: node.section,
    code: node.code,
    name: node.name,
    ord,
    max_micro: node.maxMicro,
    rule: node.rule && JSON.stringify(node.rule),
    rule_text: node.ruleText,
    evidence_text: node.evidenceText,
    evidence_policy: node.evidencePolicy,
  };
}

/** Issued versions that were recorded, oldest first. */
export async function listVersions(db: Db, setId: CriteriaSetId): Promise<readonly CriteriaVersion[]> {
  const rows = await db
    .selectFrom('criteria_version')
    .select(['number', 'note', 'issued_at', 'issued_by'])
    .where('set_id', '=', setId)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ number: row.number, note: row.note, at: row.issued_at, by: row.issued_by }));
}

export async function findVersion(db: Db, setId: CriteriaSetId, number: number): Promise<EditableSet | undefined> {
  const row = await db
    .selectFrom('criteria_version')
    .select(['name', 'scale_micro', 'nodes'])
    .where('set_id', '=', setId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row && { name: row.name, scaleMicro: row.scale_micro, nodes: JSON.parse(row.nodes) as CriteriaNode[] };
}

/** When and by whom the set in force was last written: stands for its issuing where no version was recorded. */
export async function findSetStamp(
  db: Db,
  setId: CriteriaSetId,
): Promise<{ readonly at: string; readonly by: string }> {
  const row = await db
    .selectFrom('criteria_set')
    .select(['updated_at', 'updated_by'])
    .where('id', '=', setId)
    .executeTakeFirstOrThrow();
  return { at: row.updated_at, by: row.updated_by };
}

/** Every criteria set of the file, newest cycle first, for copying from and comparing with. */
export async function listSources(db: Db): Promise<readonly CriteriaSource[]> {
  const rows = await db
    .selectFrom('block')
    .innerJoin('cycle', 'cycle.id', 'block.cycle_id')
    .innerJoin('criteria_set', 'criteria_set.id', 'block.criteria_set_id')
    .select(['criteria_set.id as set_id', 'criteria_set.name as set_name', 'cycle.id as cycle_id'])
    .select(['cycle.name as cycle_name', 'cycle.year', 'block.code as block_code', 'block.name as block_name'])
    .orderBy('cycle.year', 'desc')
    .orderBy('cycle.id', 'desc')
    .orderBy('block.ord')
    .execute();
  return rows.map((row) => ({
    setId: row.set_id as CriteriaSetId,
    setName: row.set_name,
    cycleId: row.cycle_id as CycleId,
    cycleName: row.cycle_name,
    year: row.year,
    blockCode: row.block_code,
    blockName: row.block_name,
  }));
}

/** The id of the decision about a leaf against an earlier set. */
export function matchId(leafId: NodeId, previousSetId: CriteriaSetId): string {
  return `${leafId}/${previousSetId}`;
}

/** What people decided in the crosswalk from `previousSetId` to `setId`. */
export async function listMatches(
  db: Db,
  setId: CriteriaSetId,
  previousSetId: CriteriaSetId,
): Promise<ConfirmedMatches> {
  const rows = await db
    .selectFrom('criteria_match')
    .select(['leaf_id', 'previous_leaf_id'])
    .where('set_id', '=', setId)
    .where('previous_set_id', '=', previousSetId)
    .execute();
  return new Map(rows.map((row) => [row.leaf_id as NodeId, row.previous_leaf_id as NodeId | null]));
}

/** Tables whose records hang on a leaf; a test holds the list against the schema. */
export const LEAF_TABLES = [
  'score',
  'evidence',
  'comment',
  'explanation_item',
] as const satisfies readonly LoggedTable[];

export interface LeafRecord {
  readonly table: (typeof LEAF_TABLES)[number];
  readonly row: Row;
}

/** Everything that hangs on these leaves, by leaf. */
export async function listLeafRecords(
  db: Db,
  leafIds: readonly NodeId[],
): Promise<ReadonlyMap<NodeId, readonly LeafRecord[]>> {
  const records = new Map<NodeId, LeafRecord[]>(leafIds.map((id) => [id, []]));
  if (leafIds.length === 0) return records;
  for (const table of LEAF_TABLES) {
    const rows = await db.selectFrom(table).selectAll().where('leaf_id', 'in', leafIds).execute();
    for (const row of rows) records.get(row.leaf_id as NodeId)?.push({ table, row: loggedPart({ ...row }) });
  }
  return records;
}

/** Codes of the units of blocks, by unit in the cycle. */
export async function listUnitCodes(db: Db, blockIds: readonly BlockId[]): Promise<ReadonlyMap<string, string>> {
  if (blockIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('cycle_unit')
    .innerJoin('unit', 'unit.id', 'cycle_unit.unit_id')
    .select(['cycle_unit.id', 'unit.code'])
    .where('cycle_unit.block_id', 'in', blockIds)
    .orderBy('cycle_unit.ord')
    .execute();
  return new Map(rows.map((row) => [row.id, row.code]));
}

/** The changes that remove what these sets have beside themselves and their nodes: drafts, versions, decisions. */
export async function removalsBesideSets(db: Db, setIds: readonly CriteriaSetId[]): Promise<readonly Change[]> {
  if (setIds.length === 0) return [];
  const changes: Change[] = [];
  const remove = (table: LoggedTable, rows: readonly { readonly id: string }[]): void => {
    for (const row of rows) changes.push({ kind: 'delete', table, id: row.id, row: loggedPart({ ...row }) });
  };
  for (const table of ['criteria_draft_node', 'criteria_version', 'criteria_match'] as const) {
    remove(table, await db.selectFrom(table).selectAll().where('set_id', 'in', setIds).execute());
  }
  remove(
    'criteria_match',
    await db
      .selectFrom('criteria_match')
      .selectAll()
      .where('previous_set_id', 'in', setIds)
      .where('set_id', 'not in', setIds)
      .execute(),
  );
  remove('criteria_draft', await db.selectFrom('criteria_draft').selectAll().where('id', 'in', setIds).execute());
  return changes;
}

/** Nodes of the set in force as stored, by id. */
export async function findNodeRows(db: Db, ids: readonly NodeId[]): Promise<ReadonlyMap<string, Row>> {
  const records = await findRecords(db, 'criteria_node', ids);
  return new Map([...records].map(([id, row]) => [id, loggedPart(row)]));
}
